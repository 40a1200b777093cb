package foramen.ui.lock;

import foramen.ui.support.Parts;
import foramen.ui.support.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A page that asks for the passphrase and shows nothing of the records: at the start, and while the window is locked. */
public final class PassphraseForm extends StackPane {
    private final PassphraseViewModel model;
    private final PasswordField field = new PasswordField();
    private final VBox paper;

    /**
     * @param model tries what is typed
     * @param title what the page is about
     * @param why what to do, one sentence
     * @param button what pressing it does
     * @param opened called once the records can be read
     */
    public PassphraseForm(PassphraseViewModel model, String title, String why, String button, Runnable opened) {
        this.model = model;
        Words words = model.words();
        getStyleClass().add("lock-page");
        Label heading = new Label(title);
        heading.getStyleClass().add("title-3");
        Label name = Parts.name(words.text("passphrase.field"));
        name.setLabelFor(field);
        field.setId("passphrase");
        field.setAccessibleText(words.text("passphrase.field"));
        Label said = new Label();
        said.setId("passphrase-said");
        said.setWrapText(true);
        said.textProperty().bind(model.saidProperty());
        said.getStyleClass().add("lock-said");
        // What is said has a place of its own, so that nothing jumps under the pointer.
        said.setMinHeight(48);
        said.setAlignment(Pos.TOP_LEFT);
        model.saidProperty().subscribe(field::setAccessibleHelp);
        Button open = new Button(button);
        open.setId("passphrase-open");
        open.setDefaultButton(true);
        open.disableProperty().bind(field.textProperty().isEmpty().or(model.readyProperty().not()));
        open.setOnAction(e -> offer(opened));
        HBox row = new HBox(8, field, open);
        HBox.setHgrow(field, Priority.ALWAYS);
        paper = new VBox(heading, Parts.note(why), new VBox(4, name, row), said);
        paper.getStyleClass().add("lock-paper");
        paper.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(paper);
    }

    /** Adds a line beneath. */
    public void add(Node line) {
        paper.getChildren().add(line);
    }

    /** Empties the field and gives it the keyboard. */
    public void begin() {
        field.clear();
        field.requestFocus();
    }

    private void offer(Runnable opened) {
        char[] typed = field.getText().toCharArray();
        field.clear();
        model.offer(typed, opened);
        field.requestFocus();
    }
}
