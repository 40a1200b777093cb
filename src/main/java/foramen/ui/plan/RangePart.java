package foramen.ui.plan;

import foramen.domain.plan.FrameRange;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Over which frames the worst case is taken. */
final class RangePart extends VBox {
    private final TypedField first;
    private final TypedField last;
    private final RemarkLabel remark = new RemarkLabel();
    private final Label complaint = Parts.complaint();
    private final PlanViewModel model;
    private Optional<FrameRange> shown = Optional.empty();

    RangePart(PlanViewModel model) {
        this.model = model;
        Words words = model.words();
        getStyleClass().add("part");
        first = field(words.text("plan.worst.first"), "plan-worst-first");
        last = field(words.text("plan.worst.last"), "plan-worst-last");
        first.onSettled(() -> complaint.setText(first.complaint()));
        last.onSettled(() -> complaint.setText(last.complaint()));
        Button all = new Button(words.text("plan.worst.all"));
        all.setId("plan-worst-all");
        all.setOnAction(e -> complaint.setText(model.wholeClip()));
        Button off = new Button(words.text("plan.worst.none"));
        off.setId("plan-worst-none");
        off.setOnAction(e -> complaint.setText(model.edits().typeRange("", "")));
        getChildren().addAll(Parts.name(words.text("plan.worst")), Parts.row(first, last),
                Parts.row(all, off), complaint, remark);
    }

    private TypedField field(String name, String id) {
        TypedField field = new TypedField(name, t -> typed(id, t));
        field.setId(id);
        field.setPromptText(name);
        field.setPrefWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    /** One end alone makes a range with the other end as it was, else with itself. */
    private String typed(String id, String text) {
        boolean isFirst = id.equals("plan-worst-first");
        if (text.isEmpty()) {
            return model.edits().typeRange("", "");
        }
        String other = shown.map(r -> Integer.toString((isFirst ? r.last() : r.first()) + 1)).orElse(text);
        return isFirst ? model.edits().typeRange(text, other) : model.edits().typeRange(other, text);
    }

    void show(PlanState.Sheet s) {
        shown = s.plan().detail().range();
        String id = s.plan().id();
        first.show(id, shown.map(r -> Integer.toString(r.first() + 1)).orElse(""));
        last.show(id, shown.map(r -> Integer.toString(r.last() + 1)).orElse(""));
        remark.show(s.range().words(), s.range().source(), s.range().tone());
    }
}
