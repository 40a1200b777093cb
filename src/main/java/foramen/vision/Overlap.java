package foramen.vision;

import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;

/** How far two outlines enclose the same. */
final class Overlap {
    /** Places looked at across both (engineering default). */
    private static final int ACROSS = 80;

    private Overlap() {}

    /** Twice the shared area over the sum of both, 0 to 1, to about a hundredth. */
    static double dice(Polygon a, Polygon b) {
        Bounds p = a.bounds();
        Bounds q = b.bounds();
        double x0 = Math.min(p.minX(), q.minX());
        double y0 = Math.min(p.minY(), q.minY());
        double w = Math.max(p.maxX(), q.maxX()) - x0;
        double h = Math.max(p.maxY(), q.maxY()) - y0;
        int one = 0;
        int both = 0;
        for (int i = 0; i < ACROSS; i++) {
            for (int j = 0; j < ACROSS; j++) {
                Point at = new Point(x0 + w * (i + 0.5) / ACROSS, y0 + h * (j + 0.5) / ACROSS);
                boolean inA = a.contains(at);
                boolean inB = b.contains(at);
                one += (inA ? 1 : 0) + (inB ? 1 : 0);
                both += inA && inB ? 1 : 0;
            }
        }
        return one == 0 ? 0 : 2.0 * both / one;
    }
}
