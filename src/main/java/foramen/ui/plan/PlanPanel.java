package foramen.ui.plan;

import foramen.domain.measurement.Quantity;
import foramen.ui.support.EmptyState;
import foramen.ui.support.IconButton;
import foramen.ui.support.ItemRow;
import foramen.ui.support.Page;
import foramen.ui.support.Parts;
import foramen.ui.support.ReadingView;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Swatch;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
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
    private final TargetsPart targets;
    private final ReadingView path;
    private final ReadingView beam;
    private final TypedReading depth;
    private final TypedReading angle;
    private final TypedReading offset;
    private final Label provenance = new Label();
    private final RemarkLabel visibility = new RemarkLabel();
    private final Label fan = Parts.note("");
    private final ComboBox<PlanState.NeedleOption> needle = new ComboBox<>();
    private final RemarkLabel fit = new RemarkLabel();
    private final WarningsPart warnings;
    private final VBox margins = Parts.part();
    private final RangePart range;
    private final ApproachPart approach;
    private final SeenPart seen;
    private final RecordPart record;
    private final OtherPlansPart elsewhere;
    private final PointFields points;
    private final TypedField note;
    private final VBox sheet;
    private boolean showing;

    /** Shows {@code model}, with numbers in the manner of {@code locale}. */
    public PlanPanel(PlanViewModel model, Locale locale) {
        this.model = model;
        words = model.words();
        this.locale = locale;
        setId("plan-panel");
        targets = new TargetsPart(model);
        path = new ReadingView(words.of(Quantity.PATH_LENGTH));
        beam = new ReadingView(words.of(Quantity.ANGLE_TO_BEAM));
        depth = new TypedReading(words.of(Quantity.DEPTH), "plan-depth", model::typeDepth);
        angle = new TypedReading(words.of(Quantity.ANGLE_TO_SKIN), "plan-angle", model::typeAngle);
        offset = new TypedReading(words.of(Quantity.LATERAL_OFFSET), "plan-offset", model::typeOffset);
        warnings = new WarningsPart(model);
        range = new RangePart(model);
        approach = new ApproachPart(model);
        seen = new SeenPart(model);
        record = new RecordPart(words);
        elsewhere = new OtherPlansPart(model);
        points = new PointFields(model, words);
        note = new TypedField(words.text("note"), model.edits()::note);
        note.setId("plan-note");
        note.setPromptText(words.text("note"));
        path.setId("plan-path");
        path.getStyleClass().add("beside-typed");
        beam.setId("plan-beam");
        beam.getStyleClass().add("beside-typed");
        fan.setId("plan-fan");
        margins.setId("plan-margins");
        provenance.getStyleClass().add("provenance");
        provenance.setWrapText(true);
        needle.setId("plan-needle");
        needle.setAccessibleText(words.text("plan.needle"));
        needle.setMaxWidth(Double.MAX_VALUE);
        needle.valueProperty().addListener((o, was, now) -> {
            if (!showing && now != null) {
                model.edits().chooseNeedle(now.id());
            }
        });
        sheet = sheet();
        setCenter(page);
        model.stateProperty().addListener((o, was, now) -> show(now));
        show(model.state());
    }

    private VBox sheet() {
        VBox numbers = Parts.part(Parts.columns(depth, path), Parts.columns(angle, beam),
                Parts.columns(offset, new Region()), provenance, visibility, fan);
        VBox needles = Parts.part(Parts.name(words.text("plan.needles")), needle, fit);
        VBox rest = Parts.part(points, note);
        VBox all = new VBox(targets, numbers, needles, warnings, margins, range, approach, seen, elsewhere, rest,
                record,
                disclaimer());
        all.setSpacing(16);
        return all;
    }

    private void show(PlanState state) {
        elsewhere.show(state.elsewhere());
        if (state.sheet().isEmpty()) {
            sheet.getChildren().remove(elsewhere);
            page.show(new SectionTitle(words.text("plan.title")), emptyState(state), elsewhere, disclaimer());
            showList(state);
            return;
        }
        if (!sheet.getChildren().contains(elsewhere)) {
            sheet.getChildren().add(sheet.getChildren().indexOf(seen) + 1, elsewhere);
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
        // A field belongs to one target: what was typed for another is never taken for this one.
        String id = s.plan().id() + "/" + s.target().number();
        targets.show(s);
        depth.show(id, s.reading().depth(), words);
        angle.show(id, s.reading().angleToSkin(), words, s.approach().inPlane());
        offset.show(id, s.reading().lateralOffset(), words);
        Tone tone = s.target().calibrated() ? Tone.NEUTRAL : Tone.AMBER;
        path.show(words.value(s.reading().pathLength()), "", tone);
        beam.show(words.value(s.reading().angleToBeam()), "", tone);
        provenance.setText(s.target().provenance());
        PlanState.Remark said = s.target().visibility().orElseGet(() -> new PlanState.Remark("", "", Tone.NEUTRAL));
        visibility.show(said.words(), said.source(), said.tone());
        fan.setText(s.target().fan());
        fan.setManaged(!s.target().fan().isEmpty());
        if (!needle.getItems().equals(s.needles())) {
            needle.getItems().setAll(s.needles());
        }
        needle.setValue(s.needles().stream().filter(n -> n.id().equals(s.plan().needleId())).findFirst()
                .orElseGet(() -> s.needles().getFirst()));
        fit.show(s.fit().words(), s.fit().source(), s.fit().tone());
        warnings.show(s);
        showMargins(s.margins());
        range.show(s);
        approach.show(s);
        seen.show(s);
        record.show(s.record());
        points.show(s.plan(), s.target().number(), locale);
        note.show(s.plan().id(), s.plan().note());
    }

    private void showMargins(PlanState.Margins m) {
        margins.getChildren().setAll(Parts.name(words.text("plan.clearances")));
        if (!m.none().isEmpty()) {
            margins.getChildren().add(Parts.note(m.none()));
        }
        m.guarded().forEach(r -> margins.getChildren().add(new MarginBar(r, words, model::goTo)));
        if (!m.crossed().isEmpty()) {
            margins.getChildren().add(Parts.name(words.text("plan.crossed")));
        }
        m.crossed().forEach(c -> {
            Label name = new Label(c.name());
            name.setWrapText(true);
            Label where = Parts.note(c.words());
            where.setMinWidth(Region.USE_PREF_SIZE);
            margins.getChildren().add(Parts.row(new Swatch(c.letter(), c.colour()), name, Parts.spring(), where));
        });
    }

    private Label disclaimer() {
        Label label = Parts.note(words.text("plan.disclaimer"));
        label.setId("plan-disclaimer");
        return label;
    }
}
