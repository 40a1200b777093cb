package foramen.geometry;

/**
 * A point (or a displacement) of the plane.
 *
 * <p>In image space, {@code x} runs right and {@code y} down in continuous pixels; (0, 0) is the top-left corner of
 * the top-left pixel and its centre is (0.5, 0.5), as DICOM PS3.3 C.18.6 has it.
 *
 * @param x abscissa, finite
 * @param y ordinate, finite
 */
public record Point(double x, double y) {
    /** Refuses coordinates that are not finite. */
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("A point needs finite coordinates, not (" + x + ", " + y + ")");
        }
    }

    /** This point moved by {@code d}. */
    public Point plus(Point d) {
        return new Point(x + d.x, y + d.y);
    }

    /** The displacement from {@code o} to this point. */
    public Point minus(Point o) {
        return new Point(x - o.x, y - o.y);
    }

    /** This displacement stretched by {@code f}. */
    public Point times(double f) {
        return new Point(x * f, y * f);
    }

    /** This point with each axis stretched by its own factor: the step from pixels to millimetres. */
    public Point scaled(double fx, double fy) {
        return new Point(x * fx, y * fy);
    }

    /** The length of this displacement. */
    public double length() {
        return Math.hypot(x, y);
    }

    /** The distance to {@code o}. */
    public double distanceTo(Point o) {
        return Math.hypot(x - o.x, y - o.y);
    }

    /** The point at fraction {@code t} of the way to {@code o}; 0 is here, 1 is there. */
    public Point towards(Point o, double t) {
        return new Point(x + (o.x - x) * t, y + (o.y - y) * t);
    }
}
