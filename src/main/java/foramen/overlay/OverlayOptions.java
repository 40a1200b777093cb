package foramen.overlay;

import java.util.Locale;

/**
 * What of the overlay is shown.
 *
 * @param annotations whether outlines, lines, points and plans are shown
 * @param info how much text stands in the corners
 * @param rulers whether depth ruler and scale bar are shown
 * @param words how words and values are written
 * @param rulerSide where the depth ruler stands
 */
public record OverlayOptions(boolean annotations, Info info, boolean rulers, PictureWords words, RulerSide rulerSide) {
    /** How much text stands in the corners. */
    public enum Info {
        FULL, MINIMAL, NONE
    }

    /** The same as in files: English, mm, the ruler on the right. */
    public OverlayOptions(boolean annotations, Info info, boolean rulers, Locale locale) {
        this(annotations, info, rulers, PictureWords.plain(locale), RulerSide.RIGHT);
    }

    /** For numbers. */
    public Locale locale() {
        return words.locale();
    }

    /** These with the depth ruler on {@code side}. */
    public OverlayOptions withRuler(RulerSide side) {
        return new OverlayOptions(annotations, info, rulers, words, side);
    }
}
