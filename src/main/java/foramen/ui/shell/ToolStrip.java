package foramen.ui.shell;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The drawing tools and view modes beside the picture, in groups of two columns. */
final class ToolStrip extends VBox {
    private static final int COLUMNS = 2;
    private static final double GAP = 4;

    /**
     * @param actions where the buttons come from
     * @param current the name of the action whose tool is in hand
     * @param groups names of the actions, group by group
     */
    ToolStrip(ActionRegistry actions, ObservableValue<String> current, List<List<String>> groups) {
        setId("tool-strip");
        getStyleClass().add("tool-strip");
        for (List<String> group : groups) {
            if (!getChildren().isEmpty()) {
                getChildren().add(new Separator());
            }
            GridPane grid = new GridPane(GAP, GAP);
            for (int i = 0; i < group.size(); i++) {
                grid.add(button(actions, current, group.get(i)), i % COLUMNS, i / COLUMNS);
            }
            getChildren().add(grid);
        }
    }

    private static ToggleButton button(ActionRegistry actions, ObservableValue<String> current, String id) {
        ToggleButton button = actions.bind(new ToggleButton(), id);
        button.getStyleClass().add("tool-button");
        current.subscribe(c -> button.setSelected(c.equals(id)));
        button.setOnAction(e -> {
            actions.get(id).run();
            // A second click on the tool in hand keeps it in hand.
            button.setSelected(current.getValue().equals(id));
        });
        return button;
    }
}
