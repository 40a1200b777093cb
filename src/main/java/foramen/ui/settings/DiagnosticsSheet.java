package foramen.ui.settings;

import foramen.ui.support.IconButton;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Shows what was put on the clipboard for a report of a fault, so that it can be read before it is sent. */
public final class DiagnosticsSheet extends StackPane {
    private final TextArea shown;

    /** Copies {@code text} and shows it. */
    public DiagnosticsSheet(String text, Words words, Runnable onClose) {
        setId("diagnostics-sheet");
        getStyleClass().add("settings-sheet");
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        shown = new TextArea(text);
        shown.setId("diagnostics-text");
        shown.setEditable(false);
        shown.setAccessibleText(words.text("diagnostics.title"));
        VBox.setVgrow(shown, Priority.ALWAYS);
        IconButton close = new IconButton(Material2OutlinedAL.CLOSE, words.text("diagnostics.close"), onClose);
        VBox paper = new VBox(new SectionTitle(words.text("diagnostics.title"), close),
                Parts.note(words.text("diagnostics.copied")), shown);
        paper.getStyleClass().add("settings-paper");
        getChildren().add(paper);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                e.consume();
            }
        });
    }

    /** Gives the keyboard to the text. */
    public void begin() {
        shown.requestFocus();
    }
}
