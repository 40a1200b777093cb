package foramen.ui.settings;

import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the program says of itself, on a sheet over the window: version, build, licence and notices. */
public final class AboutSheet extends PaperSheet {
    private final Button copy;

    /**
     * What it shows.
     *
     * @param version of the program
     * @param build from which source it was built, and what runs it
     * @param notices of the libraries that are part of it
     */
    public record Text(String version, String build, String notices) {}

    /**
     * @param text what it shows
     * @param copyDiagnostics puts what a report of a fault needs on the clipboard
     * @param showTexts shows the texts of the licences
     * @param onClose puts the sheet away
     */
    public AboutSheet(Text text, Words words, Runnable copyDiagnostics, Runnable showTexts, Runnable onClose) {
        super("about-sheet", words.text("about.title"), words.text("about.close"), onClose);
        Label version = new Label(words.text("about.version", text.version()));
        version.setId("about-version");
        version.getStyleClass().add("about-version");
        Label build = Parts.note(text.build());
        build.setId("about-build");
        TextArea notices = new TextArea(text.notices());
        notices.setId("about-notices");
        notices.setEditable(false);
        notices.setWrapText(true);
        notices.setAccessibleText(words.text("about.notices"));
        VBox.setVgrow(notices, Priority.ALWAYS);
        copy = button("about-diagnostics", words.text("action.diagnostics"), copyDiagnostics);
        lay(version, build, Parts.note(words.text("about.purpose")), Parts.note(words.text("about.licence")),
                Parts.row(copy, button("about-texts", words.text("about.texts"), showTexts)),
                Parts.name(words.text("about.notices")), notices);
    }

    /** Gives the keyboard to the first button. */
    @Override
    public void begin() {
        copy.requestFocus();
    }

    private static Button button(String id, String title, Runnable action) {
        Button button = new Button(title);
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }
}
