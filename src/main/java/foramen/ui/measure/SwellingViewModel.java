package foramen.ui.measure;

import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Traits;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Thresholds;
import foramen.ui.measure.SwellingState.Curve;
import foramen.ui.measure.SwellingState.CurvePoint;
import foramen.ui.measure.SwellingState.Remark;
import foramen.ui.measure.SwellingState.Section;
import foramen.ui.measure.SwellingState.TraceLine;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.measure.AreaCurve;
import foramen.workspace.measure.EchoDesk;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.SwellingReadings;
import foramen.workspace.measure.TissueReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Swelling and neighbours of what is selected, else of the nerve on the frame in view, else of what was asked about last;
 * computed each time, never kept.
 */
public final class SwellingViewModel {
    private final Workbench bench;
    private final Words words;
    private final StructureCatalog structures;
    private final SwellingDesk desk;
    private final Locale locale;
    private final Figures figures;
    private final ReadOnlyObjectWrapper<SwellingState> state = new ReadOnlyObjectWrapper<>(this, "state",
            SwellingState.NOTHING);
    private Optional<ScanLevel> reference = Optional.empty();
    private Optional<String> asked = Optional.empty();
    private Optional<Case> computedFor = Optional.empty();
    private Part part = Part.NONE;

    /**
     * @param bench the case, the clip and the frame in view
     * @param structures names of structures
     * @param desk what measures
     * @param locale for numbers
     */
    public SwellingViewModel(Workbench bench, StructureCatalog structures, SwellingDesk desk, Locale locale) {
        this.bench = bench;
        this.words = bench.words();
        this.structures = structures;
        this.desk = desk;
        this.locale = locale;
        this.figures = new Figures(locale);
        refresh();
        bench.onChange(this::refresh);
        bench.cine().playingProperty().addListener((o, was, now) -> refresh());
        desk.clips().changesProperty().addListener((o, was, now) -> refresh());
        desk.echo().changesProperty().addListener((o, was, now) -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<SwellingState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public SwellingState state() {
        return state.get();
    }

    /** Takes {@code level} for the site that is not swollen. */
    public void chooseReference(ScanLevel level) {
        reference = Optional.of(level);
        refresh();
    }

    /** Counts a trace in the mean, or leaves it out; undone like any edit. */
    public void count(String annotationId, boolean counted) {
        edit(annotationId, t -> t.withExcluded(!counted), counted ? "Count trace" : "Exclude trace");
    }

    /** Says what shadow a calcification throws. */
    public void shadow(String annotationId, Traits.Shadow shadow) {
        edit(annotationId, t -> t.withShadow(shadow), "Set shadow of calcification");
    }

    /** Says what contour a calcification has. */
    public void contour(String annotationId, Traits.Contour contour) {
        edit(annotationId, t -> t.withContour(contour), "Set contour of calcification");
    }

    private void edit(String id, java.util.function.UnaryOperator<Traits> change, String action) {
        Case now = bench.casefile();
        now.annotation(id).ifPresent(a -> bench.editor()
                .commit(now.withAnnotation(a.withTraits(change.apply(a.traits()))), action));
    }

    /** Goes to a frame of the clip, from 0. */
    public void go(int frame) {
        bench.cine().pause();
        bench.cine().seek(frame);
    }

    /** Goes to the frame where the area is largest. */
    public void goToMaximum() {
        state().curve().ifPresent(c -> go(c.maximum().frame()));
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    private void refresh() {
        SwellingState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private SwellingState compute() {
        Optional<Clip> clip = bench.clip().getValue();
        Optional<FrameRef> frame = bench.frame();
        if (clip.isEmpty() || frame.isEmpty()) {
            computedFor = Optional.empty();
            return SwellingState.NOTHING;
        }
        Case casefile = bench.shown();
        desk.clips().opened(clip.get().info());
        desk.clips().want(bench.casefile());
        // While the clip plays, what is compared stays; only what belongs to the frame follows it.
        boolean stays = bench.cine().playingProperty().get() && computedFor.filter(casefile::equals).isPresent();
        Optional<Annotation> focus = stays ? asked.flatMap(casefile::annotation) : focus(casefile, frame.get());
        if (!stays) {
            asked = focus.map(Annotation::id);
            part = focus.map(a -> part(a, casefile, clip.get())).orElse(Part.NONE);
            computedFor = Optional.of(casefile);
        }
        return new SwellingState(focus.map(this::title).orElse(""), part.sections, part.traces, part.references,
                focus.flatMap(a -> curve(a, casefile, clip.get().info(), frame.get())), part.histogram,
                thicknesses(casefile, clip.get().info(), frame.get()),
                calcifications(casefile, clip.get().info(), frame.get()),
                words.said(desk.thresholds().thresholds().edition()),
                desk.thresholds().complaint().orElse(""));
    }

    private record Part(List<Section> sections, List<TraceLine> traces, SwellingState.References references,
            List<Long> histogram) {
        static final Part NONE = new Part(List.of(), List.of(),
                new SwellingState.References(List.of(), Optional.empty()), List.of());
    }

    private Optional<Annotation> focus(Case casefile, FrameRef frame) {
        return bench.selected().flatMap(casefile::annotation).filter(desk.swelling()::isAsked)
                .or(() -> casefile.annotationsOn(frame).stream().filter(this::isNerve).findFirst())
                .or(() -> asked.flatMap(casefile::annotation).filter(desk.swelling()::isAsked))
                .or(() -> casefile.annotations().stream().filter(
                        a -> a.frame().sopInstanceUid().equals(frame.sopInstanceUid()) && isNerve(a)).findFirst());
    }

    private boolean isNerve(Annotation a) {
        return a.structureId().equals(StructureCatalog.SCIATIC_NERVE) && desk.swelling().isAsked(a);
    }

    private String title(Annotation a) {
        Structure structure = structures.get(a.structureId());
        return MeasureViewModel.title(words, structure, a)
                + (a.level() == ScanLevel.UNSPECIFIED ? "" : ", " + words.of(a.level())) + ", "
                + words.text("frame.lower", a.frame().number());
    }

    private Part part(Annotation a, Case casefile, Clip clip) {
        SwellingSections made = new SwellingSections(words, title(a), locale);
        SwellingReadings swelling = desk.swelling();
        Thresholds thresholds = desk.thresholds().thresholds();
        List<Section> sections = new ArrayList<>();
        SwellingReadings.Result sides = swelling.sides(a, casefile, desk.clips());
        sections.add(made.sides(sides));
        List<TraceLine> traces = traces(a, casefile);
        int excluded = (int) traces.stream().filter(t -> !t.counted()).count();
        swelling.repeats(a, casefile, desk.clips())
                .filter(v -> v.samples().getFirst().reading()
                        .unit() == foramen.domain.measurement.Unit.SQUARE_MILLIMETRE)
                .ifPresent(v -> sections.add(made.repeats(v, excluded, thresholds.repeats())));
        swelling.change(a, casefile, desk.clips()).ifPresent(r -> sections.add(made.change(r)));
        List<ScanLevel> levels = List.copyOf(swelling.levels(a, casefile, desk.clips()));
        Optional<ScanLevel> chosen = reference.filter(levels::contains);
        chosen.ifPresent(l -> sections.add(made.swelling(swelling.swelling(a, l, casefile, desk.clips()))));
        desk.clips().info(a.frame().sopInstanceUid())
                .ifPresent(info -> made.size(a, casefile, info, thresholds).ifPresent(sections::add));
        EchoDesk.State echo = echoOf(a, clip);
        sections.add(made.echo(echo, areaWords(a, casefile), echoRemarks(a, casefile, clip, sides)));
        List<Long> histogram = echo instanceof EchoDesk.State.Known k ? k.reading().histogram() : List.of();
        return new Part(sections, traces.size() > 1 || excluded > 0 ? traces : List.of(),
                new SwellingState.References(levels.size() > 1 ? levels : List.of(), chosen), histogram);
    }

    private List<TraceLine> traces(Annotation a, Case casefile) {
        return desk.swelling().repeatedTraces(a, casefile, desk.clips()).stream()
                .map(t -> new TraceLine(t.id(), words.text("trace", t.frame().number(), area(t, casefile)),
                        !t.traits().excluded()))
                .toList();
    }

    private String area(Annotation a, Case casefile) {
        return desk.swelling().area(a, casefile, desk.clips()).map(r -> r.text(locale)).orElse("–");
    }

    private String areaWords(Annotation a, Case casefile) {
        return desk.swelling().area(a, casefile, desk.clips()).filter(Reading.Measured.class::isInstance)
                .map(r -> r.text(locale)).orElse(words.text("swelling.noscale"));
    }

    /** Only what the case has, not what is being dragged: each new shape is a job. */
    private EchoDesk.State echoOf(Annotation a, Clip clip) {
        if (!a.frame().sopInstanceUid().equals(clip.info().identity().sopInstanceUid())) {
            return new EchoDesk.State.None(words.text("swelling.otherclip"));
        }
        if (bench.casefile().annotation(a.id()).filter(a::equals).isEmpty()) {
            return new EchoDesk.State.Pending();
        }
        return desk.echo().of(a, clip);
    }

    /** What the echo intensity of {@code a} is compared with, or why it is not. */
    private List<Remark> echoRemarks(Annotation a, Case casefile, Clip clip, SwellingReadings.Result sides) {
        List<Remark> remarks = new ArrayList<>();
        if (sides.comparison() instanceof Comparison.Made made) {
            Annotation other = made.first().site().side() == a.laterality()
                    ? casefile.annotation(made.second().samples().getFirst().id()).orElse(a)
                    : casefile.annotation(made.first().samples().getFirst().id()).orElse(a);
            Optional<ClipInfo> theirs = desk.clips().info(other.frame().sopInstanceUid());
            Optional<String> refusal = theirs
                    .flatMap(t -> EchoDesk.whyNotCompared(casefile, clip.info(), t));
            remarks.add(refusal.map(r -> new Remark(words.said(r), "", Tone.NEUTRAL))
                    .orElseGet(() -> echoOther(other, clip)));
        }
        return remarks;
    }

    private Remark echoOther(Annotation other, Clip clip) {
        return switch (echoOf(other, clip)) {
            case EchoDesk.State.Known k -> new Remark(words.text("swelling.echo.other",
                    words.of(other.laterality()), figures.grey(k.reading().mean()), figures.grey(k.reading().sd())), "",
                    Tone.NEUTRAL);
            case EchoDesk.State.None n -> new Remark(words.said(n.reason()), "", Tone.NEUTRAL);
            case EchoDesk.State.Pending p -> new Remark(words.text("swelling.otherpending"), "", Tone.NEUTRAL);
        };
    }

    private Optional<Curve> curve(Annotation a, Case casefile, ClipInfo clip, FrameRef frame) {
        Optional<Annotation> here = a.frame().sopInstanceUid().equals(frame.sopInstanceUid())
                ? Optional.of(a)
                : Optional.empty();
        Optional<AreaCurve> curve = here.flatMap(h -> desk.swelling().curve(h, casefile, clip))
                .filter(c -> c.points().size() > 1);
        return curve.map(c -> new Curve(c.points().stream().map(this::point).toList(), clip.frames(), frame.index(),
                point(c.maximum().orElseThrow()), c.leftOut() == 0
                        ? ""
                        : words.text(c.leftOut() == 1 ? "curve.leftout.one" : "curve.leftout.other", c.leftOut(),
                                words.said(c.method()))));
    }

    private CurvePoint point(AreaCurve.Point p) {
        return new CurvePoint(p.frame(), p.areaMm2(), figures.squareMm(p.areaMm2()), p.byHand());
    }

    private List<Section> thicknesses(Case casefile, ClipInfo clip, FrameRef frame) {
        List<Section> all = new ArrayList<>();
        for (Annotation a : casefile.annotationsOn(frame)) {
            if (a.counts()) {
                desk.tissues().thickness(a, casefile, clip)
                        .ifPresent(t -> all.add(new SwellingSections(words, shortTitle(a), locale).thickness(t)));
            }
        }
        return all;
    }

    private List<SwellingState.Calcification> calcifications(Case casefile, ClipInfo clip, FrameRef frame) {
        List<SwellingState.Calcification> all = new ArrayList<>();
        for (Annotation a : casefile.annotationsOn(frame)) {
            desk.tissues().calcification(a, casefile, clip)
                    .map(c -> new SwellingState.Calcification(a.id(),
                            new SwellingSections(words, shortTitle(a), locale).calcification(c), a.traits().shadow(),
                            a.traits().contour()))
                    .ifPresent(all::add);
        }
        return all;
    }

    private String shortTitle(Annotation a) {
        return MeasureViewModel.title(words, structures.get(a.structureId()), a);
    }
}
