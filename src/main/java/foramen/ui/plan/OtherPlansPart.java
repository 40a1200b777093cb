package foramen.ui.plan;

import foramen.ui.support.ItemRow;
import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import foramen.workspace.tool.ToolId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The plans of the case's other clips, and the needles of theirs that were seen on the clip in view. */
final class OtherPlansPart extends VBox {
    private final PlanViewModel model;
    private final Words words;

    OtherPlansPart(PlanViewModel model) {
        this.model = model;
        this.words = model.words();
        getStyleClass().add("part");
        setId("plan-elsewhere");
    }

    void show(List<PlanState.Elsewhere> plans) {
        setVisible(!plans.isEmpty());
        setManaged(!plans.isEmpty());
        List<Node> all = new ArrayList<>();
        if (!plans.isEmpty()) {
            all.add(Parts.name(words.text("plan.elsewhere")));
            all.add(Parts.note(words.text("plan.elsewhere.hint")));
        }
        for (PlanState.Elsewhere p : plans) {
            all.add(new ItemRow(words, p.name() + ", " + p.clip(), p.selected(), () -> model.hold(p.planId()),
                    Parts.tight(name(p), Parts.note(p.clip()))));
            p.seen().forEach(r -> all.add(new SeenBox(r, p.targets(), model.editsOf(p.planId()), words)));
            if (p.selected()) {
                all.add(buttons(p));
            }
        }
        Parts.replace(this, all);
    }

    private static Label name(PlanState.Elsewhere p) {
        Label name = new Label(p.name());
        name.getStyleClass().add("item-name");
        return name;
    }

    private Node buttons(PlanState.Elsewhere p) {
        Button needle = new Button(words.text("plan.seen.mark"));
        needle.setId("plan-elsewhere-mark");
        needle.setOnAction(e -> model.takeFor(p.planId(), ToolId.NEEDLE_SEEN));
        Button spread = new Button(words.text("plan.seen.outline"));
        spread.setId("plan-elsewhere-spread");
        spread.setOnAction(e -> model.takeFor(p.planId(), ToolId.SPREAD));
        return Parts.row(needle, spread);
    }
}
