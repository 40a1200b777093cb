package foramen.ui.outcome;

import foramen.ui.outcome.AssessState.Answer;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The red-flag questions, each not asked, no or yes. One that is there stands out red and says what to do. */
final class FlagSection extends VBox {
    private final AssessViewModel model;
    private final Words words;
    private final RemarkLabel summary = new RemarkLabel();
    private final VBox alert = new VBox(summary);
    private final Button rest;
    private final VBox rows = Parts.tight();
    private final Map<String, ChoiceRow<Answer>> choices = new HashMap<>();
    private final Map<String, Label> names = new HashMap<>();

    FlagSection(AssessViewModel model) {
        this.model = model;
        words = model.words();
        getStyleClass().add("part");
        summary.setId("flags-summary");
        rest = new Button(words.text("flags.rest"));
        rest.setId("flags-rest");
        rest.setOnAction(e -> model.answerRestNo());
        getChildren().addAll(new SectionTitle(words.text("flags.title"), rest), alert, rows);
    }

    void show(AssessState.Flags flags) {
        summary.show(flags.summary(), "", flags.stop() ? Tone.RED : flags.complete() ? Tone.NEUTRAL : Tone.AMBER);
        alert.getStyleClass().setAll(flags.stop() ? List.of("alert", "red") : List.of());
        rest.setDisable(flags.complete());
        if (choices.size() != flags.rows().size()) {
            List<Node> made = new ArrayList<>();
            flags.rows().forEach(r -> made.add(row(r)));
            rows.getChildren().setAll(made);
        }
        flags.rows().forEach(r -> {
            ChoiceRow<Answer> choice = choices.get(r.id());
            Label name = names.get(r.id());
            if (choice != null && name != null) {
                choice.show(r.answer());
                choice.getStyleClass().setAll("choice-row", r.answer().name().toLowerCase(Locale.ROOT));
                name.getStyleClass().setAll(r.answer() == Answer.YES
                        ? List.of("label", "words", "red")
                        : List.of("label", "words"));
            }
        });
    }

    private Node row(AssessState.FlagRow r) {
        ChoiceRow<Answer> choice = new ChoiceRow<>(r.words(), List.of(Answer.values()), words::of,
                a -> model.answer(r.id(), a));
        choice.setId("flag-" + r.id());
        choice.setMinWidth(USE_PREF_SIZE);
        Label name = new Label(r.words());
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip(r.source()));
        HBox.setHgrow(name, Priority.ALWAYS);
        choices.put(r.id(), choice);
        names.put(r.id(), name);
        HBox row = Parts.row(name, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("flag-row");
        return row;
    }
}
