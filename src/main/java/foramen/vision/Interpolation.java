package foramen.vision;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Outlines between key outlines, without looking at pixels: points that belong together by arc length run along curves
 * in time that are smooth and do not overshoot (monotone cubics, Fritsch and Carlson 1980).
 *
 * <p>On a key frame it is the key's own outline, vertex for vertex; before the first and after the last key nothing is
 * claimed.
 */
public final class Interpolation {
    private static final int LEAST_POINTS = 64;

    private final List<KeyOutline> keys;
    private final List<List<Point>> points;

    /**
     * @param keys one or more, on different frames
     */
    public Interpolation(List<KeyOutline> keys) {
        this.keys = keys.stream().sorted(Comparator.comparingInt(KeyOutline::frame)).toList();
        if (keys.isEmpty() || keys.stream().mapToInt(KeyOutline::frame).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("One key outline a frame is needed, at least one in all");
        }
        int n = Math.max(LEAST_POINTS,
                keys.stream().mapToInt(k -> k.outline().vertices().size()).max().orElseThrow());
        this.points = new ArrayList<>();
        for (KeyOutline key : this.keys) {
            List<Point> even = Correspondence.even(key.outline(), n);
            points.add(points.isEmpty() ? even : Correspondence.matched(points.getLast(), even));
        }
    }

    /** The outline on {@code frame}, from 0; nothing outside the keys. */
    public Optional<Polygon> at(int frame) {
        int after = 0;
        while (after < keys.size() && keys.get(after).frame() < frame) {
            after++;
        }
        if (after == keys.size()) {
            return Optional.empty();
        }
        if (keys.get(after).frame() == frame) {
            return Optional.of(keys.get(after).outline());
        }
        return after == 0 ? Optional.empty() : Optional.of(between(after - 1, frame));
    }

    private Polygon between(int i, int frame) {
        double h = keys.get(i + 1).frame() - (double) keys.get(i).frame();
        double t = (frame - keys.get(i).frame()) / h;
        List<Point> out = new ArrayList<>();
        for (int k = 0; k < points.getFirst().size(); k++) {
            Point a = points.get(i).get(k);
            Point b = points.get(i + 1).get(k);
            double x = hermite(a.x(), b.x(), h * slope(i, k, true), h * slope(i + 1, k, true), t);
            double y = hermite(a.y(), b.y(), h * slope(i, k, false), h * slope(i + 1, k, false), t);
            out.add(new Point(x, y));
        }
        return new Polygon(out);
    }

    private static double hermite(double a, double b, double da, double db, double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * da + (3 * t2 - 2 * t3) * b + (t3 - t2) * db;
    }

    /** The slope at key {@code i}: the harmonic mean of its neighbours' slopes, nought at a turn. */
    private double slope(int i, int k, boolean x) {
        if (i == 0) {
            return secant(0, k, x);
        }
        if (i == keys.size() - 1) {
            return secant(i - 1, k, x);
        }
        double before = secant(i - 1, k, x);
        double after = secant(i, k, x);
        return before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }

    private double secant(int i, int k, boolean x) {
        Point a = points.get(i).get(k);
        Point b = points.get(i + 1).get(k);
        return ((x ? b.x() : b.y()) - (x ? a.x() : a.y())) / (keys.get(i + 1).frame() - keys.get(i).frame());
    }
}
