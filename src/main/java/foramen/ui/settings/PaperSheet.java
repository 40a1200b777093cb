package foramen.ui.settings;

import foramen.ui.support.IconButton;
import foramen.ui.support.SectionTitle;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A paper over the window with a title, put away by its cross or Escape wherever the keyboard is in it. */
public abstract class PaperSheet extends StackPane {
    private final VBox paper;

    /**
     * @param id what it is found by
     * @param title what stands above it
     * @param closing what the cross says
     * @param onClose puts it away
     */
    PaperSheet(String id, String title, String closing, Runnable onClose) {
        setId(id);
        getStyleClass().add("settings-sheet");
        IconButton close = new IconButton(Material2OutlinedAL.CLOSE, closing, onClose);
        paper = new VBox(new SectionTitle(title, close));
        paper.getStyleClass().add("settings-paper");
        getChildren().add(paper);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                e.consume();
            }
        });
    }

    /** Puts {@code content} beneath the title. */
    final void lay(Node... content) {
        paper.getChildren().addAll(content);
    }

    /** Gives the keyboard to what is wanted first. */
    public abstract void begin();
}
