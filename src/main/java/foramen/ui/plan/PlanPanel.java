package foramen.ui.plan;

import foramen.domain.anatomy.Laterality;
import foramen.domain.measurement.Quantity;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.EmptyState;
import foramen.ui.support.IconButton;
import foramen.ui.support.ItemRow;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.ReadingView;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The inspector's page of the needle plan. */
public final class PlanPanel extends BorderPane {
    private final PlanViewModel model;
    private final Words words;
    private final Locale locale;
    private final Page page = new Page();
    private final VBox list = Parts.tight();
    private final TypedField target;
    private final ChoiceRow<Laterality> side;
    private final ReadingView path;
    private final TypedReading depth;
    private final TypedReading angle;
    private final TypedReading offset;
    private final Label provenance = new Label();
    private final RemarkLabel visibility = new RemarkLabel();
    private final ComboBox<PlanState.NeedleOption> needle = new ComboBox<>();
    private final RemarkLabel fit = new RemarkLabel();
    private final VBox clearances = Parts.part();
    private final PointFields points;
    private final TypedField note;
    private final VBox sheet;
    private boolean showing;

    /** Shows {@code model}, with numbers in the manner of {@code locale}. */
    public PlanPanel(PlanViewModel model, Locale locale) {
        this.model = model;
        words = model.words();
        path = new ReadingView(words.of(Quantity.PATH_LENGTH));
        this.locale = locale;
        setId("plan-panel");
        target = new TypedField(words.text("plan.target"), model::renameTarget);
        target.setId("plan-target");
        target.setPromptText(words.text("plan.target.prompt"));
        side = new ChoiceRow<>(words.text("plan.side"), List.of(Laterality.LEFT, Laterality.RIGHT), Laterality::letter,
                model::chooseSide);
        depth = new TypedReading(words.of(Quantity.DEPTH), "plan-depth", model::typeDepth);
        angle = new TypedReading(words.of(Quantity.ANGLE_TO_SKIN), "plan-angle", model::typeAngle);
        offset = new TypedReading(words.of(Quantity.LATERAL_OFFSET), "plan-offset", model::typeOffset);
        points = new PointFields(model, words);
        note = new TypedField(words.text("note"), model::note);
        note.setId("plan-note");
        note.setPromptText(words.text("note"));
        path.setId("plan-path");
        path.getStyleClass().add("beside-typed");
        provenance.getStyleClass().add("provenance");
        provenance.setWrapText(true);
        needle.setId("plan-needle");
        needle.setAccessibleText(words.text("plan.needle"));
        needle.setMaxWidth(Double.MAX_VALUE);
        needle.valueProperty().addListener((o, was, now) -> {
            if (!showing && now != null) {
                model.chooseNeedle(now.id());
            }
        });
        sheet = sheet();
        setCenter(page);
        model.stateProperty().addListener((o, was, now) -> show(now));
        show(model.state());
    }

    private VBox sheet() {
        HBox.setHgrow(target, Priority.ALWAYS);
        IconButton delete = new IconButton(Material2OutlinedAL.DELETE, words.text("plan.delete"), model::delete);
        delete.setId("plan-delete");
        HBox head = Parts.row(target, side, delete);
        VBox naming = Parts.part(Parts.name(words.text("plan.targetandside")), head);
        VBox numbers = Parts.part(Parts.columns(depth, path), Parts.columns(angle, offset), provenance, visibility);
        VBox needles = Parts.part(Parts.name(words.text("plan.needles")), needle, fit);
        VBox rest = Parts.part(points, note);
        VBox all = new VBox(naming, numbers, needles, clearances, rest, disclaimer());
        all.setSpacing(16);
        return all;
    }

    private void show(PlanState state) {
        if (state.sheet().isEmpty()) {
            page.show(new SectionTitle(words.text("plan.title")), emptyState(state), disclaimer());
            showList(state);
            return;
        }
        showing = true;
        try {
            showList(state);
            showSheet(state.sheet().get());
        } finally {
            showing = false;
        }
        page.show(title(state), sheet);
    }

    private Node title(PlanState state) {
        IconButton add = new IconButton(Material2OutlinedAL.ADD, words.text("plan.new"), model::drawNeedle);
        add.setId("plan-new");
        SectionTitle title = new SectionTitle(words.text("plan.title"), add);
        return state.plans().size() > 1 ? Parts.part(title, list) : title;
    }

    private Node emptyState(PlanState state) {
        if (!state.clipOpen()) {
            return new EmptyState(Material2OutlinedAL.COLORIZE, words.text("plan.empty"));
        }
        Node draw = EmptyState.action(words.text("plan.place"), model::drawNeedle);
        draw.setId("plan-draw");
        EmptyState empty = new EmptyState(Material2OutlinedAL.COLORIZE,
                words.text("plan.nothing"), draw);
        return state.plans().isEmpty() ? empty : Parts.part(empty, list);
    }

    private void showList(PlanState state) {
        Parts.replace(list, state.plans().stream().map(this::row).toList());
    }

    private Node row(PlanState.Row row) {
        Label name = new Label(row.name());
        name.getStyleClass().add("item-name");
        Label frame = Parts.note(words.text("frame.lower", row.frameNumber()));
        frame.setMinWidth(Region.USE_PREF_SIZE);
        return new ItemRow(words, row.name() + ", " + words.text("frame.lower", row.frameNumber()), row.selected(),
                () -> model.select(row.id()),
                name, Parts.spring(), frame);
    }

    private void showSheet(PlanState.Sheet s) {
        String id = s.plan().id();
        target.show(id, s.plan().targetName());
        side.show(s.plan().laterality());
        depth.show(id, s.reading().depth(), locale);
        angle.show(id, s.reading().angleToSkin(), locale);
        offset.show(id, s.reading().lateralOffset(), locale);
        path.show(s.reading().pathLength().text(locale), "", s.calibrated() ? Tone.NEUTRAL : Tone.AMBER);
        provenance.setText(s.provenance());
        PlanState.Remark seen = s.visibility().orElseGet(() -> new PlanState.Remark("", "", Tone.NEUTRAL));
        visibility.show(seen.words(), seen.source(), seen.tone());
        if (!needle.getItems().equals(s.needles())) {
            needle.getItems().setAll(s.needles());
        }
        needle.setValue(s.needles().stream().filter(n -> n.id().equals(s.plan().needleId())).findFirst()
                .orElseGet(() -> s.needles().getFirst()));
        fit.show(s.fit().words(), s.fit().source(), s.fit().tone());
        showClearances(s);
        points.show(s.plan(), locale);
        note.show(id, s.plan().note());
    }

    private void showClearances(PlanState.Sheet s) {
        clearances.getChildren().setAll(Parts.name(words.text("plan.clearances")));
        if (s.guarded().isEmpty()) {
            clearances.getChildren().add(
                    Parts.note(words.text("plan.noclearances")));
        }
        s.guarded().forEach(c -> clearances.getChildren().add(new ClearanceBar(c, words)));
        s.passed().forEach(c -> clearances.getChildren().add(new ClearanceBar(c, words)));
    }

    private Label disclaimer() {
        Label note = Parts.note(words.text("plan.disclaimer"));
        note.setId("plan-disclaimer");
        return note;
    }
}
