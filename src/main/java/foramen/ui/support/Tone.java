package foramen.ui.support;

import java.util.Locale;

/** How much attention a piece of text asks for; red only for stop, amber only for caution. */
public enum Tone {
    NEUTRAL, ACCENT, AMBER, RED;

    String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
