package foramen.domain.measurement;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.geometry.Bounds;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * How large a cross-section is along and across the beam, all in millimetres.
 *
 * <p>AP is the extent of an outline or ellipse along the depth axis, the rows of the picture; ML its extent across. Of
 * two calipers AP is the one nearer to the depth axis, and where both are nearer to the same axis neither is named. The
 * depth axis of the picture stands for the beam, which is exact in the middle of a curved array's sector. Maximum and
 * minimum caliper are the Feret diameters of the outline, whichever way it is turned (Feret 1931; ISO 9276-6). The
 * flattening ratio is ML / AP (clinical facts 2.2).
 */
final class Diameters {
    private static final double HALF_RIGHT_ANGLE = 45;

    private final Calibration calibration;

    Diameters(Calibration calibration) {
        this.calibration = calibration;
    }

    List<Reading> of(Shape shape) {
        return switch (shape) {
            case Shape.Area a -> area(a);
            case Shape.Bidirectional b -> calipers(b);
            case Shape.Line l -> List.of();
            case Shape.Polyline l -> List.of();
            case Shape.Angle a -> List.of();
            case Shape.Marker m -> List.of();
            case Shape.Text t -> List.of();
        };
    }

    private List<Reading> area(Shape.Area shape) {
        return switch (calibration.scaleFor(shape.trace())) {
            case Scale.Unknown u -> unknown(u.reason());
            case Scale.Known k ->
                shape instanceof Shape.Ellipse(Ellipse pixels) ? ellipse(k, pixels) : outline(k, shape);
        };
    }

    private static List<Reading> outline(Scale.Known k, Shape.Area shape) {
        Polygon mm = k.toMm(shape.polygon());
        Bounds b = mm.bounds();
        List<Reading> all = pair(k, b.height(), b.width(), "extent along the depth axis",
                "extent across the depth axis");
        all.add(mm(Quantity.MAXIMUM_CALIPER, mm.maximumCaliper(), k, "Feret diameter of the outline"));
        all.add(mm(Quantity.MINIMUM_CALIPER, mm.minimumCaliper(), k, "Feret diameter of the outline"));
        return all;
    }

    private static List<Reading> ellipse(Scale.Known k, Ellipse pixels) {
        Ellipse mm = k.toMm(pixels);
        List<Reading> all = pair(k, mm.height(), mm.width(), "extent along the depth axis",
                "extent across the depth axis");
        double p = 2 * mm.a().length();
        double q = 2 * mm.minor();
        all.add(mm(Quantity.MAXIMUM_CALIPER, Math.max(p, q), k, "long axis of the ellipse"));
        all.add(mm(Quantity.MINIMUM_CALIPER, Math.min(p, q), k, "short axis of the ellipse"));
        return all;
    }

    private List<Reading> calipers(Shape.Bidirectional both) {
        return switch (calibration.scaleFor(both.points())) {
            case Scale.Unknown u -> unknown(u.reason());
            case Scale.Known k -> {
                Segment first = k.toMm(both.first());
                Segment second = k.toMm(both.second());
                if (isDeep(first) == isDeep(second)) {
                    yield unknown(
                            "Both calipers lie nearer to the same axis of the picture, so none can be called AP.");
                }
                Segment ap = isDeep(first) ? first : second;
                Segment ml = isDeep(first) ? second : first;
                yield pair(k, ap.length(), ml.length(), "caliper nearer to the depth axis", "caliper across it");
            }
        };
    }

    private static boolean isDeep(Segment s) {
        Point d = s.b().minus(s.a());
        return Math.toDegrees(Math.atan2(Math.abs(d.x()), Math.abs(d.y()))) < HALF_RIGHT_ANGLE;
    }

    private static List<Reading> pair(Scale.Known k, double ap, double ml, String apMethod, String mlMethod) {
        List<Reading> all = new ArrayList<>();
        all.add(mm(Quantity.AP_DIAMETER, ap, k, apMethod));
        all.add(mm(Quantity.ML_DIAMETER, ml, k, mlMethod));
        all.add(ap > 0
                ? new Reading.Measured(Quantity.FLATTENING_RATIO, ml / ap, Unit.RATIO, k.source(), "ML / AP", k.note())
                : new Reading.Unmeasurable(Quantity.FLATTENING_RATIO, "A depth of nought has no flattening ratio.",
                        Double.NaN, Unit.RATIO));
        return all;
    }

    private static Reading mm(Quantity quantity, double value, Scale.Known k, String method) {
        return new Reading.Measured(quantity, value, Unit.MILLIMETRE, k.source(), method, k.note());
    }

    /** Pixels may be oblong, so without a scale not even a ratio holds. */
    private static List<Reading> unknown(String reason) {
        return List.of(none(Quantity.AP_DIAMETER, reason, Unit.PIXEL), none(Quantity.ML_DIAMETER, reason, Unit.PIXEL),
                none(Quantity.FLATTENING_RATIO, reason, Unit.RATIO));
    }

    private static Reading none(Quantity quantity, String reason, Unit unit) {
        return new Reading.Unmeasurable(quantity, reason, Double.NaN, unit);
    }
}
