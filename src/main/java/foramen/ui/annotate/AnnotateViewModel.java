package foramen.ui.annotate;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.follow.Track;
import foramen.workspace.tool.NextLabels;
import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Names what is drawn. While an annotation is selected the pickers speak of it; else they speak of what is drawn next,
 * so that both orders work: name, then draw, and draw, then name.
 */
public final class AnnotateViewModel {
    private final Workbench bench;
    private final Words words;
    private final StructureCatalog catalog;
    private final ToolController tools;
    private final NextLabels next;
    private final ReadOnlyObjectWrapper<AnnotateState> state;
    private Optional<String> alone = Optional.empty();

    /**
     * @param bench the case, the clip and the frame in view
     * @param catalog the structures that can be drawn
     */
    public AnnotateViewModel(Workbench bench, StructureCatalog catalog) {
        this.bench = bench;
        this.words = bench.words();
        this.catalog = catalog;
        this.tools = bench.tools();
        this.next = tools.next();
        this.state = new ReadOnlyObjectWrapper<>(this, "state", compute());
        bench.onChange(this::refresh);
        List.of(tools.toolProperty(), next.structureIdProperty(), next.lateralityProperty(), next.levelProperty(),
                next.planeProperty())
                .forEach(p -> p.addListener((o, was, now) -> refresh()));
    }

    /** What to show. */
    public ReadOnlyObjectProperty<AnnotateState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public AnnotateState state() {
        return state.get();
    }

    /** The structures that can be drawn, those most often drawn first. */
    public List<Structure> structures() {
        return catalog.all();
    }

    /** Names the structure of the annotation the page is about, or of what is drawn next. */
    public void chooseStructure(Structure structure) {
        edit("Name " + lower(structure.name()), a -> a.withStructure(structure.id()),
                () -> next.structureIdProperty().set(structure.id()));
    }

    /** Says on which side it lies. */
    public void chooseSide(Laterality side) {
        edit("Set side", a -> a.withLaterality(side), () -> next.lateralityProperty().set(side));
    }

    /** Says at which level it lies; so does what is drawn next. */
    public void chooseLevel(ScanLevel level) {
        edit("Set level", a -> a.withLevel(level), () -> {});
        next.levelProperty().set(level);
    }

    /** Says how the plane cuts; so does what is drawn next. */
    public void choosePlane(ScanPlane plane) {
        edit("Set plane", a -> a.withPlane(plane), () -> {});
        next.planeProperty().set(plane);
    }

    /** Says whether the pickers change all frames of a followed outline, as they do unless told, or the selected one alone. */
    public void chooseReach(AnnotateState.Reach reach) {
        alone = edited().filter(a -> reach == AnnotateState.Reach.THIS_FRAME).map(Annotation::id);
        refresh();
    }

    /** Gives the selected annotation other words; never refused. */
    public String rename(String label) {
        edited().ifPresent(a -> commit(a.withLabel(label), "Rename " + name(a)));
        return "";
    }

    /** Protects the selected annotation, or lets it be edited again. */
    public void toggleLock() {
        edited().ifPresent(a -> commit(a.withLocked(!a.locked()), (a.locked() ? "Unlock " : "Lock ") + name(a)));
    }

    /** Takes the selected annotation out of the picture and of exports, or brings it back; it is measured all the same. */
    public void toggleHidden() {
        edited().ifPresent(a -> commit(a.withHidden(!a.hidden()), (a.hidden() ? "Show " : "Hide ") + name(a)));
    }

    /** Deletes the selected annotation; undo brings it back. */
    public void delete() {
        selected().filter(a -> !a.locked()).ifPresent(
                a -> bench.editor().commit(bench.casefile().withoutAnnotation(a.id()), "Delete " + name(a)));
    }

    /** Selects an annotation; the selected one is let go. Refused with a sentence while a drawing is not finished. */
    public void select(String annotationId) {
        if (tools.isUnfinished()) {
            tools.say(words.text("outline.unfinished"));
            return;
        }
        Optional<String> id = Optional.of(annotationId);
        tools.toolProperty().set(ToolId.SELECT);
        bench.editor().selectionProperty().set(bench.selected().equals(id) ? Optional.empty() : id);
    }

