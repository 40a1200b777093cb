package foramen.journey;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** What can be seen in lists and menus that have dropped down. */
final class Popups {
    private Popups() {}

    /** The lines of menus that begin with {@code words}. */
    static Stream<Node> items(String words) {
        return shown().filter(n -> n instanceof Labeled l && l.getText().startsWith(words));
    }

    /** The lines of lists that say {@code item}. */
    static Stream<Node> cells(String item) {
        return shown().filter(n -> n instanceof ListCell<?> c && item.equals(c.getText()));
    }

    private static Stream<Node> shown() {
        return Window.getWindows().stream().filter(w -> w instanceof PopupWindow && w.isShowing())
                .flatMap(w -> SeenNodes.nodes(w.getScene().getRoot())).filter(SeenNodes::isShown);
    }
}
