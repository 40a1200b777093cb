package foramen.phantom;

/** Chance that is the same everywhere: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) with a normal deviate. */
final class SeededRandom {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private static final double SQRT_12 = Math.sqrt(12);

    private long state;
    private double spare;
    private boolean hasSpare;

    SeededRandom(long seed) {
        state = seed;
    }

    /** An independent stream for one purpose, so that a change in one item leaves the others as they were. */
    SeededRandom fork(String purpose) {
        return new SeededRandom(mix(state ^ mix(purpose.hashCode() * GAMMA)));
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Evenly from 0 to below 1. */
    double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Evenly about 0 with deviation 1: a scatterer's strength; its short tails let few make full speckle. */
    double strength() {
        return SQRT_12 * (uniform() - 0.5);
    }

    /** Normal with mean 0 and deviation 1, by the polar method of Marsaglia. */
    double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double f = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * f;
        hasSpare = true;
        return u * f;
    }
}
