package foramen.ui.plan;

import foramen.ui.support.IconButton;
import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One needle as seen: what was planned against what was seen. */
final class SeenBox extends VBox {
    private static final List<Double> SHARES = List.of(36.0, 22.0, 42.0);

    /**
     * @param r the needle
     * @param targets how many targets its plan has
     * @param edits of that plan
     */
    SeenBox(PlanState.SeenRow r, int targets, PlanEdits edits, Words words) {
        getStyleClass().add("tight");
        Label title = new Label(r.title());
        title.getStyleClass().add("item-name");
        title.setWrapText(true);
        IconButton remove = new IconButton(Material2OutlinedAL.DELETE, words.text("plan.seen.remove"),
                () -> edits.removeSeen(r.index()));
        getChildren().add(Parts.row(title, Parts.spring(), remove));
        if (targets > 1) {
            getChildren().add(target(r, targets, edits, words));
        }
        if (!r.rows().isEmpty()) {
            getChildren().add(Parts.columns(SHARES, new Label(), Parts.note(words.text("plan.seen.planned")),
                    Parts.note(words.text("plan.seen.actual"))));
        }
        for (PlanState.Compared c : r.rows()) {
            Label seen = new Label(c.seen());
            seen.getStyleClass().add("number-value");
            // Too deep or too shallow is never cut off.
            seen.setWrapText(true);
            getChildren().add(Parts.columns(SHARES, Parts.note(c.name()), new Label(c.planned()), seen));
        }
        if (!r.spread().isEmpty()) {
            getChildren().add(Parts.note(r.spread()));
        }
    }

    private static Node target(PlanState.SeenRow r, int targets, PlanEdits edits, Words words) {
        ComboBox<Integer> which = new ComboBox<>();
        which.getItems().setAll(IntStream.rangeClosed(1, targets).boxed().toList());
        which.setValue(r.target());
        which.setAccessibleText(words.text("plan.seen.target"));
        which.valueProperty().addListener((o, was, now) -> edits.chooseSeenTarget(r.index(), now));
        return Parts.row(Parts.note(words.text("plan.seen.target")), Parts.spring(), which);
    }
}
