package foramen.ui.support;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/** A row of a short list that is chosen by a click, space or Enter. */
public final class ItemRow extends HBox {
    /**
     * @param words what the window says
     * @param text what the row stands for, for those who cannot see it
     * @param selected whether it is chosen
     * @param onChosen what happens when it is chosen
     * @param parts what it shows
     */
    public ItemRow(Words words, String text, boolean selected, Runnable onChosen, Node... parts) {
        super(parts);
        getStyleClass().add("item");
        if (selected) {
            getStyleClass().add("selected");
        }
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(selected ? words.text("item.selected", text) : text);
        setFocusTraversable(true);
        // A click leaves the keyboard where it is, which is mostly at the picture.
        setOnMouseClicked(e -> onChosen.run());
        setOnKeyPressed(e -> {
            if (e.getTarget() == this && (e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.ENTER)) {
                onChosen.run();
                e.consume();
            }
        });
    }
}
