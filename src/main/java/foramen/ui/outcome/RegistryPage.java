package foramen.ui.outcome;

import foramen.domain.outcome.DueVisit;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.registry.RegistryQuery.Grouping;
import foramen.ui.support.Chip;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.EmptyState;
import foramen.ui.support.IconButton;
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
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The registry over all cases, in the place of the window's content while it is open. */
public final class RegistryPage extends BorderPane {
    private static final double WIDE = 16;

    private final RegistryViewModel model;
    private final Words words;
    private final Page page = new Page();
    private final ChoiceRow<Grouping> by;
    private final ChoiceRow<OutcomeRules.Responder> definition;
    private final TypedField since;
    private final TypedField until;
    private final Label dayError = Parts.complaint();
    private final Chip source = new Chip("", Tone.NEUTRAL);
    private final Button back;
    private final IconButton close;
    private final HBox progress;
    private final Label busy = new Label();
    private final RemarkLabel said = new RemarkLabel();
    private final VBox cohort = Parts.part();
    private final VBox published = Parts.tight();
    private final VBox due = Parts.tight();
    private List<RegistryState.DueLine> dueShown = List.of();

    /** Shows {@code model}. */
    public RegistryPage(RegistryViewModel model) {
        this.model = model;
        words = model.words();
        setId("registry");
        getStyleClass().addAll("shell", "registry");
        by = new ChoiceRow<>(words.text("registry.by"), List.of(Grouping.values()), words::of, model::group);
        by.setId("registry-by");
        definition = new ChoiceRow<>(words.text("registry.definition"), model.files().outcome().responders(),
                d -> words.ofFile("Responder." + d.id(), d.label()), d -> model.define(d.id()));
        definition.setId("registry-definition");
        since = field("registry-since", "registry.since", model::since);
        until = field("registry-until", "registry.until", model::until);
        back = button("registry-back", "registry.back", model::backToRecord);
        close = new IconButton(Material2OutlinedAL.CLOSE, words.text("registry.close"), model::close);
        close.setId("registry-close");
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(words.text("registry.progress"));
        bar.progressProperty().bind(model.fractionProperty());
        busy.textProperty().bind(model.doingProperty());
        progress = Parts.row(busy, bar, button("registry-cancel", "cancel", model::cancel));
        said.setId("registry-said");
        setTop(head());
        // No figure is cut off: a table wider than the screen is gone along.
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        setCenter(page);
        page.show(cohort, Parts.part(new SectionTitle(words.text("registry.published")), published),
                Parts.part(new SectionTitle(words.text("registry.dues")), due));
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                model.close();
                e.consume();
            }
        });
        model.stateProperty().subscribe(this::show);
    }

    /** Gives the keyboard to the page. */
    public void begin() {
        by.requestFocus();
    }

    private TypedField field(String id, String key, java.util.function.Function<String, String> commit) {
        TypedField field = new TypedField(words.text(key), commit);
        field.setId(id);
        field.setPromptText(words.text("registry.day"));
        field.setPrefColumnCount(9);
        field.onSettled(this::complain);
        return field;
    }

    private void complain() {
        dayError.setText(since.complaint().isEmpty() ? until.complaint() : since.complaint());
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(words.text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private Node head() {
        HBox title = Parts.row(new SectionTitle(words.text("registry.title")), source, back, Parts.spring(),
                button("registry-export", "registry.export", () -> save("registry.csv", model::exportTo)),
                button("registry-import", "registry.import", this::load),
                button("registry-dictionary", "registry.dictionary",
                        () -> save("registry-columns.csv", model::dictionaryTo)),
                button("registry-tables", "registry.tables", this::saveTables),
                new IconButton(Material2OutlinedMZ.REFRESH, words.text("registry.refresh"), model::refresh), close);
        // In large targets they do not fit into one line of a small screen.
        FlowPane ask = new FlowPane(WIDE, 8, named("registry.by", by), named("registry.definition", definition),
                named("registry.since", since), named("registry.until", until));
        ask.setRowValignment(VPos.BOTTOM);
        VBox head = new VBox(8, title, ask, dayError, progress, said);
        head.getStyleClass().add("registry-head");
        return head;
    }

    private Node named(String key, Node control) {
        return Parts.tight(Parts.name(words.text(key)), control);
    }

    private void show(RegistryState state) {
        by.show(state.query().by());
        definition.show(model.files().outcome().responder(state.query().definitionId()).orElse(null));
        since.show("since", state.query().since().map(String::valueOf).orElse(""));
        until.show("until", state.query().until().map(String::valueOf).orElse(""));
        source.show(state.source() + (state.cases().isEmpty() ? "" : " · " + state.cases()),
                state.fromFile() ? Tone.AMBER : Tone.NEUTRAL);
        Parts.shown(back, state.fromFile());
        Parts.shown(progress, !state.busy().isEmpty());
        said.show(state.said(), "", state.wrong() ? Tone.AMBER : Tone.NEUTRAL);
        List<Node> parts = new ArrayList<>();
        parts.add(new SectionTitle(words.text("registry.cohort")));
        parts.add(state.lines().isEmpty()
                ? new EmptyState(Material2OutlinedAL.ASSESSMENT, words.text("registry.empty"))
                : table(state.lines()));
        state.unread().forEach(u -> {
            RemarkLabel remark = new RemarkLabel();
            remark.show(u, "", Tone.AMBER);
            parts.add(remark);
        });
        parts.add(Parts.note(words.text("registry.note", model.files().outcome().version())));
        cohort.getChildren().setAll(parts);
        published.getChildren().setAll(state.published().stream().map(RegistryPage::published).toList());
        showDue(state);
    }

    private void showDue(RegistryState state) {
        if (state.due().equals(dueShown) && !due.getChildren().isEmpty()) {
            return;
        }
        dueShown = state.due();
        List<Node> rows = new ArrayList<>(state.due().stream().map(this::due).toList());
        if (rows.isEmpty()) {
            rows.add(Parts.note(words.text("registry.nodue")));
        }
        if (!state.more().isEmpty()) {
            rows.add(Parts.note(state.more()));
        }
        Parts.replace(due, rows);
    }

    private Node table(List<RegistryState.Line> lines) {
        GridPane grid = new GridPane();
        grid.setId("registry-table");
        grid.getStyleClass().add("registry-table");
        grid.setHgap(WIDE);
        grid.add(heading(words.text("registry.group")), 0, 0);
        for (int i = 0; i < RegistryTable.COLUMNS.size(); i++) {
            grid.add(heading(words.text(RegistryTable.COLUMNS.get(i))), i + 1, 0);
        }
        int row = 1;
        for (RegistryState.Line l : lines) {
            Label group = new Label(l.group());
            group.getStyleClass().add("registry-group");
            group.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(group, 0, row);
            for (int i = 0; i < l.cells().size(); i++) {
                Label cell = new Label(l.cells().get(i));
                cell.getStyleClass().add("registry-cell");
                cell.setMinWidth(Region.USE_PREF_SIZE);
                cell.setAccessibleText(l.group() + ", " + words.text(RegistryTable.COLUMNS.get(i)) + ": "
                        + l.cells().get(i).replace("\n", " "));
                grid.add(cell, i + 1, row);
            }
            row++;
            if (!l.notes().isEmpty()) {
                grid.add(Parts.note(String.join("\n", l.notes())), 1, row++, RegistryTable.COLUMNS.size(), 1);
            }
        }
        return grid;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("field-name");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        return heading;
    }

    private static Node published(RegistryState.Published p) {
        Label what = new Label(p.arm() + ": " + p.words());
        what.setWrapText(true);
        HBox row = Parts.row(what);
        p.labels().forEach(l -> row.getChildren().add(new Chip(l, Tone.AMBER)));
        return Parts.tight(row, Parts.note(p.source()));
    }

    private Node due(RegistryState.DueLine d) {
        Label said = new Label(d.patient() + ": " + d.words());
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = Parts.row(new Chip(words.of(d.state()), d.state() == DueVisit.State.OVERDUE
                ? Tone.AMBER
                : Tone.ACCENT), said);
        d.caseId().ifPresent(id -> {
            Button go = new Button(words.text("registry.opencase"));
            go.setMinWidth(Region.USE_PREF_SIZE);
            go.setAccessibleText(words.text("registry.opencase") + ", " + d.patient());
            go.setOnAction(e -> model.openCase(id));
            row.getChildren().add(go);
        });
        return row;
    }

    private void save(String name, Consumer<Path> to) {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            to.accept(file.toPath());
        }
    }

    private void saveTables() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text("registry.tables"));
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("CSV", "*.zip"),
                new FileChooser.ExtensionFilter("JSON", "*.json"));
        chooser.setInitialFileName("foramen-tables.zip");
        File file = chooser.showSaveDialog(getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            model.tablesTo(file.toPath());
        }
    }

    private void load() {
        File file = chooser().showOpenDialog(getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            model.importFrom(file.toPath());
        }
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text("registry.title"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv", "*.CSV"));
        return chooser;
    }
}
