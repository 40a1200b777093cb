package foramen.ui.support;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** A sentence under a control or a number, in the tone that it asks for; where its rule comes from on hover. */
public final class RemarkLabel extends Label {
    /** Shows nothing until told. */
    public RemarkLabel() {
        getStyleClass().addAll("words");
        setWrapText(true);
        show("", "", Tone.NEUTRAL);
    }

    /** Shows {@code words} in {@code tone}; {@code source} may be empty. */
    public void show(String words, String source, Tone tone) {
        setText(words);
        setManaged(!words.isEmpty());
        setVisible(!words.isEmpty());
        for (Tone t : Tone.values()) {
            getStyleClass().remove(t.styleClass());
        }
        getStyleClass().add(tone.styleClass());
        setTooltip(source.isEmpty() ? null : new Tooltip(source));
        setAccessibleText(source.isEmpty() ? words : words + " " + source);
    }
}
