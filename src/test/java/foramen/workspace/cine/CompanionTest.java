package foramen.workspace.cine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.FrameTiming;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.FakeClip;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompanionTest {
    private static final long FRAME = 640L * 480 * 4;
    private static final int MILLION = 1_000_000;

    private final CurrentThreadJobRunner jobs = new CurrentThreadJobRunner();
    private final CinePlayer player = new CinePlayer();
    private final FrameLoader loader = new FrameLoader(jobs, 2, 12 * FRAME);
    private final Companion companion = new Companion(player, loader, jobs, 2);
    private final FakeClip one = FakeClip.calibrated();
    private final FakeClip other = FakeClip.calibrated().withTiming(FrameTiming.uniform(60, 40, ""));

    @BeforeEach
    void openBoth() {
        player.load(one.info().timing(), 10);
        loader.open(one, 10);
        player.frameIndexProperty().addListener((o, was, now) -> loader.request(now.intValue()));
        companion.show(other, 4);
    }

    private int beside() {
        return companion.frames().currentProperty().get().orElseThrow().index();
    }

    private int first() {
        return loader.currentProperty().get().orElseThrow().index();
    }

    @Test
    void aFreeClipRestsWhileTheFirstPlaysAndTurnsForItself() {
        player.seek(30);
        assertEquals(4, beside());
        companion.step(3);
        assertEquals(7, beside());
        companion.step(-100);
        assertEquals(0, beside());
        assertEquals(30, first());
    }

    @Test
    void oneClockDrivesBothWithoutLeavingAFrameOut() {
        companion.link(LinkMode.FRAME);
        player.play();
        player.tick(0);
        for (int i = 1; i <= 40; i++) {
            player.tick((long) i * 40 * MILLION);
            assertEquals(10 + i, first());
            assertEquals(4 + i, beside());
        }
    }

    @Test
    void turningALinkedClipTurnsTheFirst() {
        companion.link(LinkMode.FRAME);
        companion.step(2);
        assertEquals(12, first());
        assertEquals(6, beside());
    }

    @Test
    void exchangedClipsKeepTheirFramesAndWhatIsDecoded() {
        companion.link(LinkMode.FRAME);
        var firstFrame = loader.currentProperty().get().orElseThrow().frame();
        var second = companion.exchange(one);
        assertSame(other, second);
        assertEquals(Optional.of(one), companion.clipProperty().get());
        assertEquals(4, player.frameIndexProperty().get());
        assertEquals(60, player.framesProperty().get());
        assertEquals(4, first());
        assertEquals(10, beside());
        assertSame(firstFrame, companion.frames().currentProperty().get().orElseThrow().frame());
        player.step(5);
        assertEquals(9, first());
        assertEquals(15, beside());
    }

    @Test
    void bothShareOneBudgetAndTheFirstGetsItBack() {
        assertEquals(12 * FRAME, loader.budget() + companion.frames().budget());
        companion.close();
        assertEquals(12 * FRAME, loader.budget());
        assertTrue(companion.frames().currentProperty().get().isEmpty());
    }
}
