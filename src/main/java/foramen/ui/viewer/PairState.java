package foramen.ui.viewer;

import foramen.ui.support.Tone;

/**
 * What stands beneath two pictures.
 *
 * @param link how the second follows the first, in words
 * @param values both areas, their difference and ratio; empty where there is no comparison
 * @param verdict what comes of it, or why nothing does
 * @param source where the verdict's figures are from; may be empty
 * @param tone how the verdict is shown
 */
public record PairState(String link, String values, String verdict, String source, Tone tone) {
    /** Nothing to say. */
    static final PairState NOTHING = new PairState("", "", "", "", Tone.NEUTRAL);
}
