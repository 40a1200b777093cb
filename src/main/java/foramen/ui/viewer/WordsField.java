package foramen.ui.viewer;

import foramen.geometry.Point;
import foramen.ui.support.Leaving;
import foramen.ui.support.Words;
import foramen.workspace.tool.ToolInput;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** Where words are typed that will stand on the picture: Enter keeps them, Esc does not, leaving keeps them. */
final class WordsField extends TextField {
    private static final double WIDTH = 220;

    private final Consumer<ToolInput> tool;
    private final Runnable done;

    /**
     * @param tool takes the words, or that there are none
     * @param done gives the keyboard back
     */
    WordsField(Consumer<ToolInput> tool, Runnable done, Words words) {
        this.tool = tool;
        this.done = done;
        setId("picture-words");
        setPromptText(words.text("picture.words.prompt"));
        setAccessibleText(words.text("picture.words"));
        setManaged(false);
        setVisible(false);
        setOnAction(e -> end(new ToolInput.Words(getText())));
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                end(new ToolInput.Cancel());
                e.consume();
            }
        });
        Leaving.of(this, () -> {
            if (isVisible()) {
                end(new ToolInput.Words(getText()));
            }
        });
    }

    private void end(ToolInput input) {
        setVisible(false);
        tool.accept(input);
        done.run();
    }

    /** Shows itself at that place of the view, or goes. */
    void show(Optional<Point> at) {
        if (at.isEmpty()) {
            setVisible(false);
            return;
        }
        if (!isVisible()) {
            clear();
            setVisible(true);
        }
        double height = prefHeight(WIDTH);
        resizeRelocate(at.get().x(), at.get().y() - height / 2, WIDTH, height);
        requestFocus();
    }
}
