package foramen.ui.viewer;

import foramen.overlay.OverlayOptions;

/**
 * The strips above and below a fitted picture that the corner texts stand in, so that they never cover what the scanner
 * itself wrote into its corners.
 *
 * @param top height of the upper strip, in screen units
 * @param bottom height of the lower strip
 */
record CornerBands(double top, double bottom) {
    /** Height of one line of text. */
    static final double LINE = 15;
    /** Room above and below the lines of a corner. */
    static final double PADDING = 4;
    /** The upper corners have at most this many lines, the lower ones have one. */
    static final int MOST_LINES = 2;
    /** In a view smaller than this the picture needs the room itself. */
    private static final double SMALLEST_VIEW = 320;

    /** The strips that {@code info} needs in a view of that height. */
    static CornerBands of(OverlayOptions.Info info, double viewHeight) {
        return info == OverlayOptions.Info.NONE || viewHeight < SMALLEST_VIEW
                ? new CornerBands(0, 0)
                : new CornerBands(height(MOST_LINES), height(1));
    }

    /** How high a corner of that many lines is, with its room. */
    static double height(int lines) {
        return LINE * lines + 2 * PADDING;
    }
}
