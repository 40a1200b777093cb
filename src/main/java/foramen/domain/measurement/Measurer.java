package foramen.domain.measurement;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;

/**
 * Takes areas and lengths through the one calibrated path.
 *
 * <p>Area is the shoelace area of the traced outline times the square of the scale (clinical facts 2.2, CSA trace); an
 * outline that crosses itself encloses nothing definite and gets no area.
 */
public final class Measurer {
    private final Calibration calibration;

    /** Measures on the clip that {@code calibration} belongs to. */
    public Measurer(Calibration calibration) {
        this.calibration = calibration;
    }

    /** All that can be read off {@code shape}: area and perimeter, a length, or nothing. */
    public List<Reading> readings(Shape shape) {
        return switch (shape) {
            case Shape.Outline o -> List.of(area(o.polygon()), perimeter(o.polygon()));
            case Shape.Line l -> List.of(length(l.segment()));
            case Shape.Marker m -> List.of();
        };
    }

    /** The enclosed area in mm². */
    public Reading area(Polygon outline) {
        if (!outline.isSimple()) {
            return new Reading.Unmeasurable(Quantity.AREA,
                    "The outline crosses itself, so it encloses no definite area; untangle it to measure.", Double.NaN,
                    Unit.SQUARE_PIXEL);
        }
        return switch (calibration.scaleFor(outline.vertices())) {
            case Scale.Known k -> measured(Quantity.AREA, k.toMm(outline).area(), Unit.SQUARE_MILLIMETRE, k, "trace");
            case Scale.Unknown u ->
                new Reading.Unmeasurable(Quantity.AREA, u.reason(), outline.area(), Unit.SQUARE_PIXEL);
        };
    }

    /** The length of the outline in mm. */
    public Reading perimeter(Polygon outline) {
        return switch (calibration.scaleFor(outline.vertices())) {
            case Scale.Known k ->
                measured(Quantity.PERIMETER, k.toMm(outline).perimeter(), Unit.MILLIMETRE, k, "trace");
            case Scale.Unknown u ->
                new Reading.Unmeasurable(Quantity.PERIMETER, u.reason(), outline.perimeter(), Unit.PIXEL);
        };
    }

    /** The length of a line in mm. */
    public Reading length(Segment line) {
        return switch (calibration.scaleFor(List.of(line.a(), line.b()))) {
            case Scale.Known k -> measured(Quantity.LENGTH, k.toMm(line).length(), Unit.MILLIMETRE, k, "caliper");
            case Scale.Unknown u -> new Reading.Unmeasurable(Quantity.LENGTH, u.reason(), line.length(), Unit.PIXEL);
        };
    }

    private static Reading measured(Quantity quantity, double value, Unit unit, Scale.Known k, String method) {
        return new Reading.Measured(quantity, value, unit, k.source(), method, k.note());
    }
}
