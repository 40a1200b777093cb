package foramen.ui.shell;

import java.util.Locale;

/** How far a step of the workflow is. */
public enum StepState {
    EMPTY, BEGUN, COMPLETE, ALERT;

    String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
