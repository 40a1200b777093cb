package foramen.ui.deident;

import foramen.domain.clip.ClipLocation;
import foramen.domain.deident.CopyOutcome;
import foramen.domain.deident.CopyStatus;
import foramen.domain.deident.DeidentOption;
import foramen.domain.deident.PixelPolicy.WithoutRegions;
import foramen.ui.support.ChoiceRow;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/** What is kept, where the copies go, the button that writes them, and what became of each. */
final class WritingPart extends BorderPane {
    private final DeidentViewModel model;
    private final Words words;
    private final Consumer<Path> open;
    private final Map<DeidentOption, CheckBox> options = new EnumMap<>(DeidentOption.class);
    private final ChoiceRow<WithoutRegions> rule;
    private final CheckBox remember;
    private final TypedField pseudonym;
    private final Label pseudonymError = Parts.complaint();
    private final TypedField folder;
    private final Label folderError = Parts.complaint();
    private final Button write;
    private final Label objection = Parts.note("");
    private final Label busy = new Label();
    private final Button cancel;
    private final VBox progress;
    private final RemarkLabel said = new RemarkLabel();
    private final VBox results = Parts.tight();
    private final VBox asked;

    WritingPart(DeidentViewModel model, Consumer<Path> open) {
        this.model = model;
        this.open = open;
        words = model.words();
        rule = new ChoiceRow<>(words.text("deident.rule"), List.of(WithoutRegions.values()), words::of,
                model::withoutRegions);
        rule.setId("deident-rule");
        remember = new CheckBox(words.text("deident.remember"));
        remember.setId("deident-remember");
        remember.setWrapText(true);
        remember.setOnAction(e -> model.remember(remember.isSelected()));
        pseudonym = field("deident-pseudonym", "deident.pseudonym", model::pseudonym, pseudonymError);
        pseudonym.setPromptText(words.text("deident.pseudonym.prompt"));
        folder = field("deident-folder", "deident.folder", model::typeFolder, folderError);
        write = new Button(words.text("deident.write"));
        write.setId("deident-write");
        write.getStyleClass().add("accent");
        write.setMaxWidth(Double.MAX_VALUE);
        write.setOnAction(e -> model.write());
        cancel = new Button(words.text("cancel"));
        cancel.setId("deident-cancel");
        cancel.setOnAction(e -> model.cancel());
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.text("deident.progress"));
        bar.progressProperty().bind(model.fractionProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        busy.setWrapText(true);
        progress = Parts.tight(busy, Parts.row(bar, cancel));
        said.setId("deident-said");
        asked = asked();
        Page page = new Page();
        page.show(asked, Parts.part(write, objection, progress, said, results));
        setCenter(page);
        model.stateProperty().subscribe(this::show);
    }

    private TypedField field(String id, String key, java.util.function.Function<String, String> commit, Label error) {
        TypedField field = new TypedField(words.text(key), commit);
        field.setId(id);
        field.onSettled(() -> error.setText(field.complaint()));
        return field;
    }

    private VBox asked() {
        VBox kept = Parts.tight(new SectionTitle(words.text("deident.kept")),
                Parts.note(words.text("deident.kept.note")));
        for (DeidentOption option : DeidentOption.values()) {
            CheckBox box = new CheckBox(words.of(option));
            box.setId("deident-" + option.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            box.setWrapText(true);
            box.setOnAction(e -> model.keep(option, box.isSelected()));
            options.put(option, box);
            kept.getChildren().add(box);
        }
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox where = Parts.row(folder,
                new IconButton(Material2OutlinedAL.FOLDER_OPEN, words.text("export.choose"), this::choose));
        return Parts.part(kept,
                Parts.tight(Parts.name(words.text("deident.rule")), rule, remember),
                Parts.tight(Parts.name(words.text("deident.pseudonym")), pseudonym, pseudonymError),
                Parts.tight(new SectionTitle(words.text("deident.folder")), where, folderError,
                        Parts.note(words.text("deident.folder.note"))));
    }

    private void show(DeidentState state) {
        boolean still = !state.busy().isEmpty();
        asked.setDisable(state.writing());
        options.forEach((o, box) -> box.setSelected(state.wishes().options().contains(o)));
        rule.show(state.wishes().pixels().withoutText());
        boolean drawn = !state.boxes(DeidentState.Stroke.OVERWRITE).isEmpty()
                || !state.boxes(DeidentState.Stroke.KEEP).isEmpty();
        remember.setDisable(!drawn);
        remember.setSelected(state.wishes().remember());
        pseudonym.show("pseudonym", state.wishes().pseudonym());
        folder.show("folder", state.folder().map(Path::toString).orElse(""));
        Parts.shown(write, !still);
        write.setDisable(!state.canWrite());
        objection.setText(state.objection());
        Parts.shown(objection, !still && !state.objection().isEmpty());
        busy.setText(state.busy());
        Parts.shown(progress, still);
        said.show(state.said(), "", state.wrong() ? Tone.AMBER : Tone.NEUTRAL);
        List<Node> rows = new ArrayList<>();
        state.ended().ifPresent(e -> {
            HBox ways = Parts.row();
            e.proof().ifPresent(p -> ways.getChildren().add(button("deident-proof", "deident.proof", p)));
            ways.getChildren().add(button("deident-show", "export.show", e.folder()));
            rows.add(ways);
            e.outcomes().forEach(o -> rows.add(outcome(o)));
        });
        results.getChildren().setAll(rows);
    }

    private Button button(String id, String key, Path target) {
        Button button = new Button(words.text(key));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setOnAction(e -> open.accept(target));
        return button;
    }

    private Node outcome(CopyOutcome o) {
        String name = ClipLocation.line(Objects.requireNonNullElse(Path.of("").resolve(o.source()).getFileName(),
                Path.of("")).toString());
        String what = words.of(o.status()) + (o.reason().isEmpty() ? "" : ": " + words.said(o.reason()) + ".");
        Label file = new Label(name);
        Label became = new Label(what);
        became.setWrapText(true);
        became.getStyleClass().addAll("words", o.status() == CopyStatus.DONE && o.reason().isEmpty()
                ? "neutral"
                : o.status() == CopyStatus.FAILED ? "red" : "amber");
        VBox text = new VBox(file, became);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(
                switch (o.status()) {
                    case DONE -> Icons.of(Material2OutlinedAL.CHECK, "accent");
                    case REFUSED -> Icons.of(Material2OutlinedAL.INFO, "amber");
                    case FAILED -> Icons.of(Material2OutlinedAL.ERROR_OUTLINE, "red");
                },
                text);
        row.getStyleClass().addAll("item", "deident-outcome");
        row.setAlignment(Pos.TOP_LEFT);
        row.setAccessibleText(name + ", " + what);
        return row;
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text("deident.folder"));
        File picked = chooser.showDialog(getScene() == null ? null : getScene().getWindow());
        if (picked != null) {
            model.chooseFolder(picked.toPath());
        }
    }
}
