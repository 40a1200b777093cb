package foramen.ui.support;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A control with its name above it and, where the entry cannot be used, one sentence beneath it.
 *
 * @param <C> the kind of control
 */
public final class Field<C extends Control> extends VBox {
    private final C control;
    private final Label name;
    private final Label error = new Label();

    /** Names {@code control}. */
    public Field(String name, C control) {
        this.control = control;
        this.name = new Label(name);
        this.name.getStyleClass().add("field-name");
        this.name.setLabelFor(control);
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        control.setAccessibleText(name);
        control.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("field");
        getChildren().addAll(this.name, control, error);
        error("");
    }

    /** The control itself. */
    public C control() {
        return control;
    }

    /** Shows {@code sentence} beneath the control, or nothing where it is empty. */
    public void error(String sentence) {
        boolean wrong = !sentence.isEmpty();
        error.setText(sentence);
        error.setVisible(wrong);
        error.setManaged(wrong);
        control.getStyleClass().remove("wrong");
        if (wrong) {
            control.getStyleClass().add("wrong");
        }
        control.setAccessibleHelp(sentence);
        control.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
    }
}
