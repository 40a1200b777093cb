package foramen.ui.plan;

import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** On what a plan was made, its codes and what is to be given: the part of its record that no other part shows. */
final class RecordPart extends VBox {
    private static final List<Double> SHARES = List.of(34.0, 66.0);

    private final Words words;

    RecordPart(Words words) {
        this.words = words;
        getStyleClass().add("part");
        setId("plan-record");
    }

    void show(List<PlanState.Fact> facts) {
        List<Node> all = new ArrayList<>();
        all.add(Parts.name(words.text("plan.record")));
        for (PlanState.Fact f : facts) {
            Label value = new Label(f.value());
            value.setWrapText(true);
            all.add(Parts.columns(SHARES, Parts.note(f.name()), value));
        }
        Parts.replace(this, all);
    }
}
