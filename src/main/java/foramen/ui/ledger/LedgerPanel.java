package foramen.ui.ledger;

import foramen.domain.injection.Alert;
import foramen.ui.support.EmptyState;
import foramen.ui.support.Icons;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The inspector's page of what was injected. */
public final class LedgerPanel extends BorderPane {
    private static final String PROMISE = "A record of what was given. Foramen never prescribes.";

    private final LedgerViewModel model;
    private final LedgerForm form;
    private final VBox alerts = new VBox();
    private final Button record = new Button("Record injection");
    private final Label confirmation = new Label();
    private final VBox lines = new VBox();
    private final VBox totals = new VBox();
    private final Page page = new Page();

    /** Shows {@code model}. */
    public LedgerPanel(LedgerViewModel model) {
        this.model = model;
        this.form = new LedgerForm(model);
        setId("ledger-panel");
        alerts.getStyleClass().add("part");
        lines.getStyleClass().add("part");
        totals.getStyleClass().add("tight");
        record.setId("ledger-record");
        record.getStyleClass().add("accent");
        record.setMaxWidth(Double.MAX_VALUE);
        record.setOnAction(e -> {
            if (!model.record()) {
                form.focusFirstProblem();
            }
        });
        confirmation.getStyleClass().add("note");
        confirmation.setWrapText(true);
        confirmation.setId("ledger-confirmation");
        setCenter(page);
        model.stateProperty().addListener((o, was, now) -> show(now));
        show(model.state());
    }

    private void show(LedgerState state) {
        if (!state.caseOpen()) {
            page.show(new SectionTitle("Ledger"), new EmptyState(Material2OutlinedAL.ASSIGNMENT,
                    "Open a clip first; what was injected is recorded in its case."), Parts.note(PROMISE));
            return;
        }
        form.show(state.form());
        showAlerts(state.form());
        record.setDisable(state.form().blocked());
        record.setAccessibleHelp(state.form().blocked() ? "Blocked: see the alerts above." : "");
        confirmation.setText(state.confirmation());
        confirmation.setManaged(!state.confirmation().isEmpty());
        showLines(state);
        List<Node> parts = new ArrayList<>(List.of(new SectionTitle("Record an injection"), form, alerts,
                Parts.part(record, confirmation, Parts.note(PROMISE)),
                Parts.part(new SectionTitle("Ledger of this case"), lines)));
        if (!state.totals().isEmpty()) {
            parts.add(totals);
        }
        page.show(parts.toArray(Node[]::new));
    }

    private void showAlerts(LedgerState.Form f) {
        alerts.getChildren().setAll(f.alerts().stream().filter(a -> !saidByBanner(a, f)).map(LedgerPanel::alert)
                .toList());
        if (!f.offLabel().isEmpty()) {
            alerts.getChildren().add(box(f.offLabel(), "product labels", Tone.AMBER));
        }
        alerts.setManaged(!alerts.getChildren().isEmpty());
    }

    /** The off-label sentence stands from the moment the product is chosen; the rules say it again with the line. */
    private static boolean saidByBanner(Alert alert, LedgerState.Form f) {
        return alert.message().equals(f.offLabel());
    }

    private static Node alert(Alert alert) {
        return box(alert.message(), alert.source(), alert.severity() == Alert.Severity.STOP ? Tone.RED : Tone.AMBER);
    }

    private static Node box(String sentence, String source, Tone tone) {
        RemarkLabel words = new RemarkLabel();
        words.show(sentence, "", tone);
        VBox text = new VBox(words);
        if (!source.isEmpty()) {
            text.getChildren().add(Parts.note("Source: " + source));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        boolean stop = tone == Tone.RED;
        HBox box = new HBox(Icons.of(stop ? Material2OutlinedMZ.REPORT : Material2OutlinedMZ.WARNING,
                stop ? "red" : "amber"), text);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().addAll("alert", stop ? "red" : "amber");
        box.setAccessibleText((stop ? "Stop: " : "Caution: ") + sentence);
        return box;
    }

    private void showLines(LedgerState state) {
        lines.getChildren().setAll(state.lines().stream().map(l -> (Node) new LedgerLine(l, model)).toList());
        if (state.lines().isEmpty()) {
            lines.getChildren().setAll(Parts.note("Nothing recorded yet. Lines stay for good; a wrong one is voided."));
        }
        totals.getChildren().setAll(Parts.note("Total in this case"));
        state.totals().forEach(t -> totals.getChildren().add(new Label(t)));
    }
}
