package foramen.ui.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a few, all in sight; arrow keys walk along, space or a click chooses.
 *
 * @param <T> what is chosen
 */
public final class ChoiceRow<T> extends FlowPane {
    private static final double GAP = 4;

    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();

    /**
     * @param name what is chosen, for those who cannot see the row
     * @param options what there is to choose
     * @param words how each is called
     * @param onChosen told when the user chooses, and only then
     */
    public ChoiceRow(String name, List<T> options, Function<T, String> words, Consumer<T> onChosen) {
        super(GAP, GAP);
        getStyleClass().add("choice-row");
        setAccessibleText(name);
        options.forEach(o -> add(o, name, words.apply(o), onChosen));
    }

    private void add(T option, String name, String words, Consumer<T> onChosen) {
        ToggleButton button = new ToggleButton(words);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(name + ": " + words);
        button.setOnAction(e -> {
            // A second press on the chosen one must not leave the row without a choice.
            button.setSelected(true);
            onChosen.accept(option);
        });
        button.addEventFilter(KeyEvent.KEY_PRESSED, e -> walk(button, e));
        buttons.put(option, button);
        getChildren().add(button);
    }

    /** Puts a picture before the words of {@code option}. */
    public void graphic(T option, Node graphic) {
        ToggleButton button = buttons.get(option);
        if (button != null) {
            button.setGraphic(graphic);
        }
    }

    /** Shows {@code option} as chosen; one that the row does not offer, or none, leaves no button pressed. */
    public void show(@Nullable T option) {
        group.selectToggle(option == null ? null : buttons.get(option));
    }

    /** The keyboard goes to what is chosen, since the row itself has nothing to press. */
    @Override
    public void requestFocus() {
        buttons.values().stream().filter(ToggleButton::isSelected).findFirst()
                .or(() -> buttons.values().stream().findFirst()).ifPresent(Node::requestFocus);
    }

    /** All in one line where there is room for it; a flow pane would ask for a width of its own. */
    @Override
    protected double computePrefWidth(double height) {
        double sum = snappedLeftInset() + snappedRightInset();
        for (Node n : getManagedChildren()) {
            sum += snapSizeX(n.prefWidth(-1)) + GAP;
        }
        return sum - GAP;
    }

    private void walk(ToggleButton from, KeyEvent e) {
        int step = switch (e.getCode()) {
            case KeyCode.LEFT, KeyCode.UP -> -1;
            case KeyCode.RIGHT, KeyCode.DOWN -> 1;
            default -> 0;
        };
        if (step != 0) {
            int at = getChildren().indexOf(from) + step;
            if (at >= 0 && at < getChildren().size()) {
                getChildren().get(at).requestFocus();
            }
            e.consume();
        }
    }
}
