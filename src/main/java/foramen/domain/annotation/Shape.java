package foramen.domain.annotation;

import foramen.geometry.ClosedSpline;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;

/** The geometry of an annotation, in continuous image pixels. What its handles are is the stored truth. */
public sealed interface Shape {
    /** The handles, which make the shape. */
    List<Point> points();

    /** This shape with handle {@code index} at {@code to}. */
    Shape withPoint(int index, Point to);

    /** This shape moved by {@code d}. */
    Shape moved(Point d);

    /** What it is called in a list, lower case. */
    default String word() {
        return switch (this) {
            case Outline _ -> "outline";
            case Spline _ -> "curve";
            case Ellipse _ -> "ellipse";
            case Line _ -> "caliper";
            case Polyline _ -> "line";
            case Bidirectional _ -> "two calipers";
            case Angle _ -> "angle";
            case Marker _ -> "point";
            case Text _ -> "text";
        };
    }

    /** Whether anything can be read off it; a point and words only mark a place. */
    default boolean isMeasured() {
        return !(this instanceof Marker || this instanceof Text);
    }

    /** The straight pieces it is drawn and measured by; one of no length for a point. */
    List<Segment> edges();

    /** The points it is drawn through: what has to lie inside a calibrated region, or inside the picture. */
    default List<Point> trace() {
        return points();
    }

    /** A shape that encloses an area. */
    sealed interface Area extends Shape {
        /** What it encloses; of a curve, a fine polygon. */
        Polygon polygon();

        /** The handle after which edge {@code edge} of {@link #polygon()} begins; -1 where handles cannot be added. */
        int handleBefore(int edge);

        /** This shape with another handle after handle {@code handle}; the same where none can be added. */
        Area withHandleAfter(int handle, Point at);

        /** This shape without handle {@code index}; the same where no more can be spared. */
        Area withoutHandle(int index);

        /** Whether another handle can be taken away. */
        boolean canSpareHandle();

        @Override
        default List<Segment> edges() {
            return polygon().edges();
        }

        @Override
        default List<Point> trace() {
            return polygon().vertices();
        }
    }

    /** A closed outline with straight edges: traced, drawn freehand, painted or found. */
    record Outline(Polygon polygon) implements Area {
        @Override
        public List<Point> points() {
            return polygon.vertices();
        }

        @Override
        public Outline withPoint(int index, Point to) {
            return new Outline(new Polygon(with(points(), index, to)));
        }

        @Override
        public Outline moved(Point d) {
            return new Outline(polygon.moved(d));
        }

        @Override
        public int handleBefore(int edge) {
            return edge;
        }

        @Override
        public Outline withHandleAfter(int handle, Point at) {
            return new Outline(new Polygon(inserted(points(), handle + 1, at)));
        }

        @Override
        public Outline withoutHandle(int index) {
            return canSpareHandle() ? new Outline(new Polygon(without(points(), index))) : this;
        }

        @Override
        public boolean canSpareHandle() {
            return points().size() > 3;
        }
    }

    /** A closed smooth curve through its control points. */
    record Spline(ClosedSpline curve) implements Area {
        @Override
        public Polygon polygon() {
            return curve.polygon();
        }

        @Override
        public List<Point> points() {
            return curve.controls();
        }

        @Override
        public Spline withPoint(int index, Point to) {
            return new Spline(new ClosedSpline(with(points(), index, to)));
        }

        @Override
        public Spline moved(Point d) {
            return new Spline(new ClosedSpline(points().stream().map(p -> p.plus(d)).toList()));
        }

        @Override
        public int handleBefore(int edge) {
            return edge / ClosedSpline.PIECES;
        }

        @Override
        public Spline withHandleAfter(int handle, Point at) {
            return new Spline(new ClosedSpline(inserted(points(), handle + 1, at)));
        }

        @Override
        public Spline withoutHandle(int index) {
            return canSpareHandle() ? new Spline(new ClosedSpline(without(points(), index))) : this;
        }

        @Override
        public boolean canSpareHandle() {
            return points().size() > 3;
        }
    }

    /** An ellipse; its handles are the ends of the first axis, then of the second. */
    record Ellipse(foramen.geometry.Ellipse ellipse) implements Area {
        @Override
        public Polygon polygon() {
            return ellipse.polygon();
        }

        @Override
        public List<Point> points() {
            return List.of(ellipse.firstAxis().a(), ellipse.firstAxis().b(), ellipse.secondAxis().a(),
                    ellipse.secondAxis().b());
        }

