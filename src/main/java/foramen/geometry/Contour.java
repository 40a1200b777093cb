package foramen.geometry;

import java.util.ArrayList;
import java.util.List;

/** What corrects a traced contour as a whole: smoothing it, and pulling it by one vertex without a spike. */
public final class Contour {
    /**
     * Shrinking and growing again by turns (Taubin 1995): the first weight smooths, the second undoes the shrinking, so
     * that the area stays nearly the same. Weights and rounds are engineering defaults.
     */
    private static final double SHRINK = 0.5;
    private static final double GROW = -0.526;
    private static final int ROUNDS = 12;
    private static final int FEWEST = 24;
    private static final int MOST = 720;

    private Contour() {}

    /**
     * The outline without its tremor, through evenly spaced vertices.
     *
     * @param spacing how far apart the vertices shall be, positive
     */
    public static Polygon smooth(Polygon outline, double spacing) {
        int count = Math.clamp(Math.round(outline.perimeter() / spacing), FEWEST, MOST);
        List<Point> points = evenly(outline, count);
        for (int round = 0; round < ROUNDS; round++) {
            points = relaxed(relaxed(points, SHRINK), GROW);
        }
        return new Polygon(points);
    }

    /** {@code count} points along the outline at even distances, from its first vertex. */
    public static List<Point> evenly(Polygon outline, int count) {
        double step = outline.perimeter() / count;
        List<Point> points = new ArrayList<>(count);
        double walked = 0;
        for (Segment e : outline.edges()) {
            double length = e.length();
            while (points.size() < count && points.size() * step <= walked + length) {
                points.add(length == 0 ? e.a() : e.a().towards(e.b(), (points.size() * step - walked) / length));
            }
            walked += length;
        }
        while (points.size() < count) {
            points.add(outline.vertices().getLast());
        }
        return points;
    }

    private static List<Point> relaxed(List<Point> points, double weight) {
        int n = points.size();
        List<Point> next = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            Point middle = points.get((i + n - 1) % n).towards(points.get((i + 1) % n), 0.5);
            next.add(points.get(i).towards(middle, weight));
        }
        return next;
    }

    /**
     * Moves vertex {@code index} to {@code to} and lets its neighbours follow the less the farther they are along the
     * contour, by a cosine; those farther than {@code reach} stay.
     *
     * @param reach how far along the contour the pull goes; nought or less moves the vertex alone
     */
    public static Polygon pulled(Polygon outline, int index, Point to, double reach) {
        List<Point> points = outline.vertices();
        Point by = to.minus(points.get(index));
        List<Point> next = new ArrayList<>(points);
        next.set(index, to);
        follow(points, next, index, 1, by, reach);
        follow(points, next, index, -1, by, reach);
        return new Polygon(next);
    }

    private static void follow(List<Point> points, List<Point> next, int index, int way, Point by, double reach) {
        int n = points.size();
        double along = 0;
        // Each side has its half of the contour, so that none is pulled twice.
        for (int k = 1; k <= (way > 0 ? n / 2 : (n - 1) / 2); k++) {
            Point p = points.get(Math.floorMod(index + way * k, n));
            along += p.distanceTo(points.get(Math.floorMod(index + way * (k - 1), n)));
            if (along >= reach) {
                return;
            }
            double weight = (1 + Math.cos(Math.PI * along / reach)) / 2;
            next.set(Math.floorMod(index + way * k, n), p.plus(by.times(weight)));
        }
    }

    /** The mean distance from vertex {@code index} to its two neighbours. */
    public static double spacingAt(Polygon outline, int index) {
        List<Point> p = outline.vertices();
        int n = p.size();
        return (p.get(index).distanceTo(p.get((index + 1) % n))
                + p.get(index).distanceTo(p.get((index + n - 1) % n))) / 2;
    }
}
