package foramen.workspace.tool;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Mirror;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Reading;
import foramen.geometry.Contour;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.workspace.edit.CaseEditor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What can be done to the selected annotation beside dragging it; each is one edit. Lives on the home thread. */
public final class SelectedCommands {
    /** How far apart the vertices of a smoothed outline are, in image pixels (engineering default). */
    private static final double SMOOTH_SPACING = 4;
    /** How far a copy on the same frame lies beside its original, in image pixels (engineering default). */
    private static final Point BESIDE = new Point(12, 12);
    private static final String NOTHING = "Select an annotation first.";

    private final CaseEditor editor;
    private final ToolController tools;
    private final Locale locale;
    private Optional<Annotation> copied = Optional.empty();

    /**
     * @param editor the case and the selection
     * @param tools know what is in view, and say what came of it
     * @param locale for numbers in what is said
     */
    public SelectedCommands(CaseEditor editor, ToolController tools, Locale locale) {
        this.editor = editor;
        this.tools = tools;
        this.locale = locale;
    }

    /** Takes the tremor out of the selected outline and says what that did to its area. */
    public void smooth() {
        withOpen((a, c) -> {
            if (!(a.shape() instanceof Shape.Outline(Polygon before))) {
                tools.say(a.shape() instanceof Shape.Area
                        ? "Only a traced outline can be smoothed; this one is smooth already."
                        : "Only an outline can be smoothed.");
                return;
            }
            if (!before.isSimple()) {
                tools.say("The outline crosses itself; untangle it before it is smoothed.");
                return;
            }
            Polygon after = Contour.smooth(before, SMOOTH_SPACING);
            // To smooth a copy is not to trace anew.
            commit(a.withShape(new Shape.Outline(after), c.now()).withOrigin(a.origin()),
                    "Smooth " + c.structureName(a.structureId()));
            tools.say("Smoothed: the area went from " + area(before) + " to " + area(after) + ".");
        });
    }

    private String area(Polygon outline) {
        Reading reading = new Measurer(editor.current().calibrationOf(tools.view().orElseThrow().clip())).area(outline);
        return reading.text(locale);
    }

    /** Protects the selected annotation from editing, or lets it be edited again. */
    public void toggleLock() {
        withSelected((a, c) -> {
            commit(a.withLocked(!a.locked()), (a.locked() ? "Unlock " : "Lock ") + c.structureName(a.structureId()));
            tools.say(a.locked() ? "Unlocked; it can be changed again." : "Locked; nothing changes it now.");
        });
    }

    /** Takes the selected annotation out of the picture and of exports, or brings it back. */
    public void toggleHidden() {
        withSelected((a, c) -> {
            commit(a.withHidden(!a.hidden()), (a.hidden() ? "Show " : "Hide ") + c.structureName(a.structureId()));
            tools.say(a.hidden()
                    ? "It is shown again."
                    : "Hidden from picture and exports, but measured all the same; its row in Outline shows it again.");
        });
    }

    /**
     * Copies the selected annotation, mirrored, to the other side: onto the picture beside where it is of that side, else
     * onto the clip of that side where the case has one with something drawn on it, else onto the same frame.
     */
    public void duplicateToOtherSide() {
        withSelected((a, c) -> {
            Laterality other = a.laterality().opposite();
            if (other == a.laterality()) {
                tools.say("It has no side yet; set left or right first.");
                return;
            }
            double middle = tools.view().orElseThrow().clip().columns() / 2.0;
            Optional<Beside> beside = tools.beside().filter(b -> b.side() == other);
            if (beside.isPresent()) {
                besideCopy(a, beside.get(), new Mirror(middle).of(a.shape()), middle, c);
                return;
            }
            Optional<FrameRef> there = frameOfSide(c.casefile(), a, other);
            FrameRef frame = there.orElse(a.frame());
            Shape mirrored = new Mirror(middle).of(a.shape());
            Annotation copy = fresh(a, frame, mirrored, c).withLaterality(other);
            put(copy, "Copy " + c.structureName(a.structureId()) + " to the " + other.words(), there.isEmpty());
            tools.say(there.isPresent()
                    ? "Copied to the clip of the " + other.words() + " side, frame " + frame.number()
                            + "; open it and put the copy in its place."
                    : "No clip of the " + other.words() + " side has anything drawn; the copy lies on this frame,"
                            + " marked " + other.words() + ".");
        });
    }

    /** Onto the very frame that stands beside, as far from its middle as it was from this one's. */
    private void besideCopy(Annotation a, Beside beside, Shape mirrored, double middle, ToolContext c) {
        Shape there = mirrored.moved(new Point(beside.clip().columns() / 2.0 - middle, 0));
        Shape inside = there.moved(Target.within(there.trace(), new Point(0, 0), beside.inView().bounds()));
        Annotation copy = fresh(a, beside.inView().frame(), inside, c).withLaterality(beside.side());
        put(copy, "Copy " + c.structureName(a.structureId()) + " to the " + beside.side().words(), false);
        tools.say("Copied to the picture beside, the " + beside.side().words() + " side, frame "
                + beside.inView().frame().number() + "; go there and put the copy in its place.");
    }

    /** Another clip on which all that was drawn is of that side: there, where the same structure is, else anything. */
    private static Optional<FrameRef> frameOfSide(Case casefile, Annotation a, Laterality side) {
        return casefile.clips().stream().filter(clip -> !clip.sopInstanceUid().equals(a.frame().sopInstanceUid()))
                .flatMap(clip -> {
                    List<Annotation> drawn = casefile.annotations().stream()
                            .filter(o -> o.frame().sopInstanceUid().equals(clip.sopInstanceUid())).toList();
                    boolean ofSide = !drawn.isEmpty() && drawn.stream().allMatch(o -> o.laterality() == side);
                    return ofSide
                            ? drawn.stream().filter(o -> o.structureId().equals(a.structureId())).findFirst()
                                    .or(() -> drawn.stream().findFirst()).map(Annotation::frame).stream()
                            : Stream.empty();
                }).findFirst();
    }

