package foramen.ui.outcome;

import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.PainState;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Pain by instrument and state, typed. */
final class PainSection extends VBox {
    private record Key(Instrument instrument, PainState state) {}

    private final Map<Key, TypedField> fields = new LinkedHashMap<>();
    private final Label complaint = Parts.complaint();

    PainSection(AssessViewModel model) {
        Words words = model.words();
        getStyleClass().add("part");
        complaint.setId("pain-complaint");
        GridPane grid = Parts.columns(java.util.List.of(38.0, 28.0, 34.0), new Label(),
                new Label(words.text("pain.nrs")),
                new Label(words.text("pain.vas")));
        grid.setVgap(4);
        grid.getChildren().forEach(n -> n.getStyleClass().add("field-name"));
        int at = 0;
        for (PainState s : PainState.values()) {
            at++;
            Label state = new Label(Words.capital(words.of(s)));
            state.setWrapText(true);
            state.setMinHeight(USE_PREF_SIZE);
            grid.add(state, 0, at);
            for (Instrument i : java.util.List.of(Instrument.NRS, Instrument.VAS)) {
                TypedField field = new TypedField(words.text("pain.field", i.label(), words.of(s)),
                        t -> model.typePain(i, s, t));
                field.setId("pain-" + i.id() + "-" + s.id());
                field.setPromptText(i.unit());
                field.onSettled(this::complain);
                fields.put(new Key(i, s), field);
                grid.add(field, i == Instrument.NRS ? 1 : 2, at);
            }
        }
        getChildren().addAll(new SectionTitle(words.text("pain.title")), grid, complaint,
                Parts.note(words.text("pain.note")));
    }

    void show(AssessState state) {
        state.pain().forEach(p -> {
            TypedField field = fields.get(new Key(p.instrument(), p.state()));
            if (field != null) {
                field.show(state.head().subject(), p.value());
            }
        });
        complain();
    }

    /**
     * Gives the keyboard to the first pain. Twice, since the window takes it to the picture once, when the button that
     * asked for this has gone with its page.
     */
    void wanted() {
        fields.values().stream().findFirst().ifPresent(f -> Platform.runLater(() -> {
            f.requestFocus();
            Platform.runLater(f::requestFocus);
        }));
    }

    private void complain() {
        complaint.setText(fields.values().stream().map(TypedField::complaint).filter(c -> !c.isEmpty()).findFirst()
                .orElse(""));
    }
}
