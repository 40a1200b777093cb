package foramen.app.window;

import foramen.domain.casefile.StoreException;
import foramen.domain.casefile.StoreLock;
import foramen.ui.support.Theme;
import foramen.ui.support.Words;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Asks for the passphrase of encrypted records, as often as it takes. */
final class PassphrasePage {
    private final StoreLock lock;
    private final Words words;
    private final Runnable opened;
    private final PasswordField field = new PasswordField();
    private final Label said = new Label();
    private final Button open;

    private PassphrasePage(StoreLock lock, Words words, Runnable opened) {
        this.lock = lock;
        this.words = words;
        this.opened = opened;
        this.open = new Button(words.text("passphrase.open"));
    }

    /**
     * Shows the page.
     *
     * @param opened called on the window's thread once the records can be read
     * @param givenUp called where the window is closed instead
     */
    static void show(Stage stage, StoreLock lock, Words words, Runnable opened, Runnable givenUp) {
        PassphrasePage page = new PassphrasePage(lock, words, opened);
        Scene scene = new Scene(page.content(stage), 640, 320);
        Theme.dark().apply(scene);
        stage.setScene(scene);
        stage.setTitle("Foramen");
        stage.setOnHidden(e -> givenUp.run());
        stage.show();
        page.field.requestFocus();
    }

    private VBox content(Stage stage) {
        Label title = new Label(words.text("passphrase.title"));
        title.getStyleClass().add("title-3");
        Label name = new Label(words.text("passphrase.field"));
        name.setLabelFor(field);
        field.setId("passphrase");
        field.setAccessibleText(words.text("passphrase.field"));
        said.setId("passphrase-said");
        said.setWrapText(true);
        open.setDefaultButton(true);
        open.disableProperty().bind(field.textProperty().isEmpty().or(field.disabledProperty()));
        open.setOnAction(e -> unlock());
        Button close = new Button(words.text("close"));
        close.setCancelButton(true);
        close.setOnAction(e -> stage.hide());
        VBox box = new VBox(16, title, new VBox(8, name, field), said, new HBox(8, open, close));
        box.setPadding(new Insets(32));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void unlock() {
        char[] passphrase = field.getText().toCharArray();
        field.setDisable(true);
        said.setText(words.text("passphrase.opening"));
        // Making the key takes a second on purpose, so nobody can try many.
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> {
            try {
                lock.unlock(passphrase);
            } catch (StoreException e) {
                throw new CompletionException(e);
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        }).whenComplete((done, failure) -> Platform.runLater(() -> answered(failure)));
    }

    private void answered(@Nullable Throwable failure) {
        field.clear();
        field.setDisable(false);
        if (failure == null) {
            opened.run();
            return;
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        said.setText(String.valueOf(cause.getMessage()));
        field.requestFocus();
    }
}
