package foramen.codec;

/**
 * Full-range YCbCr of ITU-R BT.601 to RGB, in the fixed-point arithmetic and with the rounded factors that the JPEG
 * decoders share, so that theirs and ours are the same.
 */
public final class Ycc {
    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    private static final int[] CR_RED = table(1.402);
    private static final int[] CB_BLUE = table(1.772);
    private static final int[] CR_GREEN = scaled(-0.71414);
    private static final int[] CB_GREEN = scaled(-0.34414);

    private Ycc() {}

    private static int[] scaled(double factor) {
        int[] table = new int[256];
        int fixed = (int) Math.round(Math.abs(factor) * (1 << BITS)) * (factor < 0 ? -1 : 1);
        for (int i = 0; i < 256; i++) {
            table[i] = fixed * (i - 128);
        }
        return table;
    }

    private static int[] table(double factor) {
        int[] table = scaled(factor);
        for (int i = 0; i < 256; i++) {
            table[i] = (table[i] + HALF) >> BITS;
        }
        return table;
    }

    /** The opaque packed RGB of one pixel; each component 0 to 255. */
    public static int toArgb(int y, int cb, int cr) {
        int r = clamp(y + CR_RED[cr]);
        int g = clamp(y + ((CB_GREEN[cb] + CR_GREEN[cr] + HALF) >> BITS));
        int b = clamp(y + CB_BLUE[cb]);
        return 0xFF000000 | r << 16 | g << 8 | b;
    }

    /** The same for luma from 16 to 235 and chroma from 16 to 240 (ITU-R BT.601; DICOM PS3.3 C.7.6.3.1.2). */
    public static int partialToArgb(int y, int cb, int cr) {
        double l = 255 / 219.0 * (y - 16);
        double scale = 255 / 224.0;
        int r = clamp((int) Math.round(l + 1.402 * scale * (cr - 128)));
        int g = clamp((int) Math.round(l - 0.344136286 * scale * (cb - 128) - 0.714136286 * scale * (cr - 128)));
        int b = clamp((int) Math.round(l + 1.772 * scale * (cb - 128)));
        return 0xFF000000 | r << 16 | g << 8 | b;
    }

    private static int clamp(int v) {
        return v < 0 ? 0 : Math.min(v, 255);
    }
}
