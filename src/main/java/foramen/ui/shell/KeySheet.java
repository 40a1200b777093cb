package foramen.ui.shell;

import foramen.ui.support.IconButton;
import foramen.ui.support.Keys;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/**
 * All keys and what the mouse does, on one sheet over the picture, in columns of about the same height. They are made when
 * the sheet is first shown, so that no start waits for them.
 */
final class KeySheet extends StackPane {
    private static final int MOST_KEYS = 2;
    private static final int COLUMNS = 3;
    /** How many rows the title of a group is as high as. */
    private static final int TITLE_ROWS = 2;
    private static final List<String> MOUSE = List.of("drag.left", "drag.middle", "drag.right", "click.right", "wheel",
            "wheel.shift", "wheel.ctrl", "double", "alt", "shift", "ctrl");
    private static final List<String> CROSSHAIR = List.of("out", "move", "click", "hold");

    private final Words words;

    /** A heading and what stands beneath it: keys, and what they do. */
    private record Section(String title, List<List<String>> rows) {
        int height() {
            return rows.size() + TITLE_ROWS;
        }
    }

    KeySheet(ActionRegistry actions, Runnable onClose, Words words) {
        this.words = words;
        getStyleClass().add("key-sheet");
        setVisible(false);
        SectionTitle title = new SectionTitle(words.text("keys.title"),
                new IconButton(Material2OutlinedAL.CLOSE, words.text("keys.close"), onClose));
        ScrollPane scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox sheet = new VBox(title, scroll);
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        sheet.getStyleClass().add("key-paper");
        getChildren().add(sheet);
        visibleProperty().subscribe(shown -> {
            if (shown && scroll.getContent() == null) {
                actions.keymapProperty().subscribe(k -> scroll.setContent(fitting(columns(actions), scroll)));
            }
        });
    }

    /** How high wrapped texts are is known only once they have their width. */
    private static GridPane fitting(GridPane columns, ScrollPane scroll) {
        columns.layoutBoundsProperty().subscribe(b -> scroll.setPrefViewportHeight(b.getHeight()));
        return columns;
    }

    private GridPane columns(ActionRegistry actions) {
        List<Section> sections = new ArrayList<>();
        for (Action.Group group : Action.Group.values()) {
            sections.add(new Section(words.of(group), rows(actions, group)));
        }
        sections.add(fixed("keys.mouse", MOUSE));
        sections.add(fixed("keys.crosshair", CROSSHAIR));
        GridPane columns = Parts.columns(balanced(sections).stream().map(KeySheet::column).toArray(Node[]::new));
        columns.getStyleClass().add("key-columns");
        return columns;
    }

    private List<List<String>> rows(ActionRegistry actions, Action.Group group) {
        return actions.all().stream().filter(a -> a.group() == group && !a.keys().isEmpty())
                .map(a -> List.of(
                        a.keys().stream().limit(MOST_KEYS).map(k -> Keys.words(k, words))
                                .collect(Collectors.joining(", ")),
                        a.text()))
                .toList();
    }

    private Section fixed(String room, List<String> rows) {
        return new Section(words.text(room), rows.stream()
                .map(k -> List.of(words.text(room + "." + k), words.text(room + "." + k + ".does"))).toList());
    }

    /** The sections in columns of which the highest is as low as can be; within one they keep their order. */
    private static List<List<Section>> balanced(List<Section> sections) {
        int ways = (int) Math.pow(COLUMNS, sections.size());
        int best = 0;
        int lowest = Integer.MAX_VALUE;
        for (int way = 0; way < ways; way++) {
            int[] heights = new int[COLUMNS];
            for (int i = 0, rest = way; i < sections.size(); i++, rest /= COLUMNS) {
                heights[rest % COLUMNS] += sections.get(i).height();
            }
            int highest = Arrays.stream(heights).max().orElseThrow();
            if (highest < lowest) {
                lowest = highest;
                best = way;
            }
        }
        List<List<Section>> columns = new ArrayList<>();
        for (int c = 0; c < COLUMNS; c++) {
            columns.add(new ArrayList<>());
        }
        for (int i = 0, rest = best; i < sections.size(); i++, rest /= COLUMNS) {
            columns.get(rest % COLUMNS).add(sections.get(i));
        }
        columns.sort(Comparator.comparingInt(c -> c.isEmpty() ? sections.size() : sections.indexOf(c.getFirst())));
        return columns;
    }

    private static Node column(List<Section> sections) {
        VBox column = new VBox();
        column.getStyleClass().add("key-column");
        sections.forEach(s -> column.getChildren().add(group(s)));
        return column;
    }

    private static VBox group(Section section) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        for (int i = 0; i < section.rows().size(); i++) {
            Label key = new Label(section.rows().get(i).getFirst());
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label does = new Label(section.rows().get(i).getLast());
            does.setWrapText(true);
            grid.addRow(i, key, does);
        }
        VBox box = new VBox(new SectionTitle(section.title()), grid);
        box.getStyleClass().add("key-group");
        return box;
    }
}
