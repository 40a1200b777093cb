package foramen.ui.support;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/** How shortcuts are written, and when a key belongs to a text field instead. */
public final class Keys {
    private static final Set<KeyCode> EDITING = EnumSet.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y,
            KeyCode.Z, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN, KeyCode.HOME, KeyCode.END,
            KeyCode.DELETE, KeyCode.BACK_SPACE);
    private static final Set<KeyCode> LIST = EnumSet.of(KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT,
            KeyCode.HOME, KeyCode.END, KeyCode.ENTER, KeyCode.SPACE);

    private Keys() {}

    /** {@code Ctrl+Shift+Z} and the like, for tooltips and the list of keys. */
    public static String words(KeyCodeCombination keys, Words words) {
        if (keys.getCode() == KeyCode.SLASH && keys.getShift() == KeyCombination.ModifierValue.DOWN) {
            return "?";
        }
        List<String> parts = new ArrayList<>();
        if (keys.getShortcut() == KeyCombination.ModifierValue.DOWN
                || keys.getControl() == KeyCombination.ModifierValue.DOWN) {
            parts.add(words.text("key.CTRL"));
        }
        if (keys.getAlt() == KeyCombination.ModifierValue.DOWN) {
            parts.add(words.text("key.ALT"));
        }
        if (keys.getShift() == KeyCombination.ModifierValue.DOWN) {
            parts.add(words.text("key.SHIFT"));
        }
        parts.add(name(keys.getCode(), words));
        return String.join("+", parts);
    }

    private static String name(KeyCode code, Words words) {
        return switch (code) {
            case PLUS -> "+";
            case EQUALS -> "=";
            case MINUS -> "-";
            case COMMA -> ",";
            case PERIOD -> ".";
            case SLASH -> "/";
            case OPEN_BRACKET -> "[";
            case CLOSE_BRACKET -> "]";
            default -> words.named("key." + code.name(), code.getName());
        };
    }

    /**
     * Whether a key belongs to the control that has the keyboard rather than to the whole window: letters to a text
     * field, arrows to a list, space to a button. A button that was merely clicked leaves the keys to the window; one
     * that was reached with the keyboard takes them.
     */
    public static boolean belongsTo(@Nullable Node owner, KeyEvent key) {
        KeyCode code = key.getCode();
        return switch (owner) {
            case OwnKeys own -> own.takes(key);
            case TextInputControl t -> !isCommand(key) || EDITING.contains(code);
            // A closed list that cannot be typed into has no use for letters.
            case ComboBoxBase<?> c -> !isCommand(key) && (c.isEditable() || c.isShowing() || LIST.contains(code));
            case Spinner<?> s -> !isCommand(key);
            case ButtonBase b -> b.isFocusVisible() && (code == KeyCode.SPACE || code == KeyCode.ENTER
                    || (code.isArrowKey() && (b instanceof RadioButton || b.getParent() instanceof ChoiceRow)));
            case TitledPane t -> !isCommand(key) && LIST.contains(code);
            case Slider s -> code.isArrowKey() || code == KeyCode.HOME || code == KeyCode.END;
            case ListView<?> l -> !isCommand(key) && LIST.contains(code);
            case TableView<?> t -> !isCommand(key) && LIST.contains(code);
            case Node n when n.getAccessibleRole() == AccessibleRole.BUTTON -> code == KeyCode.SPACE
                    || code == KeyCode.ENTER;
            case null, default -> false;
        };
    }

    private static boolean isCommand(KeyEvent key) {
        return key.isShortcutDown() || key.isAltDown() || key.getCode().isFunctionKey()
                || key.getCode() == KeyCode.PAGE_UP || key.getCode() == KeyCode.PAGE_DOWN;
    }
}
