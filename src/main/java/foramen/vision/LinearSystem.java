package foramen.vision;

/** Sums up weighted equations in a few unknowns and solves them in the least squares. */
final class LinearSystem {
    private final int unknowns;
    private final double[][] left;
    private final double[] right;

    LinearSystem(int unknowns) {
        this.unknowns = unknowns;
        this.left = new double[unknowns][unknowns];
        this.right = new double[unknowns];
    }

    /** Adds the equation {@code coefficients · x = value}, {@code weight} times. */
    void add(double[] coefficients, double value, double weight) {
        for (int i = 0; i < unknowns; i++) {
            double w = weight * coefficients[i];
            if (w != 0) {
                for (int j = 0; j < unknowns; j++) {
                    left[i][j] += w * coefficients[j];
                }
                right[i] += w * value;
            }
        }
    }

    /** Adds that {@code x[i]} times {@code fi} plus {@code x[j]} times {@code fj} be {@code value}. */
    void tie(int i, double fi, int j, double fj, double value, double weight) {
        double[] row = new double[unknowns];
        row[i] = fi;
        row[j] += fj;
        add(row, value, weight);
    }

    /** The unknowns; all nought where the equations do not fix them. */
    double[] solved() {
        double[][] a = new double[unknowns][];
        for (int i = 0; i < unknowns; i++) {
            a[i] = java.util.Arrays.copyOf(left[i], unknowns + 1);
            a[i][unknowns] = right[i];
        }
        for (int c = 0; c < unknowns; c++) {
            int pivot = c;
            for (int r = c + 1; r < unknowns; r++) {
                pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
            }
            if (Math.abs(a[pivot][c]) < 1e-12) {
                return new double[unknowns];
            }
            double[] swap = a[c];
            a[c] = a[pivot];
            a[pivot] = swap;
            for (int r = 0; r < unknowns; r++) {
                double f = r == c ? 0 : a[r][c] / a[c][c];
                for (int k = c; f != 0 && k <= unknowns; k++) {
                    a[r][k] -= f * a[c][k];
                }
            }
        }
        double[] x = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            x[i] = a[i][unknowns] / a[i][i];
        }
        return x;
    }
}
