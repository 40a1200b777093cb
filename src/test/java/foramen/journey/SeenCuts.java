package foramen.journey;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** Words in sight that are not there in full: shortened with an ellipsis, longer than their field, or out at the side. */
final class SeenCuts {
    private static final double SLACK = 1;

    private SeenCuts() {}

    /** Adds what is cut below {@code root} to {@code cut}, with {@code where} before it. */
    static void below(Node root, String where, Set<String> cut) {
        SeenNodes.nodes(root).filter(SeenNodes::isShown).filter(SeenCuts::hasRoom)
                .forEach(n -> why(n).ifPresent(w -> cut.add(where + ": " + w + " «" + SeenNodes.words(n) + "» "
                        + (n.getId() == null ? "" : "#" + n.getId() + " ") + n.getStyleClass())));
    }

    /** What takes no room at all is not meant to be seen, such as a complaint that has nothing to say. */
    private static boolean hasRoom(Node n) {
        return n.isManaged() && !SeenNodes.words(n).isBlank() && !(n instanceof TextInputControl t && isPartOf(t));
    }

    /** The field of a list that can be typed into is judged as a field; its hidden cell is not. */
    private static boolean isPartOf(TextInputControl field) {
        return field.getParent() instanceof ComboBox<?> c && !c.isEditable();
    }

    private static Optional<String> why(Node n) {
        // By plan one line beneath its number; whole while the row has the keyboard or the pointer.
        boolean source = n.getStyleClass().contains("number-source");
        if (n instanceof Labeled l && !source && isShortened(l)) {
            return Optional.of("shortened");
        }
        if (n instanceof TextField f && isLonger(f)) {
            return Optional.of("longer than its field");
        }
        return isOut(n) ? Optional.of("out at the side") : Optional.empty();
    }

    private static boolean isShortened(Labeled l) {
        return texts(l).findFirst().filter(t -> !t.getText().strip().equals(l.getText().strip())).isPresent();
    }

    private static boolean isLonger(TextField f) {
        Text whole = new Text(f.getText());
        whole.setFont(f.getFont());
        double room = f.getWidth() - f.getPadding().getLeft() - f.getPadding().getRight();
        return whole.getLayoutBounds().getWidth() > room + SLACK;
    }

    private static Stream<Text> texts(Labeled l) {
        return l.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(Text.class::cast)
                .filter(t -> t.getStyleClass().contains("text"));
    }

    /** Whether it sticks out of the window, or sideways of the page that it scrolls with. */
    private static boolean isOut(Node n) {
        Bounds b = n.localToScene(n.getLayoutBounds());
        Node page = n.getParent();
        while (page != null && !(page instanceof ScrollPane)) {
            page = page.getParent();
        }
        Bounds room = page == null
                ? n.getScene().getRoot().getLayoutBounds()
                : page.localToScene(page.getLayoutBounds());
        return b.getMinX() < room.getMinX() - SLACK || b.getMaxX() > room.getMaxX() + SLACK;
    }
}
