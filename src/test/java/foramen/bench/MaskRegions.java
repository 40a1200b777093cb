package foramen.bench;

import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The regions of one colour in a mask, each with its outline. */
final class MaskRegions {
    private static final int LEAST_PIXELS = 150;

    private MaskRegions() {}

    /**
     * A region.
     *
     * @param label its colour in the mask
     * @param outline its outer border
     */
    record Region(String label, Polygon outline) {}

    static List<Region> of(BufferedImage mask) {
        int w = mask.getWidth();
        int h = mask.getHeight();
        int[] rgb = mask.getRGB(0, 0, w, h, null, 0, w);
        boolean[] seen = new boolean[rgb.length];
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < rgb.length; i++) {
            int colour = rgb[i] & 0xFFFFFF;
            if (!seen[i] && colour != 0) {
                int size = flood(rgb, seen, w, i);
                if (size >= LEAST_PIXELS) {
                    regions.add(new Region(String.format("#%06X", colour), outline(rgb, w, h, i)));
                }
            }
        }
        return regions;
    }

    private static int flood(int[] rgb, boolean[] seen, int w, int start) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        int size = 0;
        while (!open.isEmpty()) {
            int at = open.pop();
            size++;
            for (int next : new int[]{at - 1, at + 1, at - w, at + w}) {
                if (next >= 0 && next < rgb.length && !seen[next] && rgb[next] == rgb[start]
                        && (Math.abs(next - at) == w || next / w == at / w)) {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
        return size;
    }

    private static Polygon outline(int[] rgb, int w, int h, int start) {
        byte[] same = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            same[i] = (byte) (rgb[i] == rgb[start] ? 255 : 0);
        }
        var wand = new foramen.vision.Wand.Settings(1, 0, 0, 1e12);
        int row = start / w;
        var traced = foramen.vision.Wand.outline(new foramen.vision.GreyFrame(w, h, same),
                new Point(start % w + 0.5, row + 0.5), wand);
        return ((foramen.vision.Wand.Outcome.Outlined) traced).outline();
    }

    /** The middle and four places round it, as far as they lie inside. */
    static List<Point> clicks(Polygon outline) {
        Point c = outline.centroid();
        Bounds b = outline.bounds();
        List<Point> clicks = new ArrayList<>();
        for (Point d : List.of(new Point(0, 0), new Point(0.2, 0), new Point(-0.2, 0), new Point(0, 0.2),
                new Point(0, -0.2))) {
            Point p = c.plus(d.scaled(b.width(), b.height()));
            if (outline.contains(p)) {
                clicks.add(p);
            }
        }
        return clicks;
    }
}
