package foramen.codec;

/** How stored rows and columns lie to the picture that was meant: values 1 to 8 of TIFF tag 274, which Exif shares. */
enum Orientation {
    UPRIGHT(false, false, false), MIRRORED(false, true, false), TURNED_HALF(false, true, true), FLIPPED(false, false,
            true), TRANSPOSED(true, false, false), TURNED_RIGHT(true, true, false), TRANSVERSED(true, true,
                    true), TURNED_LEFT(true, false, true);

    static final int TAG = 274;

    private final boolean swap;
    private final boolean mirror;
    private final boolean flip;

    Orientation(boolean swap, boolean mirror, boolean flip) {
        this.swap = swap;
        this.mirror = mirror;
        this.flip = flip;
    }

    /** The orientation of tag value {@code value}; upright where it is none of the eight. */
    static Orientation of(int value) {
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean swaps() {
        return swap;
    }

    /** The picture as it was meant, from {@code columns × rows} stored pixels. */
    int[] apply(int[] stored, int columns, int rows) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = swap ? rows : columns;
        int height = swap ? columns : rows;
        int[] meant = new int[stored.length];
        for (int y = 0; y < height; y++) {
            int v = flip ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int u = mirror ? width - 1 - x : x;
                meant[y * width + x] = swap ? stored[u * columns + v] : stored[v * columns + u];
            }
        }
        return meant;
    }
}
