package foramen.phantom;

/** Smooth and cellular chance fields over the plane, fixed by a seed: the grain of the tissues. */
final class TissueNoise {
    private final long seed;

    TissueNoise(long seed) {
        this.seed = SeededRandom.mix(seed);
    }

    /** Two octaves of value noise, about −1 to 1, whose features are one unit wide. */
    double smooth(double x, double y) {
        return 0.7 * lattice(x, y) + 0.3 * lattice(2.13 * x + 17.3, 2.13 * y - 5.1);
    }

    /**
     * The nearest and second nearest of the cell centres, one per unit square (Worley, SIGGRAPH 1996).
     *
     * @param nearest distance to the nearest
     * @param second distance to the second nearest
     * @param level how level the wall between the two lies: 1 horizontal, 0 upright
     */
    record Cell(double nearest, double second, double level) {}

    /** The cell round a point. */
    Cell cell(double x, double y) {
        long cx = (long) Math.floor(x);
        long cy = (long) Math.floor(y);
        double[] first = {0, 0, Double.MAX_VALUE};
        double[] second = {0, 0, Double.MAX_VALUE};
        for (long i = cx - 2; i <= cx + 2; i++) {
            for (long j = cy - 2; j <= cy + 2; j++) {
                double dx = i + 0.1 + 0.8 * hash(i, j, 1) - x;
                double dy = j + 0.1 + 0.8 * hash(i, j, 2) - y;
                double d = dx * dx + dy * dy;
                if (d < first[2]) {
                    second = first;
                    first = new double[]{dx, dy, d};
                } else if (d < second[2]) {
                    second = new double[]{dx, dy, d};
                }
            }
        }
        double across = first[0] - second[0];
        double down = first[1] - second[1];
        return new Cell(Math.sqrt(first[2]), Math.sqrt(second[2]), down * down / (across * across + down * down));
    }

    private double lattice(double x, double y) {
        long i = (long) Math.floor(x);
        long j = (long) Math.floor(y);
        double u = smoothstep(x - i);
        double v = smoothstep(y - j);
        double top = hash(i, j, 0) * (1 - u) + hash(i + 1, j, 0) * u;
        double bottom = hash(i, j + 1, 0) * (1 - u) + hash(i + 1, j + 1, 0) * u;
        return 2 * (top * (1 - v) + bottom * v) - 1;
    }

    /** 0 below 0, 1 above 1, smooth between. */
    static double smoothstep(double t) {
        double c = Math.clamp(t, 0.0, 1.0);
        return c * c * (3 - 2 * c);
    }

    private double hash(long i, long j, long k) {
        long h = SeededRandom.mix(seed + i * 0x9E3779B97F4A7C15L ^ SeededRandom.mix(j * 0xD1B54A32D192ED03L + k));
        return (h >>> 11) * 0x1.0p-53;
    }
}