        /**
         * The centre stays: an end of the first axis turns and stretches the ellipse, an end of the second makes it
         * wider. The same ellipse where it would lose its extent.
         */
        @Override
        public Ellipse withPoint(int index, Point to) {
            Point arm = to.minus(ellipse.centre());
            if (index >= 2) {
                Point b = ellipse.b();
                double along = Math.abs(arm.x() * b.x() + arm.y() * b.y()) / b.length();
                return along > 0
                        ? new Ellipse(new foramen.geometry.Ellipse(ellipse.centre(), ellipse.a(), along))
                        : this;
            }
            return arm.length() > 0
                    ? new Ellipse(new foramen.geometry.Ellipse(ellipse.centre(), index == 0 ? arm : arm.times(-1),
                            ellipse.minor()))
                    : this;
        }

        @Override
        public Ellipse moved(Point d) {
            return new Ellipse(ellipse.moved(d));
        }

        @Override
        public int handleBefore(int edge) {
            return -1;
        }

        @Override
        public Ellipse withHandleAfter(int handle, Point at) {
            return this;
        }

        @Override
        public Ellipse withoutHandle(int index) {
            return this;
        }

        @Override
        public boolean canSpareHandle() {
            return false;
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

        @Override
        public List<Segment> edges() {
            return List.of(segment);
        }
    }

    /**
     * An open line through two or more points: the surface of a bone, a fascia.
     *
     * @param points from end to end
     */
    record Polyline(List<Point> points) implements Shape {
        /** Copies the points and refuses fewer than two. */
        public Polyline {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("A line needs two points or more, not " + points.size());
            }
        }

        @Override
        public Polyline withPoint(int index, Point to) {
            return new Polyline(with(points, index, to));
        }

        @Override
        public Polyline moved(Point d) {
            return new Polyline(points.stream().map(p -> p.plus(d)).toList());
        }

        @Override
        public List<Segment> edges() {
            List<Segment> edges = new ArrayList<>(points.size() - 1);
            for (int i = 1; i < points.size(); i++) {
                edges.add(new Segment(points.get(i - 1), points.get(i)));
            }
            return edges;
        }
    }

    /**
     * Two calipers across one structure; which is the longer is decided in millimetres, not here.
     *
     * @param first the caliper drawn first, as a rule the long axis
     * @param second the caliper across it
     */
    record Bidirectional(Segment first, Segment second) implements Shape {
        @Override
        public List<Point> points() {
            return List.of(first.a(), first.b(), second.a(), second.b());
        }

        @Override
        public Bidirectional withPoint(int index, Point to) {
            List<Point> p = with(points(), index, to);
            return new Bidirectional(new Segment(p.get(0), p.get(1)), new Segment(p.get(2), p.get(3)));
        }

        @Override
        public Bidirectional moved(Point d) {
            return new Bidirectional(new Segment(first.a().plus(d), first.b().plus(d)),
                    new Segment(second.a().plus(d), second.b().plus(d)));
        }

        @Override
        public List<Segment> edges() {
            return List.of(first, second);
        }
    }

    /**
     * The angle between two arms.
     *
     * @param first end of the first arm
     * @param vertex where the arms meet
     * @param second end of the second arm
     */
    record Angle(Point first, Point vertex, Point second) implements Shape {
        @Override
        public List<Point> points() {
            return List.of(first, vertex, second);
        }

        @Override
        public Angle withPoint(int index, Point to) {
            List<Point> p = with(points(), index, to);
            return new Angle(p.get(0), p.get(1), p.get(2));
        }

        @Override
        public Angle moved(Point d) {
            return new Angle(first.plus(d), vertex.plus(d), second.plus(d));
        }

        @Override
        public List<Segment> edges() {
            return List.of(new Segment(first, vertex), new Segment(vertex, second));
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

        @Override
        public List<Segment> edges() {
            return List.of(new Segment(point, point));
        }
    }

    /** Words on the picture: the annotation's label, written from {@code at}. */
    record Text(Point at) implements Shape {
        @Override
        public List<Point> points() {
            return List.of(at);
        }

        @Override
        public Text withPoint(int index, Point to) {
            return new Text(to);
        }

        @Override
        public Text moved(Point d) {
            return new Text(at.plus(d));
        }

        @Override
        public List<Segment> edges() {
            return List.of(new Segment(at, at));
        }
    }

    private static List<Point> with(List<Point> points, int index, Point to) {
        List<Point> next = new ArrayList<>(points);
        next.set(index, to);
        return next;
    }

    private static List<Point> inserted(List<Point> points, int index, Point at) {
        List<Point> next = new ArrayList<>(points);
        next.add(index, at);
        return next;
    }

    private static List<Point> without(List<Point> points, int index) {
        List<Point> next = new ArrayList<>(points);
        next.remove(index);
        return next;
    }
}
