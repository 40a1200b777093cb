package foramen.dicom.read;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The outlines of a mask: they run half-way between the centres of pixels inside and outside, so that they lie no
 * farther than half a pixel, along a row or a column, from any line that gave the mask. Pieces that touch at corners only
 * are separate.
 */
final class MaskContours {
    private static final int[] STEP_X = {1, 0, -1, 0};
    private static final int[] STEP_Y = {0, 1, 0, -1};

    private final int columns;
    private final int rows;
    private final BitSet inside;
    private final BitSet seen;
    private int holes;

    /**
     * @param columns width in pixels
     * @param rows height in pixels
     * @param inside row by row
     */
    MaskContours(int columns, int rows, BitSet inside) {
        this.columns = columns;
        this.rows = rows;
        this.inside = inside;
        this.seen = new BitSet(columns * rows);
    }

    /** The outer outlines, from top to bottom. */
    List<Polygon> outlines() {
        List<Polygon> outlines = new ArrayList<>();
        for (int i = inside.nextSetBit(0); i >= 0; i = inside.nextSetBit(i + 1)) {
            int x = i % columns;
            int y = i / columns;
            if (!isInside(x, y - 1) && !seen.get(i)) {
                List<Point> loop = loop(x, y);
                if (signedArea(loop) > 0) {
                    outlines.add(new Polygon(loop));
                } else {
                    holes++;
                }
            }
        }
        return outlines;
    }

    /** How many holes there were, which outlines cannot have. */
    int holes() {
        return holes;
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < columns && y < rows && inside.get(y * columns + x);
    }

    /** Walks round the edge of the mask from above pixel (x, y), the inside on the right hand. */
    private List<Point> loop(int startX, int startY) {
        List<Point> points = new ArrayList<>();
        int x = startX;
        int y = startY;
        int way = 0;
        do {
            if (way == 0) {
                seen.set(y * columns + x);
            }
            points.add(new Point(x + STEP_X[way] / 2.0, y + STEP_Y[way] / 2.0));
            x += STEP_X[way];
            y += STEP_Y[way];
            way = next(x, y, way);
        } while (x != startX || y != startY || way != 0);
        return straightened(points);
    }

    /** The way on from a corner: round the pixel on the right where it ends, straight on, or to the left. */
    private int next(int x, int y, int way) {
        // The pixels beyond the corner, on the right and on the left hand.
        int rightX = x - (way == 1 || way == 2 ? 1 : 0);
        int rightY = y - (way == 2 || way == 3 ? 1 : 0);
        int leftX = x - (way == 2 || way == 3 ? 1 : 0);
        int leftY = y - (way == 0 || way == 3 ? 1 : 0);
        if (!isInside(rightX, rightY)) {
            return (way + 1) % 4;
        }
        return isInside(leftX, leftY) ? (way + 3) % 4 : way;
    }

    /** Without the points in the middle of straight runs. */
    private static List<Point> straightened(List<Point> points) {
        List<Point> kept = new ArrayList<>();
        int n = points.size();
        for (int i = 0; i < n; i++) {
            Point before = points.get((i + n - 1) % n);
            Point p = points.get(i);
            Point after = points.get((i + 1) % n);
            boolean straight = (p.x() - before.x()) * (after.y() - p.y()) == (p.y() - before.y())
                    * (after.x() - p.x());
            if (!straight) {
                kept.add(p);
            }
        }
        return kept;
    }

    private static double signedArea(List<Point> points) {
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get((i + 1) % points.size());
            sum += a.x() * b.y() - b.x() * a.y();
        }
        return sum;
    }
}
