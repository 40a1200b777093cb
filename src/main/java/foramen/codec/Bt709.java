package foramen.codec;

/**
 * Packed RGB as luma and chroma of limited range (ITU-R BT.709-6 section 3, 8 bits), in 16-bit fixed point, rounded to the
 * nearest. Loops over rows without branches, which the just-in-time compiler turns into vector instructions.
 */
final class Bt709 {
    private static final int BITS = 16;
    private static final double ONE = 1 << BITS;
    private static final double RED = 0.2126;
    private static final double BLUE = 0.0722;
    private static final double LUMA_RANGE = 219 / 255.0;
    private static final double CHROMA_RANGE = 224 / 255.0;
    /** So that each sum of a grey is a grey: what rounding leaves goes to green. */
    private static final int Y_ALL = round(LUMA_RANGE);
    private static final int Y_R = round(RED * LUMA_RANGE);
    private static final int Y_B = round(BLUE * LUMA_RANGE);
    private static final int Y_G = Y_ALL - Y_R - Y_B;
    private static final int HALF = round(CHROMA_RANGE / 2);
    private static final int U_R = round(-RED / (2 * (1 - BLUE)) * CHROMA_RANGE);
    private static final int U_G = -HALF - U_R;
    private static final int V_B = round(-BLUE / (2 * (1 - RED)) * CHROMA_RANGE);
    private static final int V_G = -HALF - V_B;
    private static final int Y_ZERO = (16 << BITS) + (1 << (BITS - 1));
    /** Chroma is of the sum of four pixels. */
    private static final int FOUR = BITS + 2;
    private static final int C_ZERO = (128 << FOUR) + (1 << (FOUR - 1));

    private Bt709() {}

    private static int round(double share) {
        return (int) Math.round(share * ONE);
    }

    /** The luma of a row. */
    static void luma(int[] row, byte[] to) {
        for (int x = 0; x < to.length; x++) {
            int p = row[x];
            to[x] = (byte) ((Y_R * (p >> 16 & 0xFF) + Y_G * (p >> 8 & 0xFF) + Y_B * (p & 0xFF) + Y_ZERO) >> BITS);
        }
    }

    /** The chroma of two rows, of the mean of two by two pixels each. */
    static void chroma(int[] upper, int[] lower, byte[] blue, byte[] red) {
        for (int x = 0; x < blue.length; x++) {
            int a = upper[2 * x];
            int b = upper[2 * x + 1];
            int c = lower[2 * x];
            int d = lower[2 * x + 1];
            int r = (a >> 16 & 0xFF) + (b >> 16 & 0xFF) + (c >> 16 & 0xFF) + (d >> 16 & 0xFF);
            int g = (a >> 8 & 0xFF) + (b >> 8 & 0xFF) + (c >> 8 & 0xFF) + (d >> 8 & 0xFF);
            int bl = (a & 0xFF) + (b & 0xFF) + (c & 0xFF) + (d & 0xFF);
            blue[x] = (byte) ((U_R * r + U_G * g + HALF * bl + C_ZERO) >> FOUR);
            red[x] = (byte) ((HALF * r + V_G * g + V_B * bl + C_ZERO) >> FOUR);
        }
    }
}
