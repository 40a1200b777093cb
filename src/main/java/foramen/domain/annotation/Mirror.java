package foramen.domain.annotation;

import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;

/**
 * Turns shapes over an upright line, as the other side of the body shows them.
 *
 * @param x where the line is, in image pixels
 */
public record Mirror(double x) {
    /** The mirror image of {@code shape}; words keep their reading direction. */
    public Shape of(Shape shape) {
        return switch (shape) {
            case Shape.Outline(Polygon p) -> new Shape.Outline(new Polygon(all(p.vertices())));
            case Shape.Spline(ClosedSpline c) -> new Shape.Spline(new ClosedSpline(all(c.controls())));
            case Shape.Ellipse(Ellipse e) ->
                new Shape.Ellipse(new Ellipse(of(e.centre()), new Point(-e.a().x(), e.a().y()), e.minor()));
            case Shape.Line(Segment s) -> new Shape.Line(of(s));
            case Shape.Polyline(List<Point> points) -> new Shape.Polyline(all(points));
            case Shape.Bidirectional(Segment first, Segment second) ->
                new Shape.Bidirectional(of(first), of(second));
            case Shape.Angle(Point first, Point vertex, Point second) ->
                new Shape.Angle(of(first), of(vertex), of(second));
            case Shape.Marker(Point p) -> new Shape.Marker(of(p));
            case Shape.Text(Point p) -> new Shape.Text(of(p));
        };
    }

    private Point of(Point p) {
        return new Point(2 * x - p.x(), p.y());
    }

    private Segment of(Segment s) {
        return new Segment(of(s.a()), of(s.b()));
    }

    private List<Point> all(List<Point> points) {
        return points.stream().map(this::of).toList();
    }
}
