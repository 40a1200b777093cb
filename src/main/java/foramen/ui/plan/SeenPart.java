package foramen.ui.plan;

import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import foramen.workspace.tool.ToolId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The needle as it was seen in the procedure, beside what was planned. */
final class SeenPart extends VBox {
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
        s.seen().forEach(r -> all.add(new SeenBox(r, s.targets().size(), model.edits(), words)));
        all.add(buttons);
        Parts.replace(this, all);
    }
}
