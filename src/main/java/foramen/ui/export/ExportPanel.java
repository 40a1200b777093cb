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
import foramen.ui.support.Words;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    private final Words words;
    private final Optional<Consumer<Path>> showFolder;
    private final Page page = new Page();
    private final VBox choices = new VBox();
    private final TypedField folder;
    private final Label folderError = Parts.complaint();
    private final Button export;
    private final ProgressBar bar = new ProgressBar();
    private final HBox progress;
    private final VBox results = new VBox();

    /**
     * @param model what to show
     * @param showFolder opens a folder in the platform's file manager, where there is one
     */
    public ExportPanel(ExportViewModel model, Optional<Consumer<Path>> showFolder) {
        this.model = model;
        words = model.words();
        export = new Button(words.text("case.export"));
        this.showFolder = showFolder;
        setId("export-panel");
        folder = new TypedField(words.text("export.folder"), model::typeFolder);
        folder.setId("export-folder");
        folder.onSettled(this::showFolderError);
        export.setId("export-go");
        export.getStyleClass().add("accent");
        export.setMaxWidth(Double.MAX_VALUE);
        export.setOnAction(e -> model.export());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.text("export.bar"));
        bar.progressProperty().bind(model.fractionProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button cancel = new Button(words.text("cancel"));
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
            page.show(new SectionTitle(words.text("export.title")), new EmptyState(Material2OutlinedAL.FILE_UPLOAD,
                    words.text("export.empty")));
            return;
        }
        showChoices(state);
        folder.show("folder", state.folder().toString());
        showFolderError();
        export.setDisable(!state.canExport());
        showResults(state);
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox where = Parts.row(folder,
                new IconButton(Material2OutlinedAL.FOLDER_OPEN, words.text("export.choose"), this::choose));
        VBox place = Parts.part(Parts.name(words.text("export.folder")), where, folderError,
                Parts.note(words.text("export.safe")));
        List<Node> parts = new ArrayList<>(
                List.of(new SectionTitle(words.text("export.frame", state.frameNumber())), choices,
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
            Button show = new Button(words.text("export.show"));
            show.getStyleClass().add("flat");
            show.setOnAction(e -> s.accept(state.folder()));
            results.getChildren().add(show);
        });
    }

    private static Node result(ExportState.Result r) {
        boolean there = r.file().isPresent();
        Label said = new Label(r.words());
        said.setWrapText(true);
        said.getStyleClass().addAll("words", there ? "neutral" : "red");
        Label where = Parts.note(r.file().map(f -> String.valueOf(f.getFileName())).orElse(""));
        where.setManaged(there);
        r.file().ifPresent(f -> where.setTooltip(new javafx.scene.control.Tooltip(f.toString())));
        VBox text = new VBox(said, where);
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
        chooser.setTitle(words.text("export.to"));
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
    private final class ChoiceBox extends VBox {
        private final CheckBox box;
        private final Label name = Parts.note("");

        ChoiceBox(ExportState.Choice c, ExportViewModel model) {
            box = new CheckBox(words.of(c.kind()));
            box.setId("export-" + c.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            box.setOnAction(e -> model.choose(c.kind(), box.isSelected()));
            getChildren().addAll(box, name);
        }

        void show(ExportState.Choice c, boolean running) {
            box.setSelected(c.chosen());
            box.setDisable(running);
            box.setAccessibleText(words.text("export.choice", words.of(c.kind()), c.fileName()));
            name.setText(c.fileName());
        }
    }
}
