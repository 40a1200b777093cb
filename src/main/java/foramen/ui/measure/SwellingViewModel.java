package foramen.ui.measure;

import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Traits;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ReferenceSite;
import foramen.domain.casefile.SameSettings;
import foramen.domain.casefile.Statements;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.SiteValue;
import foramen.job.JobRunner;
import foramen.ui.measure.SwellingState.Remark;
import foramen.ui.measure.SwellingState.Section;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.measure.EchoDesk;
import foramen.workspace.measure.SwellingDesk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Swelling and neighbours of what is selected, else of the nerve on the frame in view, else of what was asked about last.
 *
 * <p>What looks at all of a case is worked out in a job from the case as it was when the job was asked for; until the
 * newest question is answered, the state says that its numbers are of an earlier one. What belongs to the frame in view
 * alone is computed at once.
 */
public final class SwellingViewModel {
    private final Workbench bench;
    private final Words words;
    private final StructureCatalog structures;
    private final SwellingDesk desk;
    private final SwellingWork work;
    private final Locale locale;
    private final Figures figures;
    private final ReadOnlyObjectWrapper<SwellingState> state = new ReadOnlyObjectWrapper<>(this, "state",
            SwellingState.NOTHING);
    private Optional<String> asked = Optional.empty();
    private Optional<SwellingQuestion> wanted = Optional.empty();
    private Optional<SwellingAnswer> found = Optional.empty();
    private Optional<JobRunner.Handle> running = Optional.empty();
    private int turns;
    private String failure = "";

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
        this.work = new SwellingWork(words, structures, desk, locale);
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

