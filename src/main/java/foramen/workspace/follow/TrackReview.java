package foramen.workspace.follow;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Follow.Review;
import foramen.domain.casefile.Case;
import foramen.workspace.edit.CaseEditor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The operator's word on followed outlines; each is one edit. Locked outlines stay as they are. */
public final class TrackReview {
    private final CaseEditor editor;

    /** Reviews in the case of {@code editor}. */
    public TrackReview(CaseEditor editor) {
        this.editor = editor;
    }

    /** Says that the outline on that frame is right. */
    public void accept(Track track, int frame) {
        review(track.on(frame).stream(), Review.ACCEPTED, "Accept frame " + (frame + 1));
    }

    /** Says that the outline on that frame is wrong; it stays in sight and is not counted. */
    public void reject(Track track, int frame) {
        review(track.on(frame).stream(), Review.REJECTED, "Reject frame " + (frame + 1));
    }

    /** Accepts all that wait and do not drift. */
    public void acceptSteady(Track track) {
        review(track.members().values().stream().filter(a -> FrameState.of(a) == FrameState.OPEN), Review.ACCEPTED,
                "Accept all that do not drift");
    }

    /**
     * Rejects from {@code frame} on as far as the next key frame, away from the key frame it was followed from: later
     * frames, or earlier ones where no key frame comes before. Frames already accepted stay so, but for {@code frame} itself.
     *
     * @return how many accepted frames stay
     */
    public int rejectFrom(Track track, int frame) {
        List<Integer> keys = track.keyFrames();
        boolean later = keys.isEmpty() || keys.getFirst() <= frame;
        NavigableMap<Integer, Annotation> side = later
                ? track.members().tailMap(frame, true)
                : track.members().headMap(frame, true);
        int end = later
                ? keys.stream().filter(k -> k > frame).findFirst().orElse(Integer.MAX_VALUE)
                : Integer.MAX_VALUE;
        List<Annotation> reached = side.values().stream().filter(a -> a.frame().index() < end).toList();
        Predicate<Annotation> stays = a -> a.frame().index() != frame
                && a.follow().filter(f -> !f.key() && f.review() == Review.ACCEPTED).isPresent();
        review(reached.stream().filter(stays.negate()), Review.REJECTED, "Reject from frame " + (frame + 1) + " on");
        return (int) reached.stream().filter(stays).count();
    }

    /** Makes the outline on that frame a key frame, right as it is: following starts from it. */
    public void makeKey(Track track, int frame) {
        track.on(frame).flatMap(Annotation::follow).filter(f -> !f.key()).ifPresent(
                f -> change(track.on(frame).stream(), t -> Follow.keyFrame(t.track()),
                        "Make frame " + (frame + 1) + " a key frame"));
    }

    /** Takes away what was followed and neither accepted, corrected nor locked. */
    public void clear(Track track) {
        Predicate<Annotation> goes = a -> track.on(a.frame().index()).filter(a::equals).isPresent()
                && !Track.isFixed(a);
        Case now = editor.current();
        editor.commit(now.withAnnotations(now.annotations().stream().filter(goes.negate()).toList()),
                "Remove followed outlines");
    }

    /**
     * The next frame for the operator to look at: after {@code frame}, else from the beginning; those that drift first.
     */
    public static Optional<Integer> nextToCheck(Track track, int frame) {
        return Stream.of(FrameState.DRIFTING, FrameState.OPEN)
                .flatMap(state -> track.members().values().stream().filter(a -> FrameState.of(a) == state)
                        .map(a -> a.frame().index()).filter(i -> i != frame)
                        .min(Comparator.<Integer, Boolean>comparing(i -> i < frame).thenComparing(i -> i)).stream())
                .findFirst();
    }

    private void review(Stream<Annotation> which, Review word, String action) {
        change(which.filter(a -> a.follow().filter(f -> !f.key()).isPresent()), f -> f.withReview(word), action);
    }

    private void change(Stream<Annotation> which, UnaryOperator<Follow> word, String action) {
        Map<String, Annotation> changed = new HashMap<>();
        which.filter(a -> !a.locked()).forEach(a -> changed.put(a.id(), a.withFollow(a.follow().map(word))));
        Case now = editor.current();
        List<Annotation> all = new ArrayList<>(now.annotations());
        all.replaceAll(a -> changed.getOrDefault(a.id(), a));
        editor.commit(now.withAnnotations(all), action);
    }
}
