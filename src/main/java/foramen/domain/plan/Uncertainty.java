package foramen.domain.plan;

/**
 * How far one distance can be off: independent causes, each a standard deviation in mm.
 *
 * @param scaleMm by the scale
 * @param traceMm by the traced border
 * @param depthMm by the depth of the structure against that of the needle, as far as it acts along the shortest link
 */
public record Uncertainty(double scaleMm, double traceMm, double depthMm) {
    /** 95 of 100 values of a normal distribution lie above its mean less this many standard deviations. */
    public static final double ONE_SIDED_95 = 1.6448536269514722;
    /** 95 of 100 lie within this many standard deviations of the mean. */
    public static final double TWO_SIDED_95 = 1.959963984540054;

    /** The standard deviation of all causes together, mm. */
    public double sigmaMm() {
        return Math.sqrt(scaleMm * scaleMm + traceMm * traceMm + depthMm * depthMm);
    }

    /** The distance that the true one is not below, with 95 % confidence. */
    public double margin95(double distanceMm) {
        return distanceMm - ONE_SIDED_95 * sigmaMm();
    }
}
