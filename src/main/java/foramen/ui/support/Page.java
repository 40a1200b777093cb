package foramen.ui.support;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The page of one step in the inspector: its parts from top to bottom, scrolling where the window is too low. */
public final class Page extends ScrollPane {
    /** The stylesheet that the inspector's panels share; it takes all its colours from the theme. */
    private static final String STYLESHEET = "/foramen/ui/panels.css";

    private final VBox content = new VBox();

    /** Shows {@code parts}. */
    public Page(Node... parts) {
        getStyleClass().add("page");
        content.getStyleClass().add("page-content");
        content.getChildren().addAll(parts);
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStylesheets().add(Objects.requireNonNull(Page.class.getResource(STYLESHEET), STYLESHEET).toExternalForm());
    }

    /** Shows {@code parts} in place of what was there; parts that are there already keep the keyboard. */
    public void show(Node... parts) {
        if (!content.getChildren().equals(List.of(parts))) {
            content.getChildren().setAll(parts);
        }
    }
}
