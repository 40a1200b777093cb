package foramen.ui.plan;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.NeedleAim;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.VisibilityBand;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.ui.support.Decimals;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.tool.ToolId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The needle plan of the frame in view: what follows from it, and how typed values move it. */
public final class PlanViewModel {
    private final Workbench bench;
    private final Words words;
    private final StructureCatalog catalog;
    private final NeedleRules rules;
    private final CaseReadings readings;
    private final Locale locale;
    private final ReadOnlyObjectWrapper<PlanState> state = new ReadOnlyObjectWrapper<>(this, "state",
            PlanState.NOTHING);

    /**
     * @param bench the case, the clip and the frame in view
     * @param catalog the structures
     * @param rules the needles, bands and margins
     * @param readings reads values off the case
     * @param locale for numbers
     */
    public PlanViewModel(Workbench bench, StructureCatalog catalog, NeedleRules rules,
            CaseReadings readings, Locale locale) {
        this.bench = bench;
        this.words = bench.words();
        this.catalog = catalog;
        this.rules = rules;
        this.readings = readings;
        this.locale = locale;
        refresh();
        bench.onChange(this::refresh);
    }

    /** What to show. */
    public ReadOnlyObjectProperty<PlanState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public PlanState state() {
        return state.get();
    }

    /** Takes the needle tool in hand, with nothing selected, so that the next clicks make a new plan. */
    public void drawNeedle() {
        bench.editor().selectionProperty().set(Optional.empty());
        bench.tools().toolProperty().set(ToolId.NEEDLE);
    }

    /** Looks at another plan, going to its frame. */
    public void select(String planId) {
        bench.casefile().plan(planId).ifPresent(p -> {
            bench.cine().pause();
            bench.cine().seek(p.frame().index());
            bench.editor().selectionProperty().set(Optional.of(planId));
        });
    }

    /** Names the target; never refused. */
    public String renameTarget(String name) {
        return change("Name target", p -> p.withTargetName(name));
    }

    /** Says on which side it lies. */
    public void chooseSide(Laterality side) {
        change("Set side of plan", p -> p.withLaterality(side));
    }

    /** Chooses a needle of the stock list; empty for none. */
    public void chooseNeedle(String needleId) {
        change("Choose needle", p -> p.withNeedle(needleId));
    }

    /** Notes free words; never refused. */
    public String note(String words) {
        return change("Note on plan", p -> p.withNote(words));
    }

    /** Deletes the plan; undo brings it back. */
    public void delete() {
        plan().ifPresent(p -> bench.editor().commit(bench.casefile().withoutPlan(p.id()), "Delete needle plan"));
    }

    /** Moves the target to a typed depth in mm; answers with one sentence where it cannot. */
    public String typeDepth(String text) {
        return typed(text, (aim, plan) -> value -> aim.depth(plan.path(), value), "Set depth");
    }

    /** Moves the entry point so that the needle meets the skin at a typed angle in degrees. */
    public String typeAngle(String text) {
        return typed(text, (aim, plan) -> value -> aim.angle(plan.path(), value), "Set angle");
    }

    /** Moves the entry point to a typed lateral offset in mm. */
    public String typeOffset(String text) {
        return typed(text, (aim, plan) -> value -> aim.offset(plan.path(), value), "Set lateral offset");
    }

    /** Puts one coordinate of the entry point or the target where it was typed, in image pixels. */
    public String typeCoordinate(Coordinate which, String text) {
        return typed(text, (aim, plan) -> value -> aim.points(which.in(plan.path(), value)), "Move needle");
    }

    /** The four numbers that place a needle. */
    public enum Coordinate {
        ENTRY_X, ENTRY_Y, TARGET_X, TARGET_Y;

        Segment in(Segment path, double value) {
            Point a = path.a();
            Point b = path.b();
            return switch (this) {
                case ENTRY_X -> new Segment(new Point(value, a.y()), b);
                case ENTRY_Y -> new Segment(new Point(a.x(), value), b);
                case TARGET_X -> new Segment(a, new Point(value, b.y()));
                case TARGET_Y -> new Segment(a, new Point(b.x(), value));
            };
        }
    }

