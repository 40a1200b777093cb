package foramen.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreparedShapeTest {
    private static final PreparedShape SQUARE = PreparedShape.area(new Polygon(
            List.of(new Point(10, 10), new Point(30, 10), new Point(30, 30), new Point(10, 30))));

    private static Segment path(double ax, double ay, double bx, double by) {
        return new Segment(new Point(ax, ay), new Point(bx, by));
    }

    @Test
    void outside_a_path_is_as_far_as_its_nearest_place() {
        PreparedShape.Nearest n = SQUARE.nearest(path(0, 0, 0, 40));
        assertEquals(10, n.distance(), 1e-12);
        assertEquals(10, SQUARE.nearest(new Point(0, 20)).distance(), 1e-12);
    }

    @Test
    void a_path_through_the_middle_is_as_deep_as_its_deepest_place() {
        assertEquals(-10, SQUARE.nearest(path(20, 0, 20, 40)).distance(), 0.02);
        assertEquals(-3, SQUARE.nearest(path(13, 0, 13, 40)).distance(), 0.02);
        assertEquals(-4, SQUARE.nearest(new Point(14, 20)).distance(), 1e-12);
    }

    @Test
    void however_shallow_a_cut_is_negative_and_a_touch_is_nought() {
        assertTrue(SQUARE.nearest(path(10.0001, 0, 10.0001, 40)).distance() < 0);
        assertEquals(0, SQUARE.nearest(path(0, 10, 5, 10)).distance() - 5, 1e-12);
        assertEquals(0, SQUARE.nearest(path(0, 20, 10, 20)).distance(), 1e-9);
    }

    @Test
    void a_line_has_no_inside() {
        PreparedShape bone = PreparedShape.open(List.of(path(0, 10, 20, 10), path(20, 10, 40, 20)));
        assertEquals(0, bone.nearest(path(10, 0, 10, 30)).distance());
        assertEquals(List.of(new PreparedShape.Span(10, 10)), bone.crossings(path(10, 0, 10, 30)));
        assertFalse(bone.encloses());
    }

    @Test
    void the_stretches_inside_come_in_order() {
        PreparedShape comb = PreparedShape.area(new Polygon(List.of(new Point(0, 0), new Point(10, 0),
                new Point(10, 20), new Point(20, 20), new Point(20, 0), new Point(30, 0), new Point(30, 30),
                new Point(0, 30))));
        List<PreparedShape.Span> spans = comb.crossings(path(-5, 10, 40, 10));
        assertEquals(2, spans.size());
        assertEquals(5, spans.get(0).from(), 1e-9);
        assertEquals(10, spans.get(0).length(), 1e-9);
        assertEquals(25, spans.get(1).from(), 1e-9);
    }

    @Test
    void the_bound_is_never_above_the_distance_and_nearness_agrees_with_it() {
        Random r = new Random(3);
        for (int i = 0; i < 2000; i++) {
            Segment s = path(60 * r.nextDouble() - 10, 60 * r.nextDouble() - 10, 60 * r.nextDouble() - 10,
                    60 * r.nextDouble() - 10);
            double distance = SQUARE.nearest(s).distance();
            assertTrue(SQUARE.atLeast(s) <= Math.max(0, distance) + 1e-9, s::toString);
            assertEquals(distance <= 0 || distance < 3, SQUARE.isMetWithin(s, 3), s::toString);
        }
    }

    @Test
    void three_points_make_a_circle_and_a_line_makes_none() {
        Circle c = Circle.through(new Point(0, 5), new Point(5, 0), new Point(-5, 0)).orElseThrow();
        assertEquals(5, c.radius(), 1e-12);
        assertEquals(0, c.centre().length(), 1e-12);
        assertTrue(Circle.through(new Point(0, 0), new Point(1, 1), new Point(5, 5)).isEmpty());
        assertTrue(Circle.through(new Point(0, 0), new Point(0, 0), new Point(5, 5)).isEmpty());
        assertEquals(new Point(3, 4), c.towards(new Point(6, 8)));
    }
}
