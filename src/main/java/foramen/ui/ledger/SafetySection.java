package foramen.ui.ledger;

import foramen.domain.safety.SafetyBook.CheckItem;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.safety.SafetyRecord.Anticoagulation;
import foramen.domain.safety.SafetyRecord.CheckAnswer;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.session.Session;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Field;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Before the needle: the checklist, the time-out, what was decided about anticoagulants; then to give, or to stop. */
final class SafetySection extends VBox {
    private static final List<String> FIELDS = List.of("anticoagulant.drug", "anticoagulant.last",
            "anticoagulant.inr", "anticoagulant.platelets", "anticoagulant.decision", "anticoagulant.by");

    private final LedgerViewModel model;
    private final Words words;
    private final VBox items = Parts.tight();
    private final Map<String, CheckRow> rows = new LinkedHashMap<>();
    private final Button timeOut = new Button();
    private final Label timeOutHeld = Parts.note("");
    private final Label timeOutComplaint = Parts.complaint();
    private final VBox anticoagulation;
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Label decided = Parts.note("");
    private final Button give = new Button();
    private final Label kept = Parts.complaint();
    private final VBox stopping = Parts.tight();
    private String session = "";

    SafetySection(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        getStyleClass().add("part");
        timeOut.setText(words.text("safety.timeout"));
        timeOut.setId("time-out");
        timeOut.setMaxWidth(Double.MAX_VALUE);
        timeOut.setOnAction(e -> timeOutComplaint.setText(model.timeOut()));
        anticoagulation = anticoagulation();
        give.setText(words.text("session.give"));
        give.setId("session-give");
        give.getStyleClass().addAll("accent", "give");
        give.setMaxWidth(Double.MAX_VALUE);
        give.setOnAction(e -> kept.setText(model.give()));
        Button stop = new Button(words.text("session.stop"));
        stop.setId("session-stop");
        stop.getStyleClass().add("flat");
        stop.setOnAction(e -> ask(stop, false));
        Button drop = new Button(words.text("session.drop"));
        drop.setId("session-drop");
        drop.getStyleClass().add("flat");
        drop.setOnAction(e -> ask(drop, true));
        getChildren().addAll(new SectionTitle(words.text("safety.checklist")), items,
                new SectionTitle(words.text("safety.timeout.title")), timeOut, timeOutHeld, timeOutComplaint,
                anticoagulation, new SectionTitle(words.text("session.give.title")), atTheNeedle(), give, kept,
                Parts.note(words.text("ledger.promise")), Parts.row(stop, drop), stopping);
    }

    /** What to keep to while injecting, and when to stop; the source on pointing. */
    private VBox atTheNeedle() {
        VBox all = Parts.tight();
        all.setId("at-the-needle");
        model.book().safety().atTheNeedle().forEach(a -> {
            RemarkLabel line = new RemarkLabel();
            line.show(words.said(a.words()), a.citation().source(), Tone.NEUTRAL);
            all.getChildren().add(line);
        });
        return all;
    }

    private VBox anticoagulation() {
        List<Node> columns = new ArrayList<>();
        for (String f : FIELDS) {
            TextField field = new TextField();
            field.setId(f.replace('.', '-'));
            fields.put(f, field);
            columns.add(new Field<>(words.text(f), field));
        }
        Button save = new Button(words.text("anticoagulant.save"));
        save.setId("anticoagulant-save");
        save.setOnAction(e -> {
            List<String> said = fields.values().stream().map(TextField::getText).toList();
            model.anticoagulation(said.get(0), said.get(1), said.get(2), said.get(3), said.get(4), said.get(5));
        });
        return Parts.part(new SectionTitle(words.text("anticoagulant.title")),
                Parts.columns(columns.get(0), columns.get(1)), Parts.columns(columns.get(2), columns.get(3)),
                Parts.columns(columns.get(4), columns.get(5)), save, decided);
    }

    void show(LedgerState.Open open, boolean anticoagulated) {
        Session s = open.session();
        SafetyRecord safety = s.safety();
        if (!s.id().equals(session)) {
            session = s.id();
            rows.clear();
            stopping.getChildren().clear();
            kept.setText("");
            timeOutComplaint.setText("");
            fields.values().forEach(TextField::clear);
        }
        List<Node> shown = new ArrayList<>();
        for (CheckItem item : open.check().before()) {
            CheckRow row = rows.computeIfAbsent(item.id(), id -> new CheckRow(item, false, model));
            row.show(safety.answer(item.id()));
            shown.add(row);
        }
        if (!items.getChildren().equals(shown)) {
            Parts.replace(items, shown);
        }
        timeOutHeld.setText(safety.timeOut().map(t -> words.text("safety.timeout.held", t.by(), model.when(t.at())))
                .orElse(words.text("safety.timeout.how")));
        timeOut.setDisable(safety.timeOut().isPresent());
        anticoagulation.setVisible(anticoagulated);
        anticoagulation.setManaged(anticoagulated);
        decided.setText(safety.anticoagulation().map(this::decision).orElse(""));
        give.setDisable(!open.check().canGive());
        give.setAccessibleHelp(open.check().canGive() ? "" : words.text("session.blocked"));
    }

    private String decision(Anticoagulation a) {
        return words.text("anticoagulant.noted", a.drug(), a.lastDose(), a.decidedBy());
    }

    private void ask(Button asking, boolean nothing) {
        ReasonRow[] row = new ReasonRow[1];
        row[0] = new ReasonRow(words, words.text("session.stop.why"), words.text("session.stop.why"), asking.getText(),
                reason -> model.stop(reason, nothing), () -> stopping.getChildren().clear());
        stopping.getChildren().setAll(
                Parts.note(words.text(nothing ? "session.drop.how" : "session.stop.how")), row[0]);
        row[0].requestFocus();
    }

    /** One item: done, or why it does not apply. */
    static final class CheckRow extends VBox {
        private final Words words;
        private final ChoiceRow<State> states;
        private final TextField why = new TextField();
        private final Label held = Parts.note("");
        private final String name;

        CheckRow(CheckItem item, boolean after, LedgerViewModel model) {
            words = model.words();
            getStyleClass().add("question");
            name = Words.capital(LedgerWords.of(words, item));
            Label label = new Label(name);
            label.setWrapText(true);
            label.getStyleClass().add("item-name");
            why.setPromptText(words.text("safety.why"));
            why.setAccessibleText(words.text("safety.why.name", name));
            why.setOnAction(e -> model.check(item.id(), State.NOT_APPLICABLE, why.getText(), after));
            why.setVisible(false);
            why.setManaged(false);
            states = new ChoiceRow<>(name, List.of(State.DONE, State.NOT_APPLICABLE, State.OPEN),
                    words::of, next -> {
                        boolean reason = next == State.NOT_APPLICABLE;
                        why.setVisible(reason);
                        why.setManaged(reason);
                        if (reason) {
                            why.requestFocus();
                        } else {
                            model.check(item.id(), next, "", after);
                        }
                    });
            states.setId("check-" + item.id());
            getChildren().addAll(label, states, why, held);
        }

        void show(Optional<CheckAnswer> answer) {
            State now = answer.map(CheckAnswer::state).orElse(State.OPEN);
            states.show(now);
            String said = answer.filter(a -> a.state() == State.NOT_APPLICABLE).map(CheckAnswer::note).orElse("");
            held.setText(said);
            held.setManaged(!said.isEmpty());
            getStyleClass().remove("answered");
            if (now != State.OPEN) {
                getStyleClass().add("answered");
                why.setVisible(false);
                why.setManaged(false);
            }
        }
    }
}
