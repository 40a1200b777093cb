package foramen.vision;

/** Pearson's correlation of pairs, summed up as they come. */
final class Correlation {
    private static final int LEAST = 20;

    private int n;
    private double sx;
    private double sy;
    private double sxx;
    private double syy;
    private double sxy;

    void add(double x, double y) {
        n++;
        sx += x;
        sy += y;
        sxx += x * x;
        syy += y * y;
        sxy += x * y;
    }

    /** How many pairs were added. */
    int count() {
        return n;
    }

    /** -1 to 1; nought for too few pairs, or where one side does not vary. */
    double value() {
        return without(0);
    }

    /**
     * What it would be if there were not so much noise in the second of each pair; at most half its variance is
     * taken to be noise.
     *
     * @param noise its variance
     */
    double without(double noise) {
        double vx = sxx - sx * sx / n;
        double vy = syy - sy * sy / n;
        double clean = Math.max(0.5 * vy, vy - noise * n);
        return n < LEAST || vx < 1 || vy < 1 ? 0 : Math.min(1, (sxy - sx * sy / n) / Math.sqrt(vx * clean));
    }
}
