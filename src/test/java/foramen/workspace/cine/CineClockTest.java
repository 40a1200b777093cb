package foramen.workspace.cine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.FrameTiming;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CineClockTest {
    /** Five frames of 40 ms. */
    private static final FrameTiming FIVE = FrameTiming.uniform(5, 40, "Frame Time");

    private static List<Integer> frames(CineClock from, double step, int times) {
        List<Integer> seen = new ArrayList<>();
        CineClock c = from;
        for (int i = 0; i < times; i++) {
            c = c.advance(step);
            seen.add(c.frame());
        }
        return seen;
    }

    @Test
    void itLoopsAtTheClipsOwnRate() {
        assertEquals(List.of(1, 2, 3, 4, 0, 1), frames(CineClock.atStart(FIVE).play(), 40, 6));
    }

    @Test
    void aSlowScreenDropsFramesInsteadOfSlowingDown() {
        assertEquals(List.of(2, 0, 2), frames(CineClock.atStart(FIVE).play(), 100, 3));
    }

    @Test
    void itFollowsUnevenFrameTimes() {
        FrameTiming uneven = FrameTiming.vector(new double[]{0, 100, 20, 20}, "Frame Time Vector");
        assertEquals(List.of(0, 0, 2, 3, 0), frames(CineClock.atStart(uneven).play(), 45, 5));
    }

    @Test
    void itSweepsForthAndBack() {
        CineClock sweep = CineClock.atStart(FIVE).withMode(LoopMode.SWEEP).play().advance(20);
        assertEquals(List.of(1, 2, 3, 4, 4, 3, 2, 1, 0, 0, 1), frames(sweep, 40, 11));
    }

    @Test
    void itStopsOnTheLastFrameWherePlayedOnceAndPlaysAgainFromTheFirst() {
        CineClock end = CineClock.atStart(FIVE).withMode(LoopMode.ONCE).play().advance(1000);
        assertFalse(end.playing());
        assertEquals(4, end.frame());
        assertEquals(0, end.play().frame());
        assertTrue(end.play().playing());
    }

    @Test
    void speedScalesTimeWithinLimits() {
        assertEquals(List.of(1, 2), frames(CineClock.atStart(FIVE).withSpeed(0.5).play(), 80, 2));
        assertEquals(CineClock.FASTEST, CineClock.atStart(FIVE).withSpeed(99).speed());
        assertEquals(1, CineClock.atStart(FIVE).withSpeed(Double.NaN).speed());
    }

    @Test
    void steppingPausesAndStopsAtTheEnds() {
        CineClock c = CineClock.atStart(FIVE).play().step(2);
        assertEquals(2, c.frame());
        assertFalse(c.playing());
        assertEquals(4, c.step(10).frame());
        assertEquals(0, c.step(Integer.MIN_VALUE).frame());
    }

    @Test
    void seekingKeepsPlayingAndStaysInTheClip() {
        assertEquals(3, CineClock.atStart(FIVE).play().seek(3).frame());
        assertTrue(CineClock.atStart(FIVE).play().seek(3).playing());
        assertEquals(4, CineClock.atStart(FIVE).seek(99).frame());
        assertEquals(0, CineClock.atStart(FIVE).seek(-1).frame());
    }

    @Test
    void noTimePassesAtRestOrBackwards() {
        CineClock c = CineClock.atStart(FIVE).seek(2);
        assertEquals(c, c.advance(500));
        assertEquals(c.play(), c.play().advance(-5));
        assertEquals(c.play(), c.play().advance(Double.NaN));
    }

    @Test
    void aSinglePictureDoesNotPlay() {
        assertFalse(CineClock.atStart(FrameTiming.uniform(1, 40, "")).play().playing());
    }

    @Property
    void howTimeIsCutIntoTicksDoesNotMatter(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0.1, max = 90) Double> ticks,
            @ForAll LoopMode mode) {
        CineClock start = CineClock.atStart(FIVE).withMode(mode).play();
        CineClock cut = start;
        for (double t : ticks) {
            cut = cut.advance(t);
        }
        double sum = ticks.stream().mapToDouble(Double::doubleValue).sum();
        // On the very end of a round the last digit of a sum decides.
        Assume.that(Math.abs(Math.IEEEremainder(sum, FIVE.durationMillis())) > 1e-6);
        CineClock whole = start.advance(sum);
        assertEquals(whole.positionMillis(), cut.positionMillis(), 1e-6);
        assertEquals(whole.playing(), cut.playing());
    }

    @Test
    void thePlayerCountsOnlyTheTimeItPlays() {
        CinePlayer player = new CinePlayer();
        player.load(FIVE, 1);
        assertEquals(1, player.frameIndexProperty().get());
        player.tick(0);
        player.play();
        player.tick(9_000_000_000L);
        assertEquals(1, player.frameIndexProperty().get());
        player.tick(9_040_000_000L);
        assertEquals(2, player.frameIndexProperty().get());
        player.toggle();
        player.tick(20_000_000_000L);
        assertEquals(2, player.frameIndexProperty().get());
        player.toggle();
        player.tick(30_000_000_000L);
        player.tick(30_080_000_000L);
        assertEquals(4, player.frameIndexProperty().get());
        assertEquals(5, player.framesProperty().get());
    }

    @Test
    void thePlayersSpeedAndLoopOutliveAClip() {
        CinePlayer player = new CinePlayer();
        player.speedProperty().set(100);
        assertEquals(CineClock.FASTEST, player.speedProperty().get());
        player.speedProperty().set(0.5);
        player.loopProperty().set(LoopMode.ONCE);
        player.load(FIVE, 0);
        player.play();
        player.tick(0);
        player.tick(80_000_000L);
        assertEquals(1, player.frameIndexProperty().get());
        player.tick(800_000_000L);
        assertFalse(player.playingProperty().get());
        assertEquals(4, player.frameIndexProperty().get());
        player.step(-1);
        player.seek(2);
        assertEquals(2, player.frameIndexProperty().get());
    }

    @Test
    void trimsBoundWhatIsPlayedButNotWhatIsReached() {
        FrameTiming trimmed = FIVE.playedAs(new FrameTiming.Playback(1, 3, FrameTiming.Sequencing.UNSTATED));
        CineClock clock = CineClock.atStart(trimmed);
        assertEquals(0, clock.frame());
        assertEquals(1, clock.play().frame());
        assertEquals(List.of(2, 3, 1, 2), frames(clock.play(), 40, 4));
        assertEquals(4, clock.seek(4).frame());
        assertEquals(1, clock.seek(4).play().frame());
        CineClock once = clock.withMode(LoopMode.ONCE).play().advance(1000);
        assertEquals(3, once.frame());
        assertFalse(once.playing());
        CineClock sweep = clock.withMode(LoopMode.SWEEP).play().advance(20);
        assertEquals(List.of(2, 3, 3, 2, 1, 1, 2), frames(sweep, 40, 7));
    }

    @Test
    void aClipThatPrefersToSweepSweepsUntilTheNextOne() {
        CinePlayer player = new CinePlayer();
        player.loopProperty().set(LoopMode.ONCE);
        player.load(FIVE.playedAs(new FrameTiming.Playback(0, 4, FrameTiming.Sequencing.SWEEP)), 0);
        assertEquals(LoopMode.SWEEP, player.loopProperty().get());
        player.load(FIVE, 0);
        assertEquals(LoopMode.ONCE, player.loopProperty().get());
    }
}
