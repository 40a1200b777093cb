package foramen.domain.plan;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.Scale;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a needle plan in millimetres and degrees (clinical facts 5): {@code tan a = depth / lateral offset},
 * {@code path = depth / sin a}. Angles are taken in millimetre space, never in pixels.
 */
public final class NeedleGeometry {
    private static final String METHOD = "plan";
    private static final String NO_DIRECTION = "Entry and target are the same point, so the needle has no direction.";

    private final NeedleRules rules;

    /** Reads with the bands of {@code rules}. */
    public NeedleGeometry(NeedleRules rules) {
        this.rules = rules;
    }

    /**
     * Reads the straight path from {@code entry} to {@code target}.
     *
     * @param path entry and target in continuous image pixels
     * @param calibration the clip's
     * @param obstacles what is outlined on the same frame
     */
    public NeedleReading read(Segment path, Calibration calibration, List<Obstacle> obstacles) {
        return switch (calibration.scaleFor(List.of(path.a(), path.b()))) {
            case Scale.Known k -> calibrated(path, k, calibration, obstacles);
            case Scale.Unknown u -> uncalibrated(path, u.reason(), obstacles);
        };
    }

    private NeedleReading calibrated(Segment path, Scale.Known k, Calibration calibration, List<Obstacle> obstacles) {
        Segment mm = k.toMm(path);
        Point d = mm.b().minus(mm.a());
        List<NeedleReading.Clearance> clearances = new ArrayList<>();
        for (Obstacle o : obstacles) {
            clearances.add(clearance(o, path, mm, k, calibration));
        }
        clearances.sort(Comparator.comparingDouble(NeedleGeometry::nearness));
        return new NeedleReading(mm(Quantity.DEPTH, d.y(), k), fromTransducer(path.b(), k, calibration),
                mm(Quantity.PATH_LENGTH, mm.length(), k), mm(Quantity.LATERAL_OFFSET, Math.abs(d.x()), k),
                angle(d, k), band(d), clearances);
    }

    private static Reading angle(Point d, Scale.Known k) {
        return d.length() == 0
                ? new Reading.Unmeasurable(Quantity.ANGLE_TO_SKIN, NO_DIRECTION, Double.NaN, Unit.DEGREE)
                : new Reading.Measured(Quantity.ANGLE_TO_SKIN, degrees(d), Unit.DEGREE, k.source(), METHOD, k.note());
    }

    private Optional<VisibilityBand> band(Point d) {
        return d.length() == 0 ? Optional.empty() : Optional.of(rules.band(Math.abs(degrees(d))));
    }

    private static double degrees(Point d) {
        return Math.toDegrees(Math.atan2(d.y(), Math.abs(d.x())));
    }

    /** In a split screen another picture's outline may stand beside the path; between pictures there is no distance. */
    private static NeedleReading.Clearance clearance(Obstacle o, Segment path, Segment mm, Scale.Known k,
            Calibration calibration) {
        List<Point> all = new ArrayList<>(o.shape().points());
        all.add(path.a());
        all.add(path.b());
        if (calibration.scaleFor(all) instanceof Scale.Unknown u) {
            return new NeedleReading.Clearance(o, px(Quantity.DISTANCE, u.reason(), Double.NaN),
                    px(Quantity.DISTANCE, u.reason(), Double.NaN));
        }
        return new NeedleReading.Clearance(o,
                mm(Quantity.DISTANCE, o.distanceTo(mm, k), k),
                mm(Quantity.DISTANCE, o.distanceTo(mm.b(), k), k));
    }

    /** For sorting: what has no distance comes last. */
    private static double nearness(NeedleReading.Clearance c) {
        return switch (c.fromPath()) {
            case Reading.Measured m -> m.value();
            case Reading.Unmeasurable u -> u.pixels();
        };
    }

    /** The reference pixel of a 2-D region is usually the transducer face at the skin line (fact sheet 1.1). */
    private static Optional<Reading> fromTransducer(Point target, Scale.Known k, Calibration calibration) {
        if (k.source() != CalibrationSource.ULTRASOUND_REGION) {
            return Optional.empty();
        }
        return calibration.faceAbove(target).map(face -> mm(Quantity.DEPTH, k.mmDown(target.y() - face), k));
    }

    private static NeedleReading uncalibrated(Segment path, String reason, List<Obstacle> obstacles) {
        Point d = path.b().minus(path.a());
        List<NeedleReading.Clearance> clearances = obstacles.stream()
                .map(o -> new NeedleReading.Clearance(o,
                        px(Quantity.DISTANCE, reason, o.pixelsTo(path)),
                        px(Quantity.DISTANCE, reason, o.pixelsTo(new Segment(path.b(), path.b())))))
                .sorted(Comparator.comparingDouble(NeedleGeometry::nearness)).toList();
        return new NeedleReading(px(Quantity.DEPTH, reason, d.y()), Optional.empty(),
                px(Quantity.PATH_LENGTH, reason, path.length()),
                px(Quantity.LATERAL_OFFSET, reason, Math.abs(d.x())),
                new Reading.Unmeasurable(Quantity.ANGLE_TO_SKIN, reason, Double.NaN, Unit.DEGREE), Optional.empty(),
                clearances);
    }

    private static Reading mm(Quantity quantity, double value, Scale.Known k) {
        return new Reading.Measured(quantity, value, Unit.MILLIMETRE, k.source(), METHOD, k.note());
    }

    private static Reading px(Quantity quantity, String reason, double value) {
        return new Reading.Unmeasurable(quantity, reason, value, Unit.PIXEL);
    }
}
