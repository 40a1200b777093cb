package foramen.geometry;

/**
 * An affine map of the plane: {@code x' = xx·x + xy·y + tx}, {@code y' = yx·x + yy·y + ty}.
 *
 * @param xx x by x
 * @param xy x by y
 * @param tx shift in x
 * @param yx y by x
 * @param yy y by y
 * @param ty shift in y
 */
public record Affine(double xx, double xy, double tx, double yx, double yy, double ty) {
    /** The map that leaves everything where it is. */
    public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    /** A stretch of each axis by its own factor about the origin. */
    public static Affine scale(double sx, double sy) {
        return new Affine(sx, 0, 0, 0, sy, 0);
    }

    /** A shift. */
    public static Affine translate(double dx, double dy) {
        return new Affine(1, 0, dx, 0, 1, dy);
    }

    /** The image of {@code p}. */
    public Point apply(Point p) {
        return new Point(xx * p.x() + xy * p.y() + tx, yx * p.x() + yy * p.y() + ty);
    }

    /** This map followed by {@code next}. */
    public Affine then(Affine next) {
        return new Affine(next.xx * xx + next.xy * yx, next.xx * xy + next.xy * yy,
                next.xx * tx + next.xy * ty + next.tx, next.yx * xx + next.yy * yx, next.yx * xy + next.yy * yy,
                next.yx * tx + next.yy * ty + next.ty);
    }

    /** The map back; refused where this one flattens the plane. */
    public Affine inverse() {
        double det = xx * yy - xy * yx;
        if (det == 0 || !Double.isFinite(det)) {
            throw new IllegalArgumentException("This transform cannot be undone: its determinant is " + det);
        }
        return new Affine(yy / det, -xy / det, (xy * ty - yy * tx) / det, -yx / det, xx / det,
                (yx * tx - xx * ty) / det);
    }
}
