package foramen.vision;

/**
 * A picture in grey: one byte a pixel, 0 black to 255 white, row by row.
 *
 * <p>The pixels are shared, not copied: look, do not write. Coordinates elsewhere in this room are continuous image
 * pixels, so the middle of the first pixel is (0.5, 0.5).
 */
public final class GreyFrame {
    // ITU-R BT.601 luma, as ultrasound carts and DICOM's YBR have it.
    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    private final int columns;
    private final int rows;
    private final byte[] pixels;

    /**
     * Wraps {@code pixels} without copying; the caller gives it away.
     *
     * @param columns width in pixels, positive
     * @param rows height in pixels, positive
     * @param pixels {@code columns × rows} greys
     */
    public GreyFrame(int columns, int rows, byte[] pixels) {
        if (columns <= 0 || rows <= 0 || pixels.length != Math.multiplyExact(columns, rows)) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels do not make a picture of " + columns + " × " + rows);
        }
        this.columns = columns;
        this.rows = rows;
        this.pixels = pixels;
    }

    /**
     * The luma of a colour picture.
     *
     * @param argb packed 0xAARRGGBB, row by row
     */
    public static GreyFrame of(int[] argb, int columns, int rows) {
        byte[] grey = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int p = argb[i];
            grey[i] = (byte) Math.round(RED * (p >> 16 & 0xFF) + GREEN * (p >> 8 & 0xFF) + BLUE * (p & 0xFF));
        }
        return new GreyFrame(columns, rows, grey);
    }

    /** Width in pixels. */
    public int columns() {
        return columns;
    }

    /** Height in pixels. */
    public int rows() {
        return rows;
    }

    /** The greys themselves, shared. */
    public byte[] pixels() {
        return pixels;
    }

    /** The grey at column {@code x}, row {@code y}, 0 to 255. */
    public int grey(int x, int y) {
        return pixels[y * columns + x] & 0xFF;
    }

    /** Whether {@code x}, {@code y} in continuous pixels lies on the picture. */
    public boolean contains(double x, double y) {
        return x >= 0 && y >= 0 && x < columns && y < rows;
    }
}
