package foramen.domain.measurement;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes areas and lengths through the one calibrated path.
 *
 * <p>Area is the shoelace area of the outline, or that of the ellipse, in millimetres (clinical facts 2.2, CSA trace); an
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
            case Shape.Area a -> List.of(area(a), perimeter(a));
            case Shape.Line l -> line(l.segment());
            case Shape.Polyline l -> List.of(length(l));
            case Shape.Bidirectional b -> axes(b);
            case Shape.Angle a -> List.of(angle(a));
            case Shape.Marker m -> point(m.point());
            case Shape.Text t -> List.of();
        };
    }

    /**
     * How large {@code shape} is along and across the beam, with its flattening and its calipers; nothing for shapes that
     * have no two dimensions. See {@link Diameters}.
     */
    public List<Reading> diameters(Shape shape) {
        return new Diameters(calibration).of(shape);
    }

    /**
     * The distance between two shapes in mm: nought where they meet or one lies in the other.
     *
     * @param from one shape
     * @param to the other, on the same frame
     */
    public Reading distance(Shape from, Shape to) {
        return new ShapeDistance(calibration).between(from, to);
    }

    /** A length in mm; on an M-mode, spectrum or waveform what a line gives there. */
    public List<Reading> line(Segment line) {
        return calibration.traceFor(List.of(line.a(), line.b())).map(t -> new TraceReadings(t).line(line))
                .orElseGet(() -> List.of(length(line)));
    }

    /** Nothing; on a spectrum the velocity or shift at that point. */
    private List<Reading> point(Point p) {
        return calibration.traceFor(List.of(p)).map(t -> new TraceReadings(t).point(p)).orElse(List.of());
    }

    /** The enclosed area in mm². */
    public Reading area(Shape.Area shape) {
        Polygon outline = shape.polygon();
        if (!outline.isSimple()) {
            return new Reading.Unmeasurable(Quantity.AREA,
                    "The outline crosses itself, so it encloses no definite area; untangle it to measure.", Double.NaN,
                    Unit.SQUARE_PIXEL);
        }
        return switch (calibration.scaleFor(shape.trace())) {
            case Scale.Known k -> measured(Quantity.AREA, areaMm2(shape, k), Unit.SQUARE_MILLIMETRE, k, method(shape));
            case Scale.Unknown u ->
                new Reading.Unmeasurable(Quantity.AREA, u.reason(), outline.area(), Unit.SQUARE_PIXEL);
        };
    }

    /** The area of a traced outline in mm². */
    public Reading area(Polygon outline) {
        return area(new Shape.Outline(outline));
    }

    /** The length of a traced outline in mm. */
    public Reading perimeter(Polygon outline) {
        return perimeter(new Shape.Outline(outline));
    }

    private static double areaMm2(Shape.Area shape, Scale.Known k) {
        return shape instanceof Shape.Ellipse(Ellipse e)
                ? k.toMm(e).area()
                : k.toMm(shape.polygon()).area();
    }

    /** How the area was taken; areas of different methods are not compared (clinical facts 2.2). */
    static String method(Shape.Area shape) {
        return switch (shape) {
            case Shape.Outline o -> "trace";
            case Shape.Spline s -> "trace";
            case Shape.Ellipse e -> "ellipse";
        };
    }

    /** The length of the outline in mm. */
    public Reading perimeter(Shape.Area shape) {
        return switch (calibration.scaleFor(shape.trace())) {
            case Scale.Known k -> measured(Quantity.PERIMETER,
                    shape instanceof Shape.Ellipse(Ellipse e)
                            ? k.toMm(e).perimeter()
                            : k.toMm(shape.polygon()).perimeter(),
                    Unit.MILLIMETRE, k, method(shape));
            case Scale.Unknown u ->
                new Reading.Unmeasurable(Quantity.PERIMETER, u.reason(), shape.polygon().perimeter(), Unit.PIXEL);
        };
    }

    /** The length of a straight line in mm. */
    public Reading length(Segment line) {
        return length(Quantity.LENGTH, List.of(line), "caliper");
    }

    /** The length along an open line in mm. */
    public Reading length(Shape.Polyline line) {
        return length(Quantity.LENGTH, line.edges(), "along the line");
    }

    private Reading length(Quantity quantity, List<Segment> pieces, String method) {
        return switch (calibration.scaleFor(ends(pieces))) {
            case Scale.Known k -> measured(quantity,
                    pieces.stream().mapToDouble(s -> k.toMm(s).length()).sum(), Unit.MILLIMETRE, k, method);
            case Scale.Unknown u -> new Reading.Unmeasurable(quantity, u.reason(),
                    pieces.stream().mapToDouble(Segment::length).sum(), Unit.PIXEL);
        };
    }

    /** Long axis, short axis, and the area of the ellipse on them (clinical facts 2.2, CSA ellipse: π/4 × A × B). */
    private List<Reading> axes(Shape.Bidirectional both) {
        return switch (calibration.scaleFor(both.points())) {
            case Scale.Known k -> {
                double p = k.toMm(both.first()).length();
                double q = k.toMm(both.second()).length();
                yield List.of(measured(Quantity.LONG_AXIS, Math.max(p, q), Unit.MILLIMETRE, k, "two calipers"),
                        measured(Quantity.SHORT_AXIS, Math.min(p, q), Unit.MILLIMETRE, k, "two calipers"),
                        measured(Quantity.AREA, Math.PI / 4 * p * q, Unit.SQUARE_MILLIMETRE, k, "A×B"));
            }
            case Scale.Unknown u -> {
                double p = both.first().length();
                double q = both.second().length();
                yield List.of(
                        new Reading.Unmeasurable(Quantity.LONG_AXIS, u.reason(), Math.max(p, q), Unit.PIXEL),
                        new Reading.Unmeasurable(Quantity.SHORT_AXIS, u.reason(), Math.min(p, q), Unit.PIXEL),
                        new Reading.Unmeasurable(Quantity.AREA, u.reason(), Math.PI / 4 * p * q, Unit.SQUARE_PIXEL));
            }
        };
    }

    /** The angle between the arms in mm space, 0 to 180°; without a scale there is none, since pixels may be oblong. */
    public Reading angle(Shape.Angle angle) {
        return switch (calibration.scaleFor(angle.points())) {
            case Scale.Known k -> measured(Quantity.ANGLE,
                    degrees(k.toMm(angle.first()), k.toMm(angle.vertex()), k.toMm(angle.second())), Unit.DEGREE, k,
                    "between two lines");
            case Scale.Unknown u -> new Reading.Unmeasurable(Quantity.ANGLE, u.reason(), Double.NaN, Unit.DEGREE);
        };
    }

    private static double degrees(Point a, Point vertex, Point b) {
        Point u = a.minus(vertex);
        Point v = b.minus(vertex);
        return Math.toDegrees(Math.atan2(Math.abs(u.x() * v.y() - u.y() * v.x()), u.x() * v.x() + u.y() * v.y()));
    }

    private static List<Point> ends(List<Segment> pieces) {
        return pieces.stream().flatMap(s -> Stream.of(s.a(), s.b())).toList();
    }

    private static Reading measured(Quantity quantity, double value, Unit unit, Scale.Known k, String method) {
        return new Reading.Measured(quantity, value, unit, k.source(), method, k.note());
    }
}
