package foramen.ui.shell;

import foramen.ui.support.Keys;
import foramen.ui.support.Words;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something the user can do.
 *
 * @param id stable name, such as {@code play}
 * @param group which heading of the list of keys it stands under
 * @param text what it does, sentence case
 * @param how how it is done, one sentence; may be empty
 * @param icon its icon
 * @param keys the keys that do it, the one to show first; may be none
 * @param enabled whether it can be done just now
 * @param handler does it
 */
public record Action(String id, Group group, String text, String how, Ikon icon, List<KeyCodeCombination> keys,
        ObservableValue<Boolean> enabled, Runnable handler) {
    /** Headings of the list of keys. */
    public enum Group {
        FILE, TOOL, DRAW, SELECTED, CINE, VIEW
    }

    /** Copies the keys. */
    public Action {
        keys = List.copyOf(keys);
    }

    /** What needs no saying how. */
    public Action(String id, Group group, String text, Ikon icon, List<KeyCodeCombination> keys,
            ObservableValue<Boolean> enabled, Runnable handler) {
        this(id, group, text, "", icon, keys, enabled, handler);
    }

    /** The same, done by other keys. */
    public Action withKeys(List<KeyCodeCombination> others) {
        return new Action(id, group, text, how, icon, others, enabled, handler);
    }

    /** What it does, with its first key: the words of a menu. */
    public String title(Words words) {
        return keys.isEmpty() ? text : text + " (" + Keys.words(keys.getFirst(), words) + ")";
    }

    /** What it does, with its first key, and how: the words of a tooltip. */
    public String tooltip(Words words) {
        return how.isEmpty() ? title(words) : title(words) + "\n" + how;
    }

    /** Does it, if it can be done just now. */
    public boolean run() {
        if (!Boolean.TRUE.equals(enabled.getValue())) {
            return false;
        }
        handler.run();
        return true;
    }
}
