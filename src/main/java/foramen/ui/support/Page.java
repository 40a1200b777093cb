package foramen.ui.support;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The page of one step in the inspector: its parts from top to bottom, scrolling where the window is too low. */
public final class Page extends ScrollPane {
    private final VBox content = new VBox();

    /** Shows {@code parts}. */
    public Page(Node... parts) {
        getStyleClass().add("page");
        content.getStyleClass().add("page-content");
        content.getChildren().addAll(parts);
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /** Shows {@code parts} in place of what was there; parts that are there already keep the keyboard. */
    public void show(Node... parts) {
        if (!content.getChildren().equals(List.of(parts))) {
            content.getChildren().setAll(parts);
        }
    }
}
