package foramen.domain.plan;

import foramen.geometry.Circle;
import foramen.geometry.Point;

/**
 * The skin under the probe, in millimetre space: where beams begin and along what they run. {@code y} runs down, into
 * the body.
 */
public sealed interface SkinLine {
    /** Where its form comes from. */
    SkinSource source();

    /** How far {@code p} lies below the skin along the beam through it, mm; negative above. */
    double depth(Point p);

    /** The direction of the beam through {@code p}, into the body, of length 1. */
    Point beam(Point p);

    /** The way along the skin between the beams through {@code a} and {@code b}, mm, positive to the right. */
    double along(Point a, Point b);

    /** The point at the depth of {@code p}, {@code mm} farther to the right along its level. */
    Point shifted(Point p, double mm);

    /** The direction along the skin at the beam through {@code p}, to the right, of length 1. */
    default Point tangent(Point p) {
        Point b = beam(p);
        return new Point(b.y(), -b.x());
    }

    /**
     * The skin of a linear array.
     *
     * @param y its height, mm
     */
    record Straight(double y, SkinSource source) implements SkinLine {
        private static final Point DOWN = new Point(0, 1);

        @Override
        public double depth(Point p) {
            return p.y() - y;
        }

        @Override
        public Point beam(Point p) {
            return DOWN;
        }

        @Override
        public double along(Point a, Point b) {
            return b.x() - a.x();
        }

        @Override
        public Point shifted(Point p, double mm) {
            return new Point(p.x() + mm, p.y());
        }
    }

    /**
     * The skin of a curved array: beams run away from its centre, which lies above.
     *
     * @param circle its form, mm
     */
    record Arc(Circle circle, SkinSource source) implements SkinLine {
        @Override
        public double depth(Point p) {
            return p.distanceTo(circle.centre()) - circle.radius();
        }

        @Override
        public Point beam(Point p) {
            Point out = p.minus(circle.centre());
            double length = out.length();
            return length == 0 ? new Point(0, 1) : out.times(1 / length);
        }

        @Override
        public double along(Point a, Point b) {
            return circle.radius() * turn(beam(a), beam(b));
        }

        /** From one direction to another, counted to the right as seen from a centre above. */
        private static double turn(Point from, Point to) {
            return Math.atan2(from.y() * to.x() - from.x() * to.y(), from.x() * to.x() + from.y() * to.y());
        }

        @Override
        public Point shifted(Point p, double mm) {
            double turn = mm / circle.radius();
            Point out = p.minus(circle.centre());
            double cos = Math.cos(turn);
            double sin = Math.sin(turn);
            return circle.centre().plus(
                    new Point(out.x() * cos + out.y() * sin, out.y() * cos - out.x() * sin));
        }
    }
}
