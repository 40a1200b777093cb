package foramen.vision;

import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proposes the outline of the oval structure under one click, such as a nerve in its short axis.
 *
 * <p>At several scales of smoothing, and with fasciae taken out of the picture ({@link LongStripes}), an oval is sought
 * whose border parts inside from outside best ({@link OvalSearch}); the cheapest closed path along its normals then
 * follows the border itself, and the outline is drawn inside the bright rim, as the cross-sectional area is traced
 * (Sarafraz 2018, direct method). A pure function; some hundreds of milliseconds, work for a job.
 */
public final class OneClickOutline {
    private static final int COLUMNS = 72;
    /** Smoothing, as parts of the smallest structure's half-width. */
    private static final double FINEST = 0.2;
    private static final double[] SCALES = {0.2, 0.35, 0.6};
    /** Smoothing of the picture with its stripes, and how much less an outline found there is worth. */
    private static final double WITH_STRIPES = 0.35;
    private static final double HANDICAP = 0.03;
    /** How far a fascia runs on past a structure, as parts of the root of the largest area. */
    private static final double STRIPE_ARM = 1.1;
    /** A step of grey below this is noise on any picture (engineering default). */
    private static final double LEAST_STEP = 7;
    private static final double LEAST_CONFIDENCE = 0.3;
    /**
     * Below this confidence a proposal is more often wrong than right; chosen on the synthetic clips (engineering
     * default, {@code docs/bench.md}).
     */
    public static final double DOUBTFUL = 0.8;
    /** An outline that scores so little less is a rival, unless it is much the same outline (engineering defaults). */
    private static final double RIVAL = 0.06;

    private OneClickOutline() {}

    /** Which structures are sought. */
    public enum Contrast {
        /** Brighter than what lies round it: nerve in fat or between muscles here. */
        BRIGHTER(1),
        /** Darker: vessel, fluid, muscle between fasciae. */
        DARKER(-1);

        private final int sign;

        Contrast(int sign) {
            this.sign = sign;
        }
    }

    /**
     * What may be found, all in pixels.
     *
     * @param minArea smallest area
     * @param maxArea largest area
     * @param rim how far inside the outer border the outline is to run: the thickness of the bright rim, nought for
     *            none
     */
    public record Limits(double minArea, double maxArea, double rim) {
        /** Refuses an empty range. */
        public Limits {
            if (!(minArea > 0 && maxArea > minArea && rim >= 0)) {
                throw new IllegalArgumentException("An area from " + minArea + " to " + maxArea + " px² with a rim of "
                        + rim + " px is no range");
            }
        }

        /**
         * Limits given in millimetres.
         *
         * @param minArea smallest area in mm²
         * @param maxArea largest area in mm²
         * @param rim thickness of the rim in mm
         * @param pixelsAcross pixels of a millimetre across
         * @param pixelsDown pixels of a millimetre down
         */
        public static Limits ofMillimetres(double minArea, double maxArea, double rim, double pixelsAcross,
                double pixelsDown) {
            double square = pixelsAcross * pixelsDown;
            return new Limits(minArea * square, maxArea * square, rim * Math.sqrt(square));
        }

        /**
         * Limits for a picture without a scale, whose height shows 70 to 120 mm of depth: what 15 to 200 mm² and a rim
         * of 0.9 mm are then (engineering default for the depths at which the sciatic nerve is looked at).
         */
        public static Limits ofPicture(GreyFrame frame) {
            double h = frame.rows();
            return new Limits(15 * h * h / (120 * 120), 200 * h * h / (70 * 70), 0.9 * h / 95);
        }
    }

    /** What came of a click. */
    public sealed interface Proposal {
        /**
         * An outline to accept, mend or drop.
         *
         * @param outline in continuous pixels
         * @param confidence 0 to 1; {@link #DOUBTFUL} says what is little
         */
        record Found(Polygon outline, double confidence) implements Proposal {
            /** Whether to look at it with more care than at others. */
            public boolean isDoubtful() {
                return confidence < DOUBTFUL;
            }
        }