    /** Takes {@code level} for the site that is not swollen, or none where it is that already; undone like any edit. */
    public void chooseReference(ScanLevel level) {
        Optional<Annotation> of = asked.flatMap(bench.casefile()::annotation);
        of.ifPresent(a -> {
            Case now = bench.casefile();
            Statements said = now.statements();
            boolean again = said.reference(a.structureId(), a.laterality()).filter(l -> l == level).isPresent();
            bench.editor().commit(now.withStatements(again
                    ? said.withoutReference(a.structureId(), a.laterality())
                    : said.withReference(new ReferenceSite(a.structureId(), a.laterality(), level))),
                    again ? "Take reference level back" : "Set reference level");
        });
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

    /** Says that the clips of both sides were taken with the same preset and gain, or takes it back; undone like any edit. */
    public void sameSettings(boolean stated) {
        state().settings().ifPresent(s -> {
            Case now = bench.casefile();
            bench.editor().commit(now.withStatements(stated
                    ? now.statements().withSameSettings(new SameSettings(s.clip(), s.otherClip(),
                            bench.editor().operator(), bench.editor().now()))
                    : now.statements().withoutSameSettings(s.clip(), s.otherClip())),
                    stated ? "State same preset and gain" : "Take same preset and gain back");
        });
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
        ask();
        show();
    }

    /** Has the numbers worked out where what they hang on has changed. */
    private void ask() {
        Optional<Clip> clip = bench.clip().getValue();
        Optional<FrameRef> frame = bench.frame();
        if (clip.isEmpty() || frame.isEmpty()) {
            wanted = Optional.empty();
            found = Optional.empty();
            return;
        }
        Case casefile = bench.shown();
        desk.clips().opened(clip.get().info());
        desk.clips().want(bench.casefile());
        // While the clip plays, what is compared stays; only what belongs to the frame follows it.
        boolean stays = bench.cine().playingProperty().get()
                && wanted.filter(q -> q.isOf(casefile)).isPresent();
        Optional<Annotation> focus = stays ? wanted.map(SwellingQuestion::focus) : focus(casefile, frame.get());
        asked = focus.map(Annotation::id);
        Optional<SwellingQuestion> next = focus.map(
                a -> new SwellingQuestion(casefile, a, clip.get().info(), desk.clips().now()));
        if (next.isEmpty() || wanted.filter(next.get()::asksTheSame).isEmpty()) {
            wanted = next;
        }
        found = found.filter(a -> wanted.filter(a.question()::isOfTheSameClip).isPresent());
        work();
    }

    /** One question at a time: one that has been overtaken is not even begun. */
    private void work() {
        if (wanted.isEmpty() || isAnswered() || (running.isPresent() && !running.get().isFinished())) {
            return;
        }
        SwellingQuestion question = wanted.get();
        int turn = ++turns;
        JobRunner.Handle handle = desk.jobs().start(words.text("job.swelling"), progress -> work.answer(question),
                answer -> ended(turn, answer, ""),
                e -> ended(turn, SwellingAnswer.none(question), words.text("swelling.failed", e)));
        running = Optional.of(handle).filter(h -> turn == turns && !h.isFinished());
    }

    private void ended(int turn, SwellingAnswer answer, String complaint) {
        if (turn == turns) {
            running = Optional.empty();
        }
        failure = complaint;
        found = Optional.of(answer).filter(a -> wanted.filter(a.question()::isOfTheSameClip).isPresent());
        work();
        show();
    }

    private boolean isAnswered() {
        return found.isPresent() && wanted.isPresent() && found.get().question().asksTheSame(wanted.get());
    }

    private void show() {
        SwellingState now = state(found.orElse(null));
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private SwellingState state(@Nullable SwellingAnswer answer) {
        Optional<Clip> clip = bench.clip().getValue();
        Optional<FrameRef> frame = bench.frame();
        if (clip.isEmpty() || frame.isEmpty()) {
            return SwellingState.NOTHING;
        }
        ClipInfo info = clip.get().info();
        List<Section> sections = new ArrayList<>();
        List<Long> histogram = List.of();
        if (answer != null) {
            sections.addAll(answer.sections());
            EchoDesk.State echo = echoOf(answer.question().focus(), clip.get());
            sections.add(new SwellingSections(words, answer.title(), locale).echo(echo, answer.area(),
                    echoRemarks(answer, clip.get())));
            histogram = echo instanceof EchoDesk.State.Known k ? k.reading().histogram() : List.of();
        }
        return new SwellingState(answer == null ? "" : answer.title(), sections,
                answer == null ? List.of() : answer.traces(),
                answer == null ? SwellingState.References.NONE : answer.references(),
                answer == null ? Optional.empty() : answer.curve().map(c -> c.at(frame.get().index())),
                answer == null ? Optional.empty() : settings(answer), histogram,
                thicknesses(bench.shown(), info, frame.get()), calcifications(bench.shown(), info, frame.get()),
                words.said(desk.thresholds().thresholds().edition()),
                failure.isEmpty() ? desk.thresholds().complaint().orElse("") : failure,
                wanted.isPresent() && !isAnswered());
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

    /** What the echo intensity is compared with, or why it is not. */
    private List<Remark> echoRemarks(SwellingAnswer answer, Clip clip) {
        return answer.other().map(other -> answer.refusal()
                .map(r -> new Remark(words.said(r.words()), "", Tone.NEUTRAL))
                .orElseGet(() -> echoOther(other, clip)))
                .stream().toList();
    }

    /** What can be said, or was, of the settings of two clips. */
    private Optional<SwellingState.Settings> settings(SwellingAnswer answer) {
        Optional<SameSettings> said = answer.other().flatMap(this::stated);
        return answer.other().filter(o -> said.isPresent() || answer.refusal().filter(r -> r.canBeStated()).isPresent())
                .map(o -> new SwellingState.Settings(answer.question().clip().identity().sopInstanceUid(),
                        o.frame().sopInstanceUid(), said.isPresent()));
    }

    private Optional<SameSettings> stated(Annotation other) {
        return bench.info().flatMap(i -> bench.casefile().statements().sameSettings(i.identity().sopInstanceUid(),
                other.frame().sopInstanceUid())).filter(s -> !s.clip().equals(s.otherClip()));
    }

    private EchoDesk.State echoThere(Annotation other, Clip clip) {
        String uid = other.frame().sopInstanceUid();
        return uid.equals(clip.info().identity().sopInstanceUid())
                ? echoOf(other, clip)
                : bench.casefile().clip(uid).map(ref -> desk.echo().of(other, ref, desk.clips()))
                        .orElseGet(() -> new EchoDesk.State.None(words.text("swelling.otherclip")));
    }

    private String otherWords(Annotation other, EchoDesk.State.Known k) {
        String side = words.of(other.laterality());
        String mean = figures.grey(k.reading().mean());
        String sd = figures.grey(k.reading().sd());
        return stated(other).map(s -> words.text("swelling.echo.stated", side, mean, sd, s.by(),
                s.at().atZone(java.time.ZoneOffset.UTC).toLocalDate()))
                .orElseGet(() -> words.text("swelling.echo.other", side, mean, sd));
    }

    private Remark echoOther(Annotation other, Clip clip) {
        return switch (echoThere(other, clip)) {
            case EchoDesk.State.Known k -> new Remark(otherWords(other, k), "", Tone.NEUTRAL);
            case EchoDesk.State.None n -> new Remark(words.said(n.reason()), "", Tone.NEUTRAL);
            case EchoDesk.State.Pending p -> new Remark(words.text("swelling.otherpending"), "", Tone.NEUTRAL);
        };
    }

    private List<Section> thicknesses(Case casefile, ClipInfo clip, FrameRef frame) {
        List<Section> all = new ArrayList<>();
        Set<SiteValue> told = new HashSet<>();
        for (Annotation a : casefile.annotationsOn(frame)) {
            if (a.counts()) {
                desk.tissues().thickness(a, casefile, clip)
                        .ifPresent(t -> all.add(new SwellingSections(words, shortTitle(a), locale).thickness(t,
                                desk.tissues().thicknesses(a, casefile, desk.clips().now())
                                        .filter(x -> told.add(x.here())))));
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
