package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.ClipRef;
import foramen.ui.support.Chip;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.IconButton;
import foramen.ui.support.ItemRow;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The clips of the case with their sides: which is worked on, which stands beside, and what may go. */
final class CaseClipsSection extends VBox {
    private final ShellViewModel model;
    private final ClipPair pair;
    private final Words words;
    private final VBox rows = Parts.tight();
    private List<Object> shown = List.of();

    CaseClipsSection(ShellViewModel model, ClipPair pair, ActionRegistry actions) {
        this.model = model;
        this.pair = pair;
        words = model.words();
        setId("case-clips");
        getStyleClass().add("part");
        List<Node> buttons = new ArrayList<>();
        for (String id : List.of("add-clip", "pair")) {
            if (actions.named(id).isPresent()) {
                Button button = actions.iconButton(id);
                button.setId("clips-" + id);
                buttons.add(button);
            }
        }
        getChildren().addAll(new SectionTitle(words.text("clips.ofcase"), buttons.toArray(Node[]::new)), rows,
                Parts.note(words.text("clips.drop")));
        addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            pair.add(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
            e.consume();
        });
        pair.onChange(this::refresh);
        refresh();
    }

    private void refresh() {
        boolean open = model.clipProperty().get().isPresent();
        setVisible(open);
        setManaged(open);
        List<Object> now = new ArrayList<>();
        pair.clips().forEach(c -> now.addAll(List.of(c, pair.isShown(c), pair.isBeside(c), pair.canRemove(c),
                pair.canSetSide(c))));
        // Most edits have nothing to do with clips; the rows, and the keyboard on them, stay then.
        if (!now.equals(shown)) {
            shown = now;
            Parts.replace(rows, pair.clips().stream().map(this::row).toList());
        }
    }

    private Node row(ClipRef clip) {
        String name = clip.description().isBlank() ? words.text("clips.nodescription") : clip.description();
        Label title = new Label(name);
        title.setMinWidth(0);
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        String where = pair.isShown(clip)
                ? words.text("clips.inview")
                : pair.isBeside(clip) ? words.text("clips.beside") : "";
        Label place = Parts.name(where);
        place.setMinWidth(USE_PREF_SIZE);
        List<Node> line = new ArrayList<>(List.of(side(clip), title, place));
        if (!pair.isShown(clip) && !pair.isBeside(clip)) {
            line.add(named(new IconButton(Material2OutlinedMZ.VERTICAL_SPLIT, words.text("clips.showbeside", name),
                    () -> pair.showBeside(clip)), "beside"));
        }
        if (pair.canRemove(clip)) {
            line.add(named(new IconButton(Material2OutlinedAL.CLOSE, words.text("clips.remove", name),
                    () -> pair.remove(clip)), "remove"));
        }
        String said = String.join(", ",
                List.of(name, words.of(clip.side()), where.isEmpty() ? words.text("clips.closed") : where));
        ItemRow row = new ItemRow(words, said, pair.isShown(clip), () -> pair.show(clip), line.toArray(Node[]::new));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("case-clip");
        if (!pair.canSetSide(clip)) {
            return row;
        }
        ChoiceRow<Laterality> choice = new ChoiceRow<>(words.text("clips.side", name),
                List.of(Laterality.LEFT, Laterality.RIGHT), words::of, s -> pair.setSide(clip, s));
        choice.show(clip.side());
        return Parts.tight(row, Parts.row(Parts.name(words.text("clips.silent")), choice));
    }

    private static Node named(Button button, String what) {
        button.getStyleClass().add("clip-" + what);
        return button;
    }

    private Chip side(ClipRef clip) {
        boolean one = clip.side() == Laterality.LEFT || clip.side() == Laterality.RIGHT;
        return new Chip(one ? clip.side().letter() : "?", one ? Tone.ACCENT : Tone.AMBER);
    }
}
