package foramen.workspace.cine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.workspace.Fixtures;
import foramen.workspace.Fixtures.FakeClip;
import foramen.workspace.ManualJobRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameLoaderTest {
    private final ManualJobRunner jobs = new ManualJobRunner();
    private final List<Integer> shown = new ArrayList<>();

    private FrameLoader loader(int readAhead) {
        FrameLoader loader = new FrameLoader(jobs, readAhead);
        loader.currentProperty().addListener((p, before, now) -> now.ifPresent(l -> {
            assertEquals(l.index(), l.frame().argb(0, 0));
            shown.add(l.index());
        }));
        return loader;
    }

    @Test
    void theLatestRequestWinsAndThoseBetweenAreDropped() {
        FrameLoader loader = loader(0);
        FakeClip clip = new FakeClip(10);
        loader.open(clip, 0);
        loader.request(3);
        loader.request(5);
        loader.request(7);
        assertEquals(1, jobs.waiting());
        jobs.runAll();
        assertEquals(List.of(0, 7), shown);
        assertEquals(2, clip.decoded);
    }

    @Test
    void framesAheadAreDecodedInIdleMomentsAndShownAtOnce() {
        FrameLoader loader = loader(2);
        FakeClip clip = new FakeClip(10);
        loader.open(clip, 8);
        jobs.runAll();
        assertEquals(List.of(8), shown);
        assertEquals(3, clip.decoded);
        loader.request(9);
        loader.request(0);
        assertEquals(List.of(8, 9, 0), shown);
    }

    @Test
    void aDamagedFrameGivesItsSentenceAndTheOthersStayGood() {
        FrameLoader loader = loader(2);
        FakeClip clip = new FakeClip(10, 3);
        loader.open(clip, 2);
        jobs.runAll();
        assertEquals("", loader.errorProperty().get());
        loader.request(3);
        jobs.runAll();
        assertEquals("Frame 4 is damaged.", loader.errorProperty().get());
        assertEquals(2, loader.currentProperty().get().orElseThrow().index());
        loader.request(4);
        jobs.runAll();
        assertEquals("", loader.errorProperty().get());
        assertEquals(4, loader.currentProperty().get().orElseThrow().index());
    }

    @Test
    void framesOfAClipThatWasLeftAreThrownAway() {
        FrameLoader loader = loader(0);
        loader.open(new FakeClip(10), 4);
        loader.open(new FakeClip(10), 6);
        jobs.runAll();
        assertEquals(List.of(6), shown);
        loader.request(7);
        loader.close();
        jobs.runAll();
        assertEquals(Optional.empty(), loader.currentProperty().get());
    }

    @Test
    void aJobCancelledFromOutsideDoesNotStopTheLoader() {
        FrameLoader loader = loader(0);
        loader.open(new FakeClip(10), 0);
        jobs.stopOne(false);
        loader.request(1);
        jobs.runAll();
        loader.request(2);
        jobs.stopOne(true);
        loader.request(3);
        jobs.runAll();
        assertEquals(List.of(1, 2, 3), shown);
    }

    @Test
    void readingAheadNeverThrashesWhereFramesAreLargerThanTheCache() {
        ClipInfo small = Fixtures.info(10);
        ClipInfo large = new ClipInfo(small.identity(), 4096, 4096, small.timing(), "RGB", Calibration.none(),
                small.patient(), Laterality.LEFT, Optional.empty(), small.origin(), List.of());
        FakeClip clip = new FakeClip(10) {
            @Override
            public ClipInfo info() {
                return large;
            }

            @Override
            public Frame frame(int index) {
                decoded++;
                return new Frame(4096, 4096, new int[4096 * 4096]);
            }
        };
        FrameLoader plain = new FrameLoader(jobs, 3);
        plain.open(clip, 0);
        jobs.runAll();
        assertEquals(1, clip.decoded);
    }

    @Test
    void aFrameTheClipHasNotIsRefused() {
        FrameLoader loader = loader(0);
        loader.open(new FakeClip(10), 0);
        assertThrows(IndexOutOfBoundsException.class, () -> loader.request(10));
    }

    @Test
    void severalDamagedFramesAheadAreNotTriedForEver() {
        FakeClip clip = new FakeClip(10, 3, 4) {
            @Override
            public Frame frame(int index) throws ClipException {
                if (decoded > 20) {
                    throw new AssertionError("Frames are decoded again and again");
                }
                return super.frame(index);
            }
        };
        FrameLoader loader = loader(3);
        loader.open(clip, 2);
        jobs.runAll();
        assertEquals(4, clip.decoded);
        assertEquals("", loader.errorProperty().get());
        loader.request(4);
        jobs.runAll();
        assertEquals("Frame 5 is damaged.", loader.errorProperty().get());
    }

    /** Keeps note of what is decoded, in order. */
    private static final class NotedClip extends FakeClip {
        private final List<Integer> order = new ArrayList<>();

        NotedClip(int frames) {
            super(frames);
        }

        @Override
        public Frame frame(int index) throws ClipException {
            order.add(index);
            return super.frame(index);
        }
    }

    @Test
    void itReadsAheadTheWayTheRequestsGo() {
        FrameLoader loader = loader(2);
        NotedClip clip = new NotedClip(10);
        loader.open(clip, 5);
        jobs.runAll();
        loader.request(4);
        jobs.runAll();
        assertEquals(List.of(5, 6, 7, 4, 3, 2), clip.order);
        loader.request(1);
        jobs.runAll();
        assertEquals(List.of(1, 0, 9), clip.order.subList(6, 9));
    }

    @Test
    void theEndOfALoopDoesNotTurnTheWay() {
        FrameLoader loader = loader(1);
        NotedClip clip = new NotedClip(10);
        loader.open(clip, 9);
        jobs.runAll();
        loader.request(0);
        jobs.runAll();
        assertEquals(List.of(9, 0, 1), clip.order);
    }

    @Test
    void whatIsReadAheadForAPlaceThatWasLeftIsAbandoned() {
        FrameLoader loader = loader(2);
        NotedClip clip = new NotedClip(100);
        loader.open(clip, 5);
        jobs.runOne();
        loader.request(50);
        assertEquals(2, jobs.waiting());
        jobs.runAll();
        assertEquals(50, loader.currentProperty().get().orElseThrow().index());
        loader.request(6);
        assertEquals(1, jobs.waiting());
        assertEquals(50, loader.currentProperty().get().orElseThrow().index());
    }

    @Test
    void decodedFramesStayWithinTheBudgetAndTheOneInViewIsKept() {
        FrameCache cache = new FrameCache(3 * 16 * 4);
        cache.pin(0);
        for (int i = 0; i < 50; i++) {
            cache.put(i, new Frame(4, 4, new int[16]));
            assertTrue(cache.used() <= 3 * 16 * 4);
        }
        assertTrue(cache.contains(0));
        assertEquals(Optional.empty(), cache.get(47));
        assertTrue(cache.contains(48) && cache.contains(49));
        cache.pin(49);
        cache.get(48);
        cache.put(50, new Frame(4, 4, new int[16]));
        assertTrue(!cache.contains(0) && cache.contains(48));
        assertEquals(3, cache.room(4, 4));
        cache.put(51, new Frame(400, 4, new int[1600]));
        assertTrue(cache.contains(49) && cache.contains(51) && !cache.contains(50));
    }

    @Test
    void theFrameCountedIsTheFrameShown() {
        CinePlayer player = new CinePlayer();
        FrameLoader loader = loader(0);
        var counted = ShownFrame.of(loader, player);
        player.load(Fixtures.info(10).timing(), 3);
        assertEquals(3, counted.getValue());
        loader.open(new FakeClip(10), 3);
        jobs.runAll();
        player.seek(8);
        loader.request(8);
        assertEquals(3, counted.getValue());
        jobs.runAll();
        assertEquals(8, counted.getValue());
    }
}
