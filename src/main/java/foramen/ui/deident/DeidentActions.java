package foramen.ui.deident;

import foramen.ui.shell.Action;
import foramen.ui.support.Words;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What can be done with de-identification from anywhere in the window. */
public final class DeidentActions {
    private DeidentActions() {}

    /** Calls {@code open} when the page is asked for. */
    public static List<Action> rows(Words words, Runnable open) {
        return List.of(new Action("deidentify", Action.Group.FILE, words.text("action.deidentify"),
                Material2OutlinedMZ.VERIFIED_USER,
                List.of(new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
                new SimpleBooleanProperty(true), open));
    }
}
