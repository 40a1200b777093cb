package foramen.workspace.tool;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import foramen.workspace.edit.CaseEditor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Binds the tools to the case: feeds them input, shows their draft and preview, commits their edits. A tool stays after
 * its shape is done; Esc with nothing in progress goes back to selecting. Lives on the home thread.
 */
public final class ToolController {
    private final CaseEditor editor;
    private final StructureCatalog structures;
    private final ToolBox tools = new ToolBox();

    private final ObjectProperty<ToolId> tool = new SimpleObjectProperty<>(ToolId.SELECT);
    private final NextLabels next = new NextLabels();
    private final ReadOnlyObjectWrapper<Optional<Draft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Case>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(ToolId.SELECT.hint());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    private final BrushSize brush = new BrushSize();
    private final ObjectProperty<RegionWay> regionWay = new SimpleObjectProperty<>(RegionWay.AS_USUAL);
    private Optional<BeforePress> beforePress = Optional.empty();
    private Optional<ToolInput.Move> lastMove = Optional.empty();
    private ToolState state = ToolState.Idle.START;
    private Optional<InView> view = Optional.empty();
    private Optional<Unfinished> suspended = Optional.empty();
    private List<List<Point>> corrections = List.of();
    private final OpenQuestion question = new OpenQuestion();
    private final Eyesight eyes = new Eyesight();
    private Supplier<Optional<Beside>> beside = Optional::empty;

    /** Gives the tools somebody to ask which picture stands beside the one in view. */
    public void setBeside(Supplier<Optional<Beside>> pictures) {
        beside = pictures;
    }

    Optional<Beside> beside() {
        return beside.get();
    }

    /**
     * @param editor receives the edits and keeps the selection
     * @param structures names of structures
     */
    public ToolController(CaseEditor editor, StructureCatalog structures) {
        this.editor = editor;
        this.structures = structures;
        tool.addListener((p, before, now) -> {
            boolean lost = isUnfinished();
            reset();
            regionWay.set(RegionWay.AS_USUAL);
            if (lost) {
                say("The unfinished drawing was given up.");
            }
            // A job that was cancelled tells nobody; taking the tool in hand again asks again.
            eyes.lookAgain(needsSight(now));
        });
        // A handle of one object means nothing for the next.
        editor.selectionProperty().addListener((p, before, now) -> forgetHandle());
        // What is being drawn says at once what it will be stored as.
        next.structureIdProperty().addListener((p, before, now) -> draft.get().ifPresent(d -> showAnew()));
        next.lateralityProperty().addListener((p, before, now) -> relabel());
        editor.caseProperty().addListener((p, before, now) -> relabel());
    }

    /** The tool in hand; choosing another gives up what is in progress. */
    public ObjectProperty<ToolId> toolProperty() {
        return tool;
    }

    /** What new annotations are marked as. */
    public NextLabels next() {
        return next;
    }

    /** The shape being drawn. */
    public ReadOnlyObjectProperty<Optional<Draft>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The case as it would be if the button were let go now; empty while nothing is dragged. */
    public ReadOnlyObjectProperty<Optional<Case>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What the overlay is composed from: the preview, else the case. */
    public Case previewCase() {
        return preview.get().orElseGet(editor::current);
    }

    /** What the operator can do next, for the status line. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Whether something is being drawn or dragged: Backspace and Esc belong to it then. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /**
     * Says what is in view. A drawing left unfinished on another frame waits there; a drag is given up.
     *
     * @param clip the clip
     * @param frameIndex the frame, from 0
     */
    public void show(ClipInfo clip, int frameIndex) {
        InView seen = new InView(clip, frameIndex);
        FrameRef frame = seen.frame();
        view.filter(v -> !v.frame().equals(frame)).ifPresent(v -> leave(v.frame()));
        boolean arrives = view.filter(v -> v.frame().equals(frame)).isEmpty();
        view = Optional.of(seen);
        if (arrives) {
            arrive(frame);
        }
    }

    /**
     * Says that nothing is in view; input is ignored until {@link #show}. Side, level and plane are forgotten: what
     * was chosen for one clip must not label what is drawn on the next, perhaps of the other side.
     */
    public void clear() {
        view = Optional.empty();
        eyes.forget();
        next.forgetPlace();
        reset();
    }

