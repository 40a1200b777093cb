package foramen.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * An ellipse, turned at will.
 *
 * @param centre its centre
 * @param a half of the first axis as a displacement from the centre; not nought
 * @param minor half the length of the other axis, which stands at a right angle to the first; positive
 */
public record Ellipse(Point centre, Point a, double minor) {
    /** Straight pieces in which an ellipse is drawn; its area is exact (engineering default). */
    public static final int PIECES = 96;

    /** Refuses an ellipse without extent. */
    public Ellipse {
        if (!(a.length() > 0) || !(minor > 0) || !Double.isFinite(minor)) {
            throw new IllegalArgumentException("An ellipse needs two axes");
        }
    }

    /** The ellipse with the ends of one axis at {@code axis}'s and the other half axis {@code minor} long. */
    public static Ellipse on(Segment axis, double minor) {
        Point centre = axis.a().towards(axis.b(), 0.5);
        return new Ellipse(centre, axis.a().minus(centre), minor);
    }

    /** Half of the second axis as a displacement from the centre: the first turned by a right angle. */
    public Point b() {
        return new Point(-a.y(), a.x()).times(minor / a.length());
    }

    /** The first axis from end to end. */
    public Segment firstAxis() {
        return new Segment(centre.plus(a), centre.minus(a));
    }

    /** The second axis from end to end. */
    public Segment secondAxis() {
        return new Segment(centre.plus(b()), centre.minus(b()));
    }

    /** The enclosed area, π a b. */
    public double area() {
        return Math.PI * a.length() * minor;
    }

    /**
     * The perimeter by Ramanujan's second formula, whose error is below 0.05 % for any ellipse (Ramanujan 1914).
     */
    public double perimeter() {
        return perimeter(a.length(), minor);
    }

    private static double perimeter(double p, double q) {
        double h = (p - q) * (p - q) / ((p + q) * (p + q));
        return Math.PI * (p + q) * (1 + 3 * h / (10 + Math.sqrt(4 - 3 * h)));
    }

    /** How wide the ellipse is along the first coordinate. */
    public double width() {
        return 2 * Math.hypot(a.x(), b().x());
    }

    /** How high the ellipse is along the second coordinate. */
    public double height() {
        return 2 * Math.hypot(a.y(), b().y());
    }

    /** The ellipse as an outline. */
    public Polygon polygon() {
        List<Point> points = new ArrayList<>(PIECES);
        for (int i = 0; i < PIECES; i++) {
            double t = 2 * Math.PI * i / PIECES;
            points.add(centre.plus(a.times(Math.cos(t))).plus(b().times(Math.sin(t))));
        }
        return new Polygon(points);
    }

    /** This ellipse moved by {@code d}. */
    public Ellipse moved(Point d) {
        return new Ellipse(centre.plus(d), a, minor);
    }

    /**
     * This ellipse with each axis of the plane stretched by its own factor, which is again an ellipse, though with
     * other axes: the step from pixels to millimetres where pixels are not square.
     */
    public Ellipse scaled(double fx, double fy) {
        Point p = a.scaled(fx, fy);
        Point q = b().scaled(fx, fy);
        // The stretched half axes are conjugate diameters; the principal ones lie at this parameter (Rytz).
        double t = 0.5 * Math.atan2(2 * dot(p, q), dot(p, p) - dot(q, q));
        Point major = p.times(Math.cos(t)).plus(q.times(Math.sin(t)));
        Point other = q.times(Math.cos(t)).minus(p.times(Math.sin(t)));
        return new Ellipse(centre.scaled(fx, fy), major, other.length());
    }

    private static double dot(Point p, Point q) {
        return p.x() * q.x() + p.y() * q.y();
    }
}
