package foramen.phantom;

/** The scanner's grey scale: a 60 dB window of the echo's envelope on 0 to 255 (engineering default). */
final class LogCompression {
    /** Width of the window in dB. */
    static final double RANGE_DB = 60;

    /** The mean of the logarithm of speckle lies under its power: 2.5 dB for one look, 1 dB for three. */
    private static final double SPECKLE_BIAS_DB = 1;
    private static final double WHITE = 255;
    private static final double DB_PER_NEPER = 20 / StrictMath.log(10);

    private LogCompression() {}

    /** The root-mean-square level in dB (0 is white) of speckle whose mean grey shall be {@code grey}. */
    static double level(double grey) {
        return (grey / WHITE - 1) * RANGE_DB + SPECKLE_BIAS_DB;
    }

    /** The amplitude of a level in dB. */
    static double amplitude(double db) {
        return StrictMath.exp(db / DB_PER_NEPER);
    }

    /** The grey, not rounded and not clipped at black, of an envelope whose square is {@code power}. */
    static float grey(float power) {
        double db = 0.5 * DB_PER_NEPER * StrictMath.log(power + 1e-12);
        return (float) Math.min(WHITE, WHITE * (1 + db / RANGE_DB));
    }
}
