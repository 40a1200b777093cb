package foramen.ui.ledger;

import foramen.domain.injection.Alert.Severity;
import foramen.domain.session.Session;
import foramen.domain.session.rules.SessionCheck;
import foramen.ui.support.Chip;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.EmptyState;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The inspector's page of a session: planned, checked, given, and what was given before. */
public final class LedgerPanel extends BorderPane {
    private static final double GAP = 4;

    private final LedgerViewModel model;
    private final Words words;
    private final Label title = new Label();
    private final FlowPane chips = new FlowPane(GAP, GAP);
    private final RemarkLabel verdict = new RemarkLabel();
    private final Label said = Parts.note("");
    private final ChoiceRow<LedgerPart> leaves;
    private final VBox head;
    private final TypedField operator;
    private final ComboBox<Named<String>> profile = new ComboBox<>();
    private final VBox who;
    private final StartSection start;
    private final SyringeSection syringes;
    private final PortionSection portions;
    private final FiguresSection figures;
    private final PatientSection patient;
    private final ElsewhereSection elsewhere;
    private final AlertSection alerts;
    private final SafetySection safety;
    private final AfterSection after;
    private final VBox lines = Parts.part();
    private final VBox totals = Parts.tight();
    private final Page page = new Page();
    private boolean showing;

    /**
     * Shows {@code model}.
     *
     * @param zone the clinic's time zone
     * @param last shows the card about systemic toxicity
     */
    public LedgerPanel(LedgerViewModel model, ZoneId zone, Runnable last) {
        this.model = model;
        words = model.words();
        setId("ledger-panel");
        start = new StartSection(model);
        syringes = new SyringeSection(model);
        portions = new PortionSection(model);
        figures = new FiguresSection(words);
        patient = new PatientSection(model);
        elsewhere = new ElsewhereSection(model);
        alerts = new AlertSection(model);
        safety = new SafetySection(model);
        after = new AfterSection(model, new LedgerWords(words, zone));
        operator = new TypedField(words.text("ledger.operator"), t -> {
            model.work().operator(t);
            return "";
        });
        operator.setId("session-operator");
        operator.setPromptText(words.text("ledger.operator.prompt"));
        profile.setId("session-profile");
        profile.setAccessibleText(words.text("session.profile"));
        profile.setMaxWidth(Double.MAX_VALUE);
        model.book().limits().profiles().forEach(p -> profile.getItems().add(new Named<>(p.id(), p.name())));
        profile.valueProperty().addListener((o, was, now) -> {
            if (!showing && now != null) {
                model.work().chooseProfile(now.item());
            }
        });
        leaves = new ChoiceRow<>(words.text("ledger.leaf"), List.of(LedgerPart.values()), words::of,
                p -> model.partProperty().set(p));
        leaves.setId("ledger-leaves");
        leaves.getStyleClass().add("leaves");
        who = Parts.part(new SectionTitle(words.text("session.who")),
                Parts.columns(Parts.tight(Parts.name(words.text("ledger.operator")), operator),
                        Parts.tight(Parts.name(words.text("session.profile")), profile)));
        head = head(last);
        setTop(head);
        setCenter(page);
        model.stateProperty().addListener((o, was, now) -> show());
        model.partProperty().addListener((o, was, now) -> {
            page.setVvalue(0);
            show();
        });
        show();
    }

    private VBox head(Runnable last) {
        title.getStyleClass().add("ledger-title");
        title.setWrapText(true);
        title.setId("session-title");
        said.setId("ledger-said");
        verdict.setId("session-verdict");
        Button card = new Button(words.text("last.open"));
        card.setId("last-open");
        card.getStyleClass().addAll("flat", "small");
        card.setMinWidth(USE_PREF_SIZE);
        card.setAccessibleText(words.text("last.title"));
        card.setOnAction(e -> last.run());
        VBox box = new VBox(Parts.row(title, Parts.spring(), card), chips, verdict, said, leaves);
        box.getStyleClass().add("ledger-head");
        return box;
    }

