package foramen.phantom;

import foramen.geometry.Point;

/**
 * A curved-array probe and its field. The origin is the middle of the face; x runs to the right of the screen and z
 * (a point's {@code y}) into the body, both in millimetres. The apex of the beams lies at z = −radius.
 *
 * @param radiusMm radius of the face (clinical facts 1.4: 60)
 * @param halfAngle half the angle of the sector, in radians
 * @param depthMm depth shown along a beam
 */
public record CurvedArray(double radiusMm, double halfAngle, double depthMm) {
    /** The probe of the phantom: 60 mm radius, 62 degrees, 90 mm (clinical facts 1.4, physics defaults). */
    public static final CurvedArray STANDARD = new CurvedArray(60, StrictMath.toRadians(31), 90);

    /** The point at {@code range} millimetres from the apex on the beam at {@code angle}, positive to the right. */
    public Point at(double range, double angle) {
        return new Point(range * StrictMath.sin(angle), range * StrictMath.cos(angle) - radiusMm);
    }

    /** Millimetres from the apex to {@code p}. */
    public double range(Point p) {
        return Math.sqrt(p.x() * p.x() + (p.y() + radiusMm) * (p.y() + radiusMm));
    }

    /** Angle of the beam through {@code p}, in radians. */
    public double angle(Point p) {
        return StrictMath.atan2(p.x(), p.y() + radiusMm);
    }

    /** How far the edge of the face lies above its middle, in millimetres. */
    public double sagMm() {
        return radiusMm * (1 - StrictMath.cos(halfAngle));
    }
}
