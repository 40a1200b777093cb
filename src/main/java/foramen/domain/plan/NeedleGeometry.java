package foramen.domain.plan;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.Scale;
import foramen.domain.clip.TransducerGeometry;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import foramen.geometry.Circle;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Reads a needle plan in millimetres and degrees (clinical facts 5): on a linear array
 * {@code tan a = depth / lateral offset}, {@code path = depth / sin a}; on a curved one the skin is an arc, beams spread
 * from its centre, and angles are local. Angles are taken in millimetre space, never in pixels.
 */
public final class NeedleGeometry {
    private static final String METHOD = "plan";
    private static final String NO_DIRECTION = "Entry and target are the same point, so the needle has no direction.";
    private static final double UPRIGHT = 90;

    private final NeedleRules rules;

    /** Reads with the bands of {@code rules}. */
    public NeedleGeometry(NeedleRules rules) {
        this.rules = rules;
    }

    /** Reads a path under a skin line of which nothing was set. */
    public NeedleReading read(Segment path, Calibration calibration, List<Obstacle> obstacles) {
        return read(path, calibration, obstacles, Optional.empty());
    }

    /**
     * Reads the straight path from {@code entry} to {@code target}.
     *
     * @param path entry and target in continuous image pixels
     * @param calibration the clip's
     * @param obstacles what is outlined on the same frame
     * @param skin the skin arc, where the operator set one
     */
    public NeedleReading read(Segment path, Calibration calibration, List<Obstacle> obstacles,
            Optional<SkinSetting> skin) {
        return switch (calibration.scaleFor(List.of(path.a(), path.b()))) {
            case Scale.Known k -> calibrated(path, k, calibration, obstacles, skin);
            case Scale.Unknown u -> uncalibrated(path, u.reason(), obstacles);
        };
    }

    /** The skin line of a path in mm: the arc where one was set and a probe can have it, else straight. */
    SkinLine skin(Segment mm, Scale.Known k, Calibration calibration, Optional<SkinSetting> setting) {
        TransducerGeometry transducer = calibration.file().transducer();
        SkinSource straight = switch (transducer) {
            case LINEAR -> SkinSource.FILE_LINEAR;
            case CURVED_LINEAR -> SkinSource.ARC_MISSING;
            case OTHER, UNKNOWN -> SkinSource.ASSUMED_STRAIGHT;
        };
        return setting.filter(s -> refusal(s, k).isEmpty()).flatMap(s -> s.circle(k))
                .<SkinLine>map(c -> new SkinLine.Arc(c, SkinSource.OPERATOR_ARC))
                .orElseGet(() -> new SkinLine.Straight(mm.a().y(), straight));
    }

    /** Why {@code setting} is no skin arc of a probe at that scale; empty where it is one. */
    public Optional<String> refusal(SkinSetting setting, Scale.Known k) {
        Optional<Circle> circle = setting.circle(k);
        if (circle.isEmpty()) {
            return Optional.of("The points of the skin arc lie on one line, so they make no arc.");
        }
        NeedleRules.SkinArc limits = rules.skinArc();
        double radius = circle.get().radius();
        if (radius < limits.minRadiusMm() || radius > limits.maxRadiusMm()) {
            return Optional.of("The skin arc has a radius of " + Math.round(radius) + " mm, which no probe has ("
                    + Math.round(limits.minRadiusMm()) + " to " + Math.round(limits.maxRadiusMm()) + " mm).");
        }
        boolean above = switch (setting.form()) {
            case SkinSetting.Form.ThreePoints t -> setting.points().stream()
                    .allMatch(p -> k.toMm(p).y() > circle.get().centre().y());
            case SkinSetting.Form.Centre c -> true;
            case SkinSetting.Form.Face f -> true;
        };
        return above
                ? Optional.empty()
                : Optional.of("The skin arc bends upwards; a curved probe presses it downwards.");
    }

