package foramen.ui.support;

import javafx.scene.Node;

/** The keyboard leaving a field, which commits what was typed there. */
public final class Leaving {
    private Leaving() {}

    /**
     * Calls {@code action} when the keyboard goes from {@code field} elsewhere in its window. Not where the field is taken
     * off the window, as all are while it is locked: half a number must not be kept because nobody was there to end it.
     */
    public static void of(Node field, Runnable action) {
        field.focusedProperty().addListener((o, was, now) -> {
            if (!now && field.getScene() != null) {
                action.run();
            }
        });
    }
}