    private void leave(FrameRef frame) {
        suspended = Unfinished.of(frame, state, corrections).or(() -> suspended);
        idle();
    }

    private void arrive(FrameRef frame) {
        if (suspended.isEmpty()) {
            return;
        }
        Unfinished waiting = suspended.get();
        if (waiting.frame().equals(frame)) {
            suspended = Optional.empty();
            state = waiting.drawing();
            corrections = waiting.corrections();
            // An input without consequence, so that the tool shows what it has.
            handle(new ToolInput.Nudge(0, 0), 1);
        } else {
            hint.set("The drawing on frame " + waiting.frame().number() + " is not finished; go back to finish it.");
        }
    }

    /** Gives the tools that look at pixels what they look with. */
    public void setSight(Sight looks) {
        eyes.use(looks);
    }

    /** Whether {@code id} can be used: some tools need to see the pixels. */
    public boolean canUse(ToolId id) {
        return eyes.canSee() || !needsSight(id);
    }

    /** Whether the tool changes the selected outline region by region. */
    public static boolean paints(ToolId id) {
        return id == ToolId.BRUSH || id == ToolId.ERASER || id == ToolId.WAND;
    }

    private static boolean needsSight(ToolId id) {
        return id == ToolId.LIVEWIRE || id == ToolId.WAND;
    }

    /** Says which pixels are in view. */
    public void see(Frame frame) {
        eyes.see(frame, needsSight(tool.get()));
    }

    /**
     * Feeds input to the tool in hand and does what it says.
     *
     * @param input in continuous image pixels
     * @param tolerance hit radius in image pixels, positive; larger for touch
     */
    public void handle(ToolInput input, double tolerance) {
        Optional<ToolContext> context = context(tolerance);
        if (context.isEmpty()) {
            return;
        }
        if (input instanceof ToolInput.Move m) {
            lastMove = Optional.of(m);
        }
        boolean wasIdle = state instanceof ToolState.Idle;
        if (input instanceof ToolInput.Press) {
            beforePress = Optional.of(new BeforePress(state, suspended, corrections));
        }
        if (input instanceof ToolInput.Press && wasIdle) {
            // A new drawing takes the place of one left unfinished elsewhere only where it is a drawing.
            suspended = tool.get() == ToolId.SELECT ? suspended : Optional.empty();
        }
        if (input instanceof ToolInput.Cancel && wasIdle && tool.get() != ToolId.SELECT) {
            tool.set(ToolId.SELECT);
            return;
        }
        boolean passes = switch (input) {
            case ToolInput.Move m -> wasIdle;
            case ToolInput.Drag d -> wasIdle;
            case ToolInput.Release r -> wasIdle;
            default -> false;
        };
        String said = hint.get();
        apply(tool().step(state, paints(tool.get()) ? regionWay.get().with(input, tool.get()) : input, context.get()));
        if (passes && state instanceof ToolState.Idle) {
            // What came of the last gesture stays readable while the pointer merely moves on.
            hint.set(said);
        }
    }

    /**
     * Takes back the last thing done to what is in progress: a point of a drawing, a correction of a proposal, all of a
     * drag. Edits that are finished are the case's to undo.
     *
     * @param tolerance hit radius in image pixels, positive
     */
    public void takeBack(double tolerance) {
        switch (state) {
            case ToolState.Proposed p when p.corrected() -> context(tolerance).ifPresent(c -> {
                List<List<Point>> left = corrections;
                apply(Corrections.takeBack(p, left, c));
                corrections = left.isEmpty() ? left : left.subList(0, left.size() - 1);
            });
            case ToolState.Dragging d -> handle(new ToolInput.Cancel(), tolerance);
            case ToolState.Painting p -> handle(new ToolInput.Cancel(), tolerance);
            default -> handle(new ToolInput.Delete(), tolerance);
        }
    }

