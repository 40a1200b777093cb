package foramen.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AffineTest {
    @Provide
    Arbitrary<Point> points() {
        return RandomShapes.points();
    }

    @Provide
    Arbitrary<Affine> maps() {
        Arbitrary<Double> factor = Arbitraries.doubles().between(-10, 10).ofScale(4);
        Arbitrary<Double> shift = RandomShapes.coordinates();
        return Combinators.combine(factor, factor, shift, factor, factor, shift).as(Affine::new)
                .filter(m -> Math.abs(m.xx() * m.yy() - m.xy() * m.yx()) > 0.01);
    }

    @Test
    void a_view_is_a_scale_and_then_a_shift() {
        Affine view = Affine.scale(2, 3).then(Affine.translate(100, -10));
        assertEquals(new Point(110, 2), view.apply(new Point(5, 4)));
        assertEquals(new Point(5, 4), view.inverse().apply(new Point(110, 2)));
    }

    @Test
    void a_map_that_flattens_the_plane_has_no_way_back() {
        assertThrows(IllegalArgumentException.class, () -> Affine.scale(0, 1).inverse());
        assertThrows(IllegalArgumentException.class, () -> new Affine(1, 2, 0, 2, 4, 0).inverse());
    }

    @Property(seed = "301")
    void the_way_back_leads_back(@ForAll("maps") Affine map, @ForAll("points") Point p) {
        assertNear(p, map.inverse().apply(map.apply(p)));
        assertNear(p, map.then(map.inverse()).apply(p));
    }

    @Property(seed = "302")
    void one_map_after_another_is_the_map_of_both(@ForAll("maps") Affine first, @ForAll("maps") Affine second,
            @ForAll("points") Point p) {
        assertNear(second.apply(first.apply(p)), first.then(second).apply(p));
        assertEquals(first, first.then(Affine.IDENTITY));
    }

    private static void assertNear(Point expected, Point actual) {
        double tolerance = 1e-6 * Math.max(1, expected.length());
        assertTrue(expected.distanceTo(actual) < tolerance, expected + " is not " + actual);
    }
}
