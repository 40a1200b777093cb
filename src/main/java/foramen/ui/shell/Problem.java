package foramen.ui.shell;

import java.util.List;

/**
 * Something that did not work, and what can be done about it.
 *
 * @param sentence what, where, why
 * @param offers what can be done, the best first; may be none
 */
public record Problem(String sentence, List<Offer> offers) {
    /** Copies the offers. */
    public Problem {
        offers = List.copyOf(offers);
    }

    /**
     * One way out.
     *
     * @param words what it does
     * @param action does it
     */
    public record Offer(String words, Runnable action) {}
}
