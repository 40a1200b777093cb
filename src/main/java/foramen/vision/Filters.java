package foramen.vision;

import foramen.geometry.Bounds;
import java.util.stream.IntStream;

/**
 * Filters for the eye: they change what is shown, never what is measured. Pure functions; the frame given is not
 * changed.
 */
public final class Filters {
    /** Speckle's spread as part of its mean where tissue is even, after a scanner's compression (engineering default). */
    private static final double SPECKLE = 0.22;
    private static final int LEE_RADIUS = 3;

    private Filters() {}

    /**
     * The median of a square round each pixel; at the edge the nearest pixels stand in for those missing.
     *
     * @param width of the square, odd: 3 or 5
     */
    public static GreyFrame median(GreyFrame frame, int width) {
        if (width < 3 || width > 15 || width % 2 == 0) {
            throw new IllegalArgumentException("A median takes an odd width from 3 to 15, not " + width);
        }
        byte[] out = new byte[frame.pixels().length];
        IntStream.range(0, frame.rows()).parallel().forEach(y -> medianRow(frame, width / 2, y, out));
        return new GreyFrame(frame.columns(), frame.rows(), out);
    }

    /** One row by Huang's running histogram. */
    private static void medianRow(GreyFrame f, int r, int y, byte[] out) {
        int w = f.columns();
        byte[] px = f.pixels();
        int[] starts = new int[2 * r + 1];
        for (int k = -r; k <= r; k++) {
            starts[k + r] = Math.clamp(y + k, 0, f.rows() - 1) * w;
        }
        int[] histogram = new int[256];
        for (int start : starts) {
            for (int k = -r; k <= r; k++) {
                histogram[px[start + Math.clamp(k, 0, w - 1)] & 0xFF]++;
            }
        }
        int half = starts.length * starts.length / 2;
        int median = 0;
        int below = 0;
        for (int x = 0; x < w; x++) {
            if (x > 0) {
                int gone = Math.max(0, x - r - 1);
                int come = Math.min(w - 1, x + r);
                for (int start : starts) {
                    int old = px[start + gone] & 0xFF;
                    int young = px[start + come] & 0xFF;
                    histogram[old]--;
                    histogram[young]++;
                    below += (young < median ? 1 : 0) - (old < median ? 1 : 0);
                }
            }
            while (below > half) {
                below -= histogram[--median];
            }
            while (below + histogram[median] <= half) {
                below += histogram[median++];
            }
            out[y * w + x] = (byte) median;
        }
    }

    /**
     * A Gaussian.
     *
     * @param sigma in pixels, above 0 and up to 20
     */
    public static GreyFrame gaussian(GreyFrame frame, double sigma) {
        if (!(sigma > 0 && sigma <= 20)) {
            throw new IllegalArgumentException("A Gaussian takes a sigma above 0 and up to 20 pixels, not " + sigma);
        }
        float[] v = SmoothRegion.of(frame, new Bounds(0, 0, frame.columns(), frame.rows()), sigma).values();
        byte[] out = new byte[v.length];
        for (int i = 0; i < v.length; i++) {
            out[i] = (byte) Math.round(v[i]);
        }
        return new GreyFrame(frame.columns(), frame.rows(), out);
    }

    /**
     * Takes speckle off even tissue and leaves edges: each pixel lies between the local mean and itself, nearer itself
     * where the grey varies more than speckle does (Lee 1980).
     */
    public static GreyFrame lee(GreyFrame frame) {
        int w = frame.columns();
        int h = frame.rows();
        float[] v = new float[w * h];
        float[] squares = new float[w * h];
        for (int i = 0; i < v.length; i++) {
            v[i] = frame.pixels()[i] & 0xFF;
            squares[i] = v[i] * v[i];
        }
        float[] mean = BoxMean.of(v, w, h, LEE_RADIUS);
        float[] power = BoxMean.of(squares, w, h, LEE_RADIUS);
        byte[] out = new byte[v.length];
        for (int i = 0; i < v.length; i++) {
            float variance = Math.max(0, power[i] - mean[i] * mean[i]);
            float speckle = (float) (SPECKLE * SPECKLE) * mean[i] * mean[i];
            float keep = variance <= speckle ? 0 : (variance - speckle) / variance;
            out[i] = (byte) Math.round(mean[i] + keep * (v[i] - mean[i]));
        }
        return new GreyFrame(w, h, out);
    }
}
