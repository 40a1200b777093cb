package foramen.ui.outcome;

import foramen.ui.shell.Action;
import foramen.ui.support.Words;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What can be done with the registry from anywhere in the window. */
public final class RegistryActions {
    private final Words words;
    private final Runnable open;

    /** Calls {@code open} when the registry is asked for. */
    public RegistryActions(Words words, Runnable open) {
        this.words = words;
        this.open = open;
    }

    /** Rows for the table of actions. */
    public List<Action> rows() {
        return List.of(new Action("registry", Action.Group.FILE, words.text("action.registry"),
                Material2OutlinedAL.ASSESSMENT,
                List.of(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
                new SimpleBooleanProperty(true), open));
    }
}
