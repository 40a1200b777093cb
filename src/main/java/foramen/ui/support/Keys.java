package foramen.ui.support;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

/** How shortcuts are written, and when a key belongs to a text field instead. */
public final class Keys {
    private Keys() {}

    /** {@code Ctrl+Shift+Z} and the like, for tooltips and the list of keys. */
    public static String words(KeyCodeCombination keys) {
        List<String> parts = new ArrayList<>();
        if (keys.getShortcut() == KeyCombination.ModifierValue.DOWN
                || keys.getControl() == KeyCombination.ModifierValue.DOWN) {
            parts.add("Ctrl");
        }
        if (keys.getAlt() == KeyCombination.ModifierValue.DOWN) {
            parts.add("Alt");
        }
        if (keys.getShift() == KeyCombination.ModifierValue.DOWN) {
            parts.add("Shift");
        }
        parts.add(keys.getCode().getName());
        return String.join("+", parts);
    }

    /** Whether {@code owner}, which has the keyboard, takes letters and arrows for itself. */
    public static boolean isTyping(@Nullable Node owner) {
        return owner instanceof TextInputControl || owner instanceof ComboBoxBase<?> || owner instanceof Spinner<?>;
    }
}
