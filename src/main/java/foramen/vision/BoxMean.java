package foramen.vision;

/** Means over square windows, by running sums: as quick for a wide window as for a narrow one. */
final class BoxMean {
    private BoxMean() {}

    /** The mean of the square of {@code radius} pixels round each pixel; at the edge, of the part on the picture. */
    static float[] of(float[] v, int w, int h, int radius) {
        float[] across = new float[v.length];
        for (int y = 0; y < h; y++) {
            line(v, across, y * w, w, radius);
        }
        float[] out = new float[v.length];
        double[] sum = new double[w];
        int first = 0;
        int last = -1;
        for (int y = 0; y < h; y++) {
            while (last < Math.min(h - 1, y + radius)) {
                last++;
                add(sum, across, last * w, 1);
            }
            while (first < y - radius) {
                add(sum, across, first * w, -1);
                first++;
            }
            for (int x = 0; x < w; x++) {
                out[y * w + x] = (float) (sum[x] / (last - first + 1));
            }
        }
        return out;
    }

    private static void add(double[] sum, float[] row, int start, int sign) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += sign * row[start + x];
        }
    }

    private static void line(float[] from, float[] to, int start, int n, int radius) {
        double sum = 0;
        int first = 0;
        int last = -1;
        for (int i = 0; i < n; i++) {
            while (last < Math.min(n - 1, i + radius)) {
                last++;
                sum += from[start + last];
            }
            while (first < i - radius) {
                sum -= from[start + first];
                first++;
            }
            to[start + i] = (float) (sum / (last - first + 1));
        }
    }
}
