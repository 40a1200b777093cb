package foramen.vision;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;

/** Points of two outlines that belong together: evenly spaced by arc length, from the start that fits best. */
final class Correspondence {
    private Correspondence() {}

    /** {@code n} points evenly along the outline, counter-clockwise on the screen or clockwise, as {@code turn} says. */
    static List<Point> even(Polygon outline, int n) {
        List<Point> v = outline.vertices();
        double whole = outline.perimeter();
        List<Point> out = new ArrayList<>(n);
        if (whole == 0) {
            for (int i = 0; i < n; i++) {
                out.add(v.getFirst());
            }
            return out;
        }
        int edge = 0;
        double before = 0;
        double length = v.get(0).distanceTo(v.get(1 % v.size()));
        for (int i = 0; i < n; i++) {
            double at = whole * i / n;
            while (before + length < at && edge < v.size() - 1) {
                before += length;
                edge++;
                length = v.get(edge).distanceTo(v.get((edge + 1) % v.size()));
            }
            double t = length == 0 ? 0 : Math.clamp((at - before) / length, 0, 1);
            out.add(v.get(edge).towards(v.get((edge + 1) % v.size()), t));
        }
        return out;
    }

    /** {@code other} turned and begun so that its points lie nearest those of {@code first}, their centres laid over. */
    static List<Point> matched(List<Point> first, List<Point> other) {
        int n = first.size();
        Point shift = mean(first).minus(mean(other));
        List<Point> best = other;
        double least = Double.POSITIVE_INFINITY;
        for (boolean back : new boolean[]{false, true}) {
            List<Point> way = back ? other.reversed() : other;
            for (int s = 0; s < n; s++) {
                double sum = 0;
                for (int i = 0; i < n && sum < least; i++) {
                    Point d = way.get((i + s) % n).plus(shift).minus(first.get(i));
                    sum += d.x() * d.x() + d.y() * d.y();
                }
                if (sum < least - 1e-9) {
                    least = sum;
                    best = begun(way, s);
                }
            }
        }
        return best;
    }

    private static List<Point> begun(List<Point> points, int at) {
        List<Point> out = new ArrayList<>(points.subList(at, points.size()));
        out.addAll(points.subList(0, at));
        return out;
    }

    private static Point mean(List<Point> points) {
        double x = 0;
        double y = 0;
        for (Point p : points) {
            x += p.x();
            y += p.y();
        }
        return new Point(x / points.size(), y / points.size());
    }
}
