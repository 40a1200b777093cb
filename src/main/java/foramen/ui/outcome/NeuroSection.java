package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.NeuroFinding;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The neurological findings on the side that is examined, each graded on its own scale. */
final class NeuroSection extends VBox {
    private static final int NONE = -1;

    private final AssessViewModel model;
    private final Words words;
    private final Map<NeuroFinding.Item, ChoiceRow<Integer>> grades = new EnumMap<>(NeuroFinding.Item.class);
    private final Map<NeuroFinding.Item, Label> names = new EnumMap<>(NeuroFinding.Item.class);

    NeuroSection(AssessViewModel model) {
        this.model = model;
        words = model.words();
        VBox rows = Parts.tight(Parts.note(words.text("neuro.scales")));
        for (NeuroFinding.Item item : NeuroFinding.Item.values()) {
            rows.getChildren().add(row(item));
        }
        TitledPane pane = new TitledPane(words.text("neuro.title"), rows);
        pane.setId("neuro-form");
        pane.setExpanded(false);
        getChildren().add(pane);
    }

    private Node row(NeuroFinding.Item item) {
        List<Integer> options = IntStream.rangeClosed(NONE, item.most()).boxed().toList();
        ChoiceRow<Integer> choice = new ChoiceRow<>(words.of(item), options, g -> g == NONE ? "–" : g.toString(),
                g -> model.findings().grade(item, g == NONE ? OptionalInt.empty() : OptionalInt.of(g)));
        choice.setId("neuro-" + item.id());
        choice.getStyleClass().add("dense");
        choice.setMinWidth(USE_PREF_SIZE);
        Label name = new Label(words.of(item));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        grades.put(item, choice);
        names.put(item, name);
        return Parts.row(name, choice);
    }

    void show(AssessState state) {
        state.neuro().forEach(r -> {
            ChoiceRow<Integer> choice = grades.get(r.item());
            Label name = names.get(r.item());
            if (choice != null && name != null) {
                choice.show(r.grade().orElse(NONE));
                choice.setDisable(r.side() == Laterality.UNSPECIFIED);
                name.getStyleClass().setAll(r.abnormal() ? List.of("label", "words", "amber") : List.of("label"));
            }
        });
    }
}