    /** Shows another frame. */
    public void goTo(int frameIndex) {
        bench.cine().pause();
        bench.cine().seek(frameIndex);
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    private void edit(String action, UnaryOperator<Annotation> change, Runnable labelNext) {
        Optional<Annotation> annotation = edited();
        if (annotation.isEmpty()) {
            labelNext.run();
        } else if (!annotation.get().locked()) {
            relabel(annotation.get(), action, change);
        }
    }

    /**
     * A followed structure is one structure on one side: were a single frame of it changed, the others would be measured
     * and exported under the wrong name, and following again would lay a second outline on each.
     */
    private void relabel(Annotation chosen, String action, UnaryOperator<Annotation> change) {
        List<Annotation> tied = reach(chosen) == AnnotateState.Reach.ALL_FRAMES
                ? Track.tied(bench.casefile(), chosen)
                : List.of(chosen);
        Map<String, Annotation> changed = tied.stream().filter(a -> !a.locked())
                .collect(Collectors.toMap(Annotation::id, change));
        List<Annotation> all = new ArrayList<>(bench.casefile().annotations());
        all.replaceAll(a -> changed.getOrDefault(a.id(), a));
        if (all.equals(bench.casefile().annotations())) {
            return;
        }
        bench.editor().commit(bench.casefile().withAnnotations(all), action);
        int locked = tied.size() - changed.size();
        if (locked > 0) {
            tools.say(words.text("outline.changedbut", changed.size(), locked));
        } else if (tied.size() > 1) {
            tools.say(words.text("outline.changed", tied.size()));
        }
    }

    private AnnotateState.Reach reach(Annotation a) {
        return alone.filter(a.id()::equals).isPresent()
                ? AnnotateState.Reach.THIS_FRAME
                : AnnotateState.Reach.ALL_FRAMES;
    }

    private void commit(Annotation changed, String action) {
        bench.editor().commit(bench.casefile().withAnnotation(changed), action);
    }

    /**
     * What the page is about: the selected annotation while the select tool is in hand. With a drawing tool in hand it
     * is what is drawn next, so that choosing its structure never renames the outline just finished.
     */
    private Optional<Annotation> edited() {
        return tools.toolProperty().get() == ToolId.SELECT ? selected() : Optional.empty();
    }

    private Optional<Annotation> selected() {
        return bench.selected().flatMap(bench.casefile()::annotation)
                .filter(a -> bench.frame().filter(a.frame()::equals).isPresent());
    }

    /** The name in a sentence of the window; edits keep the one of {@link #name}. */
    private String called(Annotation a) {
        return words.inSentence(catalog.get(a.structureId()));
    }

    private String name(Annotation a) {
        return lower(catalog.get(a.structureId()).name());
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    private void refresh() {
        AnnotateState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private AnnotateState compute() {
        Optional<FrameRef> frame = bench.frame();
        List<Annotation> here = frame.map(bench.casefile()::annotationsOn).orElse(List.of());
        Optional<String> selectedId = selected().map(Annotation::id);
        List<AnnotateState.Row> rows = here.stream().map(a -> row(a, selectedId)).toList();
        return new AnnotateState(frame.isPresent(), frame.map(FrameRef::number).orElse(1), subject(), rows,
                frame.map(this::elsewhere).orElse(List.of()), bench.info().map(i -> warning(i, here)).orElse(""),
                selected().map(this::missing).orElseGet(() -> here.stream().map(this::missing)
                        .filter(m -> !m.isEmpty()).findFirst().orElse("")));
    }

    /** An area of a nerve can only be compared where level and plane are known (clinical facts 2.2). */
    private String missing(Annotation a) {
        Structure structure = catalog.get(a.structureId());
        if (structure.kind() != Structure.Kind.NERVE || !(a.shape() instanceof Shape.Area)) {
            return "";
        }
        List<String> lacking = new ArrayList<>();
        if (a.level() == ScanLevel.UNSPECIFIED) {
            lacking.add(words.text("outline.missing.level"));
        }
        if (a.plane() == ScanPlane.UNSPECIFIED) {
            lacking.add(words.text("outline.missing.plane"));
        }
        return lacking.isEmpty()
                ? ""
                : words.text("outline.missing", called(a),
                        String.join(words.text("outline.missing.and"), lacking));
    }

    private AnnotateState.Subject subject() {
        return edited()
                .map(a -> new AnnotateState.Subject(Optional.of(a.id()), catalog.get(a.structureId()), a.laterality(),
                        a.level(), a.plane(), a.label(), a.locked(), a.hidden(),
                        Track.tied(bench.casefile(), a).size(), reach(a)))
                .orElseGet(() -> new AnnotateState.Subject(Optional.empty(),
                        catalog.get(next.structureIdProperty().get()), effective(next.lateralityProperty().get()),
                        next.levelProperty().get(), next.planeProperty().get(), "", false, false, 1,
                        AnnotateState.Reach.ALL_FRAMES));
    }

    /** A side that is not chosen is the case's own. */
    private Laterality effective(Laterality chosen) {
        return chosen == Laterality.UNSPECIFIED
                ? bench.info().map(bench.casefile()::sideOn).orElse(bench.casefile().side())
                : chosen;
    }

    private AnnotateState.Row row(Annotation a, Optional<String> selectedId) {
        Structure structure = catalog.get(a.structureId());
        List<String> title = new ArrayList<>();
        title.add(words.of(structure));
        if (a.laterality() != Laterality.UNSPECIFIED) {
            title.add(words.of(a.laterality()));
        }
        if (!a.label().isBlank()) {
            title.add(a.label());
        }
        return new AnnotateState.Row(a.id(), structure, String.join(", ", title),
                words.named("Shape." + a.shape().getClass().getSimpleName(), a.shape().word()), a.locked(),
                a.hidden(), selectedId.filter(a.id()::equals).isPresent(), sideRemark(a));
    }

    private String sideRemark(Annotation a) {
        Laterality file = bench.info().map(ClipInfo::laterality).orElse(Laterality.UNSPECIFIED);
        return disagree(file, a.laterality()) ? words.text("outline.file", words.of(file)) : "";
    }

    private List<AnnotateState.Elsewhere> elsewhere(FrameRef frame) {
        TreeMap<Integer, List<Annotation>> byFrame = bench.casefile().annotations().stream()
                .filter(a -> a.frame().sopInstanceUid().equals(frame.sopInstanceUid()) && !a.frame().equals(frame))
                // What was followed is on the timeline; here it would be a row for every frame of the clip.
                .filter(a -> a.follow().map(Follow::key).orElse(true))
                .collect(Collectors.groupingBy(a -> a.frame().index(), TreeMap::new, Collectors.toList()));
        return byFrame.entrySet().stream()
                .map(e -> new AnnotateState.Elsewhere(e.getKey(), e.getValue().size(), letters(e.getValue()))).toList();
    }

    private String letters(List<Annotation> annotations) {
        return annotations.stream().map(a -> catalog.get(a.structureId()).letter()).distinct()
                .collect(Collectors.joining(" "));
    }

    /** The file's side against what is drawn here, or else against what would be drawn next. */
    private String warning(ClipInfo clip, List<Annotation> here) {
        Laterality file = clip.laterality();
        return here.stream().filter(a -> disagree(file, a.laterality())).findFirst()
                .map(a -> words.text("outline.warn.drawn", words.of(file), called(a), words.of(a.laterality())))
                .orElseGet(() -> disagree(file, subject().side())
                        ? words.text("outline.warn.next", words.of(file), words.of(subject().side()))
                        : "");
    }

    private static boolean disagree(Laterality file, Laterality drawn) {
        return sided(file) && sided(drawn) && file != drawn;
    }

    private static boolean sided(Laterality l) {
        return l == Laterality.LEFT || l == Laterality.RIGHT;
    }
}
