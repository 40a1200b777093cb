package foramen.ui.plan;

import foramen.ui.support.IconButton;
import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import foramen.workspace.tool.ToolId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The needle as it was seen in the procedure, beside what was planned. */
final class SeenPart extends VBox {
    private static final List<Double> SHARES = List.of(42.0, 18.0, 40.0);

    private final PlanViewModel model;
    private final Words words;
    private final Node buttons;

    SeenPart(PlanViewModel model) {
        this.model = model;
        this.words = model.words();
        getStyleClass().add("part");
        setId("plan-seen");
        Button needle = new Button(words.text("plan.seen.mark"));
        needle.setId("plan-seen-mark");
        needle.setOnAction(e -> model.takeFor(ToolId.NEEDLE_SEEN));
        Button spread = new Button(words.text("plan.seen.outline"));
        spread.setId("plan-seen-spread");
        spread.setOnAction(e -> model.takeFor(ToolId.SPREAD));
        buttons = Parts.row(needle, spread);
    }

    void show(PlanState.Sheet s) {
        List<Node> all = new ArrayList<>();
        all.add(Parts.name(words.text("plan.seen")));
        if (s.seen().isEmpty()) {
            all.add(Parts.note(words.text("plan.seen.none")));
        }
        s.seen().forEach(r -> all.add(seen(r, s)));
        all.add(buttons);
        Parts.replace(this, all);
    }

    private Node seen(PlanState.SeenRow r, PlanState.Sheet s) {
        Label title = new Label(r.title());
        title.getStyleClass().add("item-name");
        IconButton remove = new IconButton(Material2OutlinedAL.DELETE, words.text("plan.seen.remove"),
                () -> model.edits().removeSeen(r.index()));
        VBox box = Parts.tight(Parts.row(title, Parts.spring(), remove));
        if (s.targets().size() > 1) {
            box.getChildren().add(target(r, s));
        }
        if (!r.rows().isEmpty()) {
            box.getChildren().add(Parts.columns(SHARES, Parts.note(""), Parts.note(words.text("plan.seen.planned")),
                    Parts.note(words.text("plan.seen.actual"))));
        }
        for (PlanState.Compared c : r.rows()) {
            Label seen = new Label(c.seen());
            seen.getStyleClass().add("number-value");
            box.getChildren().add(Parts.columns(SHARES, Parts.note(c.name()), new Label(c.planned()), seen));
        }
        if (!r.spread().isEmpty()) {
            box.getChildren().add(Parts.note(r.spread()));
        }
        return box;
    }

    private Node target(PlanState.SeenRow r, PlanState.Sheet s) {
        ComboBox<Integer> which = new ComboBox<>();
        which.getItems().setAll(s.targets().stream().map(PlanState.TargetRow::number).toList());
        which.setValue(s.plan().detail().actual().get(r.index()).targetNumber());
        which.setAccessibleText(words.text("plan.seen.target"));
        which.valueProperty().addListener((o, was, now) -> model.edits().chooseSeenTarget(r.index(), now));
        return Parts.row(Parts.note(words.text("plan.seen.target")), Parts.spring(), which);
    }
}
