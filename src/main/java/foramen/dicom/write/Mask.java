package foramen.dicom.write;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.Arrays;
import java.util.List;

/** Frames of single bits, packed without gaps and lowest bit first (PS3.5 section 8.1.1). */
final class Mask {
    private final int columns;
    private final int rows;
    private final byte[] bits;

    /** Empty frames of that size in pixels. */
    Mask(int columns, int rows, int frames) {
        this.columns = columns;
        this.rows = rows;
        this.bits = new byte[Math.toIntExact(((long) columns * rows * frames + 7) / 8)];
    }

    /** Sets the pixels of frame {@code frame}, from 0, whose centres lie inside {@code outline} (even-odd rule). */
    void fill(int frame, Polygon outline) {
        List<Point> p = outline.vertices();
        double[] crossings = new double[p.size()];
        int first = (int) Math.max(0, Math.floor(outline.bounds().minY() - 0.5));
        int last = (int) Math.min(rows - 1.0, Math.ceil(outline.bounds().maxY()));
        for (int y = first; y <= last; y++) {
            double at = y + 0.5;
            int n = 0;
            for (int i = 0; i < p.size(); i++) {
                Point a = p.get(i);
                Point b = p.get((i + 1) % p.size());
                if (a.y() <= at != b.y() <= at) {
                    crossings[n++] = a.x() + (at - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
                }
            }
            Arrays.sort(crossings, 0, n);
            for (int i = 0; i + 1 < n; i += 2) {
                row(frame, y, crossings[i], crossings[i + 1]);
            }
        }
    }

    private void row(int frame, int y, double from, double to) {
        int last = (int) Math.min(columns, Math.ceil(to - 0.5));
        for (int x = (int) Math.max(0, Math.ceil(from - 0.5)); x < last; x++) {
            long bit = ((long) frame * rows + y) * columns + x;
            bits[(int) (bit >> 3)] |= (byte) (1 << (bit & 7));
        }
    }

    /** All frames; shared, not copied. */
    byte[] bytes() {
        return bits;
    }
}
