package foramen.ui.support;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The small pieces that pages are put together from, so that all pages have the same grain. */
public final class Parts {
    private static final double GAP = 8;
    private static final double WHOLE = 100;

    private Parts() {}

    /** Shows {@code node}, or takes it away with the room it takes. */
    public static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** Things that belong together, one below the other. */
    public static VBox part(Node... nodes) {
        return styled("part", nodes);
    }

    /** The same, closer together. */
    public static VBox tight(Node... nodes) {
        return styled("tight", nodes);
    }

    private static VBox styled(String styleClass, Node... nodes) {
        VBox part = new VBox();
        part.getChildren().addAll(Arrays.asList(nodes));
        part.getStyleClass().add(styleClass);
        return part;
    }

    /** Things beside one another at their own widths. */
    public static HBox row(Node... nodes) {
        HBox row = new HBox();
        row.getChildren().addAll(Arrays.asList(nodes));
        row.getStyleClass().add("row");
        return row;
    }

    /** Things beside one another that share the width alike. */
    public static GridPane columns(Node... nodes) {
        return columns(Collections.nCopies(nodes.length, WHOLE / nodes.length), nodes);
    }

    /**
     * Things beside one another that share the width unequally.
     *
     * @param percent the share of each, together 100
     */
    public static GridPane columns(List<Double> percent, Node... nodes) {
        GridPane grid = new GridPane();
        grid.setHgap(GAP);
        for (double share : percent) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        RowConstraints top = new RowConstraints();
        top.setValignment(VPos.TOP);
        grid.getRowConstraints().add(top);
        grid.addRow(0, nodes);
        return grid;
    }

    /** The small name above a control or a list. */
    public static Label name(String words) {
        Label name = new Label(words);
        name.getStyleClass().add("field-name");
        return name;
    }

    /** A small, quiet sentence. */
    public static Label note(String words) {
        Label note = new Label(words);
        note.getStyleClass().add("note");
        note.setWrapText(true);
        return note;
    }

    /** The small red sentence beneath a control; takes no room while it is empty. */
    public static Label complaint() {
        Label complaint = new Label();
        complaint.getStyleClass().add("field-error");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        complaint.visibleProperty().bind(complaint.managedProperty());
        return complaint;
    }

    /**
     * Puts {@code nodes} in the place of what {@code pane} holds. The keyboard stays at the same place of the list: left
     * to itself it would jump to the first field of the window, and the next shortcut would be typed there.
     */
    public static void replace(Pane pane, List<? extends Node> nodes) {
        int focused = -1;
        for (int i = 0; i < pane.getChildren().size(); i++) {
            if (pane.getChildren().get(i).isFocusWithin()) {
                focused = i;
            }
        }
        if (focused >= 0 && !nodes.isEmpty()) {
            // Before the old ones go, so that the keyboard is never without a place.
            Node next = nodes.get(Math.min(focused, nodes.size() - 1));
            if (!pane.getChildren().contains(next)) {
                pane.getChildren().add(next);
            }
            next.requestFocus();
        }
        pane.getChildren().setAll(nodes);
    }

    /** Takes the room that is left in a row. */
    public static Region spring() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