    private void show() {
        LedgerState state = model.state();
        leaves.show(model.partProperty().get());
        head.setVisible(state.caseOpen());
        head.setManaged(state.caseOpen());
        if (!state.caseOpen()) {
            page.show(new SectionTitle(words.text("ledger.title")), new EmptyState(Material2OutlinedAL.ASSIGNMENT,
                    words.text("ledger.empty")), Parts.note(words.text("ledger.promise")));
            return;
        }
        showing = true;
        try {
            showHead(state);
            page.show(switch (model.partProperty().get()) {
                case MIXTURE -> mixture(state);
                case PATIENT -> patient(state);
                case ALERTS -> alerts(state);
                case SAFETY -> safety(state);
                case RECORD -> record(state);
            });
        } finally {
            showing = false;
        }
    }

    private void showHead(LedgerState state) {
        Optional<LedgerState.Open> open = state.open();
        title.setText(open.map(o -> o.protocol().map(p -> LedgerWords.of(words, p))
                .orElse(words.text("session.free"))).orElse(words.text("ledger.title")));
        List<Node> shown = new ArrayList<>();
        open.ifPresent(o -> {
            Session s = o.session();
            shown.add(new Chip(Words.capital(words.said(s.course().words())), Tone.ACCENT));
            shown.add(new Chip(Words.capital(words.of(s.side())), Tone.NEUTRAL));
            o.protocol().ifPresent(p -> {
                if (p.offLabel()) {
                    shown.add(new Chip(words.text("session.offlabel"), Tone.AMBER));
                }
                shown.add(new Chip(words.of(p.citation().confidence()), Tone.NEUTRAL));
            });
        });
        chips.getChildren().setAll(shown);
        chips.setManaged(!shown.isEmpty());
        open.ifPresentOrElse(this::showVerdict, () -> verdict.show("", "", Tone.NEUTRAL));
        said.setText(state.said());
        said.setManaged(!state.said().isEmpty());
    }

    private void showVerdict(LedgerState.Open open) {
        long stops = open.blocking(Severity.STOP);
        long unknown = open.blocking(Severity.CANNOT_CHECK);
        verdict.show(stops + unknown == 0
                ? words.text("session.ready")
                : words.text("session.notready", stops, unknown), SessionCheck.PROMISE,
                stops > 0 ? Tone.RED : unknown > 0 ? Tone.AMBER : Tone.ACCENT);
    }

    private Node[] mixture(LedgerState state) {
        if (state.open().isEmpty()) {
            start.show(state);
            return new Node[]{start, Parts.note(words.text("ledger.promise"))};
        }
        LedgerState.Open open = state.open().get();
        operator.show(open.session().id(), open.session().operator());
        String chosen = open.session().profileId();
        profile.setValue(profile.getItems().stream().filter(p -> p.item().equals(chosen)).findFirst()
                .orElse(profile.getItems().isEmpty() || !chosen.isBlank() ? null : profile.getItems().getFirst()));
        syringes.show(open);
        portions.show(open);
        figures.show(open.check().totals());
        return new Node[]{syringes, portions, figures, who};
    }

    private Node[] patient(LedgerState state) {
        patient.show(state);
        elsewhere.show(state);
        return new Node[]{patient, elsewhere};
    }

    private Node[] alerts(LedgerState state) {
        if (state.open().isEmpty()) {
            return new Node[]{Parts.note(words.text("session.none"))};
        }
        alerts.show(state.open().get().check());
        return new Node[]{alerts, Parts.note(words.said(SessionCheck.PROMISE))};
    }

    private Node[] safety(LedgerState state) {
        List<Node> parts = new ArrayList<>();
        state.open().ifPresent(o -> {
            safety.show(o, model.book().safety().bleeding().medicines().stream()
                    .anyMatch(state.risks().present()::contains));
            parts.add(safety);
        });
        state.last().ifPresent(o -> {
            after.show(o);
            parts.add(after);
        });
        if (parts.isEmpty()) {
            parts.add(Parts.note(words.text("session.none")));
        }
        return parts.toArray(Node[]::new);
    }

    private Node[] record(LedgerState state) {
        lines.getChildren().setAll(new SectionTitle(words.text("ledger.lines")));
        state.lines().forEach(l -> lines.getChildren().add(new LedgerLine(l, model)));
        if (state.lines().isEmpty()) {
            lines.getChildren().add(Parts.note(words.text("ledger.nothing")));
        }
        totals.getChildren().setAll(Parts.note(words.text("ledger.total")));
        state.totals().forEach(t -> totals.getChildren().add(new Label(t)));
        totals.setVisible(!state.totals().isEmpty());
        return new Node[]{lines, totals, Parts.note(words.text("ledger.promise"))};
    }
}
