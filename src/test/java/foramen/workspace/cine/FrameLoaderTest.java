package foramen.workspace.cine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        jobs.cancelOne(false);
        loader.request(1);
        jobs.runAll();
        loader.request(2);
        jobs.cancelOne(true);
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
}
