package foramen.ui.measure;

import foramen.ui.measure.SwellingState.Line;
import foramen.ui.support.OwnKeys;
import foramen.ui.support.Parts;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * One number with its name; method, scale and source on one line beneath it, in full on hover and while it has the
 * keyboard. The copy shortcut and the menu put it on the clipboard.
 */
final class NumberRow extends VBox implements OwnKeys {
    private final Line line;
    private final Consumer<String> clipboard;

    /**
     * @param line what to show
     * @param clipboard takes what is copied
     */
    NumberRow(Line line, Consumer<String> clipboard, Words words) {
        this.line = line;
        this.clipboard = clipboard;
        getStyleClass().add("number-row");
        getStyleClass().add(line.tone() == Tone.AMBER ? "amber" : "neutral");
        Label name = new Label(line.name());
        name.getStyleClass().add("number-name");
        name.setWrapText(true);
        Label value = new Label(line.value());
        value.getStyleClass().add("number-value");
        value.setMinWidth(USE_PREF_SIZE);
        HBox row = Parts.row(name, Parts.spring(), value);
        Label source = Parts.note(line.source());
        source.getStyleClass().add("number-source");
        source.wrapTextProperty().bind(focusedProperty());
        source.setMinWidth(0);
        // As wide as the row, however long it is.
        source.setPrefWidth(1);
        source.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(row);
        if (!line.source().isEmpty()) {
            getChildren().add(source);
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(line.name() + ", " + line.value() + (line.source().isEmpty() ? "" : ", " + line.source()));
        Tooltip tip = new Tooltip(line.source());
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        if (!line.source().isEmpty()) {
            Tooltip.install(this, tip);
        }
        setOnMousePressed(e -> {
            requestFocus();
            // The scrolling page would take the keyboard.
            e.consume();
        });
        setOnKeyPressed(this::key);
        MenuItem copy = new MenuItem(words.text("action.copy"));
        copy.setOnAction(e -> copy());
        ContextMenu menu = new ContextMenu(copy);
        setOnContextMenuRequested(e -> {
            menu.show(this, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    private void key(KeyEvent e) {
        if (takes(e)) {
            copy();
            e.consume();
        }
    }

    @Override
    public boolean takes(KeyEvent key) {
        return key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown() && key.getCode() == KeyCode.C;
    }

    private void copy() {
        clipboard.accept(line.copy());
    }
}
