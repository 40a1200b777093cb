package foramen.ui.support;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** One sentence across the top of what it is about, with what can be done on its right; never in the way. */
public final class Banner extends HBox {
    private final Label sentence = new Label();
    private final HBox actions = new HBox();
    private final IconButton dismiss;

    /** Shows nothing. */
    public Banner(Words words) {
        this(words, true);
    }

    /** One that stays as long as what it says holds, and cannot be sent away. */
    public static Banner standing(Words words) {
        return new Banner(words, false);
    }

    private Banner(Words words, boolean dismissible) {
        dismiss = new IconButton(Material2OutlinedAL.CLOSE, words.text("banner.dismiss"), this::clear);
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("banner-actions");
        actions.setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(sentence, actions);
        if (dismissible) {
            getChildren().add(dismiss);
        }
        clear();
    }

    /** Shows {@code said}; {@code buttons} say what can be done. */
    public void show(String said, Tone tone, Node... buttons) {
        sentence.setText(said);
        sentence.setGraphic(Icons.of(tone == Tone.RED
                ? Material2OutlinedAL.ERROR_OUTLINE
                : tone == Tone.AMBER ? Material2OutlinedMZ.WARNING : Material2OutlinedAL.INFO));
        for (Tone t : Tone.values()) {
            getStyleClass().remove(t.styleClass());
        }
        getStyleClass().add(tone.styleClass());
        actions.getChildren().setAll(buttons);
        setVisible(true);
        setManaged(true);
    }

    /** Takes the sentence away. */
    public void clear() {
        sentence.setText("");
        setVisible(false);
        setManaged(false);
    }

    /** What it says now; empty where it shows nothing. */
    public String text() {
        return sentence.getText();
    }
}
