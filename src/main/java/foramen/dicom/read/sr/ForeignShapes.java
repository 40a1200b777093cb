package foramen.dicom.read.sr;

import foramen.dicom.sr.Content;
import foramen.domain.annotation.Shape;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;

/** Spatial coordinates of other makers as shapes (DICOM PS3.3 C.18.6.1.2). */
final class ForeignShapes {
    /** A first and last point nearer than that, in pixels, are one: some makers close their lines only nearly. */
    private static final double CLOSED = 1e-3;

    private ForeignShapes() {}

    /** The shapes of {@code graphic}; none where it makes no shape. */
    static List<Shape> of(Content.Graphic graphic) {
        List<Point> p = graphic.points();
        return switch (graphic.type()) {
            case "POINT" -> p.size() == 1 ? List.of(new Shape.Marker(p.getFirst())) : List.of();
            case "MULTIPOINT" -> p.stream().<Shape>map(Shape.Marker::new).toList();
            case "POLYLINE" -> polyline(p);
            // Not in the standard, but written.
            case "POLYGON" -> polygon(p);
            case "CIRCLE" -> circle(p);
            case "ELLIPSE" -> ellipse(p);
            default -> List.of();
        };
    }

    private static List<Shape> polyline(List<Point> p) {
        if (p.size() < 2) {
            return List.of();
        }
        if (p.size() > 3 && distance(p.getFirst(), p.getLast()) < CLOSED) {
            return polygon(p);
        }
        return p.size() == 2
                ? List.of(new Shape.Line(new Segment(p.get(0), p.get(1))))
                : List.of(new Shape.Polyline(p));
    }

    private static List<Shape> polygon(List<Point> p) {
        List<Point> open = new ArrayList<>(p);
        if (open.size() > 1 && distance(open.getFirst(), open.getLast()) < CLOSED) {
            open.removeLast();
        }
        return open.size() < 3 ? List.of() : List.of(new Shape.Outline(new Polygon(open)));
    }

    private static List<Shape> circle(List<Point> p) {
        double radius = p.size() == 2 ? distance(p.get(0), p.get(1)) : 0;
        return radius > 0
                ? List.of(new Shape.Ellipse(new Ellipse(p.get(0), p.get(1).minus(p.get(0)), radius)))
                : List.of();
    }

    private static List<Shape> ellipse(List<Point> p) {
        if (p.size() != 4 || !(distance(p.get(0), p.get(1)) > 0) || !(distance(p.get(2), p.get(3)) > 0)) {
            return List.of();
        }
        return List.of(new Shape.Ellipse(
                Ellipse.on(new Segment(p.get(0), p.get(1)), distance(p.get(2), p.get(3)) / 2)));
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
