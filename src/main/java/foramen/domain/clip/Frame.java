package foramen.domain.clip;

/** One decoded picture: packed 0xAARRGGBB pixels, row by row, opaque. */
public final class Frame {
    private final int columns;
    private final int rows;
    private final int[] argb;

    /**
     * Wraps {@code argb} without copying; the caller gives it away.
     *
     * @param columns width in pixels, positive
     * @param rows height in pixels, positive
     * @param argb {@code columns × rows} pixels
     */
    public Frame(int columns, int rows, int[] argb) {
        if (columns <= 0 || rows <= 0 || argb.length != Math.multiplyExact(columns, rows)) {
            throw new IllegalArgumentException(
                    argb.length + " pixels do not make a picture of " + columns + " × " + rows);
        }
        this.columns = columns;
        this.rows = rows;
        this.argb = argb;
    }

    /** Width in pixels. */
    public int columns() {
        return columns;
    }

    /** Height in pixels. */
    public int rows() {
        return rows;
    }

    /** The pixels themselves, shared with every reader of this frame: look, do not write. */
    public int[] argb() {
        return argb;
    }

    /** The pixel at column {@code x}, row {@code y}. */
    public int argb(int x, int y) {
        return argb[y * columns + x];
    }
}
