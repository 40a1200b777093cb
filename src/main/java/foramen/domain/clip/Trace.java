package foramen.domain.clip;

import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.OptionalDouble;

/**
 * The axes of a region that shows something over time: M-mode, spectral Doppler or a waveform (PS3.3 C.8.5.5.1). It
 * gives times, depths, velocities and frequencies, never a length across and never an area.
 *
 * @param region the region, an M-mode, spectral or waveform one
 */
public record Trace(Region region) {
    private static final double MILLIS = 1000;
    private static final double MM_PER_CM = 10;
    /** What a pixel can be worth in seconds, centimetres a second and hertz (engineering defaults). */
    private static final double SHORTEST_SECONDS = 1e-6;
    private static final double LONGEST_SECONDS = 10;
    private static final double SLOWEST = 1e-4;
    private static final double FASTEST = 1e3;
    private static final double LOWEST_HERTZ = 1e-3;
    private static final double HIGHEST_HERTZ = 1e6;

    /** Refuses a region that shows nothing over time. */
    public Trace {
        if (!region.isTrace()) {
            throw new IllegalArgumentException("A " + region.description() + " region is no trace");
        }
    }

    /** The time from one end of {@code s} to the other, in milliseconds, not negative. */
    public OptionalDouble millis(Segment s) {
        return region.unitsX() == Region.UNIT_SECOND && isWithin(region.deltaX(), SHORTEST_SECONDS, LONGEST_SECONDS)
                ? OptionalDouble.of(Math.abs((s.b().x() - s.a().x()) * region.deltaX()) * MILLIS)
                : OptionalDouble.empty();
    }

    /** The depth between the ends of {@code s}, in millimetres, not negative; only in M-mode. */
    public OptionalDouble depthMm(Segment s) {
        return region.spatialFormat() == Region.M_MODE && isTimed() && region.unitsY() == Region.UNIT_CM
                && Scale.isPlausible(Math.abs(region.deltaY()) * MM_PER_CM)
                        ? OptionalDouble.of(Math.abs((s.b().y() - s.a().y()) * region.deltaY()) * MM_PER_CM)
                        : OptionalDouble.empty();
    }

    /** Whether its Y axis is velocity in cm/s. */
    public boolean isVelocity() {
        return isDoppler() && region.unitsY() == Region.UNIT_CM_PER_SECOND && !contradicts()
                && isWithin(region.deltaY(), SLOWEST, FASTEST);
    }

    /** Whether its Y axis is a Doppler shift in hertz. */
    public boolean isFrequency() {
        return isDoppler() && region.unitsY() == Region.UNIT_HERTZ && !contradicts()
                && isWithin(region.deltaY(), LOWEST_HERTZ, HIGHEST_HERTZ);
    }

    /**
     * The velocity (cm/s) or shift (Hz) at {@code p} above or below the baseline, with its sign; empty where the file
     * has no reference pixel and so no baseline.
     */
    public OptionalDouble valueAt(Point p) {
        return (isVelocity() || isFrequency()) && region.reference().isPresent()
                // The reference is a pixel's index; its centre is half a pixel on in continuous coordinates.
                ? OptionalDouble.of((p.y() - region.minY() - region.reference().get().y() - 0.5) * region.deltaY()
                        + region.referenceValueY())
                : OptionalDouble.empty();
    }

    /** How much the velocity (cm/s) or shift (Hz) changes from the first end of {@code s} to the second. */
    public OptionalDouble change(Segment s) {
        return isVelocity() || isFrequency()
                ? OptionalDouble.of((s.b().y() - s.a().y()) * region.deltaY())
                : OptionalDouble.empty();
    }

    /** Why neither times nor values can be read here; empty where something can. */
    public String objection() {
        if (region.spatialFormat() == Region.SPECTRAL && contradicts()) {
            return "The Doppler scale of this region is given both as a velocity and as a frequency; it cannot be"
                    + " measured.";
        }
        return isTimed()
                ? ""
                : "The " + region.description() + " of this clip gives no usable time scale, so it cannot be measured.";
    }

    /** What can be had here instead of a length or an area. */
    String whyNoLength() {
        return switch (region.spatialFormat()) {
            case Region.M_MODE -> "This is the M-mode of the clip: a line gives depth and time here; lengths across"
                    + " and areas stay in pixels.";
            case Region.SPECTRAL -> "This is the spectral Doppler of the clip: a line gives velocity and time here;"
                    + " lengths and areas stay in pixels.";
            default -> "This is a waveform of the clip: a line gives time here; lengths and areas stay in pixels.";
        };
    }

    private boolean isTimed() {
        return millis(new Segment(new Point(0, 0), new Point(1, 0))).isPresent();
    }

    private boolean isDoppler() {
        return region.spatialFormat() == Region.SPECTRAL && isTimed();
    }

    /** Flags bit 2 tells velocity from frequency, for PW and CW only; the unit must agree. */
    private boolean contradicts() {
        boolean flagged = region.dataType() == Region.PULSED_WAVE || region.dataType() == Region.CONTINUOUS_WAVE;
        boolean hertz = region.unitsY() == Region.UNIT_HERTZ;
        boolean velocity = region.unitsY() == Region.UNIT_CM_PER_SECOND;
        return flagged && (region.isFrequencyScale() ? velocity : hertz);
    }

    private static boolean isWithin(double delta, double least, double most) {
        return Math.abs(delta) >= least && Math.abs(delta) <= most;
    }
}
