package foramen.geometry;

import java.util.Optional;

/**
 * A circle.
 *
 * @param centre its centre
 * @param radius its radius, positive
 */
public record Circle(Point centre, double radius) {
    /** Refuses a radius that is not positive and finite. */
    public Circle {
        if (!(radius > 0) || !Double.isFinite(radius)) {
            throw new IllegalArgumentException("A circle needs a positive radius, not " + radius);
        }
    }

    /** The circle through three points; empty where they lie on one line or coincide. */
    public static Optional<Circle> through(Point a, Point b, Point c) {
        Point p = b.minus(a);
        Point q = c.minus(a);
        double twice = 2 * (p.x() * q.y() - p.y() * q.x());
        double pp = p.x() * p.x() + p.y() * p.y();
        double qq = q.x() * q.x() + q.y() * q.y();
        // The sine of the angle between both chords: below this the radius would be noise.
        if (!(Math.abs(twice) > 1e-6 * Math.sqrt(pp * qq))) {
            return Optional.empty();
        }
        Point fromA = new Point((q.y() * pp - p.y() * qq) / twice, (p.x() * qq - q.x() * pp) / twice);
        return fromA.length() > 0 ? Optional.of(new Circle(a.plus(fromA), fromA.length())) : Optional.empty();
    }

    /** The point of this circle in the direction of {@code p}; straight down from the centre where {@code p} is it. */
    public Point towards(Point p) {
        double d = centre.distanceTo(p);
        return d == 0 ? centre.plus(new Point(0, radius)) : centre.towards(p, radius / d);
    }
}
