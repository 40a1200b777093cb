package foramen.geometry;

import java.util.ArrayList;
import java.util.List;

import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.valid.IsSimpleOp;

/**
 * A closed outline through three or more vertices; the last joins the first, which is not repeated.
 *
 * @param vertices the corners in drawing order, either way round
 */
public record Polygon(List<Point> vertices) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Copies the vertices and refuses fewer than three. */
    public Polygon {
        vertices = List.copyOf(vertices);
        if (vertices.size() < 3) {
            throw new IllegalArgumentException("An outline needs three points or more, not " + vertices.size());
        }
    }

    /** The enclosed area by the shoelace formula, in squared units of the vertices; never negative. */
    public double area() {
        // Relative to the first vertex, so that a far-off origin costs no digits.
        Point o = vertices.getFirst();
        double twice = 0;
        for (int i = 0; i < vertices.size(); i++) {
            Point p = vertices.get(i).minus(o);
            Point q = vertices.get((i + 1) % vertices.size()).minus(o);
            twice += p.x() * q.y() - q.x() * p.y();
        }
        return Math.abs(twice) / 2;
    }

    /** The length of the closed outline. */
    public double perimeter() {
        return edges().stream().mapToDouble(Segment::length).sum();
    }

    /** The edges in drawing order, the closing one last. */
    public List<Segment> edges() {
        List<Segment> edges = new ArrayList<>(vertices.size());
        for (int i = 0; i < vertices.size(); i++) {
            edges.add(new Segment(vertices.get(i), vertices.get((i + 1) % vertices.size())));
        }
        return edges;
    }

    /** The largest distance between two points of the outline: the maximum Feret diameter. */
    public double maximumCaliper() {
        Coordinate[] hull = FACTORY.createLinearRing(ring()).convexHull().getCoordinates();
        double most = 0;
        for (int i = 0; i < hull.length; i++) {
            for (int j = i + 1; j < hull.length; j++) {
                most = Math.max(most, hull[i].distance(hull[j]));
            }
        }
        return most;
    }

    /** The smallest distance between two parallels that hold the outline: the minimum Feret diameter. */
    public double minimumCaliper() {
        return new MinimumDiameter(FACTORY.createLinearRing(ring())).getLength();
    }

    /** The smallest rectangle round the outline. */
    public Bounds bounds() {
        return Bounds.of(vertices);
    }

    /** The centre of area; the mean of the vertices where the area is nought. */
    public Point centroid() {
        Point o = vertices.getFirst();
        double twice = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < vertices.size(); i++) {
            Point p = vertices.get(i).minus(o);
            Point q = vertices.get((i + 1) % vertices.size()).minus(o);
            double cross = p.x() * q.y() - q.x() * p.y();
            twice += cross;
            x += (p.x() + q.x()) * cross;
            y += (p.y() + q.y()) * cross;
        }
        if (Math.abs(twice) < 1e-12) {
            double n = vertices.size();
            return new Point(vertices.stream().mapToDouble(Point::x).sum() / n,
                    vertices.stream().mapToDouble(Point::y).sum() / n);
        }
        return new Point(o.x() + x / (3 * twice), o.y() + y / (3 * twice));
    }

    /** Whether no two edges cross or touch other than neighbours at their shared vertex; area is only defined then. */
    public boolean isSimple() {
        return new IsSimpleOp(FACTORY.createLinearRing(ring())).isSimple();
    }

    /** Whether {@code p} lies inside by the even-odd rule. */
    public boolean contains(Point p) {
        boolean inside = false;
        for (Segment e : edges()) {
            if ((e.a().y() > p.y()) != (e.b().y() > p.y())
                    && p.x() < (e.b().x() - e.a().x()) * (p.y() - e.a().y()) / (e.b().y() - e.a().y()) + e.a().x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** The distance from {@code p} to the enclosed area: nought inside. */
    public double distanceTo(Point p) {
        return contains(p) ? 0 : edges().stream().mapToDouble(e -> e.distanceTo(p)).min().orElseThrow();
    }

    /** The distance from {@code s} to the enclosed area: nought where they meet. */
    public double distanceTo(Segment s) {
        if (contains(s.a()) || contains(s.b())) {
            return 0;
        }
        var line = FACTORY.createLineString(new Coordinate[]{coordinate(s.a()), coordinate(s.b())});
        return DistanceOp.distance(FACTORY.createLinearRing(ring()), line);
    }

    /** This outline with each axis stretched by its own factor. */
    public Polygon scaled(double fx, double fy) {
        return new Polygon(vertices.stream().map(p -> p.scaled(fx, fy)).toList());
    }

    /** This outline moved by {@code d}. */
    public Polygon moved(Point d) {
        return new Polygon(vertices.stream().map(p -> p.plus(d)).toList());
    }

    private Coordinate[] ring() {
        Coordinate[] ring = new Coordinate[vertices.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = coordinate(vertices.get(i % vertices.size()));
        }
        return ring;
    }

    private static Coordinate coordinate(Point p) {
        return new Coordinate(p.x(), p.y());
    }
}
