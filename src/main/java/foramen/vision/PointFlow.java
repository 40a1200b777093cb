package foramen.vision;

import foramen.geometry.Affine;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/** Where points of one frame lie in the next, by pyramids of Lucas and Kanade, there and back (OpenCV). */
final class PointFlow {
    private static final int WINDOW = 17;
    private static final int LEVELS = 3;
    private static final double SIGMA = 1.2;
    /** A point that comes back further than this from where it started was not followed, in pixels. */
    private static final double BACK = 1.0;

    private PointFlow() {}

    /**
     * A point that was followed.
     *
     * @param from where it was
     * @param to where it is
     */
    record Pair(Point from, Point to) {}

    /**
     * Follows {@code points}.
     *
     * @param region the part of both frames to look at
     * @return those that were followed there and back
     */
    static List<Pair> follow(GreyFrame one, GreyFrame two, Bounds region, List<Point> points) {
        int x0 = Math.clamp((int) Math.floor(region.minX()), 0, one.columns() - 1);
        int y0 = Math.clamp((int) Math.floor(region.minY()), 0, one.rows() - 1);
        int w = Math.clamp((int) Math.ceil(region.maxX()), x0 + 1, one.columns()) - x0;
        int h = Math.clamp((int) Math.ceil(region.maxY()), y0 + 1, one.rows()) - y0;
        if (w < WINDOW || h < WINDOW || points.isEmpty()) {
            return List.of();
        }
        try (PointerScope _ = new PointerScope()) {
            Mat a = smoothed(one, x0, y0, w, h);
            Mat b = smoothed(two, x0, y0, w, h);
            Mat from = matrix(points, x0, y0);
            Mat to = new Mat();
            Mat back = new Mat();
            Mat there = new Mat();
            Mat home = new Mat();
            Mat error = new Mat();
            Size window = new Size(WINDOW, WINDOW);
            TermCriteria stop = new TermCriteria(TermCriteria.COUNT | TermCriteria.EPS, 20, 0.02);
            opencv_video.calcOpticalFlowPyrLK(a, b, from, to, there, error, window, LEVELS, stop, 0, 1e-4);
            opencv_video.calcOpticalFlowPyrLK(b, a, to, back, home, error, window, LEVELS, stop, 0, 1e-4);
            return pairs(points, x0, y0, to, back, there, home);
        }
    }

    private static List<Pair> pairs(List<Point> points, int x0, int y0, Mat to, Mat back, Mat there, Mat home) {
        FloatBuffer next = to.createBuffer();
        FloatBuffer again = back.createBuffer();
        java.nio.ByteBuffer ok = there.createBuffer();
        java.nio.ByteBuffer okBack = home.createBuffer();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point p = points.get(i);
            double bx = again.get(2 * i) + x0 + 0.5 - p.x();
            double by = again.get(2 * i + 1) + y0 + 0.5 - p.y();
            if (ok.get(i) != 0 && okBack.get(i) != 0 && Math.hypot(bx, by) < BACK) {
                pairs.add(new Pair(p, new Point(next.get(2 * i) + x0 + 0.5, next.get(2 * i + 1) + y0 + 0.5)));
            }
        }
        return pairs;
    }

    private static Mat smoothed(GreyFrame frame, int x0, int y0, int w, int h) {
        byte[] part = new byte[w * h];
        for (int y = 0; y < h; y++) {
            System.arraycopy(frame.pixels(), (y0 + y) * frame.columns() + x0, part, y * w, w);
        }
        Mat raw = new Mat(h, w, opencv_core.CV_8UC1, new BytePointer(part));
        Mat smooth = new Mat();
        opencv_imgproc.GaussianBlur(raw, smooth, new Size(0, 0), SIGMA);
        return smooth;
    }

    private static Mat matrix(List<Point> points, int x0, int y0) {
        Mat m = new Mat(points.size(), 1, opencv_core.CV_32FC2);
        FloatBuffer buffer = m.createBuffer();
        for (int i = 0; i < points.size(); i++) {
            buffer.put(2 * i, (float) (points.get(i).x() - x0 - 0.5));
            buffer.put(2 * i + 1, (float) (points.get(i).y() - y0 - 0.5));
        }
        return m;
    }

    /**
     * The affine map that carries the pairs best: points that disagree with the rest lose their weight, and what the
     * points do not show stays near a similarity.
     *
     * @param centre of the structure
     * @param size its half-width in pixels
     */
    static Affine fit(List<Pair> pairs, Point centre, double size) {
        double[] p = {0, 0, 0, 0, 0, 0};
        for (int round = 0; round < 6; round++) {
            LinearSystem system = new LinearSystem(6);
            double total = 1e-3;
            for (Pair pair : pairs) {
                double u = (pair.from().x() - centre.x()) / size;
                double v = (pair.from().y() - centre.y()) / size;
                double dx = pair.to().x() - pair.from().x();
                double dy = pair.to().y() - pair.from().y();
                double miss = Math.hypot(p[0] + p[1] * u + p[2] * v - dx, p[3] + p[4] * u + p[5] * v - dy);
                double weight = round == 0 ? 1 : 1 / (1 + miss * miss / 0.25);
                system.add(new double[]{1, u, v, 0, 0, 0}, dx, weight);
                system.add(new double[]{0, 0, 0, 1, u, v}, dy, weight);
                total += weight;
            }
            WarpPrior.similarity(system, 0.3 * total);
            system.tie(1, 1, 5, 1, 0, 0.02 * total);
            system.tie(0, 1e-6, 3, 0, 0, total);
            p = system.solved();
        }
        return WarpPrior.affine(p, centre, size);
    }
}
