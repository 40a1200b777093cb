package foramen.ui.ledger;

import foramen.domain.injection.Alert;
import foramen.domain.injection.Alert.Overriding;
import foramen.domain.injection.Alert.Severity;
import foramen.domain.safety.SafetyRecord.Overrule;
import foramen.domain.session.rules.SessionCheck;
import foramen.ui.support.Chip;
import foramen.ui.support.Icons;
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
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The alerts as they stand, the gravest first: where each comes from, and its override with a typed reason. */
final class AlertSection extends VBox {
    private final LedgerViewModel model;
    private final Words words;
    /** A box stays while its alert does, so that a reason being typed is not lost when another alert goes. */
    private final Map<Shown, Box> boxes = new LinkedHashMap<>();

    /** What a box shows. */
    private record Shown(Alert alert, Optional<Overrule> overrule) {}

    AlertSection(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        getStyleClass().add("part");
    }

    void show(SessionCheck check) {
        List<Shown> all = check.alerts().stream().map(a -> new Shown(a, check.override(a))).toList();
        boxes.keySet().retainAll(all);
        List<Node> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            List<Shown> some = all.stream().filter(s -> s.alert().severity() == severity).toList();
            if (!some.isEmpty()) {
                parts.add(new SectionTitle(words.of(severity) + " (" + some.size() + ")"));
                some.forEach(s -> parts.add(boxes.computeIfAbsent(s, Box::new)));
            }
        }
        if (all.isEmpty()) {
            parts.add(Parts.note(words.text("alerts.none")));
        }
        if (!getChildren().equals(parts)) {
            Parts.replace(this, parts);
        }
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case STOP -> Tone.RED;
            case CANNOT_CHECK, CAUTION -> Tone.AMBER;
            case NOTE -> Tone.NEUTRAL;
        };
    }

    private final class Box extends HBox {
        private final VBox text = Parts.tight();

        Box(Shown shown) {
            Alert alert = shown.alert();
            boolean passed = shown.overrule().isPresent();
            Tone tone = passed ? Tone.NEUTRAL : tone(alert.severity());
            String sentence = words.said(alert.message());
            RemarkLabel said = new RemarkLabel();
            said.show(sentence, "", tone);
            text.getChildren().add(said);
            shown.overrule().ifPresent(o -> text.getChildren()
                    .addAll(new Chip(words.text("alerts.overridden"), Tone.NEUTRAL),
                            Parts.note(words.text("alerts.overridden.why", o.by(), o.reason()))));
            text.getChildren().add(buttons(shown, sentence));
            HBox.setHgrow(text, Priority.ALWAYS);
            setAlignment(Pos.TOP_LEFT);
            getStyleClass().add("alert");
            setId("alert-" + alert.id());
            if (tone != Tone.NEUTRAL) {
                getStyleClass().add(tone == Tone.RED ? "red" : "amber");
            }
            getChildren().addAll(Icons.of(switch (alert.severity()) {
                case STOP -> Material2OutlinedMZ.REPORT;
                case CANNOT_CHECK -> Material2OutlinedAL.HELP_OUTLINE;
                case CAUTION -> Material2OutlinedMZ.WARNING;
                case NOTE -> Material2OutlinedAL.INFO;
            }, tone == Tone.NEUTRAL ? "muted" : tone == Tone.RED ? "red" : "amber"), text);
            setAccessibleText(words.of(alert.severity()) + ": " + sentence);
        }

        private Node buttons(Shown shown, String sentence) {
            Alert alert = shown.alert();
            HBox row = Parts.row();
            Button source = small(words.text("alerts.source"), words.text("alerts.source") + ": " + sentence);
            Label citation = Parts.note(words.said(alert.source()) + "\n"
                    + words.text("alerts.rule", alert.id(), alert.version()));
            source.setOnAction(e -> {
                if (!text.getChildren().remove(citation)) {
                    text.getChildren().add(citation);
                }
            });
            row.getChildren().add(source);
            if (alert.blocks() && shown.overrule().isEmpty()) {
                if (alert.overriding() == Overriding.WITH_REASON) {
                    Button override = small(words.text("alerts.override"),
                            words.text("alerts.override") + ": " + sentence);
                    override.getStyleClass().add("alert-override");
                    override.setOnAction(e -> ask(alert, sentence, override));
                    row.getChildren().add(override);
                } else {
                    row.getChildren().add(Parts.note(words.text("alerts.never")));
                }
            }
            return row;
        }

        private Button small(String label, String name) {
            Button button = new Button(label);
            button.getStyleClass().addAll("flat", "small");
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(name);
            return button;
        }

        private void ask(Alert alert, String sentence, Button override) {
            override.setDisable(true);
            ReasonRow[] row = new ReasonRow[1];
            row[0] = new ReasonRow(words, words.text("alerts.why"), words.text("alerts.why.name", sentence),
                    words.text("alerts.override.confirm"), reason -> model.overrule(alert, reason), () -> {
                        text.getChildren().remove(row[0]);
                        override.setDisable(false);
                        override.requestFocus();
                    });
            text.getChildren().add(row[0]);
            row[0].requestFocus();
        }
    }
}
