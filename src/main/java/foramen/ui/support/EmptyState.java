package foramen.ui.support;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.kordamp.ikonli.Ikon;

/** What a panel shows before there is anything in it: an icon, what to do first, and a button that does it. */
public final class EmptyState extends VBox {
    /**
     * @param icon a large icon
     * @param sentence what to do first
     * @param actions buttons and the like; may be none
     */
    public EmptyState(Ikon icon, String sentence, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(Icons.of(icon, "large"), words);
        getChildren().addAll(actions);
    }

    /** A plain button for an empty state. */
    public static Button action(String words, Runnable action) {
        Button button = new Button(words);
        button.setOnAction(e -> action.run());
        return button;
    }
}
