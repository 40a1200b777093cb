package foramen.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An outline, line or point laid out for many questions in a row: how far a straight path passes, how deep it goes in,
 * where it crosses. Thread-safe; the unit is the caller's.
 */
public final class PreparedShape {
    /** How exactly the depth of a path inside is found, as a share of the extent of the shape. */
    private static final double EXACT = 2e-4;
    private static final int MOST_HALVINGS = 4000;

    private final double[] ax;
    private final double[] ay;
    private final double[] bx;
    private final double[] by;
    private final boolean encloses;
    private final Bounds bounds;

    private PreparedShape(List<Segment> edges, boolean encloses) {
        int n = edges.size();
        ax = new double[n];
        ay = new double[n];
        bx = new double[n];
        by = new double[n];
        List<Point> ends = new ArrayList<>(2 * n);
        for (int i = 0; i < n; i++) {
            Segment e = edges.get(i);
            ax[i] = e.a().x();
            ay[i] = e.a().y();
            bx[i] = e.b().x();
            by[i] = e.b().y();
            ends.add(e.a());
            ends.add(e.b());
        }
        this.encloses = encloses;
        this.bounds = Bounds.of(ends);
    }

    /** An area: what lies inside has a negative distance. */
    public static PreparedShape area(Polygon outline) {
        return new PreparedShape(outline.edges(), true);
    }

    /** Lines or points, which have no inside; at least one. */
    public static PreparedShape open(List<Segment> edges) {
        return new PreparedShape(edges, false);
    }

    /**
     * Where a path or point comes nearest.
     *
     * @param distance positive outside; nought where they touch or a line is crossed; negative inside an area: how deep
     *     the deepest point lies beneath the border
     * @param from the point of the path
     * @param to the point of the border nearest to it
     */
    public record Nearest(double distance, Point from, Point to) {}

    /**
     * A stretch of a path.
     *
     * @param from where it begins, as a distance from the beginning of the path
     * @param to where it ends, not before {@code from}
     */
    public record Span(double from, double to) {
        /** How long it is. */
        public double length() {
            return to - from;
        }
    }

    /** The smallest rectangle round it. */
    public Bounds bounds() {
        return bounds;
    }

    /** Whether it has an inside. */
    public boolean encloses() {
        return encloses;
    }

    /** A distance that the one to {@code s} is not below, found without looking at edges; nought where boxes overlap. */
    public double atLeast(Segment s) {
        double x = gap(Math.min(s.a().x(), s.b().x()), Math.max(s.a().x(), s.b().x()), bounds.minX(), bounds.maxX());
        double y = gap(Math.min(s.a().y(), s.b().y()), Math.max(s.a().y(), s.b().y()), bounds.minY(), bounds.maxY());
        double boxes = Math.hypot(x, y);
        // A slanting path may pass a box far off though the boxes overlap: the corners then lie on one side of its line.
        return Math.max(boxes, beside(s));
    }

    private static double gap(double min, double max, double otherMin, double otherMax) {
        return Math.max(0, Math.max(otherMin - max, min - otherMax));
    }

