package foramen.ui.outcome;

import foramen.domain.assessment.CareEvent;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.ItemWords;
import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Where an event is filled in and recorded. */
final class EventForm extends VBox {
    private final ComboBox<CareEvent.Kind> kind = new ComboBox<>();
    private final TextField what = new TextField();
    private final TextField when = new TextField();
    private final ChoiceRow<Integer> grade;
    private final Node gradeBox;
    private final CheckBox returned;
    private final Label complaint = Parts.complaint();
    private boolean showing;

    EventForm(FollowUpViewModel model) {
        Words words = model.words();
        getStyleClass().add("part");
        kind.setId("event-kind");
        kind.setAccessibleText(words.text("event.kind"));
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.getItems().setAll(CareEvent.Kind.values());
        kind.setConverter(new ItemWords<>(words::of));
        kind.setOnAction(e -> {
            CareEvent.Kind chosen = kind.getValue();
            if (!showing && chosen != null) {
                model.chooseKind(chosen);
            }
        });
        what.setId("event-what");
        what.setAccessibleText(words.text("event.what"));
        what.textProperty().addListener((o, was, now) -> {
            if (!showing) {
                model.typeWhat(now);
            }
        });
        when.setId("event-when");
        when.setAccessibleText(words.text("event.when"));
        when.setPromptText(words.text("event.when.now"));
        when.textProperty().addListener((o, was, now) -> {
            if (!showing) {
                model.typeWhen(now);
            }
        });
        grade = new ChoiceRow<>(words.text("event.grade"), List.of(1, 2, 3, 4, 5), String::valueOf,
                model::chooseGrade);
        grade.setId("event-grade");
        gradeBox = Parts.tight(Parts.name(words.text("event.grade")), grade);
        returned = new CheckBox(words.text("event.forpain"));
        returned.setId("event-return");
        returned.setOnAction(e -> model.returnOfPain(returned.isSelected()));
        Button record = new Button(words.text("event.record"));
        record.setId("event-record");
        record.setOnAction(e -> model.record());
        what.setOnAction(e -> record.fire());
        getChildren().addAll(Parts.tight(Parts.name(words.text("event.kind")), kind),
                Parts.columns(Parts.tight(Parts.name(words.text("event.what")), what),
                        Parts.tight(Parts.name(words.text("event.when")), when)),
                gradeBox, returned, complaint, record);
    }

    void show(FollowUpState.EventDraft draft) {
        showing = true;
        kind.setValue(draft.kind());
        if (!what.getText().equals(draft.what())) {
            what.setText(draft.what());
        }
        if (!when.getText().equals(draft.when())) {
            when.setText(draft.when());
        }
        grade.show(draft.grade().orElse(null));
        Parts.shown(gradeBox, draft.kind() == CareEvent.Kind.ADVERSE_EVENT);
        returned.setSelected(draft.forReturnOfPain());
        Parts.shown(returned, draft.kind().isIntervention());
        complaint.setText(draft.complaint());
        showing = false;
    }
}
