package foramen.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Lays out what stands in the case bar in the room there is. Who and which side stand first and whole in any window. Where
 * room lacks, buttons give up their words, which stay in their tooltips and for a screen reader; where that is not enough,
 * what the case is about goes to a line of its own.
 */
final class BarRows {
    private static final double GAP = 8;

    private final HBox first = row();
    private final HBox second = row();
    private final Region spring = new Region();
    private final List<Node> who;
    private final List<Node> about;
    private final List<Node> buttons;
    private final List<Button> wordy;
    private boolean words = true;

    /**
     * @param who stands first, always
     * @param about goes to a second line where there is no room for it
     * @param buttons stand last on the first line
     * @param wordy those of them that can do without their words
     */
    BarRows(List<Node> who, List<Node> about, List<Node> buttons, List<Button> wordy) {
        this.who = List.copyOf(who);
        this.about = List.copyOf(about);
        this.buttons = List.copyOf(buttons);
        this.wordy = List.copyOf(wordy);
        HBox.setHgrow(spring, Priority.ALWAYS);
        wordy.forEach(b -> b.setMinWidth(Region.USE_PREF_SIZE));
        second.managedProperty().bind(second.visibleProperty());
        arrange(false);
    }

    private static HBox row() {
        HBox row = new HBox(GAP);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The line that is always there. */
    HBox first() {
        return first;
    }

    /** The line for what has no room on the first; hidden while it has. */
    HBox second() {
        return second;
    }

    /**
     * Lays out for {@code width}; what can stay as it is, is left alone.
     *
     * @return whether the number of lines is another now
     */
    boolean fit(double width) {
        double labels = wordy.stream().mapToDouble(BarRows::label).sum();
        double least = sum(who) + sum(buttons) - (words ? labels : 0);
        boolean oneLine = least + sum(about) <= width;
        boolean changes = oneLine == second.isVisible();
        show(least + labels + (oneLine ? sum(about) : 0) <= width);
        if (changes) {
            arrange(!oneLine);
        }
        return changes;
    }

    private static double sum(List<Node> nodes) {
        return nodes.stream().filter(Node::isManaged).mapToDouble(n -> n.prefWidth(-1) + GAP).sum();
    }

    /** How much wider a button is by its words. */
    private static double label(Button button) {
        Text text = new Text(button.getText());
        text.setFont(button.getFont());
        return Math.ceil(text.getLayoutBounds().getWidth() + button.getGraphicTextGap());
    }

    private void show(boolean withWords) {
        words = withWords;
        wordy.forEach(b -> b.setContentDisplay(withWords ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    private void arrange(boolean below) {
        second.getChildren().clear();
        first.getChildren().clear();
        first.getChildren().addAll(who);
        (below ? second : first).getChildren().addAll(about);
        first.getChildren().add(spring);
        first.getChildren().addAll(buttons);
        second.setVisible(below);
    }
}
