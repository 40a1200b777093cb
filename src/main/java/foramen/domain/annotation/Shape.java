package foramen.domain.annotation;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;

/** The geometry of an annotation, in continuous image pixels. */
public sealed interface Shape {
    /** The points that make the shape, which are also its handles. */
    List<Point> points();

    /** This shape with handle {@code index} at {@code to}. */
    Shape withPoint(int index, Point to);

    /** This shape moved by {@code d}. */
    Shape moved(Point d);

    /** A closed outline. */
    record Outline(Polygon polygon) implements Shape {
        @Override
        public List<Point> points() {
            return polygon.vertices();
        }

        @Override
        public Outline withPoint(int index, Point to) {
            List<Point> vertices = new ArrayList<>(polygon.vertices());
            vertices.set(index, to);
            return new Outline(new Polygon(vertices));
        }

        @Override
        public Outline moved(Point d) {
            return new Outline(polygon.moved(d));
        }

        /** This outline with a vertex more, after edge {@code edge}'s first end. */
        public Outline withVertexOn(int edge, Point at) {
            List<Point> vertices = new ArrayList<>(polygon.vertices());
            vertices.add(edge + 1, at);
            return new Outline(new Polygon(vertices));
        }

        /** This outline without vertex {@code index}; the same outline where only three are left. */
        public Outline withoutVertex(int index) {
            if (polygon.vertices().size() <= 3) {
                return this;
            }
            List<Point> vertices = new ArrayList<>(polygon.vertices());
            vertices.remove(index);
            return new Outline(new Polygon(vertices));
        }
    }

    /** A straight line between two calipers. */
    record Line(Segment segment) implements Shape {
        @Override
        public List<Point> points() {
            return List.of(segment.a(), segment.b());
        }

        @Override
        public Line withPoint(int index, Point to) {
            return new Line(index == 0 ? new Segment(to, segment.b()) : new Segment(segment.a(), to));
        }

        @Override
        public Line moved(Point d) {
            return new Line(new Segment(segment.a().plus(d), segment.b().plus(d)));
        }
    }

    /** A single marked point. */
    record Marker(Point point) implements Shape {
        @Override
        public List<Point> points() {
            return List.of(point);
        }

        @Override
        public Marker withPoint(int index, Point to) {
            return new Marker(to);
        }

        @Override
        public Marker moved(Point d) {
            return new Marker(point.plus(d));
        }
    }
}
