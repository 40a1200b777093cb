package foramen.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final Point A = new Point(0, 0);
    private static final Point B = new Point(10, 0);
    private static final Point C = new Point(10, 10);
    private static final Point D = new Point(0, 10);

    @Property(tries = 200)
    void a_stretched_ellipse_has_the_stretched_area_and_goes_through_the_stretched_points(
            @ForAll @DoubleRange(min = -3, max = 3) double turn, @ForAll @DoubleRange(min = 0.5, max = 50) double a,
            @ForAll @DoubleRange(min = 0.5, max = 50) double b, @ForAll @DoubleRange(min = 0.05, max = 4) double fx,
            @ForAll @DoubleRange(min = 0.05, max = 4) double fy) {
        Ellipse e = new Ellipse(new Point(7, -3), new Point(a * Math.cos(turn), a * Math.sin(turn)), b);
        Ellipse mm = e.scaled(fx, fy);
        assertEquals(e.area() * fx * fy, mm.area(), 1e-9 * e.area());
        for (Point p : e.polygon().vertices()) {
            assertEquals(1, radius(mm, p.scaled(fx, fy)), 1e-6);
        }
    }

    /** 1 on the ellipse, less inside. */
    private static double radius(Ellipse e, Point p) {
        Point d = p.minus(e.centre());
        double u = (d.x() * e.a().x() + d.y() * e.a().y()) / (e.a().length() * e.a().length());
        double v = (d.x() * e.b().x() + d.y() * e.b().y()) / (e.minor() * e.minor());
        return Math.hypot(u, v);
    }

    @Test
    void an_ellipse_has_its_known_area_perimeter_and_axes() {
        Ellipse e = Ellipse.on(new Segment(new Point(0, 5), new Point(12, 5)), 2.75);
        assertEquals(51.84, e.area(), 0.005, "clinical facts 2.2: 5.5 × 12.0 gives 51.84");
        assertEquals(12, e.firstAxis().length(), 1e-12);
        assertEquals(5.5, e.secondAxis().length(), 1e-12);
        assertEquals(2 * Math.PI * 3, new Ellipse(A, new Point(3, 0), 3).perimeter(), 1e-12);
        assertEquals(e.polygon().area(), e.area(), 0.001 * e.area());
        assertThrows(IllegalArgumentException.class, () -> new Ellipse(A, A, 1));
        assertThrows(IllegalArgumentException.class, () -> new Ellipse(A, B, 0));
    }

    @Test
    void a_curve_goes_through_its_control_points_in_order() {
        ClosedSpline s = new ClosedSpline(List.of(A, B, C, D));
        Polygon p = s.polygon();
        for (int i = 0; i < 4; i++) {
            assertEquals(s.controls().get(i), p.vertices().get(i * ClosedSpline.PIECES));
        }
        assertTrue(p.isSimple());
        assertTrue(p.area() > 100 && p.area() < Math.PI * 50, "rounder than the square, within its circle");
    }

    @Property(tries = 200)
    void a_curve_does_not_depend_on_where_it_starts_or_which_way_it_runs(
            @ForAll @DoubleRange(min = -40, max = 40) double x, @ForAll @DoubleRange(min = -40, max = 40) double y) {
        Point moved = new Point(x, y);
        double area = new ClosedSpline(List.of(A, B, moved, D)).polygon().area();
        assertEquals(area, new ClosedSpline(List.of(moved, D, A, B)).polygon().area(), 1e-9 * (1 + area));
        assertEquals(area, new ClosedSpline(List.of(D, moved, B, A)).polygon().area(), 1e-9 * (1 + area));
    }

    @Test
    void control_points_on_one_another_do_no_harm() {
        for (Point p : new ClosedSpline(List.of(A, A, A, B)).polygon().vertices()) {
            assertTrue(Double.isFinite(p.x() + p.y()));
        }
    }
}
