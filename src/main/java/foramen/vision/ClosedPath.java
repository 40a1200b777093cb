package foramen.vision;

import java.util.Arrays;

/**
 * The cheapest closed path through a ring of columns, one row in each, by dynamic programming: the ring is run through
 * twice, and the middle of the second-best-informed half is kept.
 */
final class ClosedPath {
    private ClosedPath() {}

    /**
     * Finds the path.
     *
     * @param cost by column, then row; every column has the same number of rows
     * @param bend price of one row's step between neighbouring columns; grows with the square of the step
     * @param reach most rows that neighbouring columns may differ by
     * @return the row of each column
     */
    static int[] cheapest(double[][] cost, double bend, int reach) {
        int columns = cost.length;
        int rows = cost[0].length;
        double[] price = cost[0].clone();
        int[][] from = new int[2 * columns][rows];
        for (int k = 1; k < 2 * columns; k++) {
            double[] here = cost[k % columns];
            double[] next = new double[rows];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int r = 0; r < rows; r++) {
                for (int q = Math.max(0, r - reach); q <= Math.min(rows - 1, r + reach); q++) {
                    double p = price[q] + bend * (r - q) * (r - q);
                    if (p < next[r]) {
                        next[r] = p;
                        from[k][r] = q;
                    }
                }
                next[r] += here[r];
            }
            price = next;
        }
        int row = 0;
        for (int r = 1; r < rows; r++) {
            row = price[r] < price[row] ? r : row;
        }
        int[] path = new int[columns];
        for (int k = 2 * columns - 1; k >= columns / 2; k--) {
            if (k < columns / 2 + columns) {
                path[k % columns] = row;
            }
            row = from[k][row];
        }
        return path;
    }
}
