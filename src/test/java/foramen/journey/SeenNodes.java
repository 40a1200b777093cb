package foramen.journey;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

/** What there is in a window, and what of it can be seen. */
final class SeenNodes {
    private SeenNodes() {}

    /** What a label or field says; empty for anything else. */
    static String words(Node node) {
        return switch (node) {
            case Labeled l -> l.getText() == null ? "" : l.getText();
            case TextInputControl t -> t.getText() == null ? "" : t.getText();
            default -> "";
        };
    }

    /** Whether neither it nor what it is in is hidden. */
    static boolean isShown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** It and all that is in it. */
    static Stream<Node> nodes(Node node) {
        return node instanceof Parent p
                ? Stream.concat(Stream.of(node), p.getChildrenUnmodifiable().stream().flatMap(SeenNodes::nodes))
                : Stream.of(node);
    }
}
