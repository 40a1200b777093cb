package foramen.ui.ledger;

import foramen.domain.safety.SafetyBook.CheckItem;
import foramen.domain.safety.SafetyBook.ComplicationKind;
import foramen.domain.safety.SafetyBook.Minutes;
import foramen.domain.safety.SafetyRecord.Complication;
import foramen.domain.safety.SafetyRecord.Observation;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.session.Course;
import foramen.domain.session.Session;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Field;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** After the newest session that is over: its checklist, the observation, and what happened. */
final class AfterSection extends VBox {
    private final LedgerViewModel model;
    private final Words words;
    private final LedgerWords lines;
    private final SectionTitle title = new SectionTitle("");
    private final Button next = new Button();
    private final VBox items = Parts.tight();
    private final Map<String, SafetySection.CheckRow> rows = new LinkedHashMap<>();
    private final ChoiceRow<State> leg;
    private final Label observed = Parts.note("");
    private final VBox happened = Parts.tight();
    private final ComboBox<Named<ComplicationKind>> kind = new ComboBox<>();
    private final TextField note = new TextField();
    private State legStrength = State.OPEN;
    private String session = "";

    AfterSection(LedgerViewModel model, LedgerWords lines) {
        this.model = model;
        this.lines = lines;
        words = model.words();
        getStyleClass().add("part");
        setId("after");
        Minutes minutes = model.book().safety().observationMinutes();
        leg = new ChoiceRow<>(words.text("after.leg"), List.of(State.DONE, State.OPEN),
                s -> words.text(s == State.DONE ? "after.leg.strong" : "after.leg.open"), this::legStrength);
        Button begin = new Button(words.text("after.begin"));
        begin.setId("observe-begin");
        begin.setOnAction(e -> model.observe(false, legStrength, ""));
        Button end = new Button(words.text("after.end"));
        end.setId("observe-end");
        end.setOnAction(e -> model.observe(true, legStrength, ""));
        model.book().safety().complications().forEach(
                k -> kind.getItems().add(new Named<>(k, words.ofFile("Complication." + k.id(), k.name()))));
        kind.setId("complication-kind");
        note.setId("complication-note");
        Button add = new Button(words.text("after.complication.add"));
        add.setId("complication-add");
        add.setOnAction(e -> Optional.ofNullable(kind.getValue()).ifPresent(k -> {
            model.complication(k.item().id(), note.getText());
            note.clear();
        }));
        next.setId("session-next");
        next.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(title, items, Parts.name(words.text("after.observation", minutes.from(), minutes.to())),
                leg, Parts.row(begin, end), observed, Parts.name(words.text("after.complications")), happened,
                Parts.columns(new Field<>(words.text("after.complication"), kind),
                        new Field<>(words.text("note"), note)),
                add, next);
    }

    private void legStrength(State next) {
        legStrength = next;
        leg.show(next);
    }

    void show(LedgerState.Open open) {
        Session s = open.session();
        if (!s.id().equals(session)) {
            session = s.id();
            rows.clear();
            legStrength(s.safety().observation().map(Observation::legStrength).orElse(State.OPEN));
        }
        title.setText(words.text("after.title", words.said(s.course().words())));
        showNext(open);
        List<Node> shown = new ArrayList<>();
        for (CheckItem item : open.check().after()) {
            SafetySection.CheckRow row = rows.computeIfAbsent(item.id(),
                    id -> new SafetySection.CheckRow(item, true, model));
            row.show(s.safety().answer(item.id()));
            shown.add(row);
        }
        if (!items.getChildren().equals(shown)) {
            Parts.replace(items, shown);
        }
        observed.setText(s.safety().observation()
                .map(o -> o.until().isPresent()
                        ? words.text("after.observed", lines.when(o.from()), lines.when(o.until().get()))
                        : words.text("after.observed.from", lines.when(o.from())))
                .orElse(words.text("after.observed.none")));
        List<Node> events = new ArrayList<>(s.safety().complications().stream().map(this::event).toList());
        happened.getChildren().setAll(events.isEmpty() ? List.of(Parts.note(words.text("after.nothing"))) : events);
    }

    /** The way on within a course, where nothing is planned yet. */
    private void showNext(LedgerState.Open open) {
        Course course = open.session().course();
        boolean goesOn = open.protocol().isPresent() && course.number() < course.of()
                && model.work().planned().isEmpty() && !open.session().aliquots().isEmpty();
        next.setVisible(goesOn);
        next.setManaged(goesOn);
        next.setText(words.text("session.next", course.number() + 1, course.of()));
        next.setOnAction(e -> {
            model.begin(open.protocol());
            model.partProperty().set(LedgerPart.MIXTURE);
        });
    }

    private Node event(Complication c) {
        String name = model.book().safety().complications().stream().filter(k -> k.id().equals(c.kindId())).findFirst()
                .map(k -> words.ofFile("Complication." + k.id(), k.name())).orElse(c.kindId());
        return Parts.note(lines.when(c.noticed()) + " · " + name + (c.note().isEmpty() ? "" : ", " + c.note())
                + (c.by().isEmpty() ? "" : " · " + c.by()));
    }
}
