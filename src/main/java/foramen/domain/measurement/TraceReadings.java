package foramen.domain.measurement;

import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.Region;
import foramen.domain.clip.Trace;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Depths, times, velocities and Doppler shifts off an M-mode, a spectrum or a waveform (DICOM PS3.3 C.8.5.5.1). */
final class TraceReadings {
    private static final String NO_BASELINE = "The file gives no reference pixel for this Doppler scale, so there is no"
            + " baseline; only changes can be measured.";

    private final Trace trace;

    TraceReadings(Trace trace) {
        this.trace = trace;
    }

    /** What a line gives here, the main value first. */
    List<Reading> line(Segment s) {
        if (!trace.objection().isEmpty()) {
            return List.of(new Reading.Unmeasurable(Quantity.LENGTH, trace.objection(), s.length(), Unit.PIXEL));
        }
        List<Reading> readings = new ArrayList<>();
        if (trace.region().spatialFormat() == Region.M_MODE) {
            readings.add(reading(Quantity.DEPTH, trace.depthMm(s), Unit.MILLIMETRE,
                    "The M-mode of this clip gives no usable depth scale."));
        }
        boolean hasValues = trace.isVelocity() || trace.isFrequency();
        if (trace.region().spatialFormat() == Region.SPECTRAL) {
            readings.add(reading(change(), trace.change(s), unit(),
                    "The spectrum of this clip gives no usable velocity scale."));
        }
        readings.add(reading(Quantity.TIME, trace.millis(s), Unit.MILLISECOND, trace.objection()));
        if (hasValues) {
            readings.add(reading(value(), trace.valueAt(s.a()), unit(), NO_BASELINE));
            readings.add(reading(value(), trace.valueAt(s.b()), unit(), NO_BASELINE));
        }
        return readings;
    }

    /** The velocity or shift at a point of a spectrum; nothing elsewhere. */
    List<Reading> point(Point p) {
        return trace.isVelocity() || trace.isFrequency()
                ? List.of(reading(value(), trace.valueAt(p), unit(), NO_BASELINE))
                : List.of();
    }

    private Quantity value() {
        return trace.isFrequency() ? Quantity.FREQUENCY_SHIFT : Quantity.VELOCITY;
    }

    private Quantity change() {
        return trace.isFrequency() ? Quantity.FREQUENCY_CHANGE : Quantity.VELOCITY_CHANGE;
    }

    private Unit unit() {
        return trace.isFrequency() ? Unit.HERTZ : Unit.CENTIMETRE_PER_SECOND;
    }

    private Reading reading(Quantity quantity, OptionalDouble value, Unit unit, String whyNone) {
        return value.isPresent()
                ? new Reading.Measured(quantity, value.getAsDouble(), unit, CalibrationSource.ULTRASOUND_REGION,
                        trace.region().description() + " caliper", "")
                : new Reading.Unmeasurable(quantity, whyNone, Double.NaN, unit);
    }
}
