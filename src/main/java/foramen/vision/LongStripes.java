package foramen.vision;

import java.util.Arrays;

/**
 * Takes long bright stripes out of a picture: fasciae run on past a nerve on both sides, the nerve does not.
 *
 * <p>A stripe is brighter than what lies beside it on either hand, along two arms that leave a place nearly opposite
 * each other. That much of it as both arms show is drawn down to the darker of its two sides, so that the border of a
 * nerve under a fascia lies where the fascia begins.
 */
final class LongStripes {
    /** Ways that arms may run, round the whole circle. */
    private static final int WAYS = 40;
    private static final int HALF = WAYS / 2;
    private static final int SAMPLES = 16;
    /** This many of an arm's samples may stand out less than the stripe does. */
    private static final int WEAKER = 4;
    /** How far beside a stripe its sides are looked at, as parts of the arm: thin fasciae and thick ones. */
    private static final double[] BESIDE = {0.1, 0.16};
    /** Steps of grey that are no stripe (engineering default). */
    private static final double NOISE = 4;
    /** A place is all stripe where the arms stand out by this part of what it does itself (engineering default). */
    private static final double WHOLE = 0.5;
    /** Places looked at along an arm's length, whatever the picture's resolution. */
    private static final int NODES = 28;

    private final SmoothRegion region;
    private final double arm;
    private final int grid;
    private final int columns;
    private final int rows;
    private final double[] cos = new double[WAYS];
    private final double[] sin = new double[WAYS];
    private final float[] share;
    private final float[] level;

    private LongStripes(SmoothRegion region, double arm) {
        this.region = region;
        this.arm = arm;
        this.grid = Math.max(1, (int) Math.round(arm / NODES));
        this.columns = region.columns() / grid + 2;
        this.rows = region.rows() / grid + 2;
        this.share = new float[columns * rows];
        this.level = new float[columns * rows];
        for (int k = 0; k < WAYS; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / WAYS);
            sin[k] = Math.sin(2 * Math.PI * k / WAYS);
        }
    }

    /**
     * {@code region} without its stripes.
     *
     * @param arm how far a stripe runs on to either side, in pixels
     */
    static SmoothRegion removed(SmoothRegion region, double arm) {
        LongStripes stripes = new LongStripes(region, arm);
        for (double beside : BESIDE) {
            stripes.mark(beside * arm);
        }
        return region.faded(stripes.share, stripes.level, stripes.columns, stripes.grid);
    }

    private void mark(double beside) {
        float[][] ridges = new float[HALF][];
        for (int k = 0; k < HALF; k++) {
            ridges[k] = ridge(k, beside);
        }
        double[] arms = new double[WAYS];
        double[] samples = new double[SAMPLES];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                for (int k = 0; k < WAYS; k++) {
                    arms[k] = standsOut(ridges[k % HALF], i, j, k, samples);
                }
                mark(i, j, arms, beside);
            }
        }
    }

    /** How much each place is brighter than the mean of its two sides, across way {@code k}. */
    private float[] ridge(int k, double beside) {
        double nx = -beside * sin[k];
        double ny = beside * cos[k];
        float[] ridge = new float[columns * rows];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                double x = x(i);
                double y = y(j);
                ridge[j * columns + i] = (float) (region.at(x, y)
                        - (region.at(x + nx, y + ny) + region.at(x - nx, y - ny)) / 2);
            }
        }
        return ridge;
    }

    /** A low quantile of how much an arm stands out, nought where that is noise. */
    private double standsOut(float[] ridge, int i, int j, int way, double[] samples) {
        double u = arm / SAMPLES / grid * cos[way];
        double v = arm / SAMPLES / grid * sin[way];
        int weaker = 0;
        for (int k = 1; k <= SAMPLES; k++) {
            int c = Math.clamp((int) (i + k * u + 0.5), 0, columns - 1);
            int r = Math.clamp((int) (j + k * v + 0.5), 0, rows - 1);
            samples[k - 1] = ridge[r * columns + c];
            if (samples[k - 1] <= NOISE && ++weaker > WEAKER) {
                return 0;
            }
        }
        Arrays.sort(samples);
        return samples[WEAKER];
    }

    private void mark(int i, int j, double[] arms, double beside) {
        double most = 0;
        int way = 0;
        for (int k = 0; k < HALF; k++) {
            // A fascia bends a little where it passes over a nerve.
            for (int bend = -1; bend <= 1; bend++) {
                double both = Math.min(arms[k], arms[(k + HALF + bend) % WAYS]);
                if (both > most) {
                    most = both;
                    way = k;
                }
            }
        }
        if (most <= NOISE) {
            return;
        }
        double nx = -beside * sin[way];
        double ny = beside * cos[way];
        double dark = Math.min(region.at(x(i) + nx, y(j) + ny), region.at(x(i) - nx, y(j) - ny));
        double own = region.at(x(i), y(j)) - dark;
        float part = own <= 0 ? 0 : (float) Math.min(1, (most - NOISE) / (WHOLE * own));
        int at = j * columns + i;
        if (part > share[at]) {
            share[at] = part;
            level[at] = (float) dark;
        }
    }

    private double x(int i) {
        return region.left() + i * (double) grid;
    }

    private double y(int j) {
        return region.top() + j * (double) grid;
    }
}
