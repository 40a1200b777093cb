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

    /** -1 to 1; nought for too few pairs, or where one side does not vary. */
    double value() {
        double vx = sxx - sx * sx / n;
        double vy = syy - sy * sy / n;
        return n < LEAST || vx < 1 || vy < 1 ? 0 : (sxy - sx * sy / n) / Math.sqrt(vx * vy);
    }
}