    private NeedleReading calibrated(Segment path, Scale.Known k, Calibration calibration, List<Obstacle> obstacles,
            Optional<SkinSetting> setting) {
        Segment mm = k.toMm(path);
        SkinLine skin = skin(mm, k, calibration, setting);
        Point d = mm.b().minus(mm.a());
        List<NeedleReading.Clearance> clearances = new ArrayList<>();
        for (Obstacle o : obstacles) {
            clearances.add(clearance(o, path, mm, k, calibration));
        }
        clearances.sort(Comparator.comparingDouble(NeedleGeometry::nearness));
        Optional<Reading> fromFace = skin instanceof SkinLine.Arc
                ? Optional.of(mm(Quantity.DEPTH, skin.depth(mm.b()), k))
                : fromTransducer(path.b(), k, calibration);
        boolean directed = d.length() > 0;
        return new NeedleReading(mm(Quantity.DEPTH, skin.depth(mm.b()) - skin.depth(mm.a()), k), fromFace,
                mm(Quantity.PATH_LENGTH, mm.length(), k),
                mm(Quantity.LATERAL_OFFSET, Math.abs(skin.along(mm.a(), mm.b())), k),
                angle(Quantity.ANGLE_TO_SKIN, directed, () -> toSkin(d, skin.beam(mm.a())), k),
                angle(Quantity.ANGLE_TO_BEAM, directed, () -> toBeam(d, skin.beam(mm.b())), k),
                directed ? Optional.of(rules.band(UPRIGHT - toBeam(d, skin.beam(mm.b())))) : Optional.empty(),
                Optional.of(skin), clearances);
    }

    private static Reading angle(Quantity quantity, boolean directed, DoubleSupplier degrees, Scale.Known k) {
        return directed
                ? new Reading.Measured(quantity, degrees.getAsDouble(), Unit.DEGREE, k.source(), METHOD, k.note())
                : new Reading.Unmeasurable(quantity, NO_DIRECTION, Double.NaN, Unit.DEGREE);
    }

    /** 0° along the skin, 90° along the beam, negative away from the body. */
    static double toSkin(Point d, Point beam) {
        double down = d.x() * beam.x() + d.y() * beam.y();
        double across = Math.abs(d.x() * beam.y() - d.y() * beam.x());
        return Math.toDegrees(Math.atan2(down, across));
    }

    /** Between two lines, so from 0° to 90°. */
    static double toBeam(Point d, Point beam) {
        return UPRIGHT - Math.abs(toSkin(d, beam));
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

    private static Optional<Reading> fromTransducer(Point target, Scale.Known k, Calibration calibration) {
        return belowFace(target, k, calibration).map(mm -> mm(Quantity.DEPTH, mm, k));
    }

    /**
     * How far a point lies below the transducer face, mm, where the file says where that is: the reference pixel of a
     * 2-D region is usually the face at the skin line (fact sheet 1.1).
     */
    static Optional<Double> belowFace(Point at, Scale.Known k, Calibration calibration) {
        return k.source() == CalibrationSource.ULTRASOUND_REGION
                ? calibration.faceAbove(at).map(face -> k.mmDown(at.y() - face))
                : Optional.empty();
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
                new Reading.Unmeasurable(Quantity.ANGLE_TO_SKIN, reason, Double.NaN, Unit.DEGREE),
                new Reading.Unmeasurable(Quantity.ANGLE_TO_BEAM, reason, Double.NaN, Unit.DEGREE), Optional.empty(),
                Optional.empty(), clearances);
    }

    private static Reading mm(Quantity quantity, double value, Scale.Known k) {
        return new Reading.Measured(quantity, value, Unit.MILLIMETRE, k.source(), METHOD, k.note());
    }

    private static Reading px(Quantity quantity, String reason, double value) {
        return new Reading.Unmeasurable(quantity, reason, value, Unit.PIXEL);
    }
}
