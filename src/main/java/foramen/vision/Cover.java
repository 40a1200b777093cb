package foramen.vision;

import foramen.geometry.Affine;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which places round a structure another frame does not show: those that are much darker and flatter than on the key
 * frame, against the rest of the surroundings, all along a strip of depth, as under an acoustic shadow or where the
 * probe has lost contact.
 *
 * <p>The surroundings are judged by cells. Places that are dark on the key frame tell nothing and go with their strip.
 * All limits are engineering defaults, looked at on synthetic clips.
 */
final class Cover {
    /** Cells to the structure's half-width. */
    private static final double CELLS = 4;
    private static final int SAMPLES = 3;
    /** A cell darker than this on the key frame tells nothing. */
    private static final double DARK = 6;
    /** Of the grey that is left of what was to be expected, and likewise of the contrast. */
    private static final double LEFT = 0.8;
    /** Half the length of a strip, in cells. */
    private static final int HALF = 3;
    /** How far strips lean from straight down, in cells across for each down: beams of a sector, and steered ones. */
    private static final double[] LEANS = {-0.6, -0.3, 0, 0.3, 0.6};
    /** The share of the brighter cells' ratios that lies below the gain: so many may be covered. */
    private static final double QUANTILE = 0.7;

    private static final int BLOCKS = 24;

    private final double left;
    private final double top;
    private final double pitch;
    private final int columns;
    private final int rows;
    private final double[] mean;
    private final double[] variance;
    private final boolean[] inside;
    private final double bright;

