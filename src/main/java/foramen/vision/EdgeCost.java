package foramen.vision;

import foramen.job.Progress;

/**
 * What it costs a livewire to run over each pixel: little on an edge, much on even ground.
 *
 * <p>The gradient of the smoothed frame against its local mean, so that a faint edge in a dark corner counts as a plain
 * one does. Made once a frame, in a job.
 */
public final class EdgeCost {
    /** Cost of a pixel without any edge; on the best edge it is 1. */
    static final int MOST = 64;
    private static final double SIGMA = 1.6;
    private static final int LOCAL = 24;
    private static final int CREST = 2;
    /** A step of grey per pixel below this is speckle (engineering default). */
    private static final float FLOOR = 1.5f;

    private final int columns;
    private final int rows;
    private final byte[] cost;

    private EdgeCost(int columns, int rows, byte[] cost) {
        this.columns = columns;
        this.rows = rows;
        this.cost = cost;
    }

    /** The costs of {@code frame}. */
    public static EdgeCost of(GreyFrame frame, Progress progress) {
        int w = frame.columns();
        int h = frame.rows();
        float[] v = SmoothRegion.of(frame, new foramen.geometry.Bounds(0, 0, w, h), SIGMA).values();
        progress.checkCancelled();
        float[] g = gradient(v, w, h);
        progress.checkCancelled();
        float[] mean = BoxMean.of(g, w, h, LOCAL);
        float[] crest = largest(g, w, h);
        byte[] cost = new byte[w * h];
        for (int i = 0; i < cost.length; i++) {
            // Three times the local mean is as good an edge as there is.
            float edge = Math.min(1, g[i] / (3 * mean[i] + FLOOR));
            // Only the crest of the gradient is the edge; its slopes are not.
            float near = g[i] / (crest[i] + 1e-3f);
            float dull = 1 - edge * near * near;
            cost[i] = (byte) Math.round(1 + (MOST - 1) * dull * dull);
        }
        return new EdgeCost(w, h, cost);
    }

    private static float[] gradient(float[] v, int w, int h) {
        float[] g = new float[v.length];
        for (int y = 0; y < h; y++) {
            int up = Math.max(0, y - 1) * w;
            int down = Math.min(h - 1, y + 1) * w;
            for (int x = 0; x < w; x++) {
                float dx = v[y * w + Math.min(w - 1, x + 1)] - v[y * w + Math.max(0, x - 1)];
                float dy = v[down + x] - v[up + x];
                g[y * w + x] = (float) Math.sqrt(dx * dx + dy * dy) / 2;
            }
        }
        return g;
    }

    /** The largest value within two pixels. */
    private static float[] largest(float[] g, int w, int h) {
        float[] across = new float[g.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float most = 0;
                for (int k = Math.max(0, x - CREST); k <= Math.min(w - 1, x + CREST); k++) {
                    most = Math.max(most, g[y * w + k]);
                }
                across[y * w + x] = most;
            }
        }
        float[] out = new float[g.length];
        for (int y = 0; y < h; y++) {
            for (int k = Math.max(0, y - CREST); k <= Math.min(h - 1, y + CREST); k++) {
                for (int x = 0; x < w; x++) {
                    out[y * w + x] = Math.max(out[y * w + x], across[k * w + x]);
                }
            }
        }
        return out;
    }

    /** Width of the frame in pixels. */
    public int columns() {
        return columns;
    }

    /** Height of the frame in pixels. */
    public int rows() {
        return rows;
    }

    int at(int x, int y) {
        return cost[y * columns + x];
    }
}
