package foramen.app.window;

import foramen.ui.support.Theme;
import foramen.ui.support.Words;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** What is shown where the planner cannot start: one sentence and a way out, instead of nothing. */
final class StartFailure {
    private StartFailure() {}

    static void show(Stage stage, @Nullable Throwable cause, Runnable closed, Words words, Supplier<String> report) {
        String sentence = cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
        Label title = new Label(words.text("start.title"));
        title.getStyleClass().add("title-3");
        Label reason = new Label(sentence);
        reason.setWrapText(true);
        Label nothing = new Label(words.text("start.unchanged"));
        Button close = new Button(words.text("close"));
        close.setDefaultButton(true);
        close.setOnAction(e -> stage.hide());
        Button copy = new Button(words.text("action.diagnostics"));
        copy.setId("diagnostics");
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(report.get());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(words.text("start.copied"));
        });
        VBox box = new VBox(16, title, reason, nothing, new HBox(8, close, copy));
        box.setPadding(new Insets(32));
        box.setAlignment(Pos.CENTER_LEFT);
        Scene scene = new Scene(box, 640, 320);
        Theme.dark().apply(scene);
        stage.setScene(scene);
        stage.setTitle("Foramen");
        stage.setOnHidden(e -> closed.run());
        stage.show();
    }
}
