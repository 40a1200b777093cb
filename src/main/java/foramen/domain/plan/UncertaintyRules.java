package foramen.domain.plan;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.Scale;

/**
 * How far a distance can be off, by cause; each a standard deviation.
 *
 * @param calibration of the file's scale, as a share of the distance
 * @param drawnScale of both ends of a line of known length together, in pixels
 * @param trace of the traced border, mm
 * @param depth of a structure's depth against the needle's, as a share of the depth
 */
public record UncertaintyRules(Component calibration, Component drawnScale, Component trace, Component depth) {
    /**
     * One cause.
     *
     * @param label in words
     * @param value one standard deviation
     * @param unit of the value, in UCUM; {@code 1} for a share
     * @param source where it comes from
     */
    public record Component(String label, double value, String unit, String source) {}

    /** The share of every distance that the scale leaves open: the file's, or that of the shortest line drawn. */
    double scaleShare(Scale.Known k, Calibration calibrated) {
        if (k.source() != CalibrationSource.MANUAL) {
            return calibration.value();
        }
        double shortest = calibrated.manual().stream().flatMap(m -> m.lines().stream())
                .mapToDouble(l -> l.segment().length()).min().orElse(Double.POSITIVE_INFINITY);
        return Math.max(calibration.value(), drawnScale.value() / shortest);
    }
}
