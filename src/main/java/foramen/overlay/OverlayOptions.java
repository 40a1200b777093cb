package foramen.overlay;

import java.util.Locale;

/**
 * What of the overlay is shown.
 *
 * @param annotations whether outlines, lines, points and plans are shown
 * @param info how much text stands in the corners
 * @param rulers whether depth ruler and scale bar are shown
 * @param locale for numbers
 */
public record OverlayOptions(boolean annotations, Info info, boolean rulers, Locale locale) {
    /** How much text stands in the corners. */
    public enum Info {
        FULL, MINIMAL, NONE
    }
}
