package foramen.ui.support;

import javafx.scene.control.Label;

import org.kordamp.ikonli.Ikon;

/** A short fact in a rounded box, such as the side or the source of the calibration. */
public final class Chip extends Label {
    /** Shows {@code text} in {@code tone}. */
    public Chip(String text, Tone tone) {
        super(text);
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        show(text, tone);
    }

    /** Changes text and tone. */
    public void show(String text, Tone tone) {
        setText(text);
        for (Tone t : Tone.values()) {
            getStyleClass().remove(t.styleClass());
        }
        getStyleClass().add(tone.styleClass());
    }

    /** Puts {@code icon} before the text. */
    public Chip icon(Ikon icon) {
        setGraphic(Icons.of(icon));
        return this;
    }
}
