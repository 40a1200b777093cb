package foramen.vision;

import foramen.geometry.Affine;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;

/**
 * What a structure and its surroundings look like on its key frame, smoothed against speckle, and where that picture
 * lies on another frame.
 *
 * <p>Registration against the key frame itself keeps small errors from adding up frame by frame. Gain and offset of
 * the grey are free, so a turned knob does not count.
 */
final class KeyPatch {
    private static final int POINTS = 900;
    private static final int ITERATIONS = 14;
    /** The margin round the outline that counts, as parts of the structure's half-height. */
    private static final double MARGIN = 0.6;
    /** The wide margin, as parts of {@link #size}. */
    static final double RING = 1.6;

    private final Point centre;
    private final double size;
    private final double sigma;
    private final double[] xs;
    private final double[] ys;
    private final double[] greys;

    private KeyPatch(GreyFrame frame, Polygon outline, boolean wide) {
        Bounds b = outline.bounds();
        double thin = outline.area() / Math.max(1, Math.max(b.width(), b.height()));
        this.centre = outline.centroid();
        this.size = Math.max(2, Math.sqrt(outline.area() / Math.PI));
        this.sigma = Math.clamp(thin / 9, 0.7, 3);
        double margin = wide ? RING * size : Math.max(2, MARGIN * thin);
        SmoothRegion region = SmoothRegion.of(frame, grown(b, margin + 3 * sigma), sigma);
        List<Point> points = places(outline, margin, frame);
        this.xs = points.stream().mapToDouble(Point::x).toArray();
        this.ys = points.stream().mapToDouble(Point::y).toArray();
        this.greys = points.stream().mapToDouble(p -> region.at(p.x(), p.y())).toArray();
    }

    /** The structure with its nearest surroundings. */
    static KeyPatch of(GreyFrame frame, Polygon outline) {
        return new KeyPatch(frame, outline, false);
    }

    /** The structure with all that tells where it is when it is not seen itself. */
    static KeyPatch wide(GreyFrame frame, Polygon outline) {
        return new KeyPatch(frame, outline, true);
    }

    /** How much each place of the patch counts: nought where it is covered. */
    double[] weights(Cover.Map cover) {
        double[] w = new double[xs.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = cover.near(xs[i], ys[i], 0) ? 0 : 1;
        }
        return w;
    }

    /** The share of the patch that is covered, or borders on what is. */
    double covered(Cover.Map cover) {
        double[] w = weights(cover);
        return w.length == 0 ? 0 : 1 - java.util.Arrays.stream(w).sum() / w.length;
    }

    /** Half the width of a circle of the structure's area. */
    double size() {
        return size;
    }

    /** The structure's centre on its key frame. */
    Point centre() {
        return centre;
    }

    /**
     * Where the patch was found.
     *
     * @param pose from the key frame to this one
     * @param likeness correlation with the key frame, -1 to 1
     */
    record Found(Affine pose, double likeness) {}

    /**
     * How strongly the pose is held to where it starts; nought for not at all.
     *
     * @param all of it
     * @param shape size, turn and shear alone
     */
    record Hold(double all, double shape) {}

    private static List<Point> places(Polygon outline, double margin, GreyFrame frame) {
        Bounds b = grown(outline.bounds(), margin);
        double step = Math.max(0.5, Math.sqrt(b.width() * b.height() / POINTS));
        List<Point> points = new ArrayList<>();
        for (double y = b.minY() + step / 2; y < b.maxY(); y += step) {
            for (double x = b.minX() + step / 2; x < b.maxX(); x += step) {
                Point p = new Point(x, y);
                if (frame.contains(x, y) && outline.distanceTo(p) <= margin) {
                    points.add(p);
                }
            }
        }
        return points;
    }

    private static Bounds grown(Bounds b, double by) {
        return new Bounds(b.minX() - by, b.minY() - by, b.maxX() + by, b.maxY() + by);
    }

