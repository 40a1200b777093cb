package foramen.ui.plan;

import foramen.domain.measurement.Reading;
import foramen.ui.support.Parts;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A number of the plan that can be typed: the needle follows. */
final class TypedReading extends VBox {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final PseudoClass DEGREES = PseudoClass.getPseudoClass("degrees");
    private static final double FIELD_WIDTH = 96;

    private final String name;
    private final Label unit = new Label();
    private final Label complaint = Parts.complaint();
    private final TypedField field;

    /**
     * @param name what it is
     * @param id identifier of the text field
     * @param commit takes what was typed; answers with one sentence why not, or with nothing
     */
    TypedReading(String name, String id, Function<String, String> commit) {
        getStyleClass().addAll("reading", "typed-reading");
        this.name = name;
        Label title = new Label(name);
        title.getStyleClass().add("reading-name");
        title.setWrapText(true);
        field = new TypedField(name, commit);
        field.setId(id);
        field.setPrefWidth(FIELD_WIDTH);
        field.getStyleClass().addAll("reading-value", "typed-value");
        field.onSettled(this::showComplaint);
        title.setLabelFor(field);
        unit.getStyleClass().add("reading-unit");
        unit.setMinWidth(USE_PREF_SIZE);
        HBox number = new HBox(field, unit);
        number.getStyleClass().add("reading-number");
        number.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(title, number, complaint);
    }

    /** Shows {@code reading} of a plan; it can be typed only where there is a scale. */
    void show(String planId, Reading reading, Words words) {
        show(planId, reading, words, true);
    }

    /** The same; {@code typed} says whether the needle can follow what is typed. */
    void show(String planId, Reading reading, Words words, boolean typed) {
        boolean calibrated = reading instanceof Reading.Measured && typed;
        String text = words.value(reading);
        int split = splitAt(text);
        field.show(planId, text.substring(0, split));
        String symbol = text.substring(split).replace(String.valueOf(NO_BREAK_SPACE), "");
        unit.setText(symbol);
        unit.pseudoClassStateChanged(DEGREES, symbol.equals("°"));
        field.setEditable(calibrated);
        field.setFocusTraversable(calibrated);
        getStyleClass().remove("amber");
        if (!(reading instanceof Reading.Measured)) {
            getStyleClass().add("amber");
        }
        field.setAccessibleText(name + ", " + text);
    }

    private static int splitAt(String text) {
        int gap = text.indexOf(NO_BREAK_SPACE);
        if (gap >= 0) {
            return gap;
        }
        return text.endsWith("°") ? text.length() - 1 : text.length();
    }

    private void showComplaint() {
        complaint.setText(field.complaint());
    }
}
