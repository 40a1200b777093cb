package foramen.ui.settings;

import foramen.ui.shell.Action;
import foramen.ui.shell.KeyScheme;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.IconButton;
import foramen.ui.support.Keys;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** All actions with their keys: press the button of one, then the keys it shall have. */
final class KeysSection extends VBox {
    private final KeyDesk desk;
    private final Words words;
    private final Map<String, Row> rows = new HashMap<>();
    private final ChoiceRow<KeyScheme> schemes;
    private @Nullable Row waiting;

    KeysSection(KeyDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        getStyleClass().add("part");
        schemes = new ChoiceRow<>(words.text("settings.scheme"), KeyScheme.ALL, KeyScheme::title, desk::choose);
        Button reset = new Button(words.text("settings.keys.reset"));
        reset.setId("keys-reset");
        reset.setOnAction(e -> desk.resetAll());
        getChildren().addAll(new SectionTitle(words.text("settings.keys")), Parts.name(words.text("settings.scheme")),
                schemes, Parts.note(words.text("settings.keys.how")), Parts.row(reset));
        for (Action.Group group : Action.Group.values()) {
            VBox list = new VBox();
            list.getStyleClass().add("settings-keys");
            desk.actions().all().stream().filter(a -> a.group() == group).forEach(a -> {
                Row row = new Row(a.id());
                rows.put(a.id(), row);
                list.getChildren().add(row);
            });
            getChildren().addAll(Parts.name(words.of(group)), list);
        }
        desk.actions().keymapProperty().subscribe(map -> {
            schemes.show(map.scheme());
            rows.values().forEach(Row::show);
        });
    }

    /** One action: its name, its keys on a button, and the way back to the scheme's. */
    private final class Row extends VBox {
        private final String id;
        private final HBox line = new HBox();
        private final Label name = new Label();
        private final Button keys = new Button();
        private final IconButton clear;
        private final IconButton reset;
        private final Label complaint = Parts.complaint();
        private final Button take = new Button(words.text("settings.keys.take"));

        Row(String id) {
            this.id = id;
            setId("key-row-" + id);
            name.setText(action().text());
            name.setLabelFor(keys);
            keys.setId("keys-of-" + id);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            keys.getStyleClass().add("key-button");
            keys.setOnAction(e -> listen());
            keys.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
            keys.focusedProperty().addListener((o, was, now) -> {
                // With a conflict told, the keyboard is on the offer to settle it.
                if (!now && waiting == this && !take.isVisible()) {
                    rest();
                }
            });
            clear = new IconButton(Material2OutlinedAL.CLEAR, words.text("settings.keys.clear", action().text()),
                    () -> desk.clear(id));
            reset = new IconButton(Material2OutlinedMZ.UNDO, words.text("settings.keys.back", action().text()),
                    () -> desk.reset(id));
            take.setVisible(false);
            take.setManaged(false);
            line.getStyleClass().add("key-row");
            line.getChildren().addAll(name, Parts.spring(), keys, clear, reset);
            getChildren().addAll(line, Parts.row(complaint, take));
            show();
        }

        private Action action() {
            return desk.actions().get(id);
        }

        private void show() {
            String said = action().keys().stream().map(k -> Keys.words(k, words)).collect(Collectors.joining(", "));
            keys.setText(waiting == this
                    ? words.text("settings.keys.press")
                    : said.isEmpty() ? words.text("settings.keys.none") : said);
            keys.setAccessibleText(action().text() + ": " + keys.getText());
            clear.setDisable(said.isEmpty());
            reset.setDisable(!desk.isChanged(id));
        }

        private void listen() {
            Row before = waiting;
            waiting = this;
            if (before != null && before != this) {
                before.rest();
                waiting = this;
            }
            say("");
            line.getStyleClass().add("waiting");
            show();
        }

        private void rest() {
            if (waiting == this) {
                waiting = null;
            }
            line.getStyleClass().remove("waiting");
            say("");
            show();
        }

        private void say(String sentence) {
            complaint.setText(sentence);
            keys.setAccessibleHelp(sentence);
            take.setVisible(false);
            take.setManaged(false);
        }

        private void pressed(KeyEvent e) {
            if (waiting != this || e.getCode().isModifierKey()) {
                return;
            }
            KeyCodeCombination pressed = new KeyCodeCombination(e.getCode(), value(e.isShiftDown()), ModifierValue.UP,
                    value(e.isAltDown()), ModifierValue.UP, value(e.isShortcutDown()));
            e.consume();
            if (e.getCode() == KeyCode.TAB || (e.getCode() == KeyCode.ESCAPE && !id.equals("cancel"))) {
                rest();
                return;
            }
            if (!desk.isFree(pressed)) {
                say(words.text("settings.keys.kept"));
                return;
            }
            desk.conflict(id, pressed).ifPresentOrElse(other -> {
                say(words.text("settings.keys.conflict", Keys.words(pressed, words), other.text()));
                take.setVisible(true);
                take.setManaged(true);
                take.setAccessibleText(words.text("settings.keys.take") + ": " + Keys.words(pressed, words));
                take.setOnAction(t -> give(pressed));
                take.requestFocus();
            }, () -> give(pressed));
        }

        private void give(KeyCodeCombination pressed) {
            keys.requestFocus();
            rest();
            desk.give(id, pressed);
        }

        private static KeyCombination.ModifierValue value(boolean down) {
            return down ? ModifierValue.DOWN : ModifierValue.UP;
        }
    }
}
