package foramen.vision;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.List;

/**
 * ImageJ's wand: the outline of the connected pixels whose grey is near that of the pixel clicked, holes filled.
 *
 * <p>A pure function of a few milliseconds; the caller changes the tolerance as the pointer is dragged.
 */
public final class Wand {
    private Wand() {}

    /**
     * How the wand works.
     *
     * @param tolerance greys may differ by this much from the grey clicked, 0 to 255
     * @param smoothing of the frame before, sigma in pixels; nought for none: speckle frays the outline without it
     * @param rounding how many neighbouring points of the outline are averaged to either side; nought for the pixels'
     *            own corners
     * @param largest a larger area is refused, in square pixels
     */
    public record Settings(double tolerance, double smoothing, int rounding, double largest) {
        /** Refuses what is negative. */
        public Settings {
            if (!(tolerance >= 0 && smoothing >= 0 && rounding >= 0 && largest > 0)) {
                throw new IllegalArgumentException("The wand's settings must not be negative");
            }
        }
    }

    /** What came of a click. */
    public sealed interface Outcome {
        /**
         * An outline.
         *
         * @param outline in continuous pixels
         */
        record Outlined(Polygon outline) implements Outcome {}

        /**
         * None.
         *
         * @param reason a sentence for the user
         */
        record Refused(String reason) implements Outcome {}
    }

    /** Outlines what lies under {@code click}, in continuous pixels. */
    public static Outcome outline(GreyFrame frame, Point click, Settings settings) {
        if (!frame.contains(click.x(), click.y())) {
            return new Outcome.Refused("The click lies outside the picture.");
        }
        GreyFrame picture = settings.smoothing() > 0 ? Filters.gaussian(frame, settings.smoothing()) : frame;
        ij.gui.Wand wand = new ij.gui.Wand(new ByteProcessor(picture.columns(), picture.rows(), picture.pixels()));
        wand.autoOutline((int) Math.floor(click.x()), (int) Math.floor(click.y()), settings.tolerance(),
                ij.gui.Wand.FOUR_CONNECTED);
        if (wand.npoints < 3) {
            return new Outcome.Refused("Nothing could be outlined here; click elsewhere.");
        }
        List<Point> corners = new ArrayList<>(wand.npoints);
        for (int i = 0; i < wand.npoints; i++) {
            corners.add(new Point(wand.xpoints[i], wand.ypoints[i]));
        }
        Polygon traced = new Polygon(corners);
        if (traced.area() > settings.largest()) {
            return new Outcome.Refused("The wand runs out into the surroundings; lower the tolerance.");
        }
        return new Outcome.Outlined(settings.rounding() == 0 ? traced : rounded(traced, settings.rounding()));
    }

    /** Averages along the outline and keeps its area, which averaging would shrink. */
    private static Polygon rounded(Polygon traced, int by) {
        int n = Math.max(12, (int) Math.round(traced.perimeter()));
        List<Point> even = Correspondence.even(traced, n);
        int reach = Math.min(by, n / 6);
        List<Point> mean = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            double x = 0;
            double y = 0;
            for (int k = -reach; k <= reach; k++) {
                Point p = even.get(Math.floorMod(i + k, n));
                x += p.x();
                y += p.y();
            }
            mean.add(new Point(x / (2 * reach + 1), y / (2 * reach + 1)));
        }
        Polygon smooth = new Polygon(mean);
        if (smooth.area() == 0) {
            return traced;
        }
        double grow = Math.sqrt(traced.area() / smooth.area());
        Point c = smooth.centroid();
        return new Polygon(mean.stream().map(p -> c.plus(p.minus(c).times(grow))).toList());
    }
}
