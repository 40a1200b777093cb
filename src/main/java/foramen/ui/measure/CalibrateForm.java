package foramen.ui.measure;

import foramen.domain.clip.CalibrationVerdict;
import foramen.ui.measure.CalibrateViewModel.LengthUnit;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Field;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form beneath the calibration tool: lengths, what they mean, and the scales that are set. */
final class CalibrateForm extends VBox {
    private final CalibrateViewModel model;
    private final Words words;
    private final Label hint = Parts.note("");
    private final Field<TextField> first;
    private final Field<TextField> second;
    private final Field<TextField> reason;
    private final ChoiceRow<LengthUnit> unit;
    private final RemarkLabel verdict = new RemarkLabel();
    private final Button apply = new Button();
    private final VBox entry;
    private final VBox set = new VBox();

    CalibrateForm(CalibrateViewModel model) {
        this.model = model;
        words = model.words();
        setId("calibrate-form");
        getStyleClass().add("part");
        first = field(words.text("calibrate.first"), "calibrate-first", model.firstLengthProperty());
        second = field(words.text("calibrate.second"), "calibrate-second", model.secondLengthProperty());
        reason = field(words.text("calibrate.reason"), "calibrate-reason", model.reasonProperty());
        unit = new ChoiceRow<>(words.text("unit"), List.of(LengthUnit.values()), LengthUnit::symbol,
                model.unitProperty()::set);
        model.unitProperty().subscribe(unit::show);
        apply.setId("calibrate-apply");
        apply.getStyleClass().add("accent");
        apply.setOnAction(e -> model.apply());
        Button cancel = new Button(words.text("cancel"));
        cancel.setId("calibrate-cancel");
        cancel.setOnAction(e -> model.cancel());
        verdict.setId("calibrate-verdict");
        entry = Parts.part(new SectionTitle(words.text("calibrate.title")), hint,
                Parts.columns(first, second), unit, verdict, reason, Parts.row(apply, cancel));
        set.setId("calibrate-set");
        set.getStyleClass().add("tight");
        getChildren().addAll(entry, set);
        model.stateProperty().subscribe(this::show);
    }

    private Field<TextField> field(String name, String id, StringProperty value) {
        TextField text = new TextField();
        text.setId(id);
        text.textProperty().bindBidirectional(value);
        text.setOnAction(e -> model.apply());
        return new Field<>(name, text);
    }

    private void show(CalibrateState state) {
        Parts.shown(this, state.open());
        Parts.shown(entry, state.drawing());
        hint.setText(switch (state.lines()) {
            case 0 -> words.text("calibrate.draw");
            case 1 -> words.text("calibrate.type");
            default -> words.text("calibrate.type.both");
        });
        Parts.shown(first, state.lines() >= 1);
        Parts.shown(second, state.lines() == 2);
        Parts.shown(unit, state.lines() >= 1);
        first.error(state.complaint());
        Parts.shown(reason, state.needsReason());
        verdict.show(state.verdict().map(v -> words.said(v.words())).orElse(""), "",
                state.verdict().filter(CalibrationVerdict.Ready.class::isInstance).isPresent()
                        ? Tone.NEUTRAL
                        : Tone.AMBER);
        Parts.shown(verdict, state.verdict().isPresent());
        apply.setDisable(!state.canApply());
        apply.setText(state.verdict().filter(v -> !(v instanceof CalibrationVerdict.Ready)).isPresent()
                ? words.text("calibrate.override")
                : words.text("calibrate.use"));
        list(state);
    }

    private void list(CalibrateState state) {
        List<Node> rows = new ArrayList<>();
        if (!state.set().isEmpty()) {
            rows.add(Parts.name(words.text("calibrate.set")));
        }
        for (CalibrateState.Set s : state.set()) {
            Label told = Parts.note(s.words());
            HBox.setHgrow(told, Priority.ALWAYS);
            Button remove = new Button(words.text("calibrate.remove"));
            remove.setAccessibleText(words.text("calibrate.remove.name"));
            remove.setMinWidth(USE_PREF_SIZE);
            remove.setOnAction(e -> model.remove(s.id()));
            rows.add(Parts.row(told, remove));
        }
        Parts.replace(set, rows);
        Parts.shown(set, !rows.isEmpty());
    }
}
