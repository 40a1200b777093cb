package foramen.domain.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.clip.FrameRef;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
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

    private static final Shape.Ellipse ELLIPSE = new Shape.Ellipse(new Ellipse(new Point(5, 5), new Point(4, 0), 2));
    private static final List<Shape> ALL = List.of(TRIANGLE, new Shape.Spline(new ClosedSpline(List.of(A, B, C))),
            ELLIPSE, new Shape.Line(new Segment(A, B)), new Shape.Polyline(List.of(A, B, C)),
            new Shape.Bidirectional(new Segment(A, B), new Segment(C, B)), new Shape.Angle(A, B, C),
            new Shape.Marker(A), new Shape.Text(A));

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
        assertEquals(List.of(A, D, B, C), TRIANGLE.withHandleAfter(0, D).points());
        assertEquals(List.of(A, B, C, D), TRIANGLE.withHandleAfter(2, D).points());
    }

    @Test
    void vertices_can_be_taken_out_down_to_three() {
        assertEquals(TRIANGLE, TRIANGLE.withHandleAfter(1, D).withoutHandle(2));
        assertSame(TRIANGLE, TRIANGLE.withoutHandle(0));
    }

    @Test
    void every_kind_of_shape_moves_as_a_whole_and_keeps_its_kind() {
        for (Shape shape : ALL) {
            Shape moved = shape.moved(D);
            assertEquals(shape.getClass(), moved.getClass());
            for (int i = 0; i < shape.trace().size(); i++) {
                assertEquals(0, shape.trace().get(i).plus(D).distanceTo(moved.trace().get(i)), 1e-9, shape.word());
            }
            assertEquals(shape.points().size(), moved.points().size());
        }
    }

    @Test
    void a_dragged_handle_goes_where_it_is_dragged() {
        for (Shape shape : ALL) {
            for (int i = 0; i < shape.points().size(); i++) {
                if (shape instanceof Shape.Ellipse && i >= 2) {
                    continue;
                }
                assertEquals(0, shape.withPoint(i, D).points().get(i).distanceTo(D), 1e-9, shape.word() + " " + i);
            }
        }
    }

    @Test
    void an_end_of_an_ellipse_s_second_axis_makes_it_wider_and_turns_nothing() {
        Shape.Ellipse wider = ELLIPSE.withPoint(2, new Point(7, 9));
        assertEquals(ELLIPSE.ellipse().a(), wider.ellipse().a());
        assertEquals(4, wider.ellipse().minor(), 1e-12);
        assertEquals(ELLIPSE.ellipse().centre(), wider.ellipse().centre());
        assertSame(ELLIPSE, ELLIPSE.withPoint(0, ELLIPSE.ellipse().centre()), "it keeps an extent");
    }

    @Test
    void a_curve_gets_a_control_point_in_the_span_that_was_hit() {
        Shape.Spline curve = new Shape.Spline(new ClosedSpline(List.of(A, B, C)));
        assertEquals(0, curve.handleBefore(ClosedSpline.PIECES - 1));
        assertEquals(1, curve.handleBefore(ClosedSpline.PIECES));
        assertEquals(List.of(A, B, D, C), curve.withHandleAfter(1, D).points());
        assertSame(curve, curve.withoutHandle(0));
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
