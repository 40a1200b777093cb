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
    private static final double EXACT = 5e-4;
    private static final int MOST_HALVINGS = 4000;
    /** Edges that share a box. */
    private static final int CHUNK = 8;

    private final double[] ax;
    private final double[] ay;
    private final double[] bx;
    private final double[] by;
    private final boolean encloses;
    private final Bounds bounds;
    private final Bounds[] boxes;

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
        this.boxes = new Bounds[(n + CHUNK - 1) / CHUNK];
        for (int b = 0; b < boxes.length; b++) {
            boxes[b] = Bounds.of(ends.subList(2 * b * CHUNK, 2 * Math.min(n, (b + 1) * CHUNK)));
        }
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
        return new Way(s).atLeast(bounds);
    }

    /** Whether {@code s} meets it or comes nearer than {@code limit}, which is not negative. */
    public boolean isMetWithin(Segment s, double limit) {
        Way way = new Way(s);
        if (way.atLeast(bounds) > limit) {
            return false;
        }
        if (encloses && contains(s.a().x(), s.a().y())) {
            return true;
        }
        double square = limit * limit;
        for (int b = 0; b < boxes.length; b++) {
            if (way.atLeast(boxes[b]) > limit) {
                continue;
            }
            for (int i = b * CHUNK; i < Math.min(ax.length, (b + 1) * CHUNK); i++) {
                double here = squareTo(s, i);
                if (here < square || here == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where {@code p} comes nearest. */
    public Nearest nearest(Point p) {
        Point border = border(p);
        double distance = border.distanceTo(p);
        return new Nearest(encloses && contains(p.x(), p.y()) ? -distance : distance, p, border);
    }

    /** Where the straight path {@code s} comes nearest, or goes deepest. */
    public Nearest nearest(Segment s) {
        return nearest(s, Double.POSITIVE_INFINITY);
    }

    /**
     * Where the straight path {@code s} comes nearest, or goes deepest, for a search of the least over many shapes.
     *
     * @param below the least so far: where the distance is not below it, any answer that is not below it may come
     */
    public Nearest nearest(Segment s, double below) {
        if (s.a().equals(s.b())) {
            return nearest(s.a());
        }
        Nearest outside = outside(s);
        boolean meets = outside.distance() == 0 || (encloses && contains(s.a().x(), s.a().y()));
        return encloses && meets ? deepest(s, outside, Math.max(0, -below)) : outside;
    }

    private Nearest outside(Segment s) {
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        Way way = new Way(s);
        for (int b = 0; b < boxes.length && least > 0; b++) {
            double box = way.atLeast(boxes[b]);
            if (box * box >= least) {
                continue;
            }
            for (int i = b * CHUNK; i < Math.min(ax.length, (b + 1) * CHUNK); i++) {
                double square = squareTo(s, i);
                if (square < least) {
                    least = square;
                    best = i;
                }
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
        int best = nearestEdge(p);
        return new Segment(new Point(ax[best], ay[best]), new Point(bx[best], by[best])).nearest(p);
    }

    private double toBorder(Point p) {
        int best = nearestEdge(p);
        return Math.sqrt(square(p.x(), p.y(), ax[best], ay[best], bx[best], by[best]));
    }

    private int nearestEdge(Point p) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int b = 0; b < boxes.length; b++) {
            double x = Math.max(0, Math.max(boxes[b].minX() - p.x(), p.x() - boxes[b].maxX()));
            double y = Math.max(0, Math.max(boxes[b].minY() - p.y(), p.y() - boxes[b].maxY()));
            if (x * x + y * y >= least) {
                continue;
            }
            for (int i = b * CHUNK; i < Math.min(ax.length, (b + 1) * CHUNK); i++) {
                double square = square(p.x(), p.y(), ax[i], ay[i], bx[i], by[i]);
                if (square < least) {
                    least = square;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Whether the point lies inside by the even-odd rule. */
    private boolean contains(double x, double y) {
        boolean inside = false;
        for (int b = 0; b < boxes.length; b++) {
            // Edges above, below or to the left are not crossed on the way to the right.
            if (boxes[b].minY() > y || boxes[b].maxY() < y || boxes[b].maxX() < x) {
                continue;
            }
            for (int i = b * CHUNK; i < Math.min(ax.length, (b + 1) * CHUNK); i++) {
                if ((ay[i] > y) != (by[i] > y) && x < (bx[i] - ax[i]) * (y - ay[i]) / (by[i] - ay[i]) + ax[i]) {
                    inside = !inside;
                }
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
        Way way = new Way(s);
        for (int i = 0; i < ax.length; i++) {
            if (i % CHUNK == 0 && way.atLeast(boxes[i / CHUNK]) > 0) {
                i += CHUNK - 1;
                continue;
            }
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
     *
     * @param known a depth that is of no interest unless exceeded
     */
    private Nearest deepest(Segment s, Nearest touching, double known) {
        double exact = EXACT * Math.max(bounds.width(), bounds.height());
        double length = s.length();
        double best = known;
        Point at = touching.from();
        List<double[]> open = new ArrayList<>();
        for (Span span : crossings(s)) {
            open.add(piece(s, length, span.from(), span.to()));
        }
        for (int k = 0; k < MOST_HALVINGS && !open.isEmpty(); k++) {
            double[] p = open.removeLast();
            if (isNoDeeper(p, best, exact)) {
                continue;
            }
            double middle = (p[0] + p[1]) / 2;
            Point m = s.a().towards(s.b(), middle / length);
            double here = toBorder(m);
            if (here > best) {
                best = here;
                at = m;
            }
            for (double[] half : List.of(new double[]{p[0], middle, p[2], here},
                    new double[]{middle, p[1], here, p[3]})) {
                if (!isNoDeeper(half, best, exact)) {
                    open.add(half);
                }
            }
        }
        return best == known ? new Nearest(0, touching.from(), touching.to()) : new Nearest(-best, at, border(at));
    }

    /** Between two places nothing lies deeper than half of both depths and the way between them together. */
    private static boolean isNoDeeper(double[] piece, double best, double exact) {
        double deepest = (piece[2] + piece[3] + piece[1] - piece[0]) / 2;
        // However shallow, the first place inside counts: it tells the sign.
        return deepest <= (best > 0 ? best + exact : 0);
    }

    private double[] piece(Segment s, double length, double from, double to) {
        return new double[]{from, to, toBorder(s.a().towards(s.b(), from / length)),
                toBorder(s.a().towards(s.b(), to / length))};
    }
}
