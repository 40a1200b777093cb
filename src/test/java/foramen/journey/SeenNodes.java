package foramen.journey;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/** What there is in a window, and what of it can be seen. */
final class SeenNodes {
    private static final double FIELD_HEIGHT = 60;

    private SeenNodes() {}

    /** What a label or field says; empty for anything else. */
    static String words(Node node) {
        return switch (node) {
            case Labeled l -> l.getText() == null ? "" : l.getText();
            case TextInputControl t -> t.getText() == null ? "" : t.getText();
            default -> "";
        };
    }

    /** Everything written in it that can be seen, of whatever kind, with what is only spoken. */
    static List<String> allWords(Node root) {
        return nodes(root).filter(SeenNodes::isShown)
                .flatMap(n -> Stream.of(words(n), n.getAccessibleText() == null ? "" : n.getAccessibleText(),
                        n instanceof Labeled l && l.getTooltip() != null ? l.getTooltip().getText() : ""))
                .filter(w -> w != null && !w.isBlank()).map(w -> w.replace('\u00a0', ' ')).toList();
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

    /** The control of a kind that can be seen and is {@code which}. */
    static <T extends Node> T one(Stage stage, Class<T> type, String words, Predicate<T> which) {
        return Hand.onFx(() -> nodes(stage.getScene().getRoot()).filter(type::isInstance).map(type::cast)
                .filter(SeenNodes::isShown).filter(which).findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + words)));
    }

    /** Where it lies on the screen. */
    static Bounds onScreen(Node node) {
        return Hand.onFx(() -> node.localToScreen(node.getBoundsInLocal()));
    }

    /** Scrolls the page until the whole node can be seen. */
    static void reveal(Node node) {
        Parent up = node.getParent();
        while (up != null && !(up instanceof ScrollPane)) {
            up = up.getParent();
        }
        if (up instanceof ScrollPane pane) {
            Node content = pane.getContent();
            double height = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
            double top = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
            if (height > 0) {
                pane.setVvalue(Math.clamp((top - FIELD_HEIGHT) / height, 0, 1));
                pane.layout();
            }
        }
    }
}
