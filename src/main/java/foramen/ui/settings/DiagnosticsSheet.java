package foramen.ui.settings;

import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows what was put on the clipboard for a report of a fault, so that it can be read before it is sent. */
public final class DiagnosticsSheet extends PaperSheet {
    private final TextArea shown;

    /** Copies {@code text} and shows it. */
    public DiagnosticsSheet(String text, Words words, Runnable onClose) {
        super("diagnostics-sheet", words.text("diagnostics.title"), words.text("diagnostics.close"), onClose);
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        shown = new TextArea(text);
        shown.setId("diagnostics-text");
        shown.setEditable(false);
        shown.setAccessibleText(words.text("diagnostics.title"));
        VBox.setVgrow(shown, Priority.ALWAYS);
        lay(Parts.note(words.text("diagnostics.copied")), shown);
    }

    /** Gives the keyboard to the text. */
    @Override
    public void begin() {
        shown.requestFocus();
    }
}
