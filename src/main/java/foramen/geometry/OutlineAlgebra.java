package foramen.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Adds outlines to one another and takes them away, without rounding. An outline has one piece and no holes: of several
 * pieces one is kept and holes are filled, and the answer says that it was so.
 */
public final class OutlineAlgebra {
    /** Straight pieces in a quarter of a round brush; 16 keep its area within 0.2 % (engineering default). */
    private static final int QUARTER = 16;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private OutlineAlgebra() {}

    /**
     * What came of it.
     *
     * @param outline the piece that was kept; empty where nothing is left
     * @param dropped how many other pieces there were
     * @param filled how many holes were filled
     */
    public record Result(Optional<Polygon> outline, int dropped, int filled) {}

    /**
     * The area a round brush covers on its way.
     *
     * @param path where its middle was; one point or more
     * @param radius of the brush, positive
     */
    public static Polygon stroke(List<Point> path, double radius) {
        Coordinate[] way = path.stream().map(p -> new Coordinate(p.x(), p.y())).toArray(Coordinate[]::new);
        Geometry line = way.length == 1 ? FACTORY.createPoint(way[0]) : FACTORY.createLineString(way);
        Geometry covered = BufferOp.bufferOp(line, radius, new BufferParameters(QUARTER));
        return result(covered, p -> p.getArea()).outline().orElseThrow();
    }

    /** The area of {@code a} and {@code b} together; of pieces that do not touch, the one nearest to {@code near}. */
    public static Result union(Polygon a, Polygon b, Point near) {
        Geometry both = OverlayNGRobust.overlay(valid(a), valid(b), OverlayNG.UNION);
        var at = FACTORY.createPoint(new Coordinate(near.x(), near.y()));
        return result(both, p -> -p.distance(at));
    }

    /** The area of {@code a} outside {@code b}; of several pieces the largest. */
    public static Result difference(Polygon a, Polygon b) {
        return result(OverlayNGRobust.overlay(valid(a), valid(b), OverlayNG.DIFFERENCE), p -> p.getArea());
    }

    /** Whether the two share a place. */
    public static boolean touch(Polygon a, Polygon b) {
        return valid(a).intersects(valid(b));
    }

    /** Whether the two enclose the same, wherever their vertices begin and whichever way round they go. */
    public static boolean same(Polygon a, Polygon b) {
        return valid(a).equalsTopo(valid(b));
    }

    private interface Worth {
        double of(org.locationtech.jts.geom.Polygon piece);
    }

    private static Result result(Geometry g, Worth worth) {
        List<org.locationtech.jts.geom.Polygon> pieces = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            // Where outlines only touch, lines and points are left over too.
            if (g.getGeometryN(i) instanceof org.locationtech.jts.geom.Polygon p && !p.isEmpty()) {
                pieces.add(p);
            }
        }
        Optional<org.locationtech.jts.geom.Polygon> kept = pieces.stream()
                .max(Comparator.comparingDouble(worth::of));
        return new Result(kept.map(p -> polygon(p.getExteriorRing())), Math.max(0, pieces.size() - 1),
                kept.map(org.locationtech.jts.geom.Polygon::getNumInteriorRing).orElse(0));
    }

    /** An outline that crosses itself is first made into what it encloses. */
    private static Geometry valid(Polygon p) {
        Coordinate[] ring = new Coordinate[p.vertices().size() + 1];
        for (int i = 0; i < ring.length; i++) {
            Point v = p.vertices().get(i % p.vertices().size());
            ring[i] = new Coordinate(v.x(), v.y());
        }
        Geometry g = FACTORY.createPolygon(ring);
        return g.isValid() ? g : GeometryFixer.fix(g);
    }

    private static Polygon polygon(LinearRing ring) {
        Coordinate[] c = ring.getCoordinates();
        List<Point> points = new ArrayList<>(c.length - 1);
        for (int i = 0; i < c.length - 1; i++) {
            points.add(new Point(c[i].x, c[i].y));
        }
        return new Polygon(points);
    }
}