        /**
         * No outline.
         *
         * @param reason a sentence for the user
         */
        record Refused(String reason) implements Proposal {}
    }

    /**
     * Proposes an outline.
     *
     * @param frame the picture
     * @param seed the click, inside the structure
     * @param limits what may be found
     * @param contrast what is sought
     * @param progress to stop by
     */
    public static Proposal propose(GreyFrame frame, Point seed, Limits limits, Contrast contrast, Progress progress) {
        if (!frame.contains(seed.x(), seed.y())) {
            return new Proposal.Refused("The click lies outside the picture; click inside the structure.");
        }
        double reach = 2.5 * Math.sqrt(limits.maxArea()) + 8;
        Bounds around = new Bounds(seed.x() - reach, seed.y() - reach, seed.x() + reach, seed.y() + reach);
        double half = Math.sqrt(limits.minArea() / Math.PI / 2);
        List<Candidate> candidates = new ArrayList<>();
        SmoothRegion fine = SmoothRegion.of(frame, around, Math.max(0.5, FINEST * half));
        SmoothRegion bare = contrast == Contrast.BRIGHTER
                ? LongStripes.removed(fine, STRIPE_ARM * Math.sqrt(limits.maxArea()))
                : fine;
        for (double scale : SCALES) {
            progress.checkCancelled();
            candidate(bare.smoothed(Math.max(0.5, scale * half)), fine, seed, limits, contrast.sign)
                    .ifPresent(candidates::add);
        }
        if (contrast == Contrast.BRIGHTER) {
            progress.checkCancelled();
            // What looks like a fascia may be the structure itself.
            candidate(fine.smoothed(Math.max(0.5, WITH_STRIPES * half)), fine, seed, limits, contrast.sign)
                    .map(c -> new Candidate(c.outline(), c.score() - HANDICAP)).ifPresent(candidates::add);
        }
        return chosen(candidates);
    }

    private record Candidate(Polygon outline, double score) {}

    private static Optional<Candidate> candidate(SmoothRegion region, SmoothRegion fine, Point seed, Limits limits,
            int sign) {
        double noise = Math.max(LEAST_STEP, 0.35 * region.statistics()[1]);
        // The search follows the outer border of the rim, where the step is.
        double grow = 2 * limits.rim();
        double minArea = grown(limits.minArea(), grow);
        double maxArea = grown(limits.maxArea(), grow);
        return new OvalSearch(region, seed, minArea, maxArea, noise, sign).best()
                .map(fit -> new Candidate(traced(region, fine, fit.oval(), limits.rim(), noise, sign), fit.score()));
    }

    private static double grown(double area, double by) {
        double d = 2 * Math.sqrt(area / Math.PI) + by;
        return Math.PI * d * d / 4;
    }

    private static Polygon traced(SmoothRegion region, SmoothRegion fine, Oval oval, double rim, double noise,
            int sign) {
        double range = 0.45 * oval.b();
        double step = Math.clamp(oval.b() / 20, 0.15, 0.6);
        int middle = (int) Math.ceil(range / step);
        int rows = 2 * middle + 1;
        int width = Math.max(1, (int) Math.round(Math.clamp(0.2 * oval.b(), 1, 6) / step));
        double own = grey(region, oval, width * step);
        double[][] cost = new double[COLUMNS][rows];
        for (int c = 0; c < COLUMNS; c++) {
            double t = 2 * Math.PI * c / COLUMNS;
            double[] profile = new double[rows + 2 * width];
            for (int i = 0; i < profile.length; i++) {
                Point p = oval.at(t, (i - width - middle) * step);
                profile[i] = region.at(p.x(), p.y());
            }
            for (int r = 0; r < rows; r++) {
                double inside = 0;
                double outside = 0;
                for (int k = 1; k <= width; k++) {
                    inside += profile[r + width - k];
                    outside += profile[r + width + k];
                }
                double off = (r - middle) * step / range;
                cost[c][r] = 0.35 * off * off
                        - OvalSearch.merit(inside / width, outside / width, own, noise, sign);
            }
        }
        int[] path = ClosedPath.cheapest(cost, 0.12, 2);
        double[] offsets = new double[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            double sum = 0;
            for (int k = -3; k <= 3; k++) {
                sum += (4 - Math.abs(k)) * path[Math.floorMod(c + k, COLUMNS)];
            }
            offsets[c] = (sum / 16 - middle) * step;
        }
        double inset = rim == 0 ? 0 : Math.min(rim + 0.4 * ramp(fine, oval, offsets, sign), 0.6 * oval.b());
        List<Point> points = new ArrayList<>();
        for (int c = 0; c < COLUMNS; c++) {
            points.add(oval.at(2 * Math.PI * c / COLUMNS, offsets[c] - inset));
        }
        return new Polygon(points);
    }

