package foramen.ui.viewer;

import java.util.Arrays;

/**
 * Brings a picture to the pixels of a view, between whose own pixels it mixes linearly: what a graphics processor does for
 * nothing takes JavaFX's software renderer ten times as long as this (decision 0040).
 *
 * <p>Pixels are packed ARGB and opaque. Where the picture covers a part of a pixel of the view, the rest of that is black.
 */
final class PictureScaler {
    private static final int ONE = 256;
    private static final int HALF = 0x00800080;
    private static final int RED_BLUE = 0x00FF00FF;
    private static final int GREEN = 0x0000FF00;
    private static final int HALF_GREEN = 0x00008000;
    private static final long HALVES = 0x0000008000800080L;
    /** A place is the number of a pixel and, in these lowest bits, the weight of the next. */
    private static final int BITS = 9;
    private static final int MASK = (1 << BITS) - 1;
    private static final int OPAQUE = 0xFF000000;

    private final int columns;
    private final int rows;
    private Axis across = Axis.NONE;
    private Axis down = Axis.NONE;
    private final long[] line;

    /**
     * @param columns width of the picture
     * @param rows its height
     */
    PictureScaler(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        line = new long[columns + 1];
    }

    /**
     * Writes what of {@code in} lies in a view.
     *
     * @param in the picture
     * @param view how it lies there
     * @param out the view's pixels
     * @param width of the view
     * @param height of the view
     */
    void scale(int[] in, ViewTransform view, int[] out, int width, int height) {
        across = across.of(view.tx(), view.across(), columns, width);
        down = down.of(view.ty(), view.down(), rows, height);
        for (int y = 0; y < height; y++) {
            int to = y * width;
            if (down.cover[y] == 0) {
                Arrays.fill(out, to, to + width, OPAQUE);
                continue;
            }
            int row = down.places[y] >>> BITS;
            mix(in, row * columns, Math.min(row + 1, rows - 1) * columns, down.places[y] & MASK, line, columns);
            spread(out, to, width);
            if (down.cover[y] < ONE) {
                for (int x = to; x < to + width; x++) {
                    out[x] = mixed(OPAQUE, out[x], down.cover[y]);
                }
            }
        }
    }

    /** A row between two of the picture, its colours 16 bits apart so that one product weighs all three. */
    private static void mix(int[] in, int from, int other, int weight, long[] out, int columns) {
        int rest = ONE - weight;
        for (int x = 0; x < columns; x++) {
            int p = in[from + x];
            int q = in[other + x];
            int redBlue = (p & RED_BLUE) * rest + (q & RED_BLUE) * weight + HALF;
            int green = (p & GREEN) * rest + (q & GREEN) * weight + HALF_GREEN;
            out[x] = (redBlue >>> 8 & RED_BLUE) | (long) (green >>> 16) << 32;
        }
        // The last has no neighbour.
        out[columns] = out[columns - 1];
    }

    private void spread(int[] out, int to, int width) {
        int from = across.from;
        int until = across.until;
        long[] row = line;
        int[] places = across.places;
        Arrays.fill(out, to, to + from, OPAQUE);
        for (int x = from; x < until; x++) {
            int place = places[x];
            int i = place >>> BITS;
            int weight = place & MASK;
            long sum = row[i] * (ONE - weight) + row[i + 1] * weight + HALVES;
            out[to + x] = OPAQUE | ((int) sum >>> 8 & RED_BLUE) | ((int) (sum >>> 32) & GREEN);
        }
        Arrays.fill(out, to + until, to + width, OPAQUE);
        if (from < until) {
            out[to + from] = mixed(OPAQUE, out[to + from], across.cover[from]);
            // A picture narrower than a pixel has one edge only.
            if (until - 1 > from) {
                out[to + until - 1] = mixed(OPAQUE, out[to + until - 1], across.cover[until - 1]);
            }
        }
    }

    private static int mixed(int p, int q, int weight) {
        int rest = ONE - weight;
        int redBlue = (p & RED_BLUE) * rest + (q & RED_BLUE) * weight + HALF;
        int green = (p & GREEN) * rest + (q & GREEN) * weight + HALF_GREEN;
        return OPAQUE | (redBlue >>> 8 & RED_BLUE) | (green >>> 8 & GREEN);
    }

    /** Which two pixels of the picture each pixel of the view lies between, one way. */
    private static final class Axis {
        static final Axis NONE = new Axis(0, 1, 0, 0);

        /** Where the picture begins in the view. */
        private final double zero;
        /** How many pixels of the view one of the picture takes; negative where it runs the other way. */
        private final double zoom;
        private final int pixels;
        final int[] places;
        /** How much of a pixel of the view is covered, of 256. */
        final int[] cover;
        final int from;
        final int until;

        Axis(double zero, double zoom, int pixels, int size) {
            this.zero = zero;
            this.zoom = zoom;
            this.pixels = pixels;
            places = new int[size];
            cover = new int[size];
            double low = Math.min(zero, zero + zoom * pixels);
            double high = Math.max(zero, zero + zoom * pixels);
            from = (int) Math.clamp(Math.floor(low), 0, size);
            until = (int) Math.clamp(Math.ceil(high), from, size);
            for (int i = from; i < until; i++) {
                double at = Math.clamp((i + 0.5 - zero) / zoom - 0.5, 0, pixels - 1.0);
                int first = (int) at;
                places[i] = first << BITS | (int) Math.round((at - first) * ONE);
                cover[i] = (int) Math.round(Math.clamp(Math.min(i + 1, high) - Math.max(i, low), 0, 1) * ONE);
            }
        }

        /** This, if it is still so. */
        Axis of(double nextZero, double nextZoom, int nextPixels, int size) {
            return nextZero == zero && nextZoom == zoom && nextPixels == pixels && size == places.length
                    ? this
                    : new Axis(nextZero, nextZoom, nextPixels, size);
        }
    }
}
