package foramen.vision;

import foramen.geometry.Bounds;

/** A rectangle of a picture, smoothed by a Gaussian against speckle, with values between the pixels. */
final class SmoothRegion {
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    private final float[] values;

    private SmoothRegion(int left, int top, int columns, int rows, float[] values) {
        this.left = left;
        this.top = top;
        this.columns = columns;
        this.rows = rows;
        this.values = values;
    }

    /**
     * The part of {@code frame} in {@code bounds}, clipped to the picture.
     *
     * @param sigma of the Gaussian in pixels; nought for none
     */
    static SmoothRegion of(GreyFrame frame, Bounds bounds, double sigma) {
        int x0 = Math.clamp((int) Math.floor(bounds.minX()), 0, frame.columns() - 1);
        int y0 = Math.clamp((int) Math.floor(bounds.minY()), 0, frame.rows() - 1);
        int w = Math.clamp((int) Math.ceil(bounds.maxX()), x0 + 1, frame.columns()) - x0;
        int h = Math.clamp((int) Math.ceil(bounds.maxY()), y0 + 1, frame.rows()) - y0;
        float[] v = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                v[y * w + x] = frame.grey(x0 + x, y0 + y);
            }
        }
        return new SmoothRegion(x0, y0, w, h, sigma > 0 ? blurred(v, w, h, sigma) : v);
    }

    /** The value at continuous picture coordinates; beyond the edge, the edge's. */
    double at(double x, double y) {
        double u = Math.clamp(x - 0.5 - left, 0, columns - 1.0);
        double v = Math.clamp(y - 0.5 - top, 0, rows - 1.0);
        int i = Math.min((int) u, Math.max(0, columns - 2));
        int j = Math.min((int) v, Math.max(0, rows - 2));
        double fu = u - i;
        double fv = v - j;
        int right = columns > 1 ? 1 : 0;
        int down = rows > 1 ? columns : 0;
        int o = j * columns + i;
        return (values[o] * (1 - fu) + values[o + right] * fu) * (1 - fv)
                + (values[o + down] * (1 - fu) + values[o + down + right] * fu) * fv;
    }

    /**
     * The variance of noise that is independent from pixel to pixel, as the second differences across and down show it
     * (Immerkaer, Computer Vision and Image Understanding 1996;64:300).
     */
    static double noise(GreyFrame frame, Bounds bounds) {
        SmoothRegion raw = of(frame, bounds, 0);
        double sum = 0;
        int n = 0;
        for (int y = 1; y < raw.rows - 1; y++) {
            for (int x = 1; x < raw.columns - 1; x++) {
                int o = y * raw.columns + x;
                sum += Math.abs(raw.bend(o - raw.columns) - 2 * raw.bend(o) + raw.bend(o + raw.columns));
                n++;
            }
        }
        double deviation = Math.sqrt(Math.PI / 2) / 6 * sum / Math.max(1, n);
        return deviation * deviation;
    }

    private double bend(int o) {
        return values[o - 1] - 2 * values[o] + values[o + 1];
    }

    /** Mean and standard deviation of all values. */
    double[] statistics() {
        double sum = 0;
        double squares = 0;
        for (float f : values) {
            sum += f;
            squares += f * (double) f;
        }
        double mean = sum / values.length;
        return new double[]{mean, Math.sqrt(Math.max(0, squares / values.length - mean * mean))};
    }

    /** This region smoothed once more, by {@code sigma} pixels. */
    SmoothRegion smoothed(double sigma) {
        return new SmoothRegion(left, top, columns, rows, blurred(values, columns, rows, sigma));
    }

    /** All values, row by row, shared. */
    float[] values() {
        return values;
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /**
     * This region drawn down, by a share of 0 to 1, to darker levels, both given on a coarser grid.
     *
     * @param shares by node, {@code width} nodes a row
     * @param levels by node; where the share is nought, whatever
     * @param grid pixels from node to node
     */
    SmoothRegion faded(float[] shares, float[] levels, int width, int grid) {
        float[] parts = new float[shares.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = shares[i] * levels[i];
        }
        float[] out = new float[values.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int o = y / grid * width + x / grid;
                float fx = (x % grid + 0.5f) / grid;
                float fy = (y % grid + 0.5f) / grid;
                float v = values[y * columns + x];
                out[y * columns + x] = Math.min(v,
                        v * (1 - between(shares, o, width, fx, fy)) + between(parts, o, width, fx, fy));
            }
        }
        return new SmoothRegion(left, top, columns, rows, out);
    }

    private static float between(float[] nodes, int o, int width, float fx, float fy) {
        return (nodes[o] * (1 - fx) + nodes[o + 1] * fx) * (1 - fy)
                + (nodes[o + width] * (1 - fx) + nodes[o + width + 1] * fx) * fy;
    }

    private static float[] blurred(float[] v, int w, int h, double sigma) {
        float[] kernel = kernel(sigma);
        return transposed(rowsBlurred(transposed(rowsBlurred(v, w, h, kernel), w, h), h, w, kernel), h, w);
    }

    private static float[] rowsBlurred(float[] v, int w, int h, float[] kernel) {
        int r = kernel.length / 2;
        float[] out = new float[v.length];
        float[] padded = new float[w + 2 * r];
        for (int y = 0; y < h; y++) {
            System.arraycopy(v, y * w, padded, r, w);
            java.util.Arrays.fill(padded, 0, r, v[y * w]);
            java.util.Arrays.fill(padded, r + w, padded.length, v[y * w + w - 1]);
            for (int k = 0; k < kernel.length; k++) {
                float weight = kernel[k];
                for (int x = 0; x < w; x++) {
                    out[y * w + x] += weight * padded[x + k];
                }
            }
        }
        return out;
    }

    private static float[] transposed(float[] v, int w, int h) {
        float[] out = new float[v.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                out[x * h + y] = v[y * w + x];
            }
        }
        return out;
    }

    private static float[] kernel(double sigma) {
        int r = (int) Math.ceil(3 * sigma);
        float[] k = new float[2 * r + 1];
        double sum = 0;
        for (int i = -r; i <= r; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = -r; i <= r; i++) {
            k[i + r] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
        }
        return k;
    }
}
