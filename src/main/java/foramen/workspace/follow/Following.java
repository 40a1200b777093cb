package foramen.workspace.follow;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.job.StoppedException;
import foramen.vision.Interpolation;
import foramen.vision.KeyOutline;
import foramen.vision.TrackedOutline;
import foramen.workspace.edit.CaseEditor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Follows an outline over the frames of a clip. All that comes of one run is one edit; a run that is cancelled, fails,
 * or whose key outlines were changed meanwhile leaves the case as it was. Lives on the home thread.
 */
public final class Following {
    private static final String STOPPED = "Stopped; the case is as it was.";
    private static final String CHANGED = "The key outlines were changed while they were followed; follow them again.";
    private static final String ONE_KEY = "Interpolating needs outlines on two frames or more; draw one more, or follow"
            + " instead.";

    private final CaseEditor editor;
    private final JobRunner jobs;
    private final OutlineCarrier carrier;
    private final ReadOnlyObjectWrapper<Optional<JobRunner.Handle>> running = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    /**
     * @param editor receives the edit
     * @param jobs runs the work
     * @param carrier carries outlines from frame to frame
     */
    public Following(CaseEditor editor, JobRunner jobs, OutlineCarrier carrier) {
        this.editor = editor;
        this.jobs = jobs;
        this.carrier = carrier;
    }

    /** The run under way. */
    public ReadOnlyObjectProperty<Optional<JobRunner.Handle>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What came of the last run or refused it, one sentence; may be empty. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /**
     * Follows the structure of {@code lead} both ways by the pictures.
     *
     * @param clip the open clip that it lies on
     * @param lead an outline of the structure
     * @param from first frame, from 0
     * @param to last frame, included
     */
    public void follow(Clip clip, Annotation lead, int from, int to) {
        start(clip, lead, from, to, 1, new Way("Follow ", Origin.FOLLOWED,
                (keys, progress) -> carrier.run(new ClipGreys(clip), from, to, keys, progress)));
    }

    /** Fills the frames between the key outlines within the range, without looking at the pictures. */
    public void interpolate(Clip clip, Annotation lead, int from, int to) {
        start(clip, lead, from, to, 2, new Way("Interpolate ", Origin.INTERPOLATED,
                (keys, progress) -> between(keys, progress)));
    }

    /** How outlines are found: what it is called, what they are marked as, the work. */
    private record Way(String verb, Origin origin, Work work) {}

    private interface Work {
        List<TrackedOutline> run(List<KeyOutline> keys, Progress progress) throws IOException;
    }

    /** Nobody looked at the pictures, so there is no confidence to give. */
    private static List<TrackedOutline> between(List<KeyOutline> keys, Progress progress) {
        Interpolation interpolation = new Interpolation(keys);
        return IntStream.rangeClosed(keys.getFirst().frame(), keys.getLast().frame()).mapToObj(i -> {
            progress.checkCancelled();
            return new TrackedOutline(i, interpolation.at(i).orElseThrow(), 0, false, "");
        }).toList();
    }

    private void start(Clip clip, Annotation lead, int from, int to, int keysNeeded, Way way) {
        if (running.get().isPresent()) {
            said.set("An outline is being followed already; wait for it or cancel it.");
            return;
        }
        Optional<Track> track = Track.of(editor.current(), lead);
        List<KeyOutline> keys = track.map(t -> within(t, from, to)).orElse(List.of());
        Optional<String> refusal = refusal(clip, track, keys, from, to, keysNeeded);
        if (refusal.isPresent()) {
            said.set(refusal.get());
            return;
        }
        said.set("");
        Case before = editor.current();
        // The handle is known before a runner on this thread calls back.
        Run run = new Run(before, lead, keys, from, to, way);
        JobRunner.Handle handle = jobs.start(way.verb().strip() + " over frames " + (from + 1) + " to " + (to + 1),
                progress -> way.work().run(keys, progress), found -> done(run, found), e -> failed(e));
        running.set(handle.isFinished() ? Optional.empty() : Optional.of(handle));
    }

