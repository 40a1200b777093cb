package foramen.ui.deident;

import foramen.domain.clip.ClipLocation;
import foramen.domain.deident.CopySource;
import foramen.ui.support.EmptyState;
import foramen.ui.support.IconButton;
import foramen.ui.support.ItemRow;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** De-identification, in the place of the window's content while it is open: files, picture, and what is written. */
public final class DeidentPage extends BorderPane {
    private static final double SIDE = 330;

    private final DeidentViewModel model;
    private final Words words;
    private final Button addFiles;
    private final Button clear;
    private final HBox adders;
    private final VBox list = Parts.tight();
    private final ChangeList changes;
    private final RemarkLabel sizes = new RemarkLabel();
    private final VBox remarks = Parts.tight();

    /**
     * @param model what to show
     * @param open opens a file or folder outside of Foramen
     */
    public DeidentPage(DeidentViewModel model, Consumer<Path> open) {
        this.model = model;
        words = model.words();
        setId("deident");
        getStyleClass().addAll("shell", "registry");
        addFiles = button("deident-files", "deident.addfiles", this::chooseFiles);
        clear = button("deident-clear", "deident.clear", model::clear);
        adders = Parts.row(addFiles, button("deident-folder-add", "deident.addfolder", this::chooseFolder),
                button("deident-case", "deident.addcase", model::addCase));
        changes = new ChangeList(words);
        Page left = new Page();
        getStylesheets().addAll(left.getStylesheets());
        left.show(Parts.part(new SectionTitle(words.text("deident.files")), Parts.tight(adders), list, sizes, remarks),
                changes);
        left.setPrefWidth(SIDE);
        left.setMinWidth(SIDE);
        WritingPart right = new WritingPart(model, open);
        right.setPrefWidth(SIDE);
        right.setMinWidth(SIDE);
        setTop(head());
        setLeft(left);
        setCenter(new PicturePart(model));
        setRight(right);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                model.close();
                e.consume();
            }
        });
        setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        setOnDragDropped(this::dropped);
        model.stateProperty().subscribe(this::show);
    }

    /** Gives the keyboard to the page. */
    public void begin() {
        addFiles.requestFocus();
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(words.text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private Node head() {
        IconButton close = new IconButton(Material2OutlinedAL.CLOSE, words.text("deident.close"), model::close);
        close.setId("deident-close");
        Label note = Parts.note(words.text("deident.note"));
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        VBox head = new VBox(Parts.row(new SectionTitle(words.text("deident.title")), note, close));
        head.getStyleClass().add("registry-head");
        return head;
    }

    private void show(DeidentState state) {
        boolean still = !state.busy().isEmpty();
        adders.setDisable(still);
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < state.files().size(); i++) {
            rows.add(row(state.files().get(i), i, i == state.selected()));
        }
        if (rows.isEmpty()) {
            rows.add(new EmptyState(Material2OutlinedMZ.VERIFIED_USER, words.text("deident.empty")));
        } else {
            clear.setDisable(still);
            rows.add(clear);
        }
        Parts.replace(list, rows);
        sizes.show(state.hasSeveralSizes() ? words.text("deident.sizes") : "", "", Tone.AMBER);
        remarks.getChildren().setAll(state.remarks().stream().map(r -> {
            RemarkLabel remark = new RemarkLabel();
            remark.show(r, "", Tone.AMBER);
            return remark;
        }).toList());
        changes.show(state.preview());
    }

    private Node row(CopySource file, int index, boolean selected) {
        String name = file.isOpen() ? file.location().name() : ClipLocation.line(file.label());
        Label label = new Label(name);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(ClipLocation.printable(file.label())));
        VBox text = new VBox(label);
        if (!file.isOpen()) {
            text.getChildren().add(Parts.note(words.said(file.objection())));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        ItemRow row = new ItemRow(words, name + (file.isOpen() ? "" : ": " + words.said(file.objection())), selected,
                () -> model.select(index), text);
        row.setId("deident-file-" + (index + 1));
        return row;
    }

    private @org.jspecify.annotations.Nullable Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text("deident.title"));
        List<File> picked = chooser.showOpenMultipleDialog(window());
        if (picked != null && !picked.isEmpty()) {
            model.add(picked.stream().map(File::toPath).toList());
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text("deident.title"));
        File picked = chooser.showDialog(window());
        if (picked != null) {
            model.add(List.of(picked.toPath()));
        }
    }

    private void dropped(DragEvent e) {
        if (e.getDragboard().hasFiles() && !adders.isDisabled()) {
            model.add(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
        }
        e.consume();
    }
}
