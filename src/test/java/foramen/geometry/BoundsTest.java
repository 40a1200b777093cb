package foramen.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
    @Provide
    Arbitrary<List<Point>> clouds() {
        return RandomShapes.points().list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<Point> points() {
        return RandomShapes.points();
    }

    @Test
    void a_rectangle_knows_its_size_and_middle() {
        Bounds b = new Bounds(1, 2, 5, 10);
        assertEquals(4, b.width());
        assertEquals(8, b.height());
        assertEquals(new Point(3, 6), b.centre());
    }

    @Test
    void edges_in_the_wrong_order_and_no_points_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Bounds(5, 0, 4, 1));
        assertThrows(IllegalArgumentException.class, () -> new Bounds(0, Double.NaN, 4, 1));
        assertThrows(IllegalArgumentException.class, () -> Bounds.of(List.of()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_point_without_finite_coordinates_is_refused(double bad) {
        assertThrows(IllegalArgumentException.class, () -> new Point(bad, 0));
        assertThrows(IllegalArgumentException.class, () -> new Point(0, bad));
    }

    @Property(seed = "401")
    void the_bounds_hold_every_point_and_no_edge_can_move_in(@ForAll("clouds") List<Point> cloud) {
        Bounds b = Bounds.of(cloud);
        assertTrue(cloud.stream().allMatch(b::contains));
        assertTrue(cloud.stream().anyMatch(p -> p.x() == b.minX()) && cloud.stream().anyMatch(p -> p.x() == b.maxX()));
        assertTrue(cloud.stream().anyMatch(p -> p.y() == b.minY()) && cloud.stream().anyMatch(p -> p.y() == b.maxY()));
    }

    @Property(seed = "402")
    void clamping_leads_inside_and_leaves_what_is_inside(@ForAll("clouds") List<Point> cloud,
            @ForAll("points") Point p) {
        Bounds b = Bounds.of(cloud);
        assertTrue(b.contains(b.clamp(p)));
        assertEquals(b.contains(p), b.clamp(p).equals(p));
    }
}