    /** The surroundings of {@code outline} on its key frame, as {@code key} shows them, in {@code bounds}. */
    Cover(GreyFrame frame, SmoothRegion key, Bounds bounds, Polygon outline, double size) {
        this.bright = brightness(frame);
        this.pitch = Math.max(2, size / CELLS);
        this.left = bounds.minX();
        this.top = bounds.minY();
        this.columns = Math.max(1, (int) Math.ceil(bounds.width() / pitch));
        this.rows = Math.max(1, (int) Math.ceil(bounds.height() / pitch));
        this.mean = new double[columns * rows];
        this.variance = new double[columns * rows];
        measure(key, Affine.IDENTITY, mean, variance);
        this.inside = new boolean[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                inside[row * columns + column] = outline
                        .contains(new Point(left + (column + 0.5) * pitch, top + (row + 0.5) * pitch));
            }
        }
    }

    /** The places of one frame that are covered, in the key frame's coordinates. */
    final class Map {
        private final boolean[] covered;

        private Map(boolean[] covered) {
            this.covered = covered;
        }

        /** Whether nothing is covered. */
        boolean isEmpty() {
            for (boolean c : covered) {
                if (c) {
                    return false;
                }
            }
            return true;
        }

        /** Whether the key frame's place is covered, or lies within {@code reach} pixels and a cell of one that is. */
        boolean near(double x, double y, double reach) {
            int r = 1 + (int) Math.ceil(reach / pitch);
            int i = (int) Math.floor((x - left) / pitch);
            int j = (int) Math.floor((y - top) / pitch);
            for (int v = Math.max(0, j - r); v <= Math.min(rows - 1, j + r); v++) {
                for (int u = Math.max(0, i - r); u <= Math.min(columns - 1, i + r); u++) {
                    if (covered[v * columns + u]) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The share of the structure that is covered, 0 to 1. */
        double ofStructure() {
            int all = 0;
            int hidden = 0;
            for (int c = 0; c < covered.length; c++) {
                all += inside[c] ? 1 : 0;
                hidden += inside[c] && covered[c] ? 1 : 0;
            }
            return all == 0 ? 0 : hidden / (double) all;
        }
    }

    /**
     * What {@code view} does not show where {@code pose} puts the structure.
     *
     * @param brightness of the whole frame, as {@link #brightness} measures it
     */
    Map map(SmoothRegion view, Affine pose, double brightness) {
        double[] now = new double[mean.length];
        double[] spread = new double[mean.length];
        measure(view, pose, now, spread);
        double[] fit = gain(now, bright < DARK ? 0 : brightness / bright);
        double[] expected = new double[mean.length];
        double[] contrast = new double[mean.length];
        for (int c = 0; c < mean.length; c++) {
            expected[c] = fit[0] * mean[c] + fit[1];
            contrast[c] = fit[0] * fit[0] * variance[c];
        }
        boolean[] covered = new boolean[mean.length];
        for (int c = 0; c < covered.length; c++) {
            for (double lean : LEANS) {
                covered[c] |= isCovered(c, lean, now, spread, expected, contrast);
            }
        }
        return new Map(covered);
    }

    private boolean isCovered(int c, double lean, double[] now, double[] spread, double[] expected,
            double[] contrast) {
        double seen = 0;
        double due = 0;
        double flat = 0;
        double rough = 0;
        int told = 0;
        for (int d = -HALF; d <= HALF; d++) {
            int x = (int) Math.round(c % columns + lean * d);
            int y = c / columns + d;
            if (x < 0 || y < 0 || x >= columns || y >= rows || mean[y * columns + x] < DARK) {
                continue;
            }
            int o = y * columns + x;
            told++;
            // Each cell counts alike, whether it is bright or dark.
            seen += Math.log((now[o] + 1) / (expected[o] + 1));
            due += Math.log(LEFT);
            flat += spread[o] / (contrast[o] + 1);
            rough += LEFT * LEFT;
        }
        boolean own = mean[c] < DARK || now[c] < 0.75 * expected[c];
        return told >= 3 && own && seen < due && flat < rough;
    }

    private void measure(SmoothRegion view, Affine pose, double[] means, double[] variances) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                measure(view, pose, column, row, means, variances);
            }
        }
    }

    private void measure(SmoothRegion view, Affine pose, int column, int row, double[] means, double[] variances) {
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < SAMPLES; j++) {
            for (int i = 0; i < SAMPLES; i++) {
                double x = left + (column + (i + 0.5) / SAMPLES) * pitch;
                double y = top + (row + (j + 0.5) / SAMPLES) * pitch;
                double v = view.at(pose.xx() * x + pose.xy() * y + pose.tx(),
                        pose.yx() * x + pose.yy() * y + pose.ty());
                sum += v;
                squares += v * v;
            }
        }
        double n = SAMPLES * SAMPLES;
        int c = row * columns + column;
        means[c] = sum / n;
        variances[c] = Math.max(0, squares / n - means[c] * means[c]);
    }

    /** Gain and offset from the key frame to this one, by the cells that are not dark against the rest. */
    private double[] gain(double[] now, double ofPicture) {
        double[] sorted = mean.clone();
        Arrays.sort(sorted);
        double half = Math.max(DARK, sorted[sorted.length / 2]);
        List<Double> ratios = new ArrayList<>();
        for (int c = 0; c < mean.length; c++) {
            if (mean[c] >= half) {
                ratios.add(now[c] / mean[c]);
            }
        }
        if (ratios.size() < 8) {
            return new double[]{1, 0};
        }
        ratios.sort(Double::compare);
        double here = ratios.get((int) (QUANTILE * ratios.size()));
        // Where nearly all surroundings are covered, the rest of the picture tells the gain.
        double[] fit = {here < 0.6 * ofPicture ? ofPicture : here, 0};
        for (int round = 0; round < 4; round++) {
            fit = refined(fit, now);
        }
        return fit;
    }

    private double[] refined(double[] fit, double[] now) {
        LinearSystem system = new LinearSystem(2);
        int used = 0;
        for (int c = 0; c < mean.length; c++) {
            double ratio = now[c] / Math.max(1, fit[0] * mean[c] + fit[1]);
            if (ratio > 0.6 && ratio < 1.7) {
                system.add(new double[]{mean[c], 1}, now[c], 1);
                used++;
            }
        }
        double[] next = used < 8 ? fit : system.solved();
        // An offset below nought, or no gain, comes of a shadow that was taken in.
        return next[0] < 0.02 || next[1] < 0 ? fit : next;
    }

    /** How bright the brighter parts of a picture are, wherever they lie. */
    static double brightness(GreyFrame frame) {
        double[] blocks = new double[BLOCKS * BLOCKS];
        int[] n = new int[BLOCKS * BLOCKS];
        for (int y = 0; y < frame.rows(); y += 4) {
            for (int x = 0; x < frame.columns(); x += 4) {
                int o = y * BLOCKS / frame.rows() * BLOCKS + x * BLOCKS / frame.columns();
                blocks[o] += frame.grey(x, y);
                n[o]++;
            }
        }
        for (int o = 0; o < blocks.length; o++) {
            blocks[o] /= Math.max(1, n[o]);
        }
        Arrays.sort(blocks);
        return blocks[(int) (0.85 * blocks.length)];
    }
}
