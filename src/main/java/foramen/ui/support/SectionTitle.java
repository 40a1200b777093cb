package foramen.ui.support;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The heading of a part of a panel, with small actions on its right. */
public final class SectionTitle extends HBox {
    private final Label label = new Label();

    /** Shows {@code text} and {@code actions}. */
    public SectionTitle(String text, Node... actions) {
        getStyleClass().add("section-title");
        label.setText(text);
        label.setWrapText(true);
        for (Node action : actions) {
            if (action instanceof Region r) {
                r.setMinWidth(USE_PREF_SIZE);
            }
        }
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(label, gap);
        getChildren().addAll(actions);
    }

    /** Changes the words. */
    public void setText(String text) {
        label.setText(text);
    }
}
