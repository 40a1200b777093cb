package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.ui.support.IconButton;
import foramen.ui.support.Keys;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The seven pictures that document a procedure: where each is marked, to mark the frame in view, to take a mark away. */
final class ImageSetPanel extends VBox {
    private static final String MARK = "mark-image";

    private final ImageSetViewModel model;
    private final ActionRegistry actions;
    private final Words words;
    private final VBox lines = Parts.tight();

    /**
     * @param model what to show
     * @param casefile the case, for when it changes
     * @param actions the action that marks the next, for its key
     * @param words what the window says
     */
    ImageSetPanel(ImageSetViewModel model, ObservableValue<Case> casefile, ActionRegistry actions, Words words) {
        this.model = model;
        this.actions = actions;
        this.words = words;
        setId("image-set");
        getStyleClass().add("part");
        Label note = Parts.note(words.text("images.note"));
        getChildren().addAll(new SectionTitle(words.text("images.title")), note, lines);
        casefile.subscribe(c -> show());
        actions.keymapProperty().subscribe(k -> show());
    }

    private void show() {
        List<Node> rows = new ArrayList<>();
        for (ImageSetViewModel.Line line : model.lines()) {
            rows.add(row(line));
        }
        Parts.replace(lines, rows);
    }

    /** Says by which key the next is marked, where there is one. */
    private String nextKey() {
        return actions.named(MARK).filter(a -> !a.keys().isEmpty())
                .map(a -> " · " + words.text("images.next", Keys.words(a.keys().getFirst(), words))).orElse("");
    }

    private HBox row(ImageSetViewModel.Line line) {
        Label name = Parts.name(line.name());
        name.setWrapText(true);
        VBox text = new VBox(name, Parts.note(line.next() ? line.where() + nextKey() : line.where()));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        IconButton mark = new IconButton(Material2OutlinedAL.ADD_PHOTO_ALTERNATE,
                words.text("images.mark", line.name()), () -> model.mark(line.role()));
        mark.setId("image-mark-" + line.role().id());
        HBox row = Parts.row(text, mark);
        if (line.marked()) {
            IconButton clear = new IconButton(Material2OutlinedAL.CLOSE, words.text("images.clear", line.name()),
                    () -> model.clear(line.role()));
            clear.setId("image-clear-" + line.role().id());
            row.getChildren().add(clear);
        }
        return row;
    }
}
