package foramen.domain.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final Point A = new Point(0, 0);
    private static final Point B = new Point(10, 0);
    private static final Point C = new Point(0, 10);
    private static final Point D = new Point(3, 4);
    private static final Shape.Outline TRIANGLE = new Shape.Outline(new Polygon(List.of(A, B, C)));

    @Test
    void moving_one_handle_leaves_the_others() {
        assertEquals(List.of(A, D, C), TRIANGLE.withPoint(1, D).points());
        Shape.Line line = new Shape.Line(new Segment(A, B));
        assertEquals(List.of(D, B), line.withPoint(0, D).points());
        assertEquals(List.of(A, D), line.withPoint(1, D).points());
        assertEquals(List.of(D), new Shape.Marker(A).withPoint(0, D).points());
        assertEquals(List.of(A, B, C), TRIANGLE.points(), "the shape itself stays");
    }

    @Test
    void moving_a_shape_moves_every_handle() {
        for (Shape shape : List.of(TRIANGLE, new Shape.Line(new Segment(A, B)), new Shape.Marker(C))) {
            assertEquals(shape.points().stream().map(p -> p.plus(D)).toList(), shape.moved(D).points());
        }
    }

    @Test
    void a_new_vertex_stands_on_its_edge_also_on_the_closing_one() {
        assertEquals(List.of(A, D, B, C), TRIANGLE.withVertexOn(0, D).points());
        assertEquals(List.of(A, B, C, D), TRIANGLE.withVertexOn(2, D).points());
    }

    @Test
    void vertices_can_be_taken_out_down_to_three() {
        assertEquals(TRIANGLE, TRIANGLE.withVertexOn(1, D).withoutVertex(2));
        assertSame(TRIANGLE, TRIANGLE.withoutVertex(0));
    }

    @Test
    void changing_one_property_of_an_annotation_keeps_all_others() {
        Instant drawn = Instant.EPOCH;
        Annotation a = new Annotation("a", new FrameRef("1.2", 3), TRIANGLE, "piriformis", Laterality.LEFT,
                ScanLevel.PIRIFORMIS, ScanPlane.LONG_AXIS, "words", false, "Dr Salem", drawn);
        Annotation b = a.withStructure("sciatic-nerve").withLaterality(Laterality.RIGHT)
                .withLevel(ScanLevel.ISCHIAL_SPINE).withPlane(ScanPlane.SHORT_AXIS).withLabel("other").withLocked(true)
                .withShape(new Shape.Marker(D), drawn.plusSeconds(1));
        assertEquals(new Annotation("a", new FrameRef("1.2", 3), new Shape.Marker(D), "sciatic-nerve",
                Laterality.RIGHT, ScanLevel.ISCHIAL_SPINE, ScanPlane.SHORT_AXIS, "other", true, "Dr Salem",
                drawn.plusSeconds(1)), b);
    }
}