    /**
     * How far inside the border the grey is the structure's own: the mean profile across the border climbs that long
     * from half to four fifths. A blurred rim is a thick one, and the outline belongs inside it.
     */
    private static double ramp(SmoothRegion fine, Oval oval, double[] offsets, int sign) {
        double reach = 0.5 * oval.b();
        int n = 40;
        double[] profile = new double[2 * n + 1];
        for (int c = 0; c < COLUMNS; c++) {
            double t = 2 * Math.PI * c / COLUMNS;
            Point in = oval.at(t, offsets[c] - 0.4 * reach);
            Point out = oval.at(t, offsets[c] + 0.6 * reach);
            // Where the neighbour is as bright, such as a fascia, the profile says nothing of the rim.
            if (sign * (fine.at(in.x(), in.y()) - fine.at(out.x(), out.y())) > 0) {
                for (int i = -n; i <= n; i++) {
                    Point p = oval.at(t, offsets[c] + i * reach / n);
                    profile[i + n] += sign * fine.at(p.x(), p.y());
                }
            }
        }
        double inside = profile[n];
        double outside = profile[n];
        for (int i = 0; i <= n; i++) {
            inside = Math.max(inside, profile[n - i]);
            outside = Math.min(outside, profile[n + i]);
        }
        double half = climb(profile, n, outside + 0.5 * (inside - outside));
        double most = climb(profile, n, outside + 0.8 * (inside - outside));
        return (most - half) * reach / n;
    }

    /** How many samples inward from the outer end the profile first reaches {@code level}. */
    private static int climb(double[] profile, int n, double level) {
        int i = 2 * n;
        while (i > 0 && profile[i] < level) {
            i--;
        }
        return 2 * n - i;
    }

    private static double grey(SmoothRegion region, Oval oval, double depth) {
        double[] greys = new double[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            Point p = oval.at(2 * Math.PI * c / COLUMNS, -depth / 2);
            greys[c] = region.at(p.x(), p.y());
        }
        java.util.Arrays.sort(greys);
        return greys[COLUMNS / 2];
    }

    private static Proposal chosen(List<Candidate> candidates) {
        Candidate best = null;
        for (Candidate c : candidates) {
            best = best == null || c.score() > best.score() ? c : best;
        }
        if (best == null || best.score() < LEAST_CONFIDENCE) {
            return new Proposal.Refused(
                    "No closed border stands out round this point; click nearer its middle, or trace it by hand.");
        }
        return new Proposal.Found(best.outline(), Math.clamp(confidence(best, candidates), 0, 1));
    }

    /** How well the border stands out, and no more than the best agrees with outlines that stand out nearly as well. */
    private static double confidence(Candidate best, List<Candidate> candidates) {
        double confidence = best.score();
        for (Candidate c : candidates) {
            double same = c.score() > best.score() - RIVAL ? Overlap.dice(best.outline(), c.outline()) : 1;
            if (same < DOUBTFUL) {
                confidence = Math.min(confidence, same);
            }
        }
        return confidence;
    }
}
