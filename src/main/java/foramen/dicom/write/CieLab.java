package foramen.dicom.write;

/** sRGB colours as DICOM recommends them: CIELab over D50 in sixteen bits (PS3.3 C.10.7.1.1). */
final class CieLab {
    /** sRGB to XYZ over D50, the Bradford adaptation already in it (IEC 61966-2-1, ICC.1 annex E). */
    private static final double[][] TO_XYZ = {{0.4360747, 0.3850649, 0.1430804}, {0.2225045, 0.7168786, 0.0606169},
            {0.0139322, 0.0971045, 0.7141733}};
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};
    private static final double DELTA = 6.0 / 29;

    private CieLab() {}

    /** The three stored values of {@code rgb}, 0xRRGGBB: L* over 0 to 100, a* and b* over -128 to 127. */
    static long[] of(int rgb) {
        double[] linear = {linear(rgb >> 16 & 0xFF), linear(rgb >> 8 & 0xFF), linear(rgb & 0xFF)};
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                sum += TO_XYZ[i][j] * linear[j];
            }
            double t = sum / WHITE[i];
            f[i] = t > DELTA * DELTA * DELTA ? Math.cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29;
        }
        return new long[]{held((116 * f[1] - 16) * 65535 / 100), held((500 * (f[0] - f[1]) + 128) * 257),
                held((200 * (f[1] - f[2]) + 128) * 257)};
    }

    /** The light that a stored sRGB value from 0 to 255 stands for, from 0 to 1. */
    static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static long held(double value) {
        return Math.clamp(Math.round(value), 0, 65535);
    }
}
