package foramen.ui.shell;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** What the tooltip of the control says that was pressed or has the keyboard: for hands and screens that cannot hover. */
final class TipLine {
    /** Where {@link Tooltip#install} leaves a tooltip on what is no control. */
    private static final String INSTALLED = "javafx.scene.control.Tooltip";

    private final ReadOnlyStringWrapper tip = new ReadOnlyStringWrapper(this, "tip", "");
    private boolean on;

    /** Watches what happens below {@code root}. */
    TipLine(Node root) {
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> tell(e.getTarget()));
        root.sceneProperty().subscribe(this::watch);
    }

    private void watch(@Nullable Scene scene) {
        if (scene != null) {
            scene.focusOwnerProperty().addListener((o, was, now) -> tell(now));
        }
    }

    /** Says it from now on, or nothing. */
    void set(boolean wanted) {
        on = wanted;
        tip.set("");
    }

    /** The words, in one line; empty where there are none. */
    ReadOnlyStringProperty tipProperty() {
        return tip.getReadOnlyProperty();
    }

    private void tell(@Nullable EventTarget target) {
        String found = "";
        for (Node n = target instanceof Node t ? t : null; on && n != null && found.isEmpty(); n = n.getParent()) {
            Tooltip tooltip = n instanceof Control c && c.getTooltip() != null
                    ? c.getTooltip()
                    : n.getProperties().get(INSTALLED) instanceof Tooltip t ? t : null;
            found = tooltip == null || tooltip.getText() == null ? "" : tooltip.getText();
        }
        tip.set(found.replace('\n', ' '));
    }
}
