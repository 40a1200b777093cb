package foramen.ui.shell;

import foramen.ui.support.Icons;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

/** All actions of the window, each once, no key twice; which keys may change while the window is open. */
public final class ActionRegistry {
    private static final double TIP_WIDTH = 360;

    private final Words words;
    private final Map<String, Action> byId = new LinkedHashMap<>();
    private final List<Action> table;
    private final Map<KeyCodeCombination, Action> byKey = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Keymap> keymap = new ReadOnlyObjectWrapper<>(this, "keymap", Keymap.OWN);

    /**
     * Takes {@code actions} in the order they are listed.
     *
     * @param words what the window says
     * @throws IllegalArgumentException where two have the same name or the same key
     */
    public ActionRegistry(List<Action> actions, Words words) {
        this.words = words;
        this.table = List.copyOf(actions);
        for (Action action : actions) {
            if (byId.put(action.id(), action) != null) {
                throw new IllegalArgumentException("Two actions are called " + action.id());
            }
            for (KeyCodeCombination key : action.keys()) {
                Action other = byKey.put(key, action);
                if (other != null) {
                    throw new IllegalArgumentException(
                            key.getName() + " would do both " + other.id() + " and " + action.id());
                }
            }
        }
    }

    /** From now on the keys are those of {@code next}; buttons and menus say so. */
    public void setKeymap(Keymap next) {
        Map<String, List<KeyCodeCombination>> keys = next.keysOf(table);
        byKey.clear();
        for (Action a : table) {
            Action now = a.withKeys(keys.getOrDefault(a.id(), List.of()));
            byId.put(a.id(), now);
            now.keys().forEach(k -> byKey.put(k, now));
        }
        keymap.set(next);
    }

    /** Which keys hold; when it tells of a change, the actions have their new keys. */
    public ReadOnlyObjectProperty<Keymap> keymapProperty() {
        return keymap.getReadOnlyProperty();
    }

    /** The action of that name, where there is one. */
    public Optional<Action> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The action that {@code key} does now. */
    public Optional<Action> on(KeyCodeCombination key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All of them, in the order they are listed. */
    public Collection<Action> all() {
        return List.copyOf(byId.values());
    }

    /** The action of that name, which must be there. */
    public Action get(String id) {
        Action action = byId.get(id);
        if (action == null) {
            throw new IllegalArgumentException("There is no action " + id);
        }
        return action;
    }

    /** The action that {@code event} asks for. */
    public Optional<Action> find(KeyEvent event) {
        List<Action> hits = new ArrayList<>();
        byKey.forEach((key, action) -> {
            if (key.match(event)) {
                hits.add(action);
            }
        });
        return hits.stream().findFirst();
    }

    /** Makes {@code button} do, show and say what the action does. */
    public <B extends ButtonBase> B bind(B button, String id) {
        Action action = get(id);
        button.setId(id);
        button.setGraphic(Icons.of(action.icon()));
        Tooltip tip = new Tooltip();
        keymap.subscribe(k -> tip.setText(get(id).tooltip(words)));
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        button.setTooltip(tip);
        button.setAccessibleText(action.text());
        button.setAccessibleHelp(action.how());
        button.disableProperty().bind(action.enabled().map(e -> !e));
        button.setOnAction(e -> action.run());
        return button;
    }

    /** A flat button with the action's icon. */
    public Button iconButton(String id) {
        Button button = bind(new Button(), id);
        button.getStyleClass().addAll("flat", "icon-button");
        return button;
    }
}
