package foramen.ui.ledger;

import foramen.ui.support.Chip;
import foramen.ui.support.Parts;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A recorded line, and the place where it is voided with a typed reason. */
final class LedgerLine extends VBox {
    private final LedgerState.Line line;
    private final LedgerViewModel model;
    private final Words words;

    /** Shows {@code line}. */
    LedgerLine(LedgerState.Line line, LedgerViewModel model) {
        this.line = line;
        this.model = model;
        words = model.words();
        getStyleClass().addAll("ledger-line", "tight");
        boolean counts = line.voided().isEmpty();
        Label what = new Label(line.what());
        what.setWrapText(true);
        what.getStyleClass().add(counts ? "item-name" : "struck");
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox head = Parts.row(what);
        getChildren().addAll(head, Parts.note(line.when() + " · " + line.details()));
        if (counts) {
            Button voiding = new Button(words.text("ledger.void"));
            voiding.getStyleClass().addAll("flat", "small");
            voiding.setMinWidth(USE_PREF_SIZE);
            voiding.setAccessibleText(words.text("ledger.void.name", line.what()));
            voiding.setOnAction(e -> askWhy(voiding));
            head.getChildren().add(voiding);
        } else {
            getStyleClass().add("line-voided");
            head.getChildren().add(new Chip(words.text("ledger.voided"), Tone.NEUTRAL));
            getChildren().add(Parts.note(line.voided()));
        }
        setAccessibleText(line.what() + ", " + line.when() + ", " + line.details() + " " + line.voided());
    }

    private void askWhy(Button voiding) {
        voiding.setDisable(true);
        ReasonRow[] row = new ReasonRow[1];
        row[0] = new ReasonRow(words, words.text("ledger.why"), words.text("ledger.why.name", line.what()),
                words.text("ledger.void.confirm"), reason -> model.voidLine(line.id(), reason), () -> {
                    getChildren().remove(row[0]);
                    voiding.setDisable(false);
                    voiding.requestFocus();
                });
        getChildren().add(row[0]);
        row[0].requestFocus();
    }
}
