package foramen.ui.outcome;

import foramen.domain.outcome.DueVisit;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.ui.support.Chip;
import foramen.ui.support.EmptyState;
import foramen.ui.support.IconButton;
import foramen.ui.support.ItemWords;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The inspector's page of what came of the case. */
public final class FollowUpPanel extends BorderPane {
    private final FollowUpViewModel model;
    private final Words words;
    private final Page page = new Page();
    private final VBox cards = Parts.part();
    private final TimeCourseChart chart;
    private final VBox legend = Parts.tight();
    private final VBox due = Parts.tight();
    private final ComboBox<Optional<FollowUpSchedule.Protocol>> protocol = new ComboBox<>();
    private final VBox events = Parts.tight();
    private final EventForm form;
    private final List<Node> parts;
    private FollowUpState.Chart charted = new FollowUpState.Chart(List.of(), List.of());
    private boolean showing;

    /** Shows {@code model}. */
    public FollowUpPanel(FollowUpViewModel model) {
        this.model = model;
        words = model.words();
        setId("follow-panel");
        chart = new TimeCourseChart(words);
        form = new EventForm(model);
        Button add = new Button(words.text("follow.add"));
        add.setId("follow-add");
        add.getStyleClass().add("accent");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(e -> model.addVisit(Optional.empty()));
        Button registry = new Button(words.text("follow.registry"));
        registry.setId("follow-registry");
        registry.setMinWidth(USE_PREF_SIZE);
        registry.setOnAction(e -> model.openRegistry());
        protocol.setId("follow-protocol");
        protocol.setAccessibleText(words.text("follow.protocol"));
        protocol.setMaxWidth(Double.MAX_VALUE);
        protocol.setConverter(names());
        protocol.setOnAction(e -> {
            Optional<FollowUpSchedule.Protocol> chosen = protocol.getValue();
            if (!showing && chosen != null) {
                model.chooseProtocol(chosen.map(FollowUpSchedule.Protocol::id).orElse(""));
            }
        });
        parts = List.of(new SectionTitle(words.text("follow.title")), new FlowPane(8, 8, add, registry),
                Parts.part(new SectionTitle(words.text("follow.due")), due,
                        Parts.tight(Parts.name(words.text("follow.protocol")), protocol)),
                Parts.part(new SectionTitle(words.text("follow.outcome")), cards),
                Parts.part(new SectionTitle(words.text("follow.course")), chart, legend),
                Parts.part(new SectionTitle(words.text("follow.events")), events, form));
        setCenter(page);
        model.stateProperty().subscribe(this::show);
    }

    private ItemWords<Optional<FollowUpSchedule.Protocol>> names() {
        return new ItemWords<>(p -> p.map(q -> words.ofFile("Protocol." + q.id(), q.name()))
                .orElse(words.text("follow.own")));
    }

    private void show(FollowUpState state) {
        if (!state.caseOpen()) {
            page.show(new SectionTitle(words.text("follow.title")),
                    new EmptyState(Material2OutlinedAL.EVENT, words.text("follow.empty"),
                            EmptyState.action(words.text("follow.registry"), model::openRegistry)));
            return;
        }
        cards.getChildren().setAll(state.procedures().isEmpty()
                ? List.of(Parts.note(words.text("follow.noprocedure")))
                : state.procedures().stream().map(FollowUpPanel::card).toList());
        showChart(state.chart());
        Parts.replace(due, state.due().isEmpty()
                ? List.of(Parts.note(words.text("follow.nodue")))
                : state.due().stream().map(this::due).toList());
        showing = true;
        List<Optional<FollowUpSchedule.Protocol>> all = new ArrayList<>(List.of(Optional.empty()));
        state.protocols().forEach(p -> all.add(Optional.of(p)));
        if (!protocol.getItems().equals(all)) {
            protocol.setItems(FXCollections.observableArrayList(all));
        }
        protocol.setValue(state.protocols().stream().filter(p -> p.id().equals(state.protocolId())).findFirst());
        showing = false;
        Parts.replace(events, state.events().stream().map(this::event).toList());
        form.show(state.draft());
        page.show(parts.toArray(Node[]::new));
    }

    private void showChart(FollowUpState.Chart next) {
        if (next.equals(charted) && !legend.getChildren().isEmpty()) {
            return;
        }
        charted = next;
        chart.show(next);
        chart.setVisible(!next.series().isEmpty());
        chart.setManaged(!next.series().isEmpty());
        List<Node> said = new ArrayList<>();
        next.marks().forEach(m -> said.add(Parts.note(m.number() + "  " + m.words())));
        next.series().forEach(s -> said.add(Parts.note(s.words())));
        if (said.isEmpty()) {
            said.add(Parts.note(words.text("follow.nocourse")));
        }
        legend.getChildren().setAll(said);
    }

    private static Node card(FollowUpState.ProcedureCard c) {
        Label title = new Label(c.title());
        title.setWrapText(true);
        title.getStyleClass().add("outcome-title");
        VBox card = Parts.tight(title);
        card.getStyleClass().add("outcome-card");
        c.lines().forEach(l -> {
            RemarkLabel line = new RemarkLabel();
            line.show(l.words(), l.source(), switch (l.sense()) {
                case PLAIN -> Tone.NEUTRAL;
                case GOOD -> Tone.ACCENT;
                case CAUTION -> Tone.AMBER;
            });
            card.getChildren().add(line);
        });
        return card;
    }

    private Node due(FollowUpState.DueRow d) {
        Chip state = new Chip(d.stateWords(), switch (d.state()) {
            case DUE -> Tone.ACCENT;
            case OVERDUE -> Tone.AMBER;
            case UPCOMING, MISSED, DONE -> Tone.NEUTRAL;
        });
        Label said = new Label(d.words());
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = Parts.row(said, state);
        row.setAlignment(Pos.CENTER_LEFT);
        if (d.state() == DueVisit.State.DUE || d.state() == DueVisit.State.OVERDUE) {
            IconButton add = new IconButton(Material2OutlinedAL.ADD, words.text("follow.add.for", d.words()),
                    () -> model.addVisit(Optional.of(d.window())));
            add.setId("due-add-" + d.window().id());
            row.getChildren().add(add);
        }
        return row;
    }

    private Node event(FollowUpState.EventRow e) {
        Label said = new Label(e.words());
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        return Parts.row(said, new IconButton(Material2OutlinedAL.DELETE, words.text("event.remove", e.words()),
                () -> model.remove(e.id())));
    }
}