    /** The frame as this patch looks at it, where {@code pose} puts it, with {@code room} pixels to move. */
    SmoothRegion view(GreyFrame frame, Affine pose, double room) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xs.length; i++) {
            double x = pose.xx() * xs[i] + pose.xy() * ys[i] + pose.tx();
            double y = pose.yx() * xs[i] + pose.yy() * ys[i] + pose.ty();
            minX = Math.min(minX, x);
            maxX = Math.max(maxX, x);
            minY = Math.min(minY, y);
            maxY = Math.max(maxY, y);
        }
        Bounds b = xs.length == 0 ? new Bounds(0, 0, 1, 1) : new Bounds(minX, minY, maxX, maxY);
        return SmoothRegion.of(frame, grown(b, room + 3 * sigma), sigma);
    }

    private double likeness(SmoothRegion view, Affine pose, double[] weights) {
        return likeness(view, pose, weights, 0);
    }

    /**
     * How alike the key frame and {@code view} under {@code pose} are: their correlation.
     *
     * @param noise the variance of pixel noise that the key frame had not
     */
    double likeness(SmoothRegion view, Affine pose, double[] weights, double noise) {
        Correlation all = new Correlation();
        for (int i = 0; i < xs.length; i++) {
            if (weights[i] > 0) {
                all.add(greys[i], value(view, pose, i));
            }
        }
        return all.without(smoothed(noise));
    }

    /** What the Gaussian leaves of the variance of independent noise. */
    private double smoothed(double noise) {
        return noise / (4 * Math.PI * sigma * sigma);
    }

    /** The correlation of the quarter of the patch that is least alike: what a shadow has covered shows here first. */
    double worstQuarter(SmoothRegion view, Affine pose, double[] weights, double noise) {
        Correlation[] quarters = {new Correlation(), new Correlation(), new Correlation(), new Correlation()};
        int[] all = new int[4];
        for (int i = 0; i < xs.length; i++) {
            int q = (xs[i] < centre.x() ? 0 : 1) + (ys[i] < centre.y() ? 0 : 2);
            all[q]++;
            if (weights[i] > 0) {
                quarters[q].add(greys[i], value(view, pose, i));
            }
        }
        double worst = 1;
        for (int q = 0; q < quarters.length; q++) {
            // What is left of a covered quarter is too little to judge it by.
            worst = quarters[q].count() < 0.5 * all[q] ? worst : Math.min(worst, quarters[q].without(smoothed(noise)));
        }
        return worst;
    }

    /** The share of the patch that {@code pose} puts on the picture. */
    double onPicture(GreyFrame frame, Affine pose) {
        int on = 0;
        for (int i = 0; i < xs.length; i++) {
            on += frame.contains(pose.xx() * xs[i] + pose.xy() * ys[i] + pose.tx(),
                    pose.yx() * xs[i] + pose.yy() * ys[i] + pose.ty()) ? 1 : 0;
        }
        return xs.length == 0 ? 0 : on / (double) xs.length;
    }

    private double value(SmoothRegion view, Affine pose, int i) {
        return view.at(pose.xx() * xs[i] + pose.xy() * ys[i] + pose.tx(),
                pose.yx() * xs[i] + pose.yy() * ys[i] + pose.ty());
    }

    /**
     * Settles the patch near {@code start} by Gauss and Newton.
     *
     * @param weights of the places, nought for those that are covered
     */
    Found register(SmoothRegion view, Affine start, Hold hold, double[] weights) {
        Affine best = start;
        double bestLikeness = likeness(view, start, weights);
        Affine pose = start;
        double[] moved = new double[6];
        for (int k = 0; k < ITERATIONS && xs.length >= 20; k++) {
            double[] step = step(view, pose, hold, moved, weights);
            double most = 0;
            for (int i = 0; i < 6; i++) {
                moved[i] += step[i];
                most = Math.max(most, Math.abs(step[i]));
            }
            pose = start.then(WarpPrior.affine(moved, start.apply(centre), size));
            double likeness = likeness(view, pose, weights);
            if (likeness > bestLikeness) {
                best = pose;
                bestLikeness = likeness;
            }
            if (most < 0.02 || most > 4 * size) {
                break;
            }
        }
        return new Found(best, bestLikeness);
    }

    private double[] step(SmoothRegion view, Affine pose, Hold hold, double[] moved, double[] weights) {
        double[] gain = gain(view, pose, weights);
        LinearSystem system = new LinearSystem(6);
        Point now = pose.apply(centre);
        double scale = Math.max(3, gain[2]);
        double energy = 0;
        for (int i = 0; i < xs.length; i++) {
            if (weights[i] == 0) {
                continue;
            }
            double x = pose.xx() * xs[i] + pose.xy() * ys[i] + pose.tx();
            double y = pose.yx() * xs[i] + pose.yy() * ys[i] + pose.ty();
            double miss = greys[i] - gain[0] * view.at(x, y) - gain[1];
            // Cauchy's weight: what has vanished behind a shadow is not to pull.
            double weight = 1 / (1 + miss * miss / (4 * scale * scale));
            double gx = gain[0] * (view.at(x + 0.5, y) - view.at(x - 0.5, y));
            double gy = gain[0] * (view.at(x, y + 0.5) - view.at(x, y - 0.5));
            double u = (x - now.x()) / size;
            double v = (y - now.y()) / size;
            system.add(new double[]{gx, gx * u, gx * v, gy, gy * u, gy * v}, miss, weight);
            energy += weight * (gx * gx + gy * gy) / 2;
        }
        for (int i = 0; i < 6; i++) {
            system.tie(i, 1, i, 0, -moved[i], (hold.all() + (i % 3 == 0 ? 0 : hold.shape())) * energy);
            system.tie(i, 1, i, 0, 0, 1e-3 * energy + 1e-6);
        }
        WarpPrior.similarity(system, 0.1 * energy);
        return system.solved();
    }

    /** Gain and offset that bring the view's greys nearest the key's, and the spread that is left. */
    private double[] gain(SmoothRegion view, Affine pose, double[] weights) {
        double n = 0;
        double st = 0;
        double sv = 0;
        double svv = 0;
        double stv = 0;
        double stt = 0;
        for (int i = 0; i < xs.length; i++) {
            if (weights[i] == 0) {
                continue;
            }
            double v = value(view, pose, i);
            n++;
            st += greys[i];
            sv += v;
            svv += v * v;
            stv += greys[i] * v;
            stt += greys[i] * greys[i];
        }
        n = Math.max(1, n);
        double varV = svv - sv * sv / n;
        double g = varV < 1 ? 0 : Math.max(0.1, (stv - st * sv / n) / varV);
        double left = stt - st * st / n - g * (stv - st * sv / n);
        return new double[]{g, (st - g * sv) / n, Math.sqrt(Math.max(0, left) / n)};
    }
}
