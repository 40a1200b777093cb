package foramen.codec;

/** The inverse discrete cosine transform of 8 × 8 coefficients (ITU-T T.81 A.3.3), within half a grey of exact. */
final class InverseDct {
    private static final double C1 = Math.cos(Math.PI / 16);
    private static final double C2 = Math.cos(2 * Math.PI / 16);
    private static final double C3 = Math.cos(3 * Math.PI / 16);
    private static final double C4 = Math.cos(4 * Math.PI / 16);
    private static final double C5 = Math.cos(5 * Math.PI / 16);
    private static final double C6 = Math.cos(6 * Math.PI / 16);
    private static final double C7 = Math.cos(7 * Math.PI / 16);

    private final double[] work = new double[64];
    private final int middle;
    private final int most;

    /** A transform to samples of {@code precision} bits; not for several threads at once. */
    InverseDct(int precision) {
        this.middle = 1 << (precision - 1);
        this.most = (1 << precision) - 1;
    }

    /** Turns the quantised coefficients from {@code at} on into samples, in their place, row by row. */
    void apply(short[] block, int at, int[] quantisers) {
        boolean flat = true;
        for (int i = 1; i < 64 && flat; i++) {
            flat = block[at + i] == 0;
        }
        if (flat) {
            short level = sample(block[at] * (double) quantisers[0] / 8);
            java.util.Arrays.fill(block, at, at + 64, level);
            return;
        }
        for (int i = 0; i < 64; i++) {
            work[i] = block[at + i] * (double) quantisers[i];
        }
        for (int x = 0; x < 8; x++) {
            line(x, 8);
        }
        for (int y = 0; y < 64; y += 8) {
            line(y, 1);
        }
        for (int i = 0; i < 64; i++) {
            block[at + i] = sample(work[i] / 4);
        }
    }

    private short sample(double v) {
        return (short) Math.clamp((long) Math.floor(v + middle + 0.5), 0, most);
    }

    /** One line of eight, four times too large in both directions together. */
    private void line(int at, int step) {
        double f0 = work[at];
        double f1 = work[at + step];
        double f2 = work[at + 2 * step];
        double f3 = work[at + 3 * step];
        double f4 = work[at + 4 * step];
        double f5 = work[at + 5 * step];
        double f6 = work[at + 6 * step];
        double f7 = work[at + 7 * step];
        double sum = (f0 + f4) * C4;
        double difference = (f0 - f4) * C4;
        double outer = f2 * C2 + f6 * C6;
        double inner = f2 * C6 - f6 * C2;
        mirrored(at, step, 0, sum + outer, f1 * C1 + f3 * C3 + f5 * C5 + f7 * C7);
        mirrored(at, step, 1, difference + inner, f1 * C3 - f3 * C7 - f5 * C1 - f7 * C5);
        mirrored(at, step, 2, difference - inner, f1 * C5 - f3 * C1 + f5 * C7 + f7 * C3);
        mirrored(at, step, 3, sum - outer, f1 * C7 - f3 * C5 + f5 * C3 - f7 * C1);
    }

    private void mirrored(int at, int step, int i, double even, double odd) {
        work[at + i * step] = even + odd;
        work[at + (7 - i) * step] = even - odd;
    }
}