    private void apply(ToolStep step) {
        corrections = Corrections.after(corrections, state, step.next());
        beforePress = step.edit().isPresent() ? Optional.empty() : beforePress;
        state = step.next();
        // The preview goes before the edit comes, so that nobody sees an object in two places.
        preview.set(step.preview());
        step.edit().ifPresent(e -> editor.commit(e.next(), e.action()));
        switch (step.selection()) {
            case SelectionChange.Keep k -> {
            }
            case SelectionChange.Clear c -> editor.selectionProperty().set(Optional.empty());
            case SelectionChange.Select s -> editor.selectionProperty().set(Optional.of(s.objectId()));
        }
        // The selection's listener forgets the handle; this step knows which one is meant.
        state = step.next();
        draft.set(sided(step.draft()));
        hint.set(step.hint().isEmpty() ? tool.get().hint() : step.hint());
        busy.set(!(state instanceof ToolState.Idle));
        ask();
    }

    /** The draft with the side it would be stored with, whichever tool made it. */
    private Optional<Draft> sided(Optional<Draft> made) {
        return made.map(d -> d.on(context(1).map(tool()::side).orElse(d.side())));
    }

    private void relabel() {
        draft.set(sided(draft.get()));
    }

    private void showAnew() {
        if (busy.get()) {
            // An input without consequence, so that the tool shows what it has.
            handle(new ToolInput.Nudge(0, 0), 1);
        }
    }

    /** Gives the tool that proposes outlines somebody to ask. */
    public void setProposer(OutlineProposer finder) {
        question.use(finder);
    }

    private void ask() {
        question.drop();
        if (state instanceof ToolState.Asking waiting) {
            view.ifPresent(v -> question.ask(v.frame(), waiting.seed(), () -> state.equals(waiting),
                    answer -> context(1).ifPresent(c -> apply(ProposeTool.answered(answer, c)))));
        }
    }

    /** The hand is taken off, wherever it is: a drag is given up, and a drawing begun waits as it is. */
    public void letGo() {
        view.ifPresent(v -> {
            leave(v.frame());
            arrive(v.frame());
        });
    }

    /** Takes back a press that was not meant, with what came of it so far, unless it has finished something. */
    public void unpress() {
        beforePress.filter(b -> busy.get()).ifPresent(b -> {
            apply(ToolStep.to(b.state()));
            corrections = b.corrections();
            suspended = b.suspended();
            showAnew();
        });
        beforePress = Optional.empty();
    }

    /** Whether a drawing is begun here or waits on another frame, which another tool would give up. */
    public boolean isUnfinished() {
        return suspended.isPresent() || (busy.get() && !(state instanceof ToolState.Dragging));
    }

    /** Gives up what is in progress, also what waits on another frame. */
    public void reset() {
        suspended = Optional.empty();
        idle();
    }

    private void idle() {
        apply(ToolStep.to(ToolState.Idle.START));
    }

    private void forgetHandle() {
        if (state instanceof ToolState.Idle i) {
            state = new ToolState.Idle(i.pointer(), Optional.empty());
        }
    }

    /** What the select tool would take at {@code p}: for the cursor, and to leave an empty place to windowing. */
    public Optional<Hit> hitAt(Point p, double tolerance) {
        return view.flatMap(
                v -> HitTest.at(p, editor.current(), v.frame(), editor.selectionProperty().get(), tolerance));
    }

    /** Says {@code words} in the place of the tool's hint, until the next input. */
    public void say(String words) {
        hint.set(words);
    }

    /** What brush, eraser and wand do to the selected outline where no key is held. */
    public ObjectProperty<RegionWay> regionWayProperty() {
        return regionWay;
    }

    /** Radius of brush and eraser, in image pixels. */
    public ReadOnlyDoubleProperty brushRadiusProperty() {
        return brush.radiusProperty();
    }

    /** Makes the brush {@code factor} times as large. */
    public void resizeBrush(double factor) {
        brush.resize(factor);
        // An input without consequence, so that the brush shows its size.
        lastMove.filter(m -> !busy.get() && tool.get() != ToolId.WAND && paints(tool.get()))
                .ifPresent(m -> handle(m, 1));
        say(brush.words());
    }

    Optional<InView> view() {
        return view;
    }

    private Tool tool() {
        return tools.get(tool.get());
    }

    Optional<ToolContext> context(double tolerance) {
        return view.map(v -> new ToolContext(editor.current(), v.frame(), v.bounds(),
                next.on(editor.current().sideOn(v.clip())), tolerance,
                editor.selectionProperty().get(), editor.operator(), editor.now(), editor::newId, structures,
                brush.radiusProperty().get(), eyes.picture()));
    }
}
