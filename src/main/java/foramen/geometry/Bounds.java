package foramen.geometry;

import java.util.Collection;

/**
 * An axis-parallel rectangle, edges included.
 *
 * @param minX left edge
 * @param minY top edge
 * @param maxX right edge, not left of {@code minX}
 * @param maxY bottom edge, not above {@code minY}
 */
public record Bounds(double minX, double minY, double maxX, double maxY) {
    /** Refuses edges in the wrong order. */
    public Bounds {
        if (!(minX <= maxX) || !(minY <= maxY)) {
            throw new IllegalArgumentException(
                    "Edges in the wrong order: " + minX + ".." + maxX + ", " + minY + ".." + maxY);
        }
    }

    /** The smallest rectangle round {@code points}, of which there must be at least one. */
    public static Bounds of(Collection<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("No point, no bounds");
        }
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (Point p : points) {
            minX = Math.min(minX, p.x());
            minY = Math.min(minY, p.y());
            maxX = Math.max(maxX, p.x());
            maxY = Math.max(maxY, p.y());
        }
        return new Bounds(minX, minY, maxX, maxY);
    }

    /** The width, not negative. */
    public double width() {
        return maxX - minX;
    }

    /** The height, not negative. */
    public double height() {
        return maxY - minY;
    }

    /** The middle. */
    public Point centre() {
        return new Point((minX + maxX) / 2, (minY + maxY) / 2);
    }

    /** Whether {@code p} lies inside or on an edge. */
    public boolean contains(Point p) {
        return p.x() >= minX && p.x() <= maxX && p.y() >= minY && p.y() <= maxY;
    }

    /** The point of this rectangle nearest to {@code p}. */
    public Point clamp(Point p) {
        return new Point(Math.clamp(p.x(), minX, maxX), Math.clamp(p.y(), minY, maxY));
    }
}
