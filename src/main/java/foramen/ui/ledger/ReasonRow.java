package foramen.ui.ledger;

import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks in place for a typed reason; Escape takes the question back. */
final class ReasonRow extends VBox {
    private final TextField reason = new TextField();

    /**
     * @param words what the window says
     * @param prompt what stands in the empty field
     * @param name what the reason is for, for those who cannot see it
     * @param confirmed what the button says
     * @param confirm takes the reason; answers with one sentence why not, or with nothing
     * @param close takes the row away
     */
    ReasonRow(Words words, String prompt, String name, String confirmed, Function<String, String> confirm,
            Runnable close) {
        getStyleClass().add("tight");
        reason.setPromptText(prompt);
        reason.setAccessibleText(name);
        reason.getStyleClass().add("reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button go = new Button(confirmed);
        go.getStyleClass().add("reason-confirm");
        go.setMinWidth(USE_PREF_SIZE);
        Button keep = new Button(words.text("cancel"));
        keep.getStyleClass().add("flat");
        keep.setMinWidth(USE_PREF_SIZE);
        Label complaint = Parts.complaint();
        Runnable done = () -> complaint.setText(confirm.apply(reason.getText()));
        go.setOnAction(e -> done.run());
        reason.setOnAction(e -> done.run());
        keep.setOnAction(e -> close.run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close.run();
                e.consume();
            }
        });
        getChildren().addAll(reason, Parts.row(go, keep), complaint);
    }

    @Override
    public void requestFocus() {
        reason.requestFocus();
    }
}
