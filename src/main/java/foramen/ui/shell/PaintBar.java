package foramen.ui.shell;

import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolId;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** What brush, eraser and wand need beside a press, for hands without keys: how large, and whether to add or to take away. */
final class PaintBar extends HBox {
    private static final double MARGIN = 8;

    /**
     * @param actions where the buttons come from
     * @param way the name of the action that is chosen of adding and taking away; empty for neither
     * @param tool the tool in hand: there is nothing to see with others
     */
    PaintBar(ActionRegistry actions, ObservableValue<String> way, ObservableValue<ToolId> tool) {
        setId("paint-bar");
        getStyleClass().addAll("row", "paint-bar");
        for (String id : new String[]{"region-add", "region-take"}) {
            ToggleButton button = actions.bind(new ToggleButton(), id);
            button.getStyleClass().add("tool-button");
            way.subscribe(w -> button.setSelected(w.equals(id)));
            button.setOnAction(e -> {
                actions.get(id).run();
                button.setSelected(way.getValue().equals(id));
            });
            getChildren().add(button);
        }
        for (String id : new String[]{"brush-smaller", "brush-larger"}) {
            Button button = actions.bind(new Button(), id);
            button.getStyleClass().add("tool-button");
            getChildren().add(button);
        }
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(MARGIN));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        tool.subscribe(t -> setVisible(ToolController.paints(t)));
    }
}