    /** What a run started from, to be compared when it ends. */
    private record Run(Case before, Annotation lead, List<KeyOutline> keys, int from, int to, Way way) {}

    private static List<KeyOutline> within(Track track, int from, int to) {
        return track.anchors().stream().filter(k -> k.frame() >= from && k.frame() <= to).toList();
    }

    private static Optional<String> refusal(Clip clip, Optional<Track> track, List<KeyOutline> keys, int from, int to,
            int needed) {
        if (track.isEmpty()) {
            return Optional.of("Only an outline can be followed; select one.");
        }
        if (from < 0 || to >= clip.info().frames() || from > to) {
            return Optional.of("Frames " + (from + 1) + " to " + (to + 1) + " are no range of this clip of "
                    + clip.info().frames() + " frames.");
        }
        if (keys.isEmpty()) {
            return Optional.of("There is no key outline between frames " + (from + 1) + " and " + (to + 1)
                    + "; widen the range or draw one there.");
        }
        if (keys.size() < needed) {
            return Optional.of(ONE_KEY);
        }
        return keys.stream().filter(k -> !k.outline().isSimple()).findFirst()
                .map(k -> "The outline on frame " + (k.frame() + 1) + " crosses itself; untangle it first.");
    }

    private void done(Run run, List<TrackedOutline> found) {
        running.set(Optional.empty());
        Case now = editor.current();
        Optional<Track> track = now.id().equals(run.before().id())
                ? now.annotation(run.lead().id()).flatMap(a -> Track.of(now, a))
                : Optional.empty();
        if (track.filter(t -> within(t, run.from(), run.to()).equals(run.keys())).isEmpty()) {
            said.set(CHANGED);
            return;
        }
        String id = track.get().id().orElseGet(editor::newId);
        Results results = new Results(id, run.way().origin(), editor.operator(), editor.now(), editor::newId);
        Case next = results.in(now, track.get(), found);
        editor.commit(next, run.way().verb() + "over frames " + (run.from() + 1) + " to " + (run.to() + 1));
        said.set(outcome(track.get(), found, run.way().origin()));
    }

    private static String outcome(Track track, List<TrackedOutline> found, Origin origin) {
        List<TrackedOutline> fresh = found.stream()
                .filter(t -> track.on(t.frame()).filter(Track::isFixed).isEmpty()).toList();
        if (fresh.isEmpty()) {
            return "Every frame in the range has an outline that was drawn or accepted; nothing was changed.";
        }
        String frames = fresh.size() == 1 ? "1 frame" : fresh.size() + " frames";
        if (origin == Origin.INTERPOLATED) {
            return "Interpolated on " + frames + " without looking at the picture; check them.";
        }
        long drifting = fresh.stream().filter(TrackedOutline::drift).count();
        String doubt = fresh.stream().filter(TrackedOutline::drift).findFirst()
                .map(t -> " First on frame " + (t.frame() + 1) + ": " + t.reason()).orElse("");
        return "Followed on " + frames + (drifting == 0 ? "; none drifts." : "; " + drifting + " drift." + doubt);
    }

    private void failed(Exception e) {
        running.set(Optional.empty());
        if (e instanceof StoppedException) {
            said.set(STOPPED);
            return;
        }
        said.set(e instanceof IOException && e.getMessage() != null
                ? e.getMessage()
                : "Following failed unexpectedly (" + e + "); the case is as it was.");
    }

    /** Stops the run under way; the case stays as it was. */
    public void cancel() {
        running.get().ifPresent(h -> {
            h.cancel();
            running.set(Optional.empty());
            said.set(STOPPED);
        });
    }

    /** Whether {@code a} can be followed at all. */
    public static boolean canFollow(Annotation a) {
        return a.shape() instanceof Shape.Area;
    }
}
