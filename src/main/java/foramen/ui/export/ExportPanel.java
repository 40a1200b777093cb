package foramen.ui.export;

import foramen.ui.support.EmptyState;
import foramen.ui.support.IconButton;
import foramen.ui.support.Icons;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The inspector's page of what leaves the house. */
public final class ExportPanel extends BorderPane {
    private final ExportViewModel model;
    private final Optional<Consumer<Path>> showFolder;
    private final Page page = new Page();
    private final VBox choices = new VBox();
    private final TypedField folder;
    private final Label folderError = Parts.complaint();
    private final Button export = new Button("Export");
    private final ProgressBar bar = new ProgressBar();
    private final HBox progress;
    private final VBox results = new VBox();

    /**
     * @param model what to show
     * @param showFolder opens a folder in the platform's file manager, where there is one
     */
    public ExportPanel(ExportViewModel model, Optional<Consumer<Path>> showFolder) {
        this.model = model;
        this.showFolder = showFolder;
        setId("export-panel");
        folder = new TypedField("Folder", model::typeFolder);
        folder.setId("export-folder");
        folder.onSettled(this::showFolderError);
        export.setId("export-go");
        export.getStyleClass().add("accent");
        export.setMaxWidth(Double.MAX_VALUE);
        export.setOnAction(e -> model.export());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Export progress");
        bar.progressProperty().bind(model.fractionProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setId("export-cancel");
        cancel.setOnAction(e -> model.cancel());
        progress = Parts.row(bar, cancel);
        results.getStyleClass().add("tight");
        choices.getStyleClass().add("part");
        setCenter(page);
        model.stateProperty().addListener((o, was, now) -> show(now));
        show(model.state());
    }

    private void show(ExportState state) {
        if (!state.clipOpen()) {
            page.show(new SectionTitle("Export"), new EmptyState(Material2OutlinedAL.FILE_UPLOAD,
                    "Open a clip first; the frame in view and its plan are exported here."));
            return;
        }
        showChoices(state);
        folder.show(state.folder().toString());
        showFolderError();
        export.setDisable(!state.canExport());
        showResults(state);
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox where = Parts.row(folder, new IconButton(Material2OutlinedAL.FOLDER_OPEN, "Choose folder", this::choose));
        VBox place = Parts.part(Parts.name("Folder"), where, folderError,
                Parts.note("Nothing is overwritten: a name that is taken gets a number."));
        List<Node> parts = new ArrayList<>(List.of(new SectionTitle("Export frame " + state.frameNumber()), choices,
                place, state.running() ? progress : export));
        if (!state.summary().isEmpty()) {
            parts.add(results);
        }
        page.show(parts.toArray(Node[]::new));
    }

    private void showChoices(ExportState state) {
        if (choices.getChildren().size() != state.choices().size()) {
            choices.getChildren().setAll(state.choices().stream().map(this::choice).toList());
        }
        for (int i = 0; i < state.choices().size(); i++) {
            ExportState.Choice c = state.choices().get(i);
            if (choices.getChildren().get(i) instanceof ChoiceBox box) {
                box.show(c, state.running());
            }
        }
    }

    private Node choice(ExportState.Choice c) {
        return new ChoiceBox(c, model);
    }

    private void showResults(ExportState state) {
        results.getChildren().clear();
        RemarkLabel summary = new RemarkLabel();
        summary.setId("export-summary");
        boolean failed = state.results().isEmpty() || state.results().stream().anyMatch(r -> r.file().isEmpty());
        summary.show(state.summary(), "", failed ? Tone.AMBER : Tone.NEUTRAL);
        results.getChildren().add(summary);
        state.results().forEach(r -> results.getChildren().add(result(r)));
        boolean any = state.results().stream().anyMatch(r -> r.file().isPresent());
        showFolder.filter(s -> any).ifPresent(s -> {
            Button show = new Button("Show folder");
            show.getStyleClass().add("flat");
            show.setOnAction(e -> s.accept(state.folder()));
            results.getChildren().add(show);
        });
    }

    private static Node result(ExportState.Result r) {
        boolean there = r.file().isPresent();
        Label words = new Label(r.words());
        words.setWrapText(true);
        words.getStyleClass().addAll("words", there ? "neutral" : "red");
        Label where = Parts.note(r.file().map(f -> String.valueOf(f.getFileName())).orElse(""));
        where.setManaged(there);
        r.file().ifPresent(f -> where.setTooltip(new javafx.scene.control.Tooltip(f.toString())));
        VBox text = new VBox(words, where);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(
                Icons.of(there ? Material2OutlinedAL.CHECK : Material2OutlinedAL.ERROR_OUTLINE,
                        there ? "accent" : "red"),
                text);
        row.getStyleClass().add("item");
        row.setAlignment(Pos.TOP_LEFT);
        row.setAccessibleText(r.words() + r.file().map(f -> ", " + f).orElse(""));
        return row;
    }

    private void showFolderError() {
        folderError.setText(folder.complaint());
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Export to");
        Path now = model.state().folder();
        if (Files.isDirectory(now)) {
            chooser.setInitialDirectory(now.toFile());
        }
        File picked = chooser.showDialog(getScene() == null ? null : getScene().getWindow());
        if (picked != null) {
            model.chooseFolder(picked.toPath());
        }
    }

    /** One document that can be made, with the name of its file beneath. */
    private static final class ChoiceBox extends VBox {
        private final CheckBox box;
        private final Label name = Parts.note("");

        ChoiceBox(ExportState.Choice c, ExportViewModel model) {
            box = new CheckBox(c.kind().label());
            box.setId("export-" + c.kind().nameSuffix());
            box.setOnAction(e -> model.choose(c.kind(), box.isSelected()));
            getChildren().addAll(box, name);
        }

        void show(ExportState.Choice c, boolean running) {
            box.setSelected(c.chosen());
            box.setDisable(running);
            box.setAccessibleText(c.kind().label() + ", file " + c.fileName());
            name.setText(c.fileName());
        }
    }
}
