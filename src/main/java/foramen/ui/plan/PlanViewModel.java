package foramen.ui.plan;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.LengthUnit;
import foramen.domain.plan.NeedleAim;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.ui.support.Decimals;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.measure.OtherClips;
import foramen.workspace.measure.PlanDesk;
import foramen.workspace.measure.WorstCases;
import foramen.workspace.tool.ToolId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The needle plan of the frame in view: what follows from it, and how typed values move it. */
public final class PlanViewModel {
    /** A number, and its unit or none. */
    private static final Pattern LENGTH = Pattern.compile("(.*?)\\s*(mm|cm)?", Pattern.CASE_INSENSITIVE);
    private final Workbench bench;
    private final Words words;
    private final NeedleRules rules;
    private final OtherClips clips;
    private final PlanSheets sheets;
    private final PlanEdits edits;
    private final WorstCases worst;
    private final ReadOnlyObjectWrapper<PlanState> state = new ReadOnlyObjectWrapper<>(this, "state",
            PlanState.NOTHING);
    private String planShown = "";
    private int target = 1;

    /**
     * @param bench the case, the clip and the frame in view
     * @param catalog the structures
     * @param desk reads plans
     */
    public PlanViewModel(Workbench bench, StructureCatalog catalog, PlanDesk desk) {
        this.bench = bench;
        this.words = bench.words();
        this.rules = desk.rules();
        this.clips = desk.clips();
        this.sheets = new PlanSheets(catalog, desk, words);
        this.edits = new PlanEdits(bench, this::plan);
        this.worst = desk.worst();
        refresh();
        bench.onChange(this::refresh);
        clips.changesProperty().addListener((o, was, now) -> refresh());
        worst.changesProperty().addListener((o, was, now) -> refresh());
        words.lengthsProperty().addListener((o, was, now) -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<PlanState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public PlanState state() {
        return state.get();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** Edits the plan being looked at. */
    public PlanEdits edits() {
        return edits;
    }

    /** Takes the needle tool in hand, with nothing selected, so that the next clicks make a new plan. */
    public void drawNeedle() {
        bench.editor().selectionProperty().set(Optional.empty());
        take(ToolId.NEEDLE);
    }

    /** Takes a tool in hand that adds to the plan being looked at. */
    public void takeFor(ToolId tool) {
        plan().ifPresent(p -> bench.editor().selectionProperty().set(Optional.of(p.id())));
        take(tool);
    }

    /** Takes a tool in hand that adds to a plan of another clip. */
    public void takeFor(String planId, ToolId tool) {
        hold(planId);
        take(tool);
    }

    /** Selects a plan of another clip without going there, so that a needle marked next belongs to it. */
    public void hold(String planId) {
        bench.editor().selectionProperty().set(Optional.of(planId));
    }

    /** Edits one plan, wherever it lies. */
    public PlanEdits editsOf(String planId) {
        return new PlanEdits(bench, () -> bench.casefile().plan(planId));
    }

    private void take(ToolId tool) {
        bench.tools().toolProperty().set(tool);
    }

    /** Looks at another plan, going to its frame. */
    public void select(String planId) {
        bench.casefile().plan(planId).ifPresent(p -> {
            goTo(p.frame().index());
            bench.editor().selectionProperty().set(Optional.of(planId));
        });
    }

    /** Looks at another target of the plan. */
    public void selectTarget(int number) {
        target = number;
        refresh();
    }

    /** Shows a frame, such as that of the worst case. */
    public void goTo(int frameIndex) {
        bench.cine().pause();
        bench.cine().seek(frameIndex);
    }

    /** Takes the worst case over the whole clip. */
    public String wholeClip() {
        return bench.info().map(i -> edits.typeRange("1", Integer.toString(i.frames()))).orElse("");
    }

    /** Names the target being looked at; never refused. */
    public String renameTarget(String name) {
        return edits.renameTarget(number(), name);
    }

    /** Removes the target being looked at; answers with one sentence where it cannot. */
    public String removeTarget() {
        return edits.removeTarget(number());
    }

    /** Gives the target being looked at the place {@code by} farther down the list. */
    public void moveTarget(int by) {
        int to = number() + by;
        if (plan().filter(p -> to >= 1 && to <= p.passes().size()).isPresent()) {
            int from = number();
            target = to;
            edits.moveTarget(from, to);
        }
    }

    /** Moves the target to a typed depth in the unit shown, or with its unit; answers with one sentence where it cannot. */
    public String typeDepth(String text) {
        return typed(text, this::millimetres, (aim, path) -> value -> aim.depth(path, value), "Set depth");
    }

    /** Moves the entry point so that the needle meets the skin at a typed angle in degrees. */
    public String typeAngle(String text) {
        return typed(text, PlanViewModel::number, (aim, path) -> value -> aim.angle(path, value), "Set angle");
    }

    /** Moves the entry point to a typed lateral offset in mm. */
    public String typeOffset(String text) {
        return typed(text, this::millimetres, (aim, path) -> value -> aim.offset(path, value), "Set lateral offset");
    }

    /** Puts one coordinate of the entry point or the target where it was typed, in image pixels. */
    public String typeCoordinate(Coordinate which, String text) {
        return typed(text, PlanViewModel::number, (aim, path) -> value -> aim.points(which.in(path, value)),
                "Move needle");
    }

    /** Sets the skin arc by a typed radius in mm, its lowest point being above the middle of the picture. */
    public String typeRadius(String text) {
        Optional<ClipInfo> info = bench.info();
        Optional<NeedlePlan> plan = plan();
        if (info.isEmpty() || plan.isEmpty()) {
            return "";
        }
        return edits.setArc(text, face(plan.get(), info.get()));
    }

    /** Moves the lowest point of the transducer face, keeping the radius; nothing where the arc was set otherwise. */
    public String typeFace(boolean x, String text) {
        Optional<BigDecimal> value = Decimals.parse(text);
        Optional<SkinSetting.Form.Face> held = plan()
                .flatMap(p -> p.detail().approach().skin()).map(SkinSetting::form)
                .filter(SkinSetting.Form.Face.class::isInstance)
                .map(SkinSetting.Form.Face.class::cast);
        if (value.isEmpty() || held.isEmpty()) {
            return words.text("plan.number");
        }
        double v = value.get().doubleValue();
        Point was = held.get().face();
        return edits.setArc(BigDecimal.valueOf(held.get().radiusMm()).toPlainString(),
                x ? new Point(v, was.y()) : new Point(was.x(), v));
    }

    /** Where the middle of the face was set, else the middle of the picture at the file's own face, else the entry's height. */
    private Point face(NeedlePlan plan, ClipInfo info) {
        return plan.detail().approach().skin().map(SkinSetting::form)
                .filter(SkinSetting.Form.Face.class::isInstance)
                .map(SkinSetting.Form.Face.class::cast)
                .map(SkinSetting.Form.Face::face)
                .orElseGet(() -> new Point(info.columns() / 2.0, bench.casefile().calibrationOf(info)
                        .faceAbove(plan.target()).orElse(plan.entry().y())));
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

    private static Optional<Double> number(String text) {
        return Decimals.parse(text).map(BigDecimal::doubleValue);
    }

    /** A length with its unit behind it, or in the unit that the screen writes, which stands behind the field. */
    private Optional<Double> millimetres(String text) {
        Matcher m = LENGTH.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        LengthUnit unit = Optional.ofNullable(m.group(2)).flatMap(LengthUnit::of)
                .orElseGet(words.lengthsProperty()::get);
        return number(m.group(1)).map(unit::toMillimetres);
    }

    private String typed(String text, Function<String, Optional<Double>> read,
            BiFunction<NeedleAim, Segment, DoubleFunction<NeedleAim.Aimed>> aim,
            String action) {
        Optional<NeedlePlan> plan = plan();
        if (plan.isEmpty() || bench.info().isEmpty()) {
            return "";
        }
        Optional<Double> value = read.apply(text);
        if (value.isEmpty()) {
            return words.text("plan.number");
        }
        ClipInfo clip = bench.info().get();
        int number = number();
        NeedleAim aimer = new NeedleAim(clip, bench.casefile().calibrationOf(clip), rules,
                plan.get().detail().approach().skin());
        NeedleAim.Aimed aimed = aim.apply(aimer, plan.get().passes().get(number - 1).path())
                .apply(value.get());
        return switch (aimed) {
            case NeedleAim.Aimed.Refused r -> words.said(r.reason());
            case NeedleAim.Aimed.Moved m -> edits.movePath(number, m.path(), action);
        };
    }

    private int number() {
        return plan().map(p -> Math.clamp(target, 1, p.passes().size())).orElse(1);
    }

    /** The selected plan of the frame in view, else its newest. */
    private Optional<NeedlePlan> plan() {
        return planOf(bench.casefile());
    }

    private Optional<NeedlePlan> planOf(Case casefile) {
        List<NeedlePlan> here = bench.frame().map(casefile::plansOn).orElse(List.of());
        Optional<NeedlePlan> selected = bench.selected().flatMap(casefile::plan);
        return here.stream().filter(p -> selected.filter(p::equals).isPresent()).findFirst()
                // A frame of the worst case, or the one where the needle was seen, is looked at for a plan's sake. A plan
                // of another clip is not read here: the scale would be the wrong one.
                .or(() -> selected.filter(p -> here.isEmpty()
                        && bench.frame().filter(f -> f.sopInstanceUid().equals(p.frame().sopInstanceUid()))
                                .isPresent()))
                .or(() -> here.isEmpty() ? Optional.empty() : Optional.of(here.getLast()));
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
        bench.info().ifPresent(clips::opened);
        clips.wantPlanned(bench.shown());
        Optional<NeedlePlan> shown = planOf(bench.shown());
        String id = shown.map(NeedlePlan::id).orElse("");
        if (!id.equals(planShown)) {
            planShown = id;
            target = 1;
        }
        List<PlanState.Row> rows = bench.shown().plans().stream()
                .filter(p -> p.frame().sopInstanceUid().equals(frame.get().sopInstanceUid()))
                .map(p -> new PlanState.Row(p.id(), sheets.called(p), p.frame().number(), p.frame().equals(frame.get()),
                        shown.filter(s -> s.id().equals(p.id())).isPresent()))
                .sorted(Comparator.comparing(r -> !r.here())).toList();
        return new PlanState(true, rows, shown.flatMap(p -> bench.info().map(info -> sheet(p, info))),
                bench.info().map(info -> sheets.elsewhere(bench.shown(), info, bench.selected())).orElse(List.of()));
    }

    /** While the needle is dragged, the worst case stays the one from before. */
    private PlanState.Sheet sheet(NeedlePlan plan, ClipInfo info) {
        return sheets.sheet(plan, target, bench.shown(), info, worst.of(plan, bench.shown(), info));
    }
}
