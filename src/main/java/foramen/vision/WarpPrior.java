package foramen.vision;

import foramen.geometry.Affine;
import foramen.geometry.Point;

/**
 * Six numbers of an affine displacement round a centre, in pixels at the structure's border: dx = p0 + p1 u + p2 v,
 * dy = p3 + p4 u + p5 v, where u and v run to 1 at {@code size}.
 */
final class WarpPrior {
    private WarpPrior() {}

    /** Draws the displacement towards a similarity: shear and unequal stretch cost. */
    static void similarity(LinearSystem system, double weight) {
        system.tie(1, 1, 5, -1, 0, weight);
        system.tie(2, 1, 4, 1, 0, weight);
    }

    /** The map of the displacement {@code p}. */
    static Affine affine(double[] p, Point c, double size) {
        double xx = 1 + p[1] / size;
        double xy = p[2] / size;
        double yx = p[4] / size;
        double yy = 1 + p[5] / size;
        return new Affine(xx, xy, c.x() + p[0] - xx * c.x() - xy * c.y(), yx, yy,
                c.y() + p[3] - yx * c.x() - yy * c.y());
    }
}
