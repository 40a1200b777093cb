package foramen.ui.shell;

import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/** A field that is as wide as what is in it, so that a name is never cut off; it grows while somebody types. */
final class WholeField extends TextField {
    /** The caret and what the skin keeps free on both sides. */
    private static final double CARET = 6;
    private static final double LEAST = 96;

    WholeField() {
        textProperty().addListener((o, was, now) -> requestLayout());
        setMinWidth(LEAST);
    }

    @Override
    protected double computePrefWidth(double height) {
        Text whole = new Text(getText().isEmpty() ? getPromptText() : getText());
        whole.setFont(getFont());
        return Math.max(LEAST, snapSizeX(whole.getLayoutBounds().getWidth() + CARET + getInsets().getLeft()
                + getInsets().getRight()));
    }
}
