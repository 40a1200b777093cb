package foramen.domain.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MirrorTest {
    private static final List<Point> POINTS = List.of(new Point(1, 2), new Point(9, 3), new Point(8, 9));

    static Stream<Shape> shapes() {
        Segment s = new Segment(new Point(1, 2), new Point(7, 8));
        return Stream.of(new Shape.Outline(new Polygon(POINTS)), new Shape.Spline(new ClosedSpline(POINTS)),
                new Shape.Ellipse(new Ellipse(new Point(5, 5), new Point(3, 1), 2)), new Shape.Line(s),
                new Shape.Polyline(POINTS), new Shape.Bidirectional(s, new Segment(new Point(0, 4), new Point(4, 0))),
                new Shape.Angle(new Point(0, 0), new Point(4, 4), new Point(8, 2)), new Shape.Marker(new Point(1, 1)),
                new Shape.Text(new Point(2, 2)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void mirroredTwiceAShapeIsWhereItWas(Shape shape) {
        Mirror mirror = new Mirror(16);
        assertEquals(shape, mirror.of(mirror.of(shape)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aMirroredShapeIsAsFarOnTheOtherSideAndAsLarge(Shape shape) {
        Shape image = new Mirror(16).of(shape);
        assertEquals(shape.getClass(), image.getClass());
        double left = shape.trace().stream().mapToDouble(Point::x).min().orElseThrow();
        double right = image.trace().stream().mapToDouble(Point::x).max().orElseThrow();
        assertEquals(16 - left, right - 16, 1e-9);
        assertEquals(shape.edges().stream().mapToDouble(Segment::length).sum(),
                image.edges().stream().mapToDouble(Segment::length).sum(), 1e-9);
        if (shape instanceof Shape.Area a && image instanceof Shape.Area b) {
            assertEquals(a.polygon().area(), b.polygon().area(), 1e-9);
        }
    }
}