    private double beside(Segment s) {
        double length = s.length();
        if (length == 0) {
            return 0;
        }
        double nx = (s.b().y() - s.a().y()) / length;
        double ny = -(s.b().x() - s.a().x()) / length;
        double c = nx * s.a().x() + ny * s.a().y();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 4; i++) {
            double side = nx * ((i & 1) == 0 ? bounds.minX() : bounds.maxX())
                    + ny * ((i & 2) == 0 ? bounds.minY() : bounds.maxY()) - c;
            least = Math.min(least, side);
            most = Math.max(most, side);
        }
        return least > 0 ? least : Math.max(0, -most);
    }

    /** Where {@code p} comes nearest. */
    public Nearest nearest(Point p) {
        Point border = border(p);
        double distance = border.distanceTo(p);
        return new Nearest(encloses && contains(p.x(), p.y()) ? -distance : distance, p, border);
    }

    /** Where the straight path {@code s} comes nearest, or goes deepest. */
    public Nearest nearest(Segment s) {
        if (s.a().equals(s.b())) {
            return nearest(s.a());
        }
        Nearest outside = outside(s);
        boolean meets = outside.distance() == 0 || (encloses && contains(s.a().x(), s.a().y()));
        return encloses && meets ? deepest(s, outside) : outside;
    }

    private Nearest outside(Segment s) {
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int i = 0; i < ax.length && least > 0; i++) {
            double square = squareTo(s, i);
            if (square < least) {
                least = square;
                best = i;
            }
        }
        return link(s, new Segment(new Point(ax[best], ay[best]), new Point(bx[best], by[best])), Math.sqrt(least));
    }

    /** Two segments that do not cross are nearest at an end of one of them. */
    private static Nearest link(Segment s, Segment e, double distance) {
        if (distance == 0) {
            Point at = crossing(s, e);
            return new Nearest(0, at, at);
        }
        Nearest best = new Nearest(Double.POSITIVE_INFINITY, s.a(), e.a());
        for (Point p : List.of(s.a(), s.b())) {
            best = nearer(best, p, e.nearest(p));
        }
        for (Point p : List.of(e.a(), e.b())) {
            best = nearer(best, s.nearest(p), p);
        }
        return best;
    }

    private static Nearest nearer(Nearest best, Point from, Point to) {
        double d = from.distanceTo(to);
        return d < best.distance() ? new Nearest(d, from, to) : best;
    }

    private static Point crossing(Segment s, Segment e) {
        Point d = s.b().minus(s.a());
        Point f = e.b().minus(e.a());
        double cross = d.x() * f.y() - d.y() * f.x();
        if (cross == 0) {
            return s.nearest(e.nearest(s.a()));
        }
        Point o = e.a().minus(s.a());
        return s.a().towards(s.b(), Math.clamp((o.x() * f.y() - o.y() * f.x()) / cross, 0, 1));
    }

    private double squareTo(Segment s, int i) {
        double sx = s.a().x();
        double sy = s.a().y();
        double tx = s.b().x();
        double ty = s.b().y();
        double one = side(sx, sy, tx, ty, ax[i], ay[i]);
        double two = side(sx, sy, tx, ty, bx[i], by[i]);
        double three = side(ax[i], ay[i], bx[i], by[i], sx, sy);
        double four = side(ax[i], ay[i], bx[i], by[i], tx, ty);
        if (one * two < 0 && three * four < 0) {
            return 0;
        }
        return Math.min(
                Math.min(square(ax[i], ay[i], sx, sy, tx, ty), square(bx[i], by[i], sx, sy, tx, ty)),
                Math.min(square(sx, sy, ax[i], ay[i], bx[i], by[i]), square(tx, ty, ax[i], ay[i], bx[i], by[i])));
    }

    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return Math.signum((bx - ax) * (py - ay) - (by - ay) * (px - ax));
    }

    /** The squared distance from p to the segment from a to b. */
    private static double square(double px, double py, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((px - ax) * dx + (py - ay) * dy) / length, 0, 1);
        double x = ax + t * dx - px;
        double y = ay + t * dy - py;
        return x * x + y * y;
    }

    private Point border(Point p) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ax.length; i++) {
            double square = square(p.x(), p.y(), ax[i], ay[i], bx[i], by[i]);
            if (square < least) {
                least = square;
                best = i;
            }
        }
        return new Segment(new Point(ax[best], ay[best]), new Point(bx[best], by[best])).nearest(p);
    }

    private double toBorder(Point p) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ax.length; i++) {
            least = Math.min(least, square(p.x(), p.y(), ax[i], ay[i], bx[i], by[i]));
        }
        return Math.sqrt(least);
    }

    /** Whether the point lies inside by the even-odd rule. */
    private boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0; i < ax.length; i++) {
            if ((ay[i] > y) != (by[i] > y) && x < (bx[i] - ax[i]) * (y - ay[i]) / (by[i] - ay[i]) + ax[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** The stretches of {@code s} inside, in order; of lines and points, where they are crossed, each of no length. */
    public List<Span> crossings(Segment s) {
        double length = s.length();
        if (atLeast(s) > 0 || length == 0) {
            return List.of();
        }
        double[] at = meetings(s);
        if (!encloses) {
            return Arrays.stream(at).distinct().mapToObj(t -> new Span(t * length, t * length)).toList();
        }
        double[] all = Arrays.copyOf(at, at.length + 2);
        all[at.length + 1] = 1;
        Arrays.sort(all);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < all.length; i++) {
            Point middle = s.a().towards(s.b(), (all[i] + all[i + 1]) / 2);
            if (all[i + 1] > all[i] && contains(middle.x(), middle.y())) {
                join(spans, new Span(all[i] * length, all[i + 1] * length));
            }
        }
        return spans;
    }

    private static void join(List<Span> spans, Span next) {
        if (!spans.isEmpty() && spans.getLast().to() == next.from()) {
            spans.addLast(new Span(spans.removeLast().from(), next.to()));
        } else {
            spans.add(next);
        }
    }

    /** Where {@code s} meets edges, as shares of its length, in order. */
    private double[] meetings(Segment s) {
        Point d = s.b().minus(s.a());
        double[] at = new double[ax.length];
        int n = 0;
        for (int i = 0; i < ax.length; i++) {
            double ex = bx[i] - ax[i];
            double ey = by[i] - ay[i];
            double cross = d.x() * ey - d.y() * ex;
            double ox = ax[i] - s.a().x();
            double oy = ay[i] - s.a().y();
            double t = (ox * ey - oy * ex) / cross;
            double u = (ox * d.y() - oy * d.x()) / cross;
            if (cross != 0 && t >= 0 && t <= 1 && u >= 0 && u <= 1) {
                at[n++] = t;
            }
        }
        double[] found = Arrays.copyOf(at, n);
        Arrays.sort(found);
        return found;
    }

    /**
     * The point of {@code s} deepest inside: the distance to the border changes no faster than the way along the path,
     * which bounds it between two places looked at.
     */
    private Nearest deepest(Segment s, Nearest touching) {
        double exact = EXACT * Math.max(bounds.width(), bounds.height());
        double length = s.length();
        double best = 0;
        Point at = touching.from();
        List<double[]> open = new ArrayList<>();
        for (Span span : crossings(s)) {
            open.add(piece(s, length, span.from(), span.to()));
        }
        for (int k = 0; k < MOST_HALVINGS && !open.isEmpty(); k++) {
            double[] p = open.removeLast();
            double middle = (p[0] + p[1]) / 2;
            Point m = s.a().towards(s.b(), middle / length);
            double here = toBorder(m);
            if (here > best) {
                best = here;
                at = m;
            }
            for (double[] half : List.of(new double[]{p[0], middle, p[2], here},
                    new double[]{middle, p[1], here, p[3]})) {
                if ((half[2] + half[3] + half[1] - half[0]) / 2 > best + exact) {
                    open.add(half);
                }
            }
        }
        return best == 0 ? touching : new Nearest(-best, at, border(at));
    }

    private double[] piece(Segment s, double length, double from, double to) {
        return new double[]{from, to, toBorder(s.a().towards(s.b(), from / length)),
                toBorder(s.a().towards(s.b(), to / length))};
    }
}
