package foramen.vision;

import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the oval round a seed whose border parts bright from dark best: a coarse sweep over place, size, aspect and
 * angle, then descent from the best few.
 */
final class OvalSearch {
    private static final int DIRECTIONS = 32;
    private static final int KEPT = 10;
    /** How far out in the oval, 1 being its border, a click inside the structure may lie. */
    private static final double SEED_REACH = 0.97;
    private static final double MOST_ASPECT = 4.2;
    /** Weight of a border to a neighbour that is brighter where a bright structure is sought, or darker for a dark one. */
    private static final double OTHER_SIDE = 0.5;
    /**
     * Weight of what lies farther from the border of a bright structure, beside 1 for what lies close (chosen on the
     * synthetic clips). A dark one, such as a vessel, has a thin bright wall, and beyond it may be as dark again.
     */
    private static final double FAR = 0.15;
    private static final double[] ASPECTS = {1.15, 1.6, 2.2, 3.0};
    private static final double[] ANGLES = {0, 0.35, -0.35, 0.8, -0.8, 1.57};
    private static final double[] SIN = new double[DIRECTIONS];
    private static final double[] COS = new double[DIRECTIONS];

    static {
        for (int i = 0; i < DIRECTIONS; i++) {
            SIN[i] = Math.sin(2 * Math.PI * i / DIRECTIONS);
            COS[i] = Math.cos(2 * Math.PI * i / DIRECTIONS);
        }
    }

    private final SmoothRegion region;
    private final Point seed;
    private final double minArea;
    private final double maxArea;
    private final double noise;
    private final int polarity;
    private final double[] weight = new double[DIRECTIONS];
    private final double[] inside = new double[DIRECTIONS];
    private final double[] outside = new double[DIRECTIONS];
    private final double[] deepInside = new double[DIRECTIONS];
    private final double[] farOutside = new double[DIRECTIONS];

    /**
     * @param noise the grey step that counts as a border
     * @param polarity 1 for a structure brighter than what lies round it, -1 for a darker one
     */
    OvalSearch(SmoothRegion region, Point seed, double minArea, double maxArea, double noise, int polarity) {
        this.region = region;
        this.seed = seed;
        this.minArea = minArea;
        this.maxArea = maxArea;
        this.noise = noise;
        this.polarity = polarity;
    }

    /**
     * An oval and how well it fits.
     *
     * @param oval the oval
     * @param score -1 to 1; half and more is a plain border nearly all round
     */
    record Fit(Oval oval, double score) {}

    /** The best oval, where any fits at all. */
    Optional<Fit> best() {
        return sweep().stream().map(f -> refined(new Fit(f.oval(), score(f.oval(), 1))))
                .max(Comparator.comparingDouble(Fit::score));
    }

    private List<Fit> sweep() {
        List<Fit> fits = new ArrayList<>();
        int sizes = Math.max(2, (int) Math.ceil(Math.log(maxArea / minArea) / Math.log(1.4)));
        for (int k = 0; k <= sizes; k++) {
            double area = minArea * Math.pow(maxArea / minArea, k / (double) sizes);
            for (double aspect : ASPECTS) {
                double b = Math.sqrt(area / (Math.PI * aspect));
                for (double angle : ANGLES) {
                    sweepPlaces(b * aspect, b, angle, fits);
                }
            }
        }
        fits.sort(Comparator.comparingDouble(Fit::score).reversed());
        return distinct(fits);
    }

    private void sweepPlaces(double a, double b, double angle, List<Fit> fits) {
        for (int i = -3; i <= 3; i++) {
            for (int j = -2; j <= 2; j++) {
                double u = i * 0.28;
                double v = j * 0.4;
                if (Math.hypot(u, v) <= SEED_REACH) {
                    double x = seed.x() - (a * u * Math.cos(angle) - b * v * Math.sin(angle));
                    double y = seed.y() - (a * u * Math.sin(angle) + b * v * Math.cos(angle));
                    Oval oval = new Oval(x, y, a, b, angle);
                    fits.add(new Fit(oval, score(oval, 2)));
                }
            }
        }
    }

    /** The best few that are not all the same one. */
    private static List<Fit> distinct(List<Fit> sorted) {
        List<Fit> kept = new ArrayList<>();
        for (Fit f : sorted) {
            if (kept.size() == KEPT) {
                break;
            }
            if (kept.stream().noneMatch(k -> near(k.oval(), f.oval()))) {
                kept.add(f);
            }
        }
        return kept;
    }

    private static boolean near(Oval p, Oval q) {
        return Math.hypot(p.x() - q.x(), p.y() - q.y()) < 0.3 * p.b() && Math.abs(Math.log(p.area() / q.area())) < 0.4
                && Math.abs(Math.log(p.aspect() / q.aspect())) < 0.35;
    }

    private Fit refined(Fit start) {
        Fit best = start;
        double step = 0.25;
        while (step > 0.02) {
            Fit better = best;
            for (Oval o : neighbours(best.oval(), step)) {
                if (allowed(o)) {
                    double score = score(o, 1);
                    if (score > better.score()) {
                        better = new Fit(o.ordered(), score);
                    }
                }
            }
            if (better.score() <= best.score() + 1e-9) {
                step /= 2;
            }
            best = better;
        }
        return best;
    }