    private String typed(String text, BiFunction<NeedleAim, NeedlePlan, Function<Double, NeedleAim.Aimed>> aim,
            String action) {
        Optional<NeedlePlan> plan = plan();
        if (plan.isEmpty() || bench.info().isEmpty()) {
            return "";
        }
        Optional<BigDecimal> value = Decimals.parse(text);
        if (value.isEmpty()) {
            return words.text("plan.number");
        }
        NeedleAim.Aimed aimed = aim
                .apply(new NeedleAim(bench.info().get(), bench.casefile().calibrationOf(bench.info().get())),
                        plan.get())
                .apply(value.get().doubleValue());
        return switch (aimed) {
            case NeedleAim.Aimed.Refused r -> words.said(r.reason());
            case NeedleAim.Aimed.Moved m -> change(action, p -> p.withEntry(m.path().a(), bench.editor().now())
                    .withTarget(m.path().b(), bench.editor().now()));
        };
    }

    private String change(String action, Function<NeedlePlan, NeedlePlan> change) {
        plan().ifPresent(p -> bench.editor().commit(bench.casefile().withPlan(change.apply(p)), action));
        return "";
    }

    /** The selected plan of the frame in view, else its newest. */
    private Optional<NeedlePlan> plan() {
        return planOf(bench.casefile());
    }

    private Optional<NeedlePlan> planOf(Case casefile) {
        List<NeedlePlan> here = bench.frame().map(casefile::plansOn).orElse(List.of());
        return here.stream().filter(p -> bench.selected().filter(p.id()::equals).isPresent()).findFirst()
                .or(() -> here.isEmpty() ? Optional.empty() : Optional.of(here.getLast()));
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    private void refresh() {
        PlanState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private PlanState compute() {
        Optional<FrameRef> frame = bench.frame();
        if (frame.isEmpty()) {
            return PlanState.NOTHING;
        }
        Optional<NeedlePlan> shown = planOf(bench.shown());
        List<PlanState.Row> rows = bench.shown().plans().stream()
                .filter(p -> p.frame().sopInstanceUid().equals(frame.get().sopInstanceUid()))
                .map(p -> new PlanState.Row(p.id(), called(p), p.frame().number(), p.frame().equals(frame.get()),
                        shown.filter(s -> s.id().equals(p.id())).isPresent()))
                .sorted(Comparator.comparing(r -> !r.here())).toList();
        return new PlanState(true, rows, shown.flatMap(
                p -> bench.info().map(info -> sheet(p, readings.plan(p, bench.shown(), info).reading()))));
    }

    private String called(NeedlePlan p) {
        String target = p.targetName().isBlank() ? words.text("plan.unnamed") : p.targetName();
        return p.laterality() == Laterality.UNSPECIFIED ? target : target + ", " + words.of(p.laterality());
    }

    private PlanState.Sheet sheet(NeedlePlan plan, NeedleReading reading) {
        boolean calibrated = reading.pathLength() instanceof Reading.Measured;
        NeedleFit fit = new NeedleFit(rules, words);
        List<ClearanceRow> guarded = new ArrayList<>();
        List<ClearanceRow> passed = new ArrayList<>();
        for (NeedleReading.Clearance c : reading.clearances()) {
            Structure structure = catalog.get(c.obstacle().structureId());
            ClearanceRow row = ClearanceRow.of(c, structure, rules, words);
            // A caliper across a muscle is no boundary of it; a line along bone is one.
            if (!(c.obstacle().shape() instanceof Shape.Area || c.obstacle().shape() instanceof Shape.Marker)
                    && row.margin().isEmpty()
                    && structure.kind() != Structure.Kind.BONE) {
                continue;
            }
            (row.margin().isPresent() ? guarded : passed).add(row);
        }
        return new PlanState.Sheet(plan, reading, provenance(plan, reading), calibrated,
                reading.visibility().map(this::visibility), fit.options(reading.pathLength()),
                fit.verdict(reading.pathLength(), plan.needleId()), guarded, passed);
    }

    private String provenance(NeedlePlan plan, NeedleReading reading) {
        String side = plan.laterality() == Laterality.UNSPECIFIED
                ? words.text("plan.noside")
                : Words.capital(words.of(plan.laterality()));
        String fromFace = reading.depthFromTransducer()
                .map(d -> ". " + words.text("plan.face", d.text(locale))).orElse("");
        String joint = reading.pathLength() instanceof Reading.Measured ? ", " : ". ";
        return side + joint + words.said(reading.pathLength().provenance()) + fromFace;
    }

    private PlanState.Remark visibility(VisibilityBand band) {
        // In these two an ordinary needle is seen without other measures (needle-rules.json).
        boolean calm = Set.of("good", "fair").contains(band.id());
        return new PlanState.Remark(Words.capital(words.named("Visibility." + band.id(), band.label())), band.source(),
                calm ? Tone.NEUTRAL : Tone.AMBER);
    }

}
