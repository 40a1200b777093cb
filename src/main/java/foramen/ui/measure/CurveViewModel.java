package foramen.ui.measure;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import foramen.job.JobRunner;
import foramen.ui.measure.SwellingState.Curve;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.measure.SwellingDesk;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The area along the clip of the followed structure that is selected, else of the one asked about last, else of the one on
 * the frame in view; nothing where no structure is followed. Worked out in a job, one at a time, whatever page is open.
 */
public final class CurveViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(CurveViewModel.class);

    private final Workbench bench;
    private final SwellingDesk desk;
    private final SwellingWork work;
    private final ReadOnlyObjectWrapper<Optional<Curve>> curve = new ReadOnlyObjectWrapper<>(this, "curve",
            Optional.empty());
    private Optional<String> asked = Optional.empty();
    private Optional<SwellingQuestion> wanted = Optional.empty();
    private Optional<Found> found = Optional.empty();
    private Optional<JobRunner.Handle> running = Optional.empty();
    private int turns;

    private record Found(SwellingQuestion question, Optional<SwellingAnswer.Along> along) {}

    /**
     * @param bench the case, the clip and the frame in view
     * @param structures names of structures
     * @param desk what measures; nobody else's, for its readings remember what they were asked
     * @param locale for numbers
     */
    public CurveViewModel(Workbench bench, StructureCatalog structures, SwellingDesk desk, Locale locale) {
        this.bench = bench;
        this.desk = desk;
        this.work = new SwellingWork(bench.words(), structures, desk, locale);
        refresh();
        bench.editor().caseProperty().addListener((o, was, now) -> refresh());
        bench.editor().selectionProperty().addListener((o, was, now) -> refresh());
        bench.clip().addListener((o, was, now) -> refresh());
        bench.frameShown().addListener((o, was, now) -> refresh());
    }

    /** What to show; empty where nothing is followed. */
    public ReadOnlyObjectProperty<Optional<Curve>> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** Goes to a frame of the clip, from 0. */
    public void go(int frame) {
        bench.cine().pause();
        bench.cine().seek(frame);
    }

    /** What the window says. */
    Words words() {
        return bench.words();
    }

    private void refresh() {
        ask();
        work();
        show();
    }

    private void ask() {
        Optional<Clip> clip = bench.clip().getValue();
        Optional<FrameRef> frame = bench.frame();
        Case now = bench.casefile();
        Optional<Annotation> focus = clip.isEmpty() ? Optional.empty() : frame.flatMap(f -> focus(now, f));
        asked = focus.map(Annotation::id);
        Optional<SwellingQuestion> next = focus.map(a -> new SwellingQuestion(now, a, clip.orElseThrow().info(),
                desk.clips().now()));
        if (next.isEmpty() || wanted.filter(next.get()::asksTheSame).isEmpty()) {
            wanted = next;
        }
        found = found.filter(a -> wanted.filter(a.question()::isOfTheSameClip).isPresent());
    }

    private Optional<Annotation> focus(Case now, FrameRef frame) {
        return bench.selected().flatMap(now::annotation).filter(a -> isFollowed(a, frame))
                .or(() -> asked.flatMap(now::annotation).filter(a -> isFollowed(a, frame)))
                .or(() -> now.annotationsOn(frame).stream().filter(a -> isFollowed(a, frame)).findFirst());
    }

    private boolean isFollowed(Annotation a, FrameRef frame) {
        return a.follow().isPresent() && desk.swelling().isAsked(a)
                && a.frame().sopInstanceUid().equals(frame.sopInstanceUid());
    }

    private void work() {
        if (wanted.isEmpty() || isAnswered() || (running.isPresent() && !running.get().isFinished())) {
            return;
        }
        SwellingQuestion question = wanted.get();
        int turn = ++turns;
        JobRunner.Handle handle = desk.jobs().start(words().text("job.swelling"), progress -> work.curve(question),
                along -> ended(turn, new Found(question, along)), e -> {
                    LOG.warn("The curve along the clip could not be worked out", e);
                    ended(turn, new Found(question, Optional.empty()));
                });
        running = Optional.of(handle).filter(h -> turn == turns && !h.isFinished());
    }

    private void ended(int turn, Found answer) {
        if (turn == turns) {
            running = Optional.empty();
        }
        found = Optional.of(answer).filter(a -> wanted.filter(a.question()::isOfTheSameClip).isPresent());
        work();
        show();
    }

    private boolean isAnswered() {
        return found.isPresent() && wanted.isPresent() && found.get().question().asksTheSame(wanted.get());
    }

    private void show() {
        Optional<Curve> next = wanted.isEmpty()
                ? Optional.empty()
                : found.flatMap(Found::along).flatMap(a -> bench.frame().map(f -> a.at(f.index())));
        if (!next.equals(curve.get())) {
            curve.set(next);
        }
    }
}
