package foramen.ui.export;

import foramen.domain.delivery.ExportKind;
import foramen.ui.support.ChoiceRow;
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
import foramen.workspace.export.FrameChoice;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    private final Map<ExportKind, ChoiceBox> boxes = new EnumMap<>(ExportKind.class);
    private final ChoiceRow<FrameChoice> frames;
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
        frames = new ChoiceRow<>(words.text("export.frames"), List.of(FrameChoice.values()), words::of,
                model::chooseFrames);
        frames.setId("export-frames");
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
        frames.show(state.frames());
        List<Node> parts = new ArrayList<>(
                List.of(new SectionTitle(words.text("export.bundle")),
                        Parts.part(Parts.name(words.text("export.frames")), frames), choices, preview(state), place,
                        state.running() ? progress : export));
        if (!state.summary().isEmpty()) {
            parts.add(results);
        }
        page.show(parts.toArray(Node[]::new));
    }

    private void showChoices(ExportState state) {
        if (boxes.size() != state.choices().size()) {
            boxes.clear();
            choices.getChildren().clear();
            for (ExportKind.Group group : ExportKind.Group.values()) {
                List<ExportState.Choice> of = state.choices().stream().filter(c -> c.kind().group() == group).toList();
                if (!of.isEmpty()) {
                    choices.getChildren().add(Parts.name(words.of(group)));
                }
                for (ExportState.Choice c : of) {
                    ChoiceBox box = new ChoiceBox(c, model);
                    boxes.put(c.kind(), box);
                    choices.getChildren().add(box);
                }
            }
        }
        state.choices().forEach(c -> Objects.requireNonNull(boxes.get(c.kind())).show(c, state.running()));
    }

    /** What will be in the documents, before they are written. */
    private Node preview(ExportState state) {
        ExportState.Contents c = state.contents();
        List<Node> lines = new ArrayList<>();
        lines.add(Parts.name(words.text("export.preview")));
        lines.add(note("export.preview.side", words.of(c.side())));
        lines.add(note(c.frames().size() == 1 ? "export.preview.frame" : "export.preview.frames", numbers(c.frames()),
                c.frames().size()));
        lines.add(note("export.preview.drawn", c.shown()));
        if (c.hidden() > 0) {
            lines.add(note("export.preview.hidden", c.hidden()));
        }
        if (c.rejected() > 0) {
            lines.add(note("export.preview.rejected", c.rejected()));
        }
        lines.add(note("export.preview.files", c.files()));
        lines.add(note("export.preview.names"));
        VBox box = Parts.tight(lines.toArray(Node[]::new));
        box.setId("export-preview");
        return box;
    }

    private Label note(String key, Object... values) {
        Label note = Parts.note(words.text(key, values));
        note.setWrapText(true);
        return note;
    }

    /** Frame numbers with runs drawn together: 3, 7–12. */
    static String numbers(List<Integer> frames) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < frames.size(); i++) {
            int from = frames.get(i);
            while (i + 1 < frames.size() && frames.get(i + 1) == frames.get(i) + 1) {
                i++;
            }
            int to = frames.get(i);
            text.append(text.isEmpty() ? "" : ", ").append(from).append(to == from ? "" : "–" + to);
        }
        return text.toString();
    }

    private void showResults(ExportState state) {
        results.getChildren().clear();
        RemarkLabel summary = new RemarkLabel();
        summary.setId("export-summary");
        boolean failed = state.results().isEmpty()
                || state.results().stream().anyMatch(r -> r.outcome() == ExportState.Outcome.FAILED);
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
        boolean failed = r.outcome() == ExportState.Outcome.FAILED;
        Label said = new Label(r.words());
        said.setWrapText(true);
        said.getStyleClass().addAll("words", failed ? "red" : "neutral");
        Label where = Parts.note(r.file().map(f -> String.valueOf(f.getFileName())).orElse(""));
        where.setManaged(there);
        r.file().ifPresent(f -> where.setTooltip(new javafx.scene.control.Tooltip(f.toString())));
        VBox text = new VBox(said, where);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(
                switch (r.outcome()) {
                    case WRITTEN -> Icons.of(Material2OutlinedAL.CHECK, "accent");
                    case LEFT_OUT -> Icons.of(Material2OutlinedAL.INFO, "neutral");
                    case FAILED -> Icons.of(Material2OutlinedAL.ERROR_OUTLINE, "red");
                },
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
            String size = c.bytes() > 0 ? words.text("export.size", Math.max(1, Math.round(c.bytes() / 1e6))) : "";
            String more = c.files() > 1 ? words.text("export.more", c.files() - 1) : "";
            name.setText(c.fileName() + more + size);
            name.setManaged(c.chosen());
            name.setVisible(c.chosen());
        }
    }
}
