package foramen.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PolygonTest {
    private static final Polygon SQUARE = polygon(0, 0, 10, 0, 10, 10, 0, 10);
    /** A square of 10 with the upper right quarter cut out. */
    private static final Polygon ELL = polygon(0, 0, 5, 0, 5, 5, 10, 5, 10, 10, 0, 10);

    @Provide
    Arbitrary<Polygon> outlines() {
        return RandomShapes.outlines();
    }

    @Provide
    Arbitrary<Point> points() {
        return RandomShapes.points();
    }

    @Provide
    Arbitrary<Segment> segments() {
        return RandomShapes.segments();
    }

    @Test
    void known_outlines_have_their_known_area_perimeter_and_centre() {
        assertEquals(100, SQUARE.area());
        assertEquals(40, SQUARE.perimeter());
        assertEquals(new Point(5, 5), SQUARE.centroid());
        assertEquals(75, ELL.area());
        assertEquals(40, ELL.perimeter());
        assertEquals(6, polygon(0, 0, 4, 0, 0, 3).area());
        assertEquals(12, polygon(0, 0, 4, 0, 0, 3).perimeter());
    }

    @Test
    void an_area_far_from_the_origin_keeps_its_digits() {
        assertEquals(100, SQUARE.moved(new Point(1e9, -1e9)).area());
        assertEquals(new Point(1e9 + 5, 5 - 1e9), SQUARE.moved(new Point(1e9, -1e9)).centroid());
    }

    @Test
    void an_outline_without_area_has_its_centre_in_the_mean_of_its_vertices() {
        assertEquals(0, polygon(0, 0, 3, 3, 6, 6).area());
        assertEquals(new Point(3, 3), polygon(0, 0, 3, 3, 6, 6).centroid());
    }

    @Test
    void fewer_than_three_points_are_no_outline() {
        assertEquals("An outline needs three points or more, not 2",
                assertThrows(IllegalArgumentException.class, () -> polygon(0, 0, 1, 1)).getMessage());
    }

    @Test
    void an_outline_that_crosses_or_retraces_itself_is_not_simple() {
        assertFalse(polygon(0, 0, 10, 10, 10, 0, 0, 10).isSimple(), "a bow tie");
        assertFalse(polygon(0, 0, 10, 0, 5, 0).isSimple(), "a line there and back");
        assertFalse(polygon(0, 0, 10, 0, 10, 10, 5, 0, 0, 10).isSimple(), "a vertex that touches an edge");
        assertTrue(ELL.isSimple());
    }

    @Test
    void inside_is_inside_the_notch_is_not() {
        assertTrue(ELL.contains(new Point(2, 2)));
        assertTrue(ELL.contains(new Point(7, 7)));
        assertFalse(ELL.contains(new Point(7, 2)));
        assertFalse(ELL.contains(new Point(-1, 5)));
    }

    @Test
    void a_segment_that_enters_crosses_or_lies_inside_is_at_no_distance() {
        assertEquals(0, SQUARE.distanceTo(segment(-5, 5, 5, 5)), "enters");
        assertEquals(0, SQUARE.distanceTo(segment(-5, 5, 15, 5)), "crosses");
        assertEquals(0, SQUARE.distanceTo(segment(2, 2, 8, 8)), "inside");
        assertEquals(0, SQUARE.distanceTo(segment(-5, 5, 0, 5)), "touches");
        assertEquals(3, SQUARE.distanceTo(segment(-3, -20, -3, 20)), "passes");
        assertEquals(5, SQUARE.distanceTo(segment(13, 14, 20, 20)), "off a corner");
    }

    @Property(seed = "101")
    void area_does_not_depend_on_where_and_how_the_outline_lies(@ForAll("outlines") Polygon outline,
            @ForAll @DoubleRange(min = -7, max = 7) double angle, @ForAll("points") Point shift) {
        Affine turn = new Affine(Math.cos(angle), -Math.sin(angle), shift.x(), Math.sin(angle), Math.cos(angle),
                shift.y());
        Polygon turned = new Polygon(outline.vertices().stream().map(turn::apply).toList());
        assertClose(outline.area(), turned.area());
        assertClose(outline.perimeter(), turned.perimeter());
        assertNear(turn.apply(outline.centroid()), turned.centroid());
    }

    @Property(seed = "102")
    void area_does_not_depend_on_where_drawing_began_or_which_way_round(@ForAll("outlines") Polygon outline,
            @ForAll @IntRange(max = 19) int start) {
        List<Point> vertices = new ArrayList<>(outline.vertices());
        Collections.rotate(vertices, start);
        assertClose(outline.area(), new Polygon(vertices).area());
        assertClose(outline.area(), new Polygon(vertices.reversed()).area());
        assertClose(outline.perimeter(), new Polygon(vertices.reversed()).perimeter());
        assertNear(outline.centroid(), new Polygon(vertices.reversed()).centroid());
    }

    @Property(seed = "103")
    void area_grows_with_both_scales(@ForAll("outlines") Polygon outline,
            @ForAll @DoubleRange(min = 0.01, max = 50) double fx,
            @ForAll @DoubleRange(min = 0.01, max = 50) double fy) {
        assertClose(outline.area() * fx * fy, outline.scaled(fx, fy).area());
        assertClose(outline.perimeter() * fx, outline.scaled(fx, fx).perimeter());
    }

    @Property(seed = "104")
    void the_area_is_the_sum_of_the_triangles_from_any_point(@ForAll("outlines") Polygon outline,
            @ForAll("points") Point apex) {
        double twice = outline.edges().stream().mapToDouble(e -> {
            Point a = e.a().minus(apex);
            Point b = e.b().minus(apex);
            return a.x() * b.y() - a.y() * b.x();
        }).sum();
        assertEquals(Math.abs(twice) / 2, outline.area(), 1e-6);
    }

    @Property(seed = "105")
    void an_outline_drawn_round_a_centre_is_simple_and_fits_its_bounds(
            @ForAll("outlines") Polygon outline) {
        assertTrue(outline.isSimple());
        assertTrue(outline.bounds().contains(outline.centroid()));
        double box = outline.bounds().width() * outline.bounds().height();
        assertTrue(outline.area() <= box * (1 + 1e-9));
    }

    @Property(seed = "106")
    void a_point_is_inside_when_the_outline_winds_round_it(@ForAll("outlines") Polygon outline,
            @ForAll @DoubleRange(min = 0, max = 1) double u, @ForAll @DoubleRange(min = 0, max = 1) double v) {
        Bounds box = outline.bounds();
        Point p = new Point(box.minX() + u * box.width(), box.minY() + v * box.height());
        double angle = outline.edges().stream().mapToDouble(e -> turn(p, e)).sum();
        boolean onEdge = outline.edges().stream().anyMatch(e -> e.distanceTo(p) < 1e-9);
        assertTrue(onEdge || outline.contains(p) == Math.abs(angle) > Math.PI);
    }

    @Property(tries = 200, seed = "107")
    void the_distance_of_a_segment_is_what_trying_many_points_finds(@ForAll("outlines") Polygon outline,
            @ForAll("segments") Segment segment) {
        int steps = 2000;
        double tried = IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> outline.distanceTo(segment.a().towards(segment.b(), (double) i / steps))).min()
                .orElseThrow();
        double exact = outline.distanceTo(segment);
        assertTrue(exact <= tried + 1e-9 && tried <= exact + segment.length() / steps,
                "exact " + exact + ", tried " + tried);
    }

    @Property(seed = "108")
    void a_point_outside_is_as_far_as_its_nearest_edge_and_one_inside_is_at_no_distance(
            @ForAll("outlines") Polygon outline, @ForAll("points") Point p) {
        double edge = outline.edges().stream().mapToDouble(e -> e.distanceTo(p)).min().orElseThrow();
        assertEquals(outline.contains(p) ? 0 : edge, outline.distanceTo(p));
        assertEquals(outline.distanceTo(p), outline.distanceTo(new Segment(p, p)), 1e-9);
    }

    private static double turn(Point centre, Segment edge) {
        Point a = edge.a().minus(centre);
        Point b = edge.b().minus(centre);
        return Math.atan2(a.x() * b.y() - a.y() * b.x(), a.x() * b.x() + a.y() * b.y());
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-9 * Math.max(1, Math.abs(expected)));
    }

    private static void assertNear(Point expected, Point actual) {
        assertTrue(expected.distanceTo(actual) < 1e-6, expected + " is not " + actual);
    }

    private static Segment segment(double ax, double ay, double bx, double by) {
        return new Segment(new Point(ax, ay), new Point(bx, by));
    }

    private static Polygon polygon(double... xy) {
        return new Polygon(
                IntStream.range(0, xy.length / 2).mapToObj(i -> new Point(xy[2 * i], xy[2 * i + 1])).toList());
    }
}
