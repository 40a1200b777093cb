package foramen.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.job.NativeFolder;
import foramen.job.Progress;
import foramen.testing.HardCases;
import foramen.testing.HardCases.Case;
import foramen.testing.PhantomFrames;
import foramen.testing.ShadowCases;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowingUnderShadowTest {
    /** A swollen nerve as bright as what surrounds it: the hardest of the samples. */
    private static final String HARDEST = "b-ischial-spine-left-calcification";

    private final Propagation propagation = new Propagation(new OpenCvLibrary(NativeFolder.ofThisProcess()));
    private final PhantomFrames clip = PhantomFrames.read(HARDEST);
    private final Case passing = named(ShadowCases.tried(clip), "shadow passes");
    /** Before, under and behind the shadow. */
    private final List<TrackedOutline> followed = run(passing, 0, 48, 1);

    FollowingUnderShadowTest() throws IOException {}

    @Test
    void theOutlineIsKeptUnderAPassingShadowAndFoundAgainBehindIt() {
        for (TrackedOutline t : followed) {
            assertTrue(dice(passing, t) > 0.85, "frame " + t.frame() + ": Dice " + dice(passing, t));
        }
        assertTrue(dice(passing, followed.getLast()) > 0.95);
    }

    @Test
    void anOutlineOfWhichMostIsInShadowIsFlaggedForThatAndOneThatIsSeenIsNot() {
        for (TrackedOutline t : followed) {
            if (t.frame() >= 27 && t.frame() < 34) {
                assertTrue(t.drift(), "frame " + t.frame() + " is not flagged");
                assertTrue(t.reason().startsWith("A shadow lies"), t.reason());
            } else if (t.frame() < 18 || t.frame() > 44) {
                assertFalse(t.drift(), "frame " + t.frame() + " is flagged: " + t.reason());
            }
        }
    }

    @Test
    void whereAShadowStopsOnTheNerveAndTheOutlineSlipsNearlyAllOfItIsFlagged() throws IOException {
        Case half = named(ShadowCases.tried(clip), "stops half");
        List<TrackedOutline> slipped = run(half, 0, 44, 1).stream().filter(t -> dice(half, t) < 0.8).toList();

        long flagged = slipped.stream().filter(TrackedOutline::drift).count();
        assertTrue(flagged >= 0.9 * slipped.size(), flagged + " of " + slipped.size());
    }

    @Test
    void aWideShadowIsNotTakenForAGainTurnedDown() throws IOException {
        Case wide = named(ShadowCases.tried(clip), "wide");

        for (TrackedOutline t : run(wide, 0, 40, 1)) {
            assertTrue(dice(wide, t) > 0.8, "frame " + t.frame() + ": Dice " + dice(wide, t));
        }
    }

    @Test
    void aNerveThatGrowsLittleByLittleIsNotFlagged() throws IOException {
        for (TrackedOutline t : run(named(HardCases.of(clip, clip), "stretches"), 0, 57, 3)) {
            assertFalse(t.drift(), "frame " + t.frame() + ", confidence " + t.confidence());
        }
    }

    @Test
    void heavyNoiseOverAnOutlineThatIsRightIsNotFlagged() throws IOException {
        for (TrackedOutline t : run(named(HardCases.of(clip, clip), "noise 120"), 0, 55, 5)) {
            assertFalse(t.drift(), "frame " + t.frame() + ", confidence " + t.confidence());
        }
    }

    @Test
    void aNerveThatSlidesOutOfThePictureIsFlaggedForThat() throws IOException {
        TrackedOutline first = run(named(HardCases.of(clip, clip), "slides out"), 10, 58, 2).stream()
                .filter(TrackedOutline::drift).findFirst().orElseThrow();

        assertTrue(first.reason().startsWith("The structure has left"), first.reason());
    }

    @Test
    void betweenTwoKeyFramesAShadowIsNamedAndTheOutlineIsKept() throws IOException {
        List<TrackedOutline> tracked = propagation.run(passing.frames(), 0, 59,
                List.of(new KeyOutline(0, passing.truth().apply(0)), new KeyOutline(59, passing.truth().apply(59))),
                Progress.NONE);

        TrackedOutline covered = tracked.get(30);
        assertTrue(covered.drift());
        assertTrue(covered.reason().startsWith("A shadow lies"), covered.reason());
        for (TrackedOutline t : tracked) {
            assertTrue(dice(passing, t) > 0.8, "frame " + t.frame() + ": Dice " + dice(passing, t));
        }
        assertEquals("", tracked.get(5).reason());
    }

    /** Follows the truth of frame {@code from}; every {@code each}th frame. */
    private List<TrackedOutline> run(Case hard, int from, int to, int each) throws IOException {
        return propagation.run(i -> hard.frames().frame(i * each), from / each, to / each,
                List.of(new KeyOutline(from / each, hard.truth().apply(from))), Progress.NONE);
    }

    private static double dice(Case hard, TrackedOutline t) {
        return PhantomFrames.dice(hard.truth().apply(t.frame()), t.outline());
    }

    private static Case named(List<Case> cases, String name) {
        return cases.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }
}
