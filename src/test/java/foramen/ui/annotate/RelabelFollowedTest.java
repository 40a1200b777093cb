package foramen.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.workspace.follow.Track;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of an outline that was followed is said of all its frames, unless one alone is meant. */
class RelabelFollowedTest {
    private static final int FRAMES = 6;
    private final TestBench bench = TestBench.with(followed(), FakeClip.calibrated());
    private final AnnotateViewModel model = new AnnotateViewModel(bench.workbench, bench.structures);

    /** A nerve drawn on the frame in view and followed over the next five; another, of another track, on the frame after. */
    private static Case followed() {
        Case c = Cases.empty().withAnnotation(Cases.nerve("f0").withFollow(Optional.of(Follow.keyFrame("t"))));
        for (int i = 1; i < FRAMES; i++) {
            c = c.withAnnotation(on(i, "f" + i).withFollow(
                    Optional.of(new Follow("t", false, 0.9, false, Follow.Review.OPEN))));
        }
        return c.withAnnotation(on(1, "other").withFollow(Optional.of(Follow.keyFrame("u"))));
    }

    private static Annotation on(int later, String id) {
        return Cases.nerve("n").copiedTo(id, new FrameRef(FakeClip.UID, Cases.FRAME + later), Origin.FOLLOWED,
                Cases.NOW);
    }

    @BeforeEach
    void select() {
        model.select("f0");
    }

    private Annotation named(String id) {
        return bench.casefile().annotation(id).orElseThrow();
    }

    private <T> List<T> each(Function<Annotation, T> what) {
        return bench.casefile().annotations().stream().filter(a -> a.id().startsWith("f")).map(what).toList();
    }

    private static <T> List<T> all(T value) {
        return Collections.nCopies(FRAMES, value);
    }

    @Test
    void theSideCorrectedOnTheKeyFrameIsCorrectedOnEveryFrameInOneStep() {
        model.chooseSide(Laterality.LEFT);
        assertEquals(all(Laterality.LEFT), each(Annotation::laterality));
        assertEquals(Laterality.RIGHT, named("other").laterality());
        assertEquals(FRAMES, Track.of(bench.casefile(), named("f0")).orElseThrow().members().size());
        assertEquals("Changed on all 6 frames it was followed over.", bench.tools.hintProperty().get());
        bench.editor.undo();
        assertEquals(all(Laterality.RIGHT), each(Annotation::laterality));
    }

    @Test
    void structureLevelAndPlaneGoToEveryFrameToo() {
        model.chooseStructure(bench.structures.get("pudendal-nerve"));
        model.chooseLevel(ScanLevel.UNSPECIFIED);
        model.choosePlane(ScanPlane.LONG_AXIS);
        assertEquals(all("pudendal-nerve"), each(Annotation::structureId));
        assertEquals(all(ScanLevel.UNSPECIFIED), each(Annotation::level));
        assertEquals(all(ScanPlane.LONG_AXIS), each(Annotation::plane));
    }

    @Test
    void oneFrameAloneIsChangedWhereThatIsChosenAndOnlyThere() {
        assertEquals(FRAMES, model.state().subject().frames());
        model.chooseReach(AnnotateState.Reach.THIS_FRAME);
        assertEquals(AnnotateState.Reach.THIS_FRAME, model.state().subject().reach());
        model.chooseLevel(ScanLevel.UNSPECIFIED);
        assertEquals(1, each(Annotation::level).stream().filter(ScanLevel.UNSPECIFIED::equals).count());
        model.goTo(Cases.FRAME + 1);
        model.select("f1");
        assertEquals(AnnotateState.Reach.ALL_FRAMES, model.state().subject().reach());
    }

    @Test
    void aFrameThatWasLeftOnTheWrongSideIsBroughtBackWithTheOthers() {
        model.chooseReach(AnnotateState.Reach.THIS_FRAME);
        model.chooseSide(Laterality.LEFT);
        model.chooseReach(AnnotateState.Reach.ALL_FRAMES);
        model.chooseSide(Laterality.RIGHT);
        assertEquals(all(Laterality.RIGHT), each(Annotation::laterality));
    }

    @Test
    void lockedFramesStayAndThatIsSaid() {
        bench.editor.commit(bench.casefile().withAnnotation(named("f3").withLocked(true)), "Lock");
        model.chooseSide(Laterality.LEFT);
        assertEquals(Laterality.RIGHT, named("f3").laterality());
        assertEquals(5, each(Annotation::laterality).stream().filter(Laterality.LEFT::equals).count());
        assertEquals("Changed on 5 frames; 1 locked stay as they were. Unlock them and choose again.",
                bench.tools.hintProperty().get());
    }

    @Test
    void whatWasNeverFollowedHasNoSuchChoice() {
        model.select("f0");
        assertEquals(1, model.state().subject().frames());
        bench.editor.commit(bench.casefile().withAnnotation(named("f0").withFollow(Optional.empty())), "Untie");
        model.select("f0");
        assertEquals(1, model.state().subject().frames());
    }
}
