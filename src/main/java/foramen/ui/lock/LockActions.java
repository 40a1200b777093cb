package foramen.ui.lock;

import foramen.ui.shell.Action;
import foramen.ui.support.Words;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Locking by a key. */
public final class LockActions {
    /** The action's name. */
    public static final String LOCK = "lock-window";

    private LockActions() {}

    /** Rows for the table of actions; where records have no passphrase it cannot be done. */
    public static List<Action> rows(Words words, boolean canLock, Runnable lock) {
        return List.of(new Action(LOCK, Action.Group.FILE, words.text("action.lock-window"),
                words.text(canLock ? "lock.how.key" : "lock.none"), Material2OutlinedAL.LOCK,
                List.of(new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
                new SimpleBooleanProperty(canLock), lock));
    }
}
