package foramen.workspace.measure;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Polygon;
import foramen.job.JobRunner;
import foramen.vision.EchoIntensity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Echo intensity inside outlines of the open clip, worked out in jobs; lives on the runner's home thread.
 *
 * <p>The figure hangs on gain, depth and compression, so two are compared only where they come from one clip, or where the
 * files say the same depth and the operator that preset and gain were the same: the gain is not in the files (Total
 * Gain (0018,5040) is retired in PS3.6), and what is not known to be equal is not taken for equal.
 */
public final class EchoDesk {
    private static final int KEPT = 64;

    private final JobRunner jobs;
    private final Map<Key, State> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, State> eldest) {
            return size() > KEPT;
        }
    };
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    private record Key(FrameRef frame, Shape shape) {}

    /** How far an answer is. */
    public sealed interface State {
        /** It is being worked out. */
        record Pending() implements State {}

        /** The answer. */
        record Known(EchoReading reading) implements State {}

        /** There is none, and why: one sentence. */
        record None(String reason) implements State {}
    }

    /** Works in {@code jobs}. */
    public EchoDesk(JobRunner jobs) {
        this.jobs = jobs;
    }

    /** Counts up whenever an answer has come. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /**
     * The echo intensity inside {@code a}; the first time a job is started, and {@link #changesProperty} tells when it is
     * done.
     *
     * @param clip the clip it lies on
     */
    public State of(Annotation a, Clip clip) {
        return of(a, clip::frame);
    }

    /** Where a frame comes from. */
    @FunctionalInterface
    private interface Frames {
        Frame frame(int index) throws ClipException;
    }

    private State of(Annotation a, Frames frames) {
        if (!(a.shape() instanceof Shape.Area area)) {
            return new State.None("Two calipers enclose no pixels; outline the structure for its echo intensity.");
        }
        Key key = new Key(a.frame(), a.shape());
        State known = answers.get(key);
        if (known != null) {
            return known;
        }
        answers.put(key, new State.Pending());
        Polygon outline = area.polygon();
        jobs.start("Reading the echo intensity", progress -> measure(frames, key.frame().index(), outline),
                state -> answered(key, state), e -> answered(key, new State.None(e instanceof ClipException
                        ? String.valueOf(e.getMessage())
                        : "The echo intensity could not be worked out (" + e + ").")));
        return Optional.ofNullable(answers.get(key)).orElseGet(State.Pending::new);
    }

    private void answered(Key key, State state) {
        answers.put(key, state);
        changes.set(changes.get() + 1);
    }

    private static State measure(Frames frames, int index, Polygon outline) throws ClipException {
        Frame frame = frames.frame(index);
        return EchoIntensity.inside(frame.argb(), frame.columns(), frame.rows(), outline)
                .<State>map(e -> new State.Known(
                        new EchoReading(e.mean(), e.sd(), e.median(), e.pixels(), e.histogram())))
                .orElseGet(() -> new State.None("No pixel's centre lies inside this outline."));
    }

    /**
     * The echo intensity inside {@code a}, which lies on another clip of the case than the open one; as {@link #of}.
     *
     * @param ref that clip
     * @param clips opens it
     */
    public State of(Annotation a, ClipRef ref, OtherClips clips) {
        return of(a, index -> clips.frame(ref, index));
    }

    /**
     * Why echo intensities of two clips are not compared.
     *
     * @param words one sentence
     * @param canBeStated whether only the operator can tell what is missing, and may
     */
    public record Refusal(String words, boolean canBeStated) {}

    /**
     * Why echo intensities of two clips are not compared; empty where they may be: they lie on one clip, or the files say
     * the same depth and the operator that preset and gain were the same.
     *
     * @param casefile the case, which knows their scales and what was stated
     * @param one the clip of the first
     * @param other the clip of the second
     */
    public static Optional<Refusal> whyNotCompared(Case casefile, ClipInfo one, ClipInfo other) {
        String uid = one.identity().sopInstanceUid();
        String otherUid = other.identity().sopInstanceUid();
        if (uid.equals(otherUid)) {
            return Optional.empty();
        }
        Optional<Double> a = casefile.calibrationOf(one).displayedDepthMm();
        Optional<Double> b = casefile.calibrationOf(other).displayedDepthMm();
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.of(new Refusal("Echo intensity is not compared: the gain of the two clips is not known, nor"
                    + " the depth. Compare outlines of one clip.", false));
        }
        if (Math.abs(a.get() - b.get()) > 1) {
            return Optional.of(new Refusal("Echo intensity is not compared: the depth differs (" + Math.round(a.get())
                    + " and " + Math.round(b.get()) + " mm).", false));
        }
        return casefile.statements().sameSettings(uid, otherUid).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal("Echo intensity is not compared: the gain of the two clips is not known."
                        + " Compare outlines of one clip, or say that preset and gain were the same.", true));
    }
}
