package foramen.dicom.sr;

import foramen.domain.annotation.Shape;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * The spatial coordinates by which a report shows a shape to any reader: what is drawn on the picture, held within it,
 * because coordinates beyond the picture are not allowed (DICOM PS3.3 C.18.6).
 */
public final class ShownGraphic {
    /** More points do not fit the 16-bit length of an FL element twice over; longer outlines are thinned. */
    static final int MOST_POINTS = 4000;

    private ShownGraphic() {}

    /**
     * The graphics of {@code shape}: one, or two for two calipers and for the arms of an angle.
     *
     * @param columns width of the picture
     * @param rows height of the picture
     */
    public static List<Content.Graphic> of(Shape shape, int columns, int rows) {
        return switch (shape) {
            case Shape.Outline o -> List.of(closed(o.trace(), columns, rows));
            case Shape.Spline s -> List.of(closed(s.trace(), columns, rows));
            case Shape.Ellipse e -> List.of(ellipse(e, columns, rows));
            case Shape.Line l -> List.of(line(l.segment(), columns, rows));
            case Shape.Polyline l -> List.of(open(l.points(), columns, rows));
            case Shape.Bidirectional b -> List.of(line(b.first(), columns, rows), line(b.second(), columns, rows));
            case Shape.Angle(Point first, Point vertex, Point second) -> List.of(
                    open(List.of(vertex, first), columns, rows), open(List.of(vertex, second), columns, rows));
            case Shape.Marker m -> List.of(point(m.point(), columns, rows));
            case Shape.Text t -> List.of(point(t.at(), columns, rows));
        };
    }

    /** A straight line. */
    public static Content.Graphic line(Segment s, int columns, int rows) {
        return open(List.of(s.a(), s.b()), columns, rows);
    }

    /** A point. */
    public static Content.Graphic point(Point p, int columns, int rows) {
        return new Content.Graphic("POINT", List.of(held(p, columns, rows)));
    }

    private static Content.Graphic open(List<Point> points, int columns, int rows) {
        return new Content.Graphic("POLYLINE", thinned(points).stream().map(p -> held(p, columns, rows)).toList());
    }

    /** The first point stands at the end again: so a reader knows that the line is closed. */
    private static Content.Graphic closed(List<Point> outline, int columns, int rows) {
        List<Point> points = new ArrayList<>(thinned(outline));
        points.add(points.getFirst());
        return open(points, columns, rows);
    }

    /** The ends of the longer axis, then of the shorter one; an ellipse that leaves the picture is cut as an outline. */
    private static Content.Graphic ellipse(Shape.Ellipse shape, int columns, int rows) {
        Ellipse e = shape.ellipse();
        boolean inside = shape.polygon().vertices().stream().allMatch(p -> held(p, columns, rows).equals(p))
                && shape.points().stream().allMatch(p -> held(p, columns, rows).equals(p));
        if (!inside) {
            return closed(shape.trace(), columns, rows);
        }
        Segment first = e.a().length() >= e.minor() ? e.firstAxis() : e.secondAxis();
        Segment second = e.a().length() >= e.minor() ? e.secondAxis() : e.firstAxis();
        return new Content.Graphic("ELLIPSE", List.of(first.a(), first.b(), second.a(), second.b()));
    }

    private static List<Point> thinned(List<Point> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        List<Point> fewer = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            fewer.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
        }
        return fewer;
    }

    private static Point held(Point p, int columns, int rows) {
        return new Point(Math.clamp(p.x(), 0.0, columns), Math.clamp(p.y(), 0.0, rows));
    }
}
