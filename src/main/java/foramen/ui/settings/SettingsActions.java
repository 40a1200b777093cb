package foramen.ui.settings;

import foramen.ui.shell.Action;
import foramen.ui.shell.Action.Group;
import foramen.ui.support.Words;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What can be done about the program itself from anywhere in the window. */
public final class SettingsActions {
    private SettingsActions() {}

    /** One row each, as the window lists them. */
    public static List<Action> rows(Words words, Runnable settings, Runnable diagnostics, Runnable about) {
        ObservableValue<Boolean> always = new SimpleBooleanProperty(true);
        return List.of(
                new Action("settings", Group.FILE, words.text("action.settings"), Material2OutlinedMZ.SETTINGS,
                        List.of(new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN)), always, settings),
                new Action("diagnostics", Group.FILE, words.text("action.diagnostics"),
                        Material2OutlinedAL.BUG_REPORT,
                        List.of(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN,
                                KeyCombination.SHIFT_DOWN)),
                        always, diagnostics),
                new Action("about", Group.FILE, words.text("action.about"), Material2OutlinedAL.INFO,
                        List.of(new KeyCodeCombination(KeyCode.F1, KeyCombination.SHORTCUT_DOWN)), always, about));
    }
}
