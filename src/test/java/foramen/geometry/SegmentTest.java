package foramen.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SegmentTest {
    @Provide
    Arbitrary<Point> points() {
        return RandomShapes.points();
    }

    @Provide
    Arbitrary<Segment> segments() {
        return RandomShapes.segments();
    }

    @Test
    void the_legs_3_and_4_make_5() {
        assertEquals(5, segment(0, 0, 3, 4).length());
        assertEquals(new Point(1.5, 2), segment(0, 0, 3, 4).middle());
    }

    @Test
    void the_nearest_point_is_the_foot_of_the_perpendicular_or_an_end() {
        Segment s = segment(0, 0, 10, 0);
        assertEquals(new Point(4, 0), s.nearest(new Point(4, 7)));
        assertEquals(new Point(0, 0), s.nearest(new Point(-3, 4)));
        assertEquals(new Point(10, 0), s.nearest(new Point(13, -4)));
        assertEquals(5, s.distanceTo(new Point(13, -4)));
    }

    @Test
    void a_segment_without_length_is_a_point() {
        assertEquals(5, segment(1, 1, 1, 1).distanceTo(new Point(4, 5)));
        assertEquals(5, Segment.distance(segment(1, 1, 1, 1), segment(4, 5, 4, 5)));
    }

    @Test
    void segments_that_cross_touch_or_overlap_are_at_no_distance() {
        assertEquals(0, Segment.distance(segment(0, 0, 10, 10), segment(0, 10, 10, 0)), "cross");
        assertEquals(0, Segment.distance(segment(0, 0, 10, 0), segment(5, 0, 5, 9)), "touch");
        assertEquals(0, Segment.distance(segment(0, 0, 10, 0), segment(8, 0, 20, 0)), "overlap");
        assertEquals(2, Segment.distance(segment(0, 0, 10, 0), segment(12, 0, 20, 0)), "in line");
        assertEquals(3, Segment.distance(segment(0, 0, 10, 0), segment(0, 3, 10, 3)), "side by side");
    }

    @Property(seed = "201")
    void distance_does_not_depend_on_order_or_direction(@ForAll("segments") Segment s, @ForAll("segments") Segment t) {
        double distance = Segment.distance(s, t);
        assertEquals(distance, Segment.distance(t, s), 1e-9);
        assertEquals(distance, Segment.distance(new Segment(s.b(), s.a()), t), 1e-9);
    }

    @Property(tries = 200, seed = "202")
    void distance_is_what_trying_many_points_finds(@ForAll("segments") Segment s, @ForAll("segments") Segment t) {
        int steps = 2000;
        double tried = IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> t.distanceTo(s.a().towards(s.b(), (double) i / steps))).min().orElseThrow();
        double exact = Segment.distance(s, t);
        assertTrue(exact <= tried + 1e-9 && tried <= exact + s.length() / steps,
                "exact " + exact + ", tried " + tried);
    }

    @Property(seed = "203")
    void no_point_of_the_segment_is_nearer_than_the_nearest(@ForAll("segments") Segment s, @ForAll("points") Point p,
            @ForAll @DoubleRange(min = 0, max = 1) double t) {
        assertTrue(s.distanceTo(p) <= s.a().towards(s.b(), t).distanceTo(p) + 1e-9);
    }

    private static Segment segment(double ax, double ay, double bx, double by) {
        return new Segment(new Point(ax, ay), new Point(bx, by));
    }
}
