package foramen.domain.plan;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.List;
import java.util.Optional;

/** Compares the needle as seen with where it was to go. */
public final class ActualReader {
    private static final String METHOD = "needle as seen";

    private final NeedleGeometry geometry;

    /** Reads by {@code rules}. */
    public ActualReader(NeedleRules rules) {
        this.geometry = new NeedleGeometry(rules);
    }

    /**
     * Reads one needle as seen.
     *
     * @param calibration of the clip it was seen in
     * @param skin the skin arc of that clip, where set
     */
    public ActualReading read(ActualNeedle actual, Calibration calibration, Optional<SkinSetting> skin) {
        return switch (calibration.scaleFor(List.of(actual.shaft(), actual.tip(), actual.target()))) {
            case Scale.Known k -> known(actual, k, calibration, skin);
            case Scale.Unknown u -> new ActualReading(actual,
                    new Reading.Unmeasurable(Quantity.TIP_ERROR, u.reason(),
                            actual.tip().distanceTo(actual.target()), Unit.PIXEL),
                    none(Quantity.TIP_ERROR_DEPTH, u.reason()), none(Quantity.TIP_ERROR_LATERAL, u.reason()),
                    none(Quantity.ANGLE_TO_SKIN, u.reason()),
                    actual.spread().map(s -> new Reading.Unmeasurable(Quantity.AREA, u.reason(), s.area(),
                            Unit.SQUARE_PIXEL)),
                    inSpread(actual));
        };
    }

    private ActualReading known(ActualNeedle actual, Scale.Known k, Calibration calibration,
            Optional<SkinSetting> setting) {
        Segment needle = k.toMm(new Segment(actual.shaft(), actual.tip()));
        Point target = k.toMm(actual.target());
        SkinLine skin = geometry.skin(needle, k, calibration, setting);
        Point error = needle.b().minus(target);
        Point beam = skin.beam(target);
        Point right = skin.tangent(target);
        return new ActualReading(actual, mm(Quantity.TIP_ERROR, error.length(), k),
                mm(Quantity.TIP_ERROR_DEPTH, error.x() * beam.x() + error.y() * beam.y(), k),
                mm(Quantity.TIP_ERROR_LATERAL, error.x() * right.x() + error.y() * right.y(), k),
                angle(needle, skin, k), actual.spread().map(s -> area(s, calibration)), inSpread(actual));
    }

    private static Reading angle(Segment needle, SkinLine skin, Scale.Known k) {
        Point d = needle.b().minus(needle.a());
        return d.length() == 0
                ? none(Quantity.ANGLE_TO_SKIN, "Shaft and tip are the same point, so the needle has no direction.")
                : new Reading.Measured(Quantity.ANGLE_TO_SKIN, NeedleGeometry.toSkin(d, skin.beam(needle.a())),
                        Unit.DEGREE, k.source(), METHOD, k.note());
    }

    private static Reading area(foramen.geometry.Polygon spread, Calibration calibration) {
        return switch (calibration.scaleFor(spread.vertices())) {
            case Scale.Known k -> new Reading.Measured(Quantity.AREA, k.toMm(spread).area(), Unit.SQUARE_MILLIMETRE,
                    k.source(), METHOD, k.note());
            case Scale.Unknown u -> new Reading.Unmeasurable(Quantity.AREA, u.reason(), spread.area(),
                    Unit.SQUARE_PIXEL);
        };
    }

    private static Optional<Boolean> inSpread(ActualNeedle actual) {
        return actual.spread().map(s -> s.contains(actual.target()));
    }

    private static Reading mm(Quantity quantity, double value, Scale.Known k) {
        return new Reading.Measured(quantity, value, Unit.MILLIMETRE, k.source(), METHOD, k.note());
    }

    private static Reading none(Quantity quantity, String reason) {
        return new Reading.Unmeasurable(quantity, reason, Double.NaN, Unit.PIXEL);
    }
}
