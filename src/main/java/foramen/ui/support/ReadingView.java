package foramen.ui.support;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A number as an instrument shows it: what it is, the value large, the unit small, its source and method beneath. */
public final class ReadingView extends VBox {
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Label name = new Label();
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label provenance = new Label();

    /** Shows a dash until told otherwise. */
    public ReadingView(String name) {
        getStyleClass().add("reading");
        this.name.setText(name);
        this.name.getStyleClass().add("reading-name");
        this.name.setWrapText(true);
        value.getStyleClass().add("reading-value");
        unit.getStyleClass().add("reading-unit");
        provenance.getStyleClass().add("provenance");
        provenance.setWrapText(true);
        value.setMinWidth(USE_PREF_SIZE);
        unit.setMinWidth(USE_PREF_SIZE);
        HBox number = new HBox(value, unit);
        number.getStyleClass().add("reading-number");
        number.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(this.name, number, provenance);
        show("–", "", "", Tone.NEUTRAL);
    }

    /** Shows {@code text}, a value and its unit with a no-break space between, with {@code source} beneath. */
    public void show(String text, String source, Tone tone) {
        int gap = text.indexOf(NO_BREAK_SPACE);
        show(gap < 0 ? text : text.substring(0, gap), gap < 0 ? "" : text.substring(gap + 1), source, tone);
    }

    private void show(String number, String unitText, String source, Tone tone) {
        value.setText(number);
        unit.setText(unitText);
        unit.setManaged(!unitText.isEmpty());
        provenance.setText(source);
        provenance.setManaged(!source.isEmpty());
        for (Tone t : Tone.values()) {
            getStyleClass().remove(t.styleClass());
        }
        getStyleClass().add(tone.styleClass());
        setAccessibleText(name.getText() + ", " + number + " " + unitText + ", " + source);
    }
}
