package foramen.workspace.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Follow.Review;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.Progress;
import foramen.vision.FrameSource;
import foramen.vision.KeyOutline;
import foramen.vision.TrackedOutline;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.edit.CaseEditor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final int FRAMES = 20;
    /** The fake doubts this frame. */
    private static final int DOUBTED = 12;

    private final CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), Fixtures.CLOCK,
            () -> "Dr Test", Fixtures.ids());
    private final ManualJobRunner jobs = new ManualJobRunner();
    private final FakeCarrier carrier = new FakeCarrier();
    private final Following following = new Following(editor, jobs, carrier);
    private final TrackReview review = new TrackReview(editor);
    private final Fixtures.FakeClip clip = new Fixtures.FakeClip(FRAMES);

    /** Carries the nearest key along, one pixel to the right a frame. */
    private static final class FakeCarrier implements OutlineCarrier {
        private final List<List<KeyOutline>> asked = new ArrayList<>();

        @Override
        public List<TrackedOutline> run(FrameSource frames, int from, int to, List<KeyOutline> keys,
                Progress progress) throws IOException {
            asked.add(keys);
            return IntStream.rangeClosed(from, to).mapToObj(i -> {
                KeyOutline near = keys.stream().min(Comparator.comparingInt(k -> Math.abs(k.frame() - i)))
                        .orElseThrow();
                boolean drift = i == DOUBTED;
                return new TrackedOutline(i, near.outline().moved(new Point(i - near.frame(), 0)), drift ? 0.4 : 0.9,
                        drift, drift ? "It drifts." : "");
            }).toList();
        }
    }

    FollowingTest() {
        editor.open(new StoredCase(Fixtures.emptyCase(), 0));
        editor.commit(editor.current().withAnnotation(drawn("nerve", 5)), "Draw nerve");
    }

    private static Annotation drawn(String id, int frame) {
        return Fixtures.annotation(id, Fixtures.square(40, 30, 20)).copiedTo(id, at(frame), Origin.DRAWN,
                Fixtures.NOW);
    }

    private static FrameRef at(int frame) {
        return new FrameRef(Fixtures.CLIP_UID, frame);
    }

    private Annotation lead() {
        return editor.current().annotation("nerve").orElseThrow();
    }

    private Track track() {
        return Track.of(editor.current(), lead()).orElseThrow();
    }

    private Annotation on(int frame) {
        return track().on(frame).orElseThrow();
    }

    private void follow(int from, int to) {
        following.follow(clip, lead(), from, to);
        jobs.runAll();
    }

    private void change(Annotation next) {
        editor.commit(editor.current().withAnnotation(next), "Change");
    }

    private static double left(Annotation a) {
        return ((Shape.Area) a.shape()).polygon().bounds().minX();
    }

    @Test
    void everyFrameGetsAnOutlineOfTheSameTrackInOneStepOfUndo() {
        Case before = editor.current();

        follow(0, FRAMES - 1);

        assertEquals(FRAMES, editor.current().annotations().size());
        assertEquals(1, editor.current().annotations().stream().map(a -> a.follow().orElseThrow().track()).distinct()
                .count());
        assertEquals(Origin.FOLLOWED, on(9).origin());
        assertEquals(44, left(on(9)), 1e-9);
        assertEquals(new Follow(track().id().orElseThrow(), false, 0.4, true, Review.OPEN),
                on(DOUBTED).follow().orElseThrow());
        assertEquals(lead().level(), on(9).level());
        assertTrue(lead().follow().orElseThrow().key());
        assertEquals(lead().shape(), before.annotations().getFirst().shape());

        editor.undo();
        assertEquals(before, editor.current());
        editor.redo();
        assertEquals(FRAMES, editor.current().annotations().size());
    }

    @Test
    void onlyTheRangeIsFollowed() {
        follow(3, 8);

        assertEquals(List.of(3, 4, 5, 6, 7, 8), List.copyOf(track().members().keySet()));
    }

    @Test
    void whatDriftsDoesNotCountUntilItIsAccepted() {
        follow(0, FRAMES - 1);
        assertFalse(on(DOUBTED).counts());
        assertTrue(on(DOUBTED - 1).counts());
        assertTrue(editor.current().counted().annotations().stream()
                .noneMatch(a -> a.frame().index() == DOUBTED));

        review.accept(track(), DOUBTED);
        assertTrue(on(DOUBTED).counts());
        review.reject(track(), DOUBTED);
        assertFalse(on(DOUBTED).counts());
    }

    @Test
    void cancellingLeavesTheCaseAsItWas() {
        Case before = editor.current();
        following.follow(clip, lead(), 0, FRAMES - 1);
        assertTrue(following.runningProperty().get().isPresent());

        following.cancel();
        jobs.runAll();

        assertEquals(before, editor.current());
        assertTrue(following.runningProperty().get().isEmpty());
        assertEquals("Stopped; the case is as it was.", following.saidProperty().get());
    }

    @Test
    void aRunStoppedFromTheStatusLineIsNoticed() {
        following.follow(clip, lead(), 0, FRAMES - 1);
        jobs.stopOne(false);

        assertTrue(following.runningProperty().get().isEmpty());
        follow(0, FRAMES - 1);
        assertEquals(FRAMES, editor.current().annotations().size());
    }

    @Test
    void aFrameCorrectedByHandBecomesAKeyAndIsFollowedFromNext() {
        follow(0, FRAMES - 1);
        String id = on(15).id();
        change(on(15).withShape(Fixtures.square(100, 30, 20), Fixtures.NOW));
        assertEquals(FrameState.KEY, FrameState.of(on(15)));

        follow(0, FRAMES - 1);

        assertEquals(List.of(5, 15), carrier.asked.getLast().stream().map(KeyOutline::frame).toList());
        assertEquals(100, left(on(15)), 1e-9);
        assertEquals(id, on(15).id());
        assertEquals(101, left(on(16)), 1e-9);
        assertEquals(FRAMES, editor.current().annotations().size());
    }

    @Test
    void acceptedAndLockedFramesStayAndRejectedOnesAreFollowedAgain() {
        follow(0, FRAMES - 1);
        review.accept(track(), 8);
        review.reject(track(), 9);
        change(on(10).withLocked(true));
        change(on(11).withHidden(true));
        Annotation accepted = on(8);
        Annotation locked = on(10);
        String rejected = on(9).id();

        follow(0, FRAMES - 1);

        assertEquals(accepted, on(8));
        assertEquals(locked, on(10));
        assertEquals(rejected, on(9).id());
        assertEquals(FrameState.OPEN, FrameState.of(on(9)));
        assertTrue(on(11).hidden());
        assertEquals(List.of(5, 8, 10), carrier.asked.getLast().stream().map(KeyOutline::frame).toList());
    }

    @Test
    void anOutlineDrawnOnAFollowedFrameTakesThePlaceOfTheFollowedOne() {
        follow(0, FRAMES - 1);
        editor.commit(editor.current().withAnnotation(drawn("second", 14)), "Draw nerve");

        follow(0, FRAMES - 1);

        assertEquals("second", on(14).id());
        assertEquals(1, editor.current().annotationsOn(at(14)).size());
        assertEquals(FRAMES, editor.current().annotations().size());
        assertEquals(List.of(5, 14), track().keyFrames());
    }

    @Test
    void twoAlikeOnOneFrameAreNotMixedUp() {
        editor.commit(editor.current().withAnnotation(drawn("twin", 5)).withAnnotation(drawn("far", 9)), "Draw");

        assertEquals(List.of("nerve"), track().members().values().stream().map(Annotation::id).toList());
    }

    @Test
    void theOtherSideIsAnotherTrack() {
        editor.commit(editor.current()
                .withAnnotation(drawn("right", 9).withLaterality(foramen.domain.anatomy.Laterality.RIGHT)), "Draw");

        follow(0, FRAMES - 1);

        assertEquals(2, editor.current().annotationsOn(at(9)).size());
        assertTrue(editor.current().annotation("right").orElseThrow().follow().isEmpty());
    }

    @Test
    void resultsOfKeysThatWereChangedMeanwhileAreDropped() {
        following.follow(clip, lead(), 0, FRAMES - 1);
        change(lead().withShape(Fixtures.square(10, 10, 20), Fixtures.NOW));
        Case before = editor.current();

        jobs.runAll();

        assertEquals(before, editor.current());
        assertTrue(following.saidProperty().get().contains("changed while"), following.saidProperty().get());
    }

    @Test
    void resultsNeverReachAnotherCase() {
        following.follow(clip, lead(), 0, FRAMES - 1);
        Case other = Case.begin(new foramen.domain.casefile.CaseId("case-2"), Fixtures.NOW);
        editor.open(new StoredCase(other, 0));

        jobs.runAll();

        assertEquals(other, editor.current());
    }

    @Test
    void interpolationFillsBetweenKeysOnlyAndClaimsNoConfidence() {
        editor.commit(editor.current().withAnnotation(drawn("second", 15).withShape(Fixtures.square(60, 30, 20),
                Fixtures.NOW)), "Draw");

        following.interpolate(clip, lead(), 0, FRAMES - 1);
        jobs.runAll();

        assertEquals(IntStream.rangeClosed(5, 15).boxed().toList(), List.copyOf(track().members().keySet()));
        assertEquals(50, left(on(10)), 0.5);
        assertEquals(Origin.INTERPOLATED, on(10).origin());
        assertEquals(0, on(10).follow().orElseThrow().confidence());
    }

    @Test
    void whatCannotBeFollowedIsRefusedInASentence() {
        following.interpolate(clip, lead(), 0, FRAMES - 1);
        assertTrue(following.saidProperty().get().contains("two frames"), following.saidProperty().get());
        following.follow(clip, lead(), 8, 12);
        assertTrue(following.saidProperty().get().contains("no key outline between frames 9 and 13"),
                following.saidProperty().get());
        change(lead().withShape(new Shape.Outline(new Polygon(
                List.of(new Point(10, 10), new Point(40, 40), new Point(40, 10), new Point(10, 40)))), Fixtures.NOW));
        following.follow(clip, lead(), 0, 12);
        assertTrue(following.saidProperty().get().contains("crosses itself"), following.saidProperty().get());
        assertEquals(0, jobs.waiting());
    }

    @Test
    void aKeyFrameThatCannotBeReadIsSaidAndChangesNothing() {
        Following broken = new Following(editor, jobs, (frames, from, to, keys, progress) -> {
            throw new foramen.domain.clip.ClipException("Frame 6 is damaged.");
        });
        Case before = editor.current();
        broken.follow(clip, lead(), 0, 9);
        jobs.runAll();

        assertEquals("Frame 6 is damaged.", broken.saidProperty().get());
        assertEquals(before, editor.current());
    }

    @Test
    void allThatHoldAreAcceptedAtOnceAndTheDriftingOneIsNext() {
        follow(0, FRAMES - 1);
        assertEquals(DOUBTED, TrackReview.nextToCheck(track(), 5).orElseThrow());

        review.acceptSteady(track());

        assertEquals(new Track.Tally(1, FRAMES - 2, 0, 1, 0), track().tally());
        assertEquals(DOUBTED, TrackReview.nextToCheck(track(), 15).orElseThrow());
        review.accept(track(), DOUBTED);
        assertTrue(TrackReview.nextToCheck(track(), 5).isEmpty());
    }

    @Test
    void rejectingFromHereStopsBeforeTheNextKeyAndGoesBackwardsBeforeTheFirst() {
        editor.commit(editor.current().withAnnotation(drawn("second", 15)), "Draw");
        follow(0, FRAMES - 1);

        review.rejectFrom(track(), 10);
        assertEquals(IntStream.range(10, 15).boxed().toList(), rejected());
        editor.undo();
        review.rejectFrom(track(), 2);
        assertEquals(List.of(0, 1, 2), rejected());
    }

    @Test
    void rejectingFromAFrameOnLeavesWhatWasAcceptedAndCountsIt() {
        follow(0, FRAMES - 1);
        review.accept(track(), 10);
        review.accept(track(), 12);
        assertEquals(1, review.rejectFrom(track(), 10));
        assertEquals(FrameState.ACCEPTED, FrameState.of(on(12)));
        assertEquals(FrameState.REJECTED, FrameState.of(on(10)));
        assertEquals(FrameState.REJECTED, FrameState.of(on(13)));
    }

    private List<Integer> rejected() {
        return track().members().values().stream().filter(a -> FrameState.of(a) == FrameState.REJECTED)
                .map(a -> a.frame().index()).toList();
    }

    @Test
    void makingAKeyKeepsTheOutlineAndClearingLeavesWhatTheOperatorSaid() {
        follow(0, FRAMES - 1);
        Shape shape = on(7).shape();
        review.makeKey(track(), 7);
        review.accept(track(), 8);
        change(on(9).withLocked(true));

        review.clear(track());

        assertEquals(List.of(5, 7, 8, 9), List.copyOf(track().members().keySet()));
        assertEquals(shape, on(7).shape());
        assertEquals(List.of(5, 7), track().keyFrames());
    }
}
