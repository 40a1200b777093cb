package foramen.overlay;

/**
 * The colours and sizes of everything over a frame; structures bring their own colour from the structure table.
 *
 * <p>Sizes are output units. Colours are 0xAARRGGBB. All are engineering defaults after the field notes ("Calipers and
 * annotation look"): thin lines on a dark casing, white for the needle, one calm grey for texts.
 */
public final class OverlayPalette {
    /** Corner texts, rulers and scale bar. */
    public static final int TEXT = 0xFFD5DCE4;
    /** The needle plan. */
    public static final int NEEDLE = 0xFFFFFFFF;
    /** A distance below the margin of the needle rules. */
    public static final int CAUTION = 0xFFFFB84D;
    /** A needle path that a rule forbids. */
    public static final int STOP = 0xFFFF6B6B;
    /** The needle as it was seen in the procedure. */
    public static final int SEEN = 0xFF7CE0A3;
    /** The casing beneath lines, glyphs and texts. */
    public static final int HALO = 0xC0000000;
    /** How opaque the inside of a selected outline is, 0..255. */
    public static final int FILL_ALPHA = 0x2E;

    /** Width of an outline. */
    public static final double OUTLINE_WIDTH = 1.6;
    /** Width of the selected outline. */
    public static final double SELECTED_WIDTH = 2.2;
    /** Width of a caliper's dotted line; thin, so that it covers little. */
    public static final double CALIPER_WIDTH = 1.2;
    /** Width of the needle. */
    public static final double NEEDLE_WIDTH = 2.2;
    /** How far the casing sticks out beneath a line, on either side. */
    public static final double HALO_WIDTH = 1.4;
    /** Font size of labels. */
    public static final double LABEL_SIZE = 13;
    /** Font size of corner texts and ruler labels. */
    public static final double CORNER_SIZE = 12;
    /** Size of a vertex handle. */
    public static final double HANDLE_SIZE = 8;
    /** Size of a caliper's cross. */
    public static final double CALIPER_SIZE = 13;
    /** Size of the ring round a needle target. */
    public static final double TARGET_SIZE = 18;
    /** Size of a mark where the needle crosses a border. */
    public static final double CROSSING_SIZE = 5;
    /** Size of a dot. */
    public static final double DOT_SIZE = 8;

    private OverlayPalette() {}

    /** {@code rgb} fully opaque. */
    public static int opaque(int rgb) {
        return 0xFF000000 | rgb;
    }

    /** {@code rgb} at the opacity of a filled outline. */
    public static int fill(int rgb) {
        return FILL_ALPHA << 24 | (rgb & 0xFFFFFF);
    }
}
