package foramen.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * A smooth closed curve through three or more control points: a centripetal Catmull–Rom spline (Yuksel, Schaefer and
 * Keyser 2011), which neither loops nor forms cusps within a span.
 *
 * @param controls the points it goes through, in drawing order; the last joins the first, which is not repeated
 */
public record ClosedSpline(List<Point> controls) {
    /** Straight pieces in which a span between two control points is drawn and measured (engineering default). */
    public static final int PIECES = 16;

    /** Control points closer than this count as one where the curve is evaluated. */
    private static final double TOUCHING = 1e-9;

    /** Copies the control points and refuses fewer than three. */
    public ClosedSpline {
        controls = List.copyOf(controls);
        if (controls.size() < 3) {
            throw new IllegalArgumentException("A curve needs three points or more, not " + controls.size());
        }
    }

    /** The curve as an outline of {@link #PIECES} pieces a span; vertex {@code i * PIECES} is control point i. */
    public Polygon polygon() {
        List<Point> points = new ArrayList<>(controls.size() * PIECES);
        for (int span = 0; span < controls.size(); span++) {
            for (int k = 0; k < PIECES; k++) {
                points.add(at(span, (double) k / PIECES));
            }
        }
        return new Polygon(points);
    }

    /** The point at fraction {@code t} of the span that begins at control point {@code span}. */
    public Point at(int span, double t) {
        Point p0 = control(span - 1);
        Point p1 = control(span);
        Point p2 = control(span + 1);
        Point p3 = control(span + 2);
        double d1 = knot(p0, p1);
        double d2 = knot(p1, p2);
        double d3 = knot(p2, p3);
        if (t == 0 || d2 < TOUCHING) {
            return p1;
        }
        // Barry and Goldman's pyramid; knots at -d1, 0, d2, d2 + d3.
        double u = t * d2;
        Point a1 = blend(p0, p1, -d1, 0, u);
        Point a2 = blend(p1, p2, 0, d2, u);
        Point a3 = blend(p2, p3, d2, d2 + d3, u);
        Point b1 = blend(a1, a2, -d1, d2, u);
        Point b2 = blend(a2, a3, 0, d2 + d3, u);
        return blend(b1, b2, 0, d2, u);
    }

    private Point control(int index) {
        return controls.get(Math.floorMod(index, controls.size()));
    }

    private static double knot(Point a, Point b) {
        return Math.sqrt(a.distanceTo(b));
    }

    private static Point blend(Point a, Point b, double from, double to, double u) {
        return to - from < TOUCHING ? a : a.towards(b, (u - from) / (to - from));
    }
}