    private static List<Oval> neighbours(Oval o, double step) {
        double d = step * o.b();
        List<Oval> list = new ArrayList<>();
        for (int s = -1; s <= 1; s += 2) {
            list.add(new Oval(o.x() + s * d, o.y(), o.a(), o.b(), o.angle()));
            list.add(new Oval(o.x(), o.y() + s * d, o.a(), o.b(), o.angle()));
            list.add(new Oval(o.x(), o.y(), o.a() * (1 + s * step), o.b(), o.angle()));
            list.add(new Oval(o.x(), o.y(), o.a(), o.b() * (1 + s * step), o.angle()));
            list.add(new Oval(o.x(), o.y(), o.a() * (1 + s * step), o.b() * (1 + s * step), o.angle()));
            list.add(new Oval(o.x(), o.y(), o.a(), o.b(), o.angle() + s * step));
            // One end moves, the other stays.
            double ux = s * step * o.a() * Math.cos(o.angle()) / 2;
            double uy = s * step * o.a() * Math.sin(o.angle()) / 2;
            list.add(new Oval(o.x() + ux, o.y() + uy, o.a() * (1 + step / 2), o.b(), o.angle()));
            list.add(new Oval(o.x() + ux, o.y() + uy, o.a() * (1 - step / 2), o.b(), o.angle()));
        }
        return list;
    }

    private boolean allowed(Oval o) {
        double area = o.area();
        return area >= minArea && area <= maxArea && Math.max(o.aspect(), 1 / o.aspect()) <= MOST_ASPECT
                && o.radiusOf(seed) <= SEED_REACH;
    }

    /**
     * Mean over the border of how much less the grey outside belongs to the structure than the grey inside, each place
     * saturating so that no one rules the rest; close to the border first, and farther off on both sides, since a
     * border between parts of one structure does not last.
     *
     * @param every looks at each place of the border, or at every second one
     */
    private double score(Oval o, int every) {
        double reach = Math.clamp(0.28 * o.b(), 1.2, 8);
        double ca = Math.cos(o.angle());
        double sa = Math.sin(o.angle());
        double weights = 0;
        double mean = 0;
        for (int i = 0; i < DIRECTIONS; i += every) {
            double nx = COS[i] / o.a();
            double ny = SIN[i] / o.b();
            double n = Math.hypot(nx, ny);
            nx *= reach / n;
            ny *= reach / n;
            double u = o.a() * COS[i];
            double v = o.b() * SIN[i];
            // Each place stands for its length of border.
            weight[i] = Math.hypot(o.a() * SIN[i], o.b() * COS[i]);
            inside[i] = (value(o, u - nx, v - ny, ca, sa) + value(o, u - 0.5 * nx, v - 0.5 * ny, ca, sa)) / 2;
            outside[i] = (value(o, u + nx, v + ny, ca, sa) + value(o, u + 0.5 * nx, v + 0.5 * ny, ca, sa)) / 2;
            deepInside[i] = (value(o, u - 2 * nx, v - 2 * ny, ca, sa) + value(o, u - 3 * nx, v - 3 * ny, ca, sa)) / 2;
            farOutside[i] = (value(o, u + 2 * nx, v + 2 * ny, ca, sa) + value(o, u + 3 * nx, v + 3 * ny, ca, sa)) / 2;
            weights += weight[i];
            mean += weight[i] * inside[i];
        }
        double own = winsorised(mean / weights, weights, every);
        double sum = 0;
        double far = polarity > 0 ? FAR : 0;
        for (int i = 0; i < DIRECTIONS; i += every) {
            sum += weight[i] * (merit(inside[i], outside[i], own, noise, polarity)
                    + far * merit(deepInside[i], farOutside[i], own, noise, polarity));
        }
        return sum / weights / (1 + far);
    }

    /** The grey of the structure just inside its border: a mean to which one bright neighbour adds little. */
    private double winsorised(double mean, double weights, int every) {
        double sum = 0;
        for (int i = 0; i < DIRECTIONS; i += every) {
            sum += weight[i] * Math.clamp(inside[i], mean - noise, mean + noise);
        }
        return sum / weights;
    }

    /**
     * How well a border stands between two greys, -1 to 1.
     *
     * <p>A neighbour of the other polarity, such as a bright fascia beside a bright nerve, is a border too, but counts
     * less.
     *
     * @param own the structure's grey
     */
    static double merit(double inside, double outside, double own, double noise, int polarity) {
        double step = (Math.abs(outside - own) - Math.abs(inside - own)) / noise;
        double merit = step / Math.sqrt(1 + step * step);
        return merit > 0 && polarity * (outside - own) > 0 ? OTHER_SIDE * merit : merit;
    }

    private double value(Oval o, double u, double v, double ca, double sa) {
        return region.at(o.x() + u * ca - v * sa, o.y() + u * sa + v * ca);
    }
}
