package foramen.ui.plan;

import foramen.domain.anatomy.Laterality;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.IconButton;
import foramen.ui.support.ItemRow;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import foramen.workspace.tool.ToolId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The numbered targets of a plan, the name of the one being looked at, its side and its margin rule. */
final class TargetsPart extends VBox {
    private final PlanViewModel model;
    private final Words words;
    private final VBox list = Parts.tight();
    private final TypedField name;
    private final ChoiceRow<Laterality> side;
    private final ComboBox<PlanState.Choice> rule = new ComboBox<>();
    private final RemarkLabel applied = new RemarkLabel();
    private final Label complaint = Parts.complaint();
    private boolean showing;

    TargetsPart(PlanViewModel model) {
        this.model = model;
        this.words = model.words();
        getStyleClass().add("part");
        name = new TypedField(words.text("plan.target"), model::renameTarget);
        name.setId("plan-target");
        name.setPromptText(words.text("plan.target.prompt"));
        side = new ChoiceRow<>(words.text("plan.side"), List.of(Laterality.LEFT, Laterality.RIGHT), Laterality::letter,
                model.edits()::chooseSide);
        HBox.setHgrow(name, Priority.ALWAYS);
        IconButton delete = new IconButton(Material2OutlinedAL.DELETE, words.text("plan.delete"),
                model.edits()::delete);
        delete.setId("plan-delete");
        list.setId("plan-targets");
        rule.setId("plan-rule");
        rule.setAccessibleText(words.text("plan.rule"));
        rule.setMaxWidth(Double.MAX_VALUE);
        rule.valueProperty().addListener((o, was, now) -> {
            if (!showing && now != null) {
                model.edits().chooseRule(number(), now.id());
            }
        });
        Label title = Parts.name(words.text("plan.targets"));
        title.setWrapText(true);
        side.setMinWidth(USE_PREF_SIZE);
        name.setPrefWidth(0);
        getChildren().addAll(Parts.row(title, Parts.spring(), buttons()), list, complaint,
                Parts.row(name, side, delete), Parts.name(words.text("plan.rule")), rule, applied);
    }

    private int number() {
        return model.state().sheet().map(s -> s.target().number()).orElse(1);
    }

    private Node buttons() {
        IconButton add = new IconButton(Material2OutlinedAL.ADD, words.text("plan.target.add"),
                () -> model.takeFor(ToolId.NEXT_TARGET));
        add.setId("plan-target-add");
        IconButton up = new IconButton(Material2OutlinedAL.ARROW_UPWARD, words.text("plan.target.up"),
                () -> model.moveTarget(-1));
        up.setId("plan-target-up");
        IconButton down = new IconButton(Material2OutlinedAL.ARROW_DOWNWARD, words.text("plan.target.down"),
                () -> model.moveTarget(1));
        down.setId("plan-target-down");
        IconButton remove = new IconButton(Material2OutlinedAL.CLOSE, words.text("plan.target.remove"),
                () -> complaint.setText(model.removeTarget()));
        remove.setId("plan-target-remove");
        HBox all = Parts.row(add, up, down, remove);
        all.setMinWidth(USE_PREF_SIZE);
        return all;
    }

    void show(PlanState.Sheet s) {
        showing = true;
        try {
            Parts.replace(list, s.targets().stream().map(this::row).toList());
            complaint.setText("");
            String subject = s.plan().id() + "/" + s.target().number();
            name.show(subject, s.plan().passes().get(s.target().number() - 1).targetName());
            side.show(s.plan().laterality());
            if (!rule.getItems().equals(s.target().rules())) {
                rule.getItems().setAll(s.target().rules());
            }
            String chosen = s.plan().passes().get(s.target().number() - 1).ruleId();
            rule.setValue(s.target().rules().stream().filter(r -> r.id().equals(chosen)).findFirst()
                    .orElseGet(() -> s.target().rules().getFirst()));
            applied.show(s.target().rule().words(), s.target().rule().source(), s.target().rule().tone());
        } finally {
            showing = false;
        }
    }

    private Node row(PlanState.TargetRow r) {
        Label title = new Label(r.number() + "  " + r.name());
        title.getStyleClass().add("item-name");
        title.setWrapText(true);
        Label site = Parts.note(r.site());
        site.setMinWidth(Region.USE_PREF_SIZE);
        String alarm = r.tone() == Tone.RED
                ? ", " + words.text("plan.target.blocked")
                : r.tone() == Tone.AMBER ? ", " + words.text("plan.target.warned") : "";
        if (r.tone() != Tone.NEUTRAL) {
            title.getStyleClass().add(r.tone() == Tone.RED ? "stop" : "caution");
        }
        return new ItemRow(words, words.text("plan.target.number", r.number()) + ", " + r.name() + ", " + r.site()
                + alarm, r.selected(), () -> model.selectTarget(r.number()), title, Parts.spring(), site);
    }
}
