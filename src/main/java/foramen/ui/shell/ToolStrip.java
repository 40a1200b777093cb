package foramen.ui.shell;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** The drawing tools and view modes beside the picture. */
final class ToolStrip extends VBox {
    /**
     * @param actions where the buttons come from
     * @param current the name of the action whose tool is in hand
     * @param drawing names of the drawing tools' actions
     * @param viewing names of the view modes' actions
     */
    ToolStrip(ActionRegistry actions, ObservableValue<String> current, List<String> drawing, List<String> viewing) {
        getStyleClass().add("tool-strip");
        drawing.forEach(id -> getChildren().add(button(actions, current, id)));
        getChildren().add(new Separator());
        viewing.forEach(id -> getChildren().add(button(actions, current, id)));
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
