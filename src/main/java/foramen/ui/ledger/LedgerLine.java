package foramen.ui.ledger;

import foramen.ui.support.Chip;
import foramen.ui.support.Parts;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
        getChildren().add(head);
        getChildren().add(Parts.note(line.when() + " · " + line.details()));
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
        TextField reason = new TextField();
        reason.setPromptText(words.text("ledger.why"));
        reason.setAccessibleText(words.text("ledger.why.name", line.what()));
        reason.getStyleClass().add("void-reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button confirm = new Button(words.text("ledger.void.confirm"));
        confirm.setMinWidth(USE_PREF_SIZE);
        Button keep = new Button(words.text("ledger.keep"));
        keep.getStyleClass().add("flat");
        keep.setMinWidth(USE_PREF_SIZE);
        Label complaint = Parts.complaint();
        HBox row = Parts.row(reason, confirm, keep);
        Runnable close = () -> {
            getChildren().removeAll(row, complaint);
            voiding.setDisable(false);
            voiding.requestFocus();
        };
        Runnable confirmed = () -> {
            complaint.setText(model.voidLine(line.id(), reason.getText()));
        };
        confirm.setOnAction(e -> confirmed.run());
        reason.setOnAction(e -> confirmed.run());
        keep.setOnAction(e -> close.run());
        row.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close.run();
                e.consume();
            }
        });
        getChildren().addAll(row, complaint);
        reason.requestFocus();
    }
}
