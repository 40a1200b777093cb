package foramen.vision;

/**
 * Takes long bright stripes out of a picture: fasciae run on past a nerve on both sides, the nerve does not.
 *
 * <p>At each place, over all directions, the greys along the two arms of a line are looked at; a stripe is where a low
 * quantile of both arms is bright. What exceeds the background there is taken off.
 */
final class LongStripes {
    private static final int DIRECTIONS = 16;
    private static final int SAMPLES = 16;
    /** This many of an arm's samples may be darker than the stripe. */
    private static final int DARKER = 5;
    /** Places are looked at in a coarser grid, of this many pixels. */
    private static final int GRID = 2;

    private final SmoothRegion region;
    private final double step;

    private LongStripes(SmoothRegion region, double arm) {
        this.region = region;
        this.step = arm / SAMPLES;
    }

    /**
     * {@code region} without its stripes.
     *
     * @param arm how far a stripe runs on to either side, in pixels
     */
    static SmoothRegion removed(SmoothRegion region, double arm) {
        return new LongStripes(region, arm).removed();
    }

    private SmoothRegion removed() {
        double background = region.quantile(0.5);
        int w = region.columns() / GRID + 2;
        int h = region.rows() / GRID + 2;
        float[] excess = new float[w * h];
        double[][] ways = directions();
        double[] arm = new double[SAMPLES];
        for (int j = 0; j < h; j++) {
            for (int i = 0; i < w; i++) {
                double x = region.left() + i * GRID;
                double y = region.top() + j * GRID;
                double stripe = 0;
                if (region.at(x, y) > background) {
                    for (double[] d : ways) {
                        double forth = quantile(arm, x, y, d[0], d[1], stripe);
                        if (forth > stripe) {
                            stripe = Math.max(stripe, Math.min(forth, quantile(arm, x, y, -d[0], -d[1], stripe)));
                        }
                    }
                }
                excess[j * w + i] = (float) Math.max(0, stripe - background);
            }
        }
        return region.minus(excess, w, GRID);
    }

    private double[][] directions() {
        double[][] ways = new double[DIRECTIONS][];
        for (int k = 0; k < DIRECTIONS; k++) {
            double angle = Math.PI * k / DIRECTIONS;
            ways[k] = new double[]{step * Math.cos(angle), step * Math.sin(angle)};
        }
        return ways;
    }

    /** A low quantile of the arm's greys, or nought as soon as it cannot exceed {@code least}. */
    private double quantile(double[] arm, double x, double y, double dx, double dy, double least) {
        int darker = 0;
        for (int k = 1; k <= SAMPLES; k++) {
            arm[k - 1] = region.at(x + k * dx, y + k * dy);
            if (arm[k - 1] <= least && ++darker > DARKER) {
                return 0;
            }
        }
        java.util.Arrays.sort(arm);
        return arm[DARKER];
    }
}
