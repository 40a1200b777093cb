package foramen.ui.outcome;

import foramen.domain.assessment.VisitWindow;
import foramen.ui.support.EmptyState;
import foramen.ui.support.IconButton;
import foramen.ui.support.ItemWords;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The inspector's page where a visit is written. */
public final class AssessPanel extends BorderPane {
    private static final int WHEN_COLUMNS = 10;

    private final AssessViewModel model;
    private final Words words;
    private final Page page = new Page();
    private final ComboBox<AssessState.VisitChoice> visits = new ComboBox<>();
    private final ComboBox<VisitWindow> window;
    private final TypedField when;
    private final TypedField note;
    private final Label whenError = Parts.complaint();
    private final IconButton remove;
    private final FlagSection flags;
    private final PainSection pain;
    private final TestSection tests;
    private final HipSection hip;
    private final NeuroSection neuro;
    private final Node head;
    private final Node notes;
    private final List<Node> parts;
    private boolean showing;

    /** Shows {@code model}. */
    public AssessPanel(AssessViewModel model) {
        this.model = model;
        words = model.words();
        setId("assess-panel");
        window = new ComboBox<>(FXCollections.observableArrayList(model.windows()));
        when = new TypedField(words.text("assess.when"), model::typeTime);
        note = new TypedField(words.text("assess.note"), t -> {
            model.note(t);
            return "";
        });
        remove = new IconButton(Material2OutlinedAL.DELETE, words.text("assess.remove"), model::remove);
        remove.setId("visit-remove");
        flags = new FlagSection(model);
        pain = new PainSection(model);
        tests = new TestSection(model);
        hip = new HipSection(model);
        neuro = new NeuroSection(model);

        head = head();
        note.setId("visit-note");
        notes = Parts.tight(Parts.name(words.text("assess.note")), note);
        parts = parts();
        setCenter(page);
        model.stateProperty().subscribe(this::show);
        model.painWantedProperty().addListener((o, was, now) -> {
            page.setVvalue(0);
            pain.wanted();
        });
    }

    private Node head() {
        visits.setId("visit-choice");
        visits.setAccessibleText(words.text("assess.visit"));
        visits.setMaxWidth(Double.MAX_VALUE);
        visits.setOnAction(e -> {
            AssessState.VisitChoice chosen = visits.getValue();
            if (!showing && chosen != null) {
                model.choose(chosen.id());
            }
        });
        HBox.setHgrow(visits, Priority.ALWAYS);
        window.setId("visit-window");
        window.setAccessibleText(words.text("assess.window"));
        window.setMaxWidth(Double.MAX_VALUE);
        window.setConverter(new ItemWords<>(w -> AssessWords.window(words, w)));
        window.setOnAction(e -> {
            VisitWindow chosen = window.getValue();
            if (!showing && chosen != null) {
                model.chooseWindow(chosen);
            }
        });
        when.setId("visit-when");
        when.onSettled(() -> whenError.setText(when.complaint()));
        when.setPrefColumnCount(WHEN_COLUMNS);
        when.setMinWidth(USE_PREF_SIZE);
        // Beside one another where both fit: in large targets a date that is cut off would be read wrongly.
        return Parts.part(Parts.row(visits, remove), new FlowPane(8, 8,
                Parts.tight(Parts.name(words.text("assess.when")), when),
                Parts.tight(Parts.name(words.text("assess.window")), window)), whenError);
    }

    private void show(AssessState state) {
        if (!state.caseOpen()) {
            page.show(new SectionTitle(words.text("assess.title")),
                    new EmptyState(Material2OutlinedAL.ACCESSIBILITY, words.text("assess.empty")));
            return;
        }
        showing = true;
        AssessState.VisitChoice now = state.visits().stream().filter(v -> v.id().equals(state.head().id())).findFirst()
                .orElse(state.visits().getFirst());
        if (!visits.getItems().equals(state.visits())) {
            visits.getItems().setAll(state.visits());
        }
        visits.setValue(now);
        window.setValue(state.head().window());
        showing = false;
        when.show(state.head().subject(), state.head().when());
        note.show(state.head().subject(), state.head().note());
        remove.setDisable(!state.head().recorded());
        flags.show(state.flags());
        pain.show(state);
        tests.show(state);
        hip.show(state);
        neuro.show(state);
        page.show(parts.toArray(Node[]::new));
    }

    private List<Node> parts() {
        List<Node> all = new ArrayList<>();
        all.add(new SectionTitle(words.text("assess.title")));
        model.state().complaints().forEach(c -> {
            RemarkLabel complaint = new RemarkLabel();
            complaint.show(words.said(c), "", Tone.AMBER);
            all.add(complaint);
        });
        all.addAll(List.of(head, flags, pain, tests, hip, neuro, notes));
        return all;
    }
}
