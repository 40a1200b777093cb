package foramen.codec;

import java.util.Arrays;

/** What a JPEG-LS coder learns as it goes, and the numbers it goes by (ITU-T T.87 annex A and C.2.4.1.1). */
final class JpegLsModel {
    private static final int CONTEXTS = 367;
    /** The contexts of samples that interrupt a run: first where left and above differ. */
    private static final int RUN = 365;
    private static final int[] RUN_BITS = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9,
            10, 11, 12, 13, 14, 15};
    private static final int LEAST_CORRECTION = -128;
    private static final int MOST_CORRECTION = 127;

    /**
     * Preset coding parameters; nought stands for the standard's own choice.
     *
     * @param most MAXVAL, the greatest sample
     * @param t1 first threshold of gradients
     * @param t2 second
     * @param t3 third
     * @param reset after how many samples counts are halved
     */
    record Preset(int most, int t1, int t2, int t3, int reset) {
        static final Preset NONE = new Preset(0, 0, 0, 0, 0);

        /** Fills in what is nought for pictures of {@code precision} bits that may be {@code near} off. */
        Preset complete(int precision, int near) throws CodecException {
            int max = most == 0 ? (1 << precision) - 1 : most;
            int[] basic = thresholds(max, near);
            Preset whole = new Preset(max, t1 == 0 ? basic[0] : t1, t2 == 0 ? basic[1] : t2, t3 == 0 ? basic[2] : t3,
                    reset == 0 ? 64 : reset);
            boolean right = max < 1 << precision && near <= Math.min(255, max / 2) && whole.t1 > near
                    && whole.t1 <= whole.t2 && whole.t2 <= whole.t3 && whole.t3 <= max
                    && whole.reset >= 3 && whole.reset <= Math.max(255, max);
            if (!right) {
                throw new CodecException("the coding parameters of its JPEG-LS picture are impossible");
            }
            return whole;
        }

        private static int[] thresholds(int max, int near) {
            int wide = (Math.min(max, 4095) + 128) / 256;
            int small = 256 / (max + 1);
            int[] basic = max >= 128
                    ? new int[]{wide + 2, 4 * wide + 3, 17 * wide + 4}
                    : new int[]{Math.max(2, 3 / small), Math.max(3, 7 / small), Math.max(4, 21 / small)};
            int floor = near + 1;
            for (int i = 0; i < 3; i++) {
                int raised = max >= 128
                        ? basic[i] + (3 + 2 * i) * near
                        : Math.max(2 + i, new int[]{3, 7, 21}[i] / small + (3 + 2 * i) * near);
                basic[i] = raised > max || raised < floor ? floor : raised;
                floor = basic[i];
            }
            return basic;
        }
    }

    private final Preset preset;
    private final int near;
    private final int step;
    private final int range;
    private final int wordBits;
    private final int limit;
    /** For each gradient from -65535 to 65535 its class from -4 to 4. */
    private final byte[] classes;
    private final int[] a = new int[CONTEXTS];
    private final int[] b = new int[CONTEXTS];
    private final int[] c = new int[CONTEXTS];
    private final int[] n = new int[CONTEXTS];

    JpegLsModel(Preset preset, int near) {
        this.preset = preset;
        this.near = near;
        this.step = 2 * near + 1;
        this.range = (preset.most() + 2 * near) / step + 1;
        this.wordBits = 32 - Integer.numberOfLeadingZeros(range - 1);
        int sampleBits = Math.max(2, 32 - Integer.numberOfLeadingZeros(preset.most()));
        this.limit = 2 * (sampleBits + Math.max(8, sampleBits));
        this.classes = classes(preset, near);
        forget();
    }

    private static byte[] classes(Preset p, int near) {
        byte[] classes = new byte[2 * p.most() + 1];
        for (int d = 0; d <= p.most(); d++) {
            int q = d <= near ? 0 : d < p.t1() ? 1 : d < p.t2() ? 2 : d < p.t3() ? 3 : 4;
            classes[p.most() + d] = (byte) q;
            classes[p.most() - d] = (byte) -q;
        }
        return classes;
    }

    /** Starts afresh, as at a restart marker. */
    void forget() {
        Arrays.fill(a, Math.max(2, (range + 32) / 64));
        Arrays.fill(b, 0);
        Arrays.fill(c, 0);
        Arrays.fill(n, 1);
    }

    /** How many bits tell the length of a run at this stage. */
    static int runBits(int index) {
        return RUN_BITS[index];
    }

    /** The context of these neighbours: nought for a run, negative when signs are turned. */
    int context(int left, int above, int aboveLeft, int aboveRight) {
        int m = preset.most();
        return 81 * classes[m + aboveRight - above] + 9 * classes[m + above - aboveLeft]
                + classes[m + aboveLeft - left];
    }

    /** Whether two neighbours count as alike. */
    boolean alike(int x, int y) {
        return Math.abs(x - y) <= near;
    }

    /** The next sample outside a run. */
    int regular(JpegLsBits bits, int context, int left, int above, int aboveLeft) throws CodecException {
        int sign = context < 0 ? -1 : 1;
        int q = context * sign;
        int predicted = Math.clamp(median(left, above, aboveLeft) + (long) sign * c[q], 0, preset.most());
        int k = shift(a[q], n[q]);
        int mapped = code(bits, k, limit);
        int error = (mapped & 1) == 0 ? mapped >> 1 : -((mapped + 1) >> 1);
        if (near == 0 && k == 0 && 2 * b[q] <= -n[q]) {
            error = -error - 1;
        }
        learn(q, error);
        return rebuilt(predicted, sign * error);
    }

    private static int median(int left, int above, int aboveLeft) {
        int low = Math.min(left, above);
        int high = Math.max(left, above);
        return aboveLeft >= high ? low : aboveLeft <= low ? high : left + above - aboveLeft;
    }

    private static int shift(int sum, int count) {
        int k = 0;
        while (count << k < sum && k < 24) {
            k++;
        }
        return k;
    }

    private int code(JpegLsBits bits, int k, int most) throws CodecException {
        int escape = most - wordBits - 1;
        int noughts = bits.noughts(escape);
        int value = noughts < escape ? (noughts << k) + bits.take(Math.min(k, 16)) : bits.take(wordBits) + 1;
        if (value < 0 || value > 2 * range || k > 16) {
            throw new CodecException("its JPEG-LS picture is damaged");
        }
        return value;
    }

    private void learn(int q, int error) {
        b[q] += error * step;
        a[q] += Math.abs(error);
        if (n[q] == preset.reset()) {
            a[q] >>= 1;
            b[q] >>= 1;
            n[q] >>= 1;
        }
        n[q]++;
        if (b[q] <= -n[q]) {
            b[q] = Math.max(b[q] + n[q], 1 - n[q]);
            c[q] = Math.max(c[q] - 1, LEAST_CORRECTION);
        } else if (b[q] > 0) {
            b[q] = Math.min(b[q] - n[q], 0);
            c[q] = Math.min(c[q] + 1, MOST_CORRECTION);
        }
    }

    private int rebuilt(int predicted, int error) {
        int v = predicted + error * step;
        if (v < -near) {
            v += range * step;
        } else if (v > preset.most() + near) {
            v -= range * step;
        }
        return Math.clamp(v, 0, preset.most());
    }

    /**
     * The sample that ends a run.
     *
     * @param index how far the run had come, which shortens the longest code
     * @param level whether left and above count as alike; never for samples coded together
     */
    int interruption(JpegLsBits bits, int index, boolean level, int left, int above) throws CodecException {
        int kind = level ? 1 : 0;
        int q = RUN + kind;
        int k = shift(level ? a[q] + (n[q] >> 1) : a[q], n[q]);
        int mapped = code(bits, k, limit - RUN_BITS[index] - 1);
        int folded = mapped + kind;
        int odd = folded & 1;
        int size = (folded + odd) >> 1;
        // In these contexts b counts the negative errors.
        boolean negative = (k != 0 || 2 * b[q] >= n[q]) == (odd == 1);
        int error = negative ? -size : size;
        if (error < 0) {
            b[q]++;
        }
        a[q] += (mapped + 1 - kind) >> 1;
        if (n[q] == preset.reset()) {
            a[q] >>= 1;
            b[q] >>= 1;
            n[q] >>= 1;
        }
        n[q]++;
        int sign = !level && left > above ? -1 : 1;
        return rebuilt(level ? left : above, sign * error);
    }
}
