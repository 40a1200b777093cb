package foramen.dicom.sr.exact;

import foramen.domain.annotation.Shape;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;

/** The geometry of an annotation, exactly: the kind of shape and its handles. */
final class ShapeRecord {
    private static final String OUTLINE = "outline";
    private static final String SPLINE = "spline";
    private static final String ELLIPSE = "ellipse";
    private static final String LINE = "line";
    private static final String POLYLINE = "polyline";
    private static final String BIDIRECTIONAL = "bidirectional";
    private static final String ANGLE = "angle";
    private static final String TEXT = "text";
    private static final String MARKER = "marker";

    private ShapeRecord() {}

    static void write(RecordWriter record, Shape shape) {
        record.text(Fields.SHAPE, switch (shape) {
            case Shape.Outline o -> OUTLINE;
            case Shape.Spline s -> SPLINE;
            case Shape.Ellipse e -> ELLIPSE;
            case Shape.Line l -> LINE;
            case Shape.Polyline l -> POLYLINE;
            case Shape.Bidirectional b -> BIDIRECTIONAL;
            case Shape.Angle a -> ANGLE;
            case Shape.Marker m -> MARKER;
            case Shape.Text t -> TEXT;
        });
        if (shape instanceof Shape.Ellipse(Ellipse e)) {
            // Its handles would give it back only nearly: centre, half axis, and the length of the other one.
            record.points(Fields.POINTS, List.of(e.centre(), e.a())).number(Fields.HALF_AXIS, e.minor());
        } else {
            record.points(Fields.POINTS, shape.points());
        }
    }

    static Shape read(RecordReader record) {
        String kind = record.text(Fields.SHAPE);
        List<Point> p = record.points(Fields.POINTS);
        return switch (kind) {
            case OUTLINE -> new Shape.Outline(new Polygon(p));
            case SPLINE -> new Shape.Spline(new ClosedSpline(p));
            case ELLIPSE -> new Shape.Ellipse(
                    new Ellipse(at(p, 0, 2), at(p, 1, 2), record.number(Fields.HALF_AXIS)));
            case LINE -> new Shape.Line(new Segment(at(p, 0, 2), at(p, 1, 2)));
            case POLYLINE -> new Shape.Polyline(p);
            case BIDIRECTIONAL -> new Shape.Bidirectional(new Segment(at(p, 0, 4), at(p, 1, 4)),
                    new Segment(at(p, 2, 4), at(p, 3, 4)));
            case ANGLE -> new Shape.Angle(at(p, 0, 3), at(p, 1, 3), at(p, 2, 3));
            case MARKER -> new Shape.Marker(at(p, 0, 1));
            case TEXT -> new Shape.Text(at(p, 0, 1));
            default -> throw new Malformed("has a shape that this version does not know");
        };
    }

    private static Point at(List<Point> points, int index, int count) {
        if (points.size() != count) {
            throw new Malformed("has a shape of " + points.size() + " points instead of " + count);
        }
        return points.get(index);
    }
}