    /** Remembers the selected annotation for {@link #paste}. */
    public void copy() {
        withSelected((a, c) -> {
            copied = Optional.of(a);
            tools.say("Copied; go to another frame and paste it there.");
        });
    }

    /** Puts a copy of what was copied on the frame in view. */
    public void paste() {
        Optional<ToolContext> context = tools.context(1);
        if (context.isEmpty()) {
            return;
        }
        if (copied.isEmpty()) {
            tools.say("Nothing has been copied yet.");
            return;
        }
        ToolContext c = context.get();
        Annotation a = copied.get();
        Shape shape = a.frame().equals(c.frame()) ? a.shape().moved(BESIDE) : a.shape();
        Shape inside = shape.moved(Target.within(shape.trace(), new Point(0, 0), c.bounds()));
        put(fresh(a, c.frame(), inside, c), "Paste " + c.structureName(a.structureId()), true);
        tools.say("Pasted on frame " + c.frame().number() + ".");
    }

    /** Copies the selected annotation to the frame {@code by} frames on. */
    public void copyToFrame(int by) {
        withSelected((a, c) -> {
            int index = a.frame().index() + by;
            if (index < 0 || index >= tools.view().orElseThrow().clip().frames()) {
                tools.say("There is no frame farther on.");
                return;
            }
            FrameRef frame = new FrameRef(a.frame().sopInstanceUid(), index);
            if (isThere(a, frame, c.casefile())) {
                tools.say("Frame " + frame.number() + " has it already; go there to change it.");
                return;
            }
            put(fresh(a, frame, a.shape(), c), "Copy " + c.structureName(a.structureId()) + " to a frame", false);
            tools.say("Copied to frame " + frame.number() + ".");
        });
    }

    /**
     * Whether {@code frame} has {@code a}: in the very same place, or as many of its sort as the frame it is copied from. A
     * second outline of one structure would be measured twice, and no outline of it could join what is followed.
     */
    private static boolean isThere(Annotation a, FrameRef frame, Case casefile) {
        List<Annotation> there = alike(a, frame, casefile);
        return there.stream().anyMatch(o -> o.shape().equals(a.shape()))
                || there.size() >= alike(a, a.frame(), casefile).size();
    }

    private static List<Annotation> alike(Annotation a, FrameRef frame, Case casefile) {
        return casefile.annotationsOn(frame).stream().filter(o -> o.structureId().equals(a.structureId())
                && o.laterality() == a.laterality()
                && (o.shape() instanceof Shape.Area
                        ? a.shape() instanceof Shape.Area
                        : o.shape().getClass() == a.shape().getClass()))
                .toList();
    }

    /**
     * Copies the selected annotation to all key frames of the clip that lack its structure on its side; where none is
     * marked as key frame, to all frames that carry something.
     */
    public void copyToKeyFrames() {
        withSelected((a, c) -> {
            List<FrameRef> frames = keyFrames(a, c.casefile());
            Case next = c.casefile();
            for (FrameRef frame : frames) {
                next = next.withAnnotation(fresh(a, frame, a.shape(), c));
            }
            if (frames.isEmpty()) {
                tools.say("No other key frame lacks it.");
                return;
            }
            editor.commit(next, "Copy " + c.structureName(a.structureId()) + " to key frames");
            tools.say(frames.size() == 1 ? "Copied to one frame." : "Copied to " + frames.size() + " frames.");
        });
    }

    private static List<FrameRef> keyFrames(Annotation a, Case casefile) {
        List<Annotation> others = casefile.annotations().stream()
                .filter(o -> o.frame().sopInstanceUid().equals(a.frame().sopInstanceUid())
                        && !o.frame().equals(a.frame()))
                .toList();
        List<Annotation> keys = others.stream().filter(o -> o.follow().filter(Follow::key).isPresent()).toList();
        return (keys.isEmpty() ? others : keys).stream().map(Annotation::frame).distinct()
                .filter(f -> casefile.annotationsOn(f).stream().noneMatch(
                        o -> o.structureId().equals(a.structureId()) && o.laterality() == a.laterality()))
                .toList();
    }

    private static Annotation fresh(Annotation a, FrameRef frame, Shape shape, ToolContext c) {
        return a.copiedTo(c.ids().get(), frame, Origin.COPIED, c.now()).withShape(shape, c.now()).withLocked(false)
                .withHidden(false);
    }

    private void put(Annotation a, String action, boolean select) {
        commit(a, action);
        if (select) {
            editor.selectionProperty().set(Optional.of(a.id()));
        }
    }

    private void commit(Annotation a, String action) {
        editor.commit(editor.current().withAnnotation(a), action);
    }

    /** Does it to the selected annotation on the frame in view, or says that there is none. */
    private void withSelected(BiConsumer<Annotation, ToolContext> action) {
        Optional<ToolContext> context = tools.context(1);
        Optional<Annotation> selected = context
                .flatMap(
                        c -> c.selectedId().flatMap(c.casefile()::annotation).filter(a -> a.frame().equals(c.frame())));
        if (selected.isEmpty()) {
            tools.say(NOTHING);
        } else {
            action.accept(selected.get(), context.orElseThrow());
        }
    }

    private void withOpen(BiConsumer<Annotation, ToolContext> action) {
        withSelected((a, c) -> {
            if (a.locked()) {
                tools.say(SelectedObject.LOCKED);
            } else {
                action.accept(a, c);
            }
        });
    }
}
