package foramen.ui.shell;

import foramen.ui.support.Icons;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

/** All actions of the window, each once, no key twice. */
public final class ActionRegistry {
    private static final double TIP_WIDTH = 360;

    private final Words words;
    private final Map<String, Action> byId = new LinkedHashMap<>();
    private final Map<KeyCodeCombination, Action> byKey = new LinkedHashMap<>();

    /**
     * Takes {@code actions} in the order they are listed.
     *
     * @param words what the window says
     * @throws IllegalArgumentException where two have the same name or the same key
     */
    public ActionRegistry(List<Action> actions, Words words) {
        this.words = words;
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

    /** All of them, in the order they are listed. */
    public Collection<Action> all() {
        return List.copyOf(byId.values());
    }

    /** Whether there is an action of that name. */
    boolean has(String id) {
        return byId.containsKey(id);
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
        Tooltip tip = new Tooltip(action.tooltip(words));
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
