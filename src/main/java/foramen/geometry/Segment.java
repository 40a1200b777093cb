package foramen.geometry;

/**
 * A straight piece from {@code a} to {@code b}.
 *
 * @param a first end
 * @param b second end; may equal the first
 */
public record Segment(Point a, Point b) {
    /** The length. */
    public double length() {
        return a.distanceTo(b);
    }

    /** The middle. */
    public Point middle() {
        return a.towards(b, 0.5);
    }

    /** The point of this segment nearest to {@code p}. */
    public Point nearest(Point p) {
        Point d = b.minus(a);
        double square = d.x() * d.x() + d.y() * d.y();
        if (square == 0) {
            return a;
        }
        double t = ((p.x() - a.x()) * d.x() + (p.y() - a.y()) * d.y()) / square;
        return a.towards(b, Math.clamp(t, 0.0, 1.0));
    }

    /** The distance from {@code p} to the nearest point of this segment. */
    public double distanceTo(Point p) {
        return nearest(p).distanceTo(p);
    }

    /** The distance between two segments: nought where they cross or touch. */
    public static double distance(Segment s, Segment t) {
        if (s.crosses(t)) {
            return 0;
        }
        return Math.min(Math.min(s.distanceTo(t.a), s.distanceTo(t.b)), Math.min(t.distanceTo(s.a), t.distanceTo(s.b)));
    }

    private boolean crosses(Segment o) {
        return side(o.a) * side(o.b) < 0 && o.side(a) * o.side(b) < 0;
    }

    private double side(Point p) {
        return Math.signum((b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x()));
    }

    /** This segment with each axis stretched by its own factor. */
    public Segment scaled(double fx, double fy) {
        return new Segment(a.scaled(fx, fy), b.scaled(fx, fy));
    }
}
