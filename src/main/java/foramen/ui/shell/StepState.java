package foramen.ui.shell;

import java.util.Locale;

/** How far a step of the workflow is. */
public enum StepState {
    EMPTY("nothing yet"), BEGUN("begun"), COMPLETE("complete"), ALERT("needs attention");

    private final String words;

    StepState(String words) {
        this.words = words;
    }

    /** The state in lower-case words. */
    public String words() {
        return words;
    }

    String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
