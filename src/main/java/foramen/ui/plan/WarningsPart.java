package foramen.ui.plan;

import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the plan is warned of, each with its source, and overridden only with a typed reason. */
final class WarningsPart extends VBox {
    private final PlanViewModel model;
    private final Words words;
    /** Reasons being typed, so that they outlast a repaint. */
    private final Map<String, String> drafts = new HashMap<>();
    private Optional<String> shown = Optional.empty();
    private List<PlanState.WarningRow> rows = List.of();

    WarningsPart(PlanViewModel model) {
        this.model = model;
        this.words = model.words();
        getStyleClass().add("part");
        setId("plan-warnings");
    }

    void show(PlanState.Sheet s) {
        if (shown.filter(s.plan().id()::equals).isPresent() && rows.equals(s.warnings())) {
            return;
        }
        if (shown.filter(s.plan().id()::equals).isEmpty()) {
            drafts.clear();
        }
        shown = Optional.of(s.plan().id());
        rows = s.warnings();
        List<Node> all = new ArrayList<>();
        all.add(Parts.name(words.text("plan.warnings")));
        if (rows.isEmpty()) {
            all.add(Parts.note(words.text("plan.warnings.none")));
        }
        rows.forEach(r -> all.add(row(r)));
        Parts.replace(this, all);
    }

    private Node row(PlanState.WarningRow r) {
        RemarkLabel said = new RemarkLabel();
        said.show(r.words(), r.source(), r.tone());
        VBox box = Parts.tight(said);
        box.getStyleClass().add("plan-warning");
        if (!r.source().isEmpty() && !r.words().contains(r.source())) {
            box.getChildren().add(Parts.note(r.source()));
        }
        r.override().ifPresentOrElse(o -> {
            String by = o.author().isBlank() ? words.text("plan.override.nobody") : o.author();
            box.getChildren().add(Parts.note(words.text("plan.overridden", by, o.reason())));
            Button back = new Button(words.text("plan.override.back"));
            back.getStyleClass().add("flat");
            back.setAccessibleText(words.text("plan.override.back") + ": " + r.words());
            back.setOnAction(e -> model.edits().takeBack(o));
            box.getChildren().add(back);
        }, () -> box.getChildren().add(reason(r)));
        return box;
    }

    /** Enter or the button overrides; leaving the field never does: half a reason is none. */
    private Node reason(PlanState.WarningRow r) {
        String key = r.warning().code() + "/" + r.warning().target() + "/" + r.warning().subject();
        TextField field = new TextField(drafts.getOrDefault(key, ""));
        field.setAccessibleText(words.text("plan.override.for", r.words()));
        field.setPromptText(words.text("plan.override.prompt"));
        field.getStyleClass().add("override-reason");
        field.textProperty().addListener((o, was, now) -> drafts.put(key, now));
        HBox.setHgrow(field, Priority.ALWAYS);
        Label complaint = Parts.complaint();
        Runnable act = () -> {
            String refused = model.edits().override(r.warning(), field.getText());
            complaint.setText(refused);
            if (refused.isEmpty()) {
                drafts.remove(key);
            }
        };
        Button override = new Button(words.text("plan.override"));
        override.setMinWidth(USE_PREF_SIZE);
        override.setAccessibleText(words.text("plan.override") + ": " + r.words());
        override.setOnAction(e -> act.run());
        field.setOnAction(e -> act.run());
        return Parts.tight(Parts.row(field, override), complaint);
    }
}
