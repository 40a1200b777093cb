package foramen.ui.shell;

import foramen.ui.support.IconButton;
import foramen.ui.support.Keys;
import foramen.ui.support.SectionTitle;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** All keys and what the mouse does, on one sheet over the picture. */
final class KeySheet extends StackPane {
    private static final int MOST_KEYS = 2;
    private static final List<List<String>> MOUSE = List.of(List.of("Left drag", "Tool; window and level elsewhere"),
            List.of("Middle drag", "Pan"), List.of("Right drag", "Zoom"), List.of("Right click", "Menu"),
            List.of("Wheel", "Frame by frame"), List.of("Shift+Wheel", "Ten frames"),
            List.of("Ctrl+Wheel", "Zoom at the pointer"), List.of("Double-click", "Close outline; add point"),
            List.of("Alt with brush or wand", "Take away"), List.of("Shift with brush or wand", "Add to the selected"),
            List.of("Ctrl while dragging a point", "Move it alone"));
    private static final List<List<String>> CROSSHAIR = List.of(List.of("Q", "Crosshair out; Esc puts it away"),
            List.of("Arrows", "Move it by a pixel; Shift: by ten"), List.of("Space, Enter", "Click; Enter finishes"),
            List.of("Shift+Space", "Hold the button; again: let go"));

    KeySheet(ActionRegistry actions, Runnable onClose) {
        getStyleClass().add("key-sheet");
        FlowPane groups = new FlowPane();
        groups.getStyleClass().add("key-groups");
        for (Action.Group group : Action.Group.values()) {
            List<List<String>> rows = actions.all().stream().filter(a -> a.group() == group && !a.keys().isEmpty())
                    .map(a -> List.of(
                            a.keys().stream().limit(MOST_KEYS).map(Keys::words).collect(Collectors.joining(", ")),
                            a.text()))
                    .toList();
            groups.getChildren().add(group(group.label(), rows));
        }
        groups.getChildren().add(group("Mouse", MOUSE));
        groups.getChildren().add(group("Crosshair", CROSSHAIR));
        SectionTitle title = new SectionTitle("Keys and mouse",
                new IconButton(Material2OutlinedAL.CLOSE, "Close (Esc)", onClose));
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox sheet = new VBox(title, scroll);
        sheet.getStyleClass().add("key-paper");
        getChildren().add(sheet);
    }

    private static VBox group(String title, List<List<String>> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        for (int i = 0; i < rows.size(); i++) {
            Label key = new Label(rows.get(i).getFirst());
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(i, key, new Label(rows.get(i).getLast()));
        }
        VBox box = new VBox(new SectionTitle(title), grid);
        box.getStyleClass().add("key-group");
        return box;
    }
}
