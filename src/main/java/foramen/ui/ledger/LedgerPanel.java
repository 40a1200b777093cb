package foramen.ui.ledger;

import foramen.domain.injection.Alert;
import foramen.ui.support.EmptyState;
import foramen.ui.support.Icons;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
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
    private final LedgerViewModel model;
    private final Words words;
    private final LedgerForm form;
    private final VBox alerts = new VBox();
    private final Button record;
    private final Label confirmation = new Label();
    private final VBox lines = new VBox();
    private final VBox totals = new VBox();
    private final Page page = new Page();

    /** Shows {@code model}. */
    public LedgerPanel(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        record = new Button(words.text("ledger.record"));
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
            page.show(new SectionTitle(words.text("ledger.title")), new EmptyState(Material2OutlinedAL.ASSIGNMENT,
                    words.text("ledger.empty")), Parts.note(words.text("ledger.promise")));
            return;
        }
        form.show(state.form());
        showAlerts(state.form());
        record.setDisable(state.form().blocked());
        record.setAccessibleHelp(state.form().blocked() ? words.text("ledger.blocked") : "");
        confirmation.setText(state.confirmation());
        confirmation.setManaged(!state.confirmation().isEmpty());
        showLines(state);
        List<Node> parts = new ArrayList<>(List.of(new SectionTitle(words.text("ledger.form")), form, alerts,
                Parts.part(record, confirmation, Parts.note(words.text("ledger.promise"))),
                Parts.part(new SectionTitle(words.text("ledger.lines")), lines)));
        if (!state.totals().isEmpty()) {
            parts.add(totals);
        }
        page.show(parts.toArray(Node[]::new));
    }

    private void showAlerts(LedgerState.Form f) {
        alerts.getChildren().setAll(f.alerts().stream().filter(a -> !saidByBanner(a, f)).map(this::alert)
                .toList());
        if (!f.offLabel().isEmpty()) {
            alerts.getChildren().add(box(f.offLabel(), words.text("ledger.offlabel.source"), Tone.AMBER));
        }
        alerts.setManaged(!alerts.getChildren().isEmpty());
    }

    /** The off-label sentence stands from the moment the product is chosen; the rules say it again with the line. */
    private boolean saidByBanner(Alert alert, LedgerState.Form f) {
        return words.said(alert.message()).equals(f.offLabel());
    }

    private Node alert(Alert alert) {
        return box(words.said(alert.message()), words.said(alert.source()),
                alert.severity() == Alert.Severity.STOP ? Tone.RED : Tone.AMBER);
    }

    private Node box(String sentence, String source, Tone tone) {
        RemarkLabel said = new RemarkLabel();
        said.show(sentence, "", tone);
        VBox text = new VBox(said);
        if (!source.isEmpty()) {
            text.getChildren().add(Parts.note(words.text("source", source)));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        boolean stop = tone == Tone.RED;
        HBox box = new HBox(Icons.of(stop ? Material2OutlinedMZ.REPORT : Material2OutlinedMZ.WARNING,
                stop ? "red" : "amber"), text);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().addAll("alert", stop ? "red" : "amber");
        box.setAccessibleText(words.text(stop ? "alert.stop" : "alert.caution", sentence));
        return box;
    }

    private void showLines(LedgerState state) {
        lines.getChildren().setAll(state.lines().stream().map(l -> (Node) new LedgerLine(l, model)).toList());
        if (state.lines().isEmpty()) {
            lines.getChildren().setAll(Parts.note(words.text("ledger.nothing")));
        }
        totals.getChildren().setAll(Parts.note(words.text("ledger.total")));
        state.totals().forEach(t -> totals.getChildren().add(new Label(t)));
    }
}
