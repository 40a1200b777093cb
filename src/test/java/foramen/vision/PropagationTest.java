package foramen.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Affine;
import foramen.geometry.Polygon;
import foramen.job.CancelledException;
import foramen.job.NativeFolder;
import foramen.job.Progress;
import foramen.testing.HardCases;
import foramen.testing.PhantomFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropagationTest {
    private final Propagation propagation = new Propagation(new OpenCvLibrary(NativeFolder.ofThisProcess()));
    private final PhantomFrames clip = PhantomFrames.read("b-ischial-spine-right-normal");

    PropagationTest() throws IOException {}

    @Test
    void oneOutlineIsCarriedOverSixtyFramesAndKeepsItsArea() throws IOException {
        List<Double> dice = new ArrayList<>();
        List<TrackedOutline> tracked = run(clip, new KeyOutline(0, clip.nerve(0)));

        assertEquals(IntStream.range(0, 60).boxed().toList(), tracked.stream().map(TrackedOutline::frame).toList());
        for (TrackedOutline t : tracked) {
            Polygon truth = clip.nerve(t.frame());
            dice.add(PhantomFrames.dice(truth, t.outline()));
            assertEquals(truth.area(), t.outline().area(), 0.05 * truth.area(), "frame " + t.frame());
            assertFalse(t.drift(), "frame " + t.frame() + " is flagged for nothing");
        }
        assertTrue(dice.stream().sorted().toList().get(30) >= 0.95, "Dice " + dice);
    }

    @Test
    void theKeyFrameKeepsItsOwnOutlineAndFullConfidence() throws IOException {
        Polygon drawn = clip.nerve(20);
        TrackedOutline key = propagation.run(clip, 15, 25, List.of(new KeyOutline(20, drawn)), Progress.NONE).get(5);

        assertEquals(new TrackedOutline(20, drawn, 1, false, ""), key);
    }

    @Test
    void betweenTwoKeysBothAreHeardAndTheMiddleIsNoWorse() throws IOException {
        List<TrackedOutline> both = run(clip, new KeyOutline(0, clip.nerve(0)), new KeyOutline(59, clip.nerve(59)));

        assertTrue(PhantomFrames.dice(clip.nerve(30), both.get(30).outline()) > 0.95);
        assertTrue(both.stream().noneMatch(TrackedOutline::drift));
    }

    @Test
    void keysThatContradictEachOtherAreFlagged() throws IOException {
        Polygon elsewhere = clip.nerve(20).moved(new foramen.geometry.Point(40, -60));

        List<TrackedOutline> both = propagation.run(clip, 0, 20,
                List.of(new KeyOutline(0, clip.nerve(0)), new KeyOutline(20, elsewhere)), Progress.NONE);

        assertTrue(both.get(10).drift(), "confidence " + both.get(10).confidence());
        assertTrue(both.get(10).reason().contains("disagree"), both.get(10).reason());
    }

    @Test
    void anotherPlaneIsFlaggedAndTheOutlineWaitsForTheFirst() throws IOException {
        PhantomFrames other = PhantomFrames.read("c-quadratus-femoris-left-normal");
        List<TrackedOutline> tracked = propagation.run(i -> i >= 5 && i < 10 ? other.frame(i) : clip.frame(i), 0, 15,
                List.of(new KeyOutline(0, clip.nerve(0))), Progress.NONE);

        for (TrackedOutline t : tracked) {
            assertEquals(t.frame() >= 5 && t.frame() < 10, t.drift(), "frame " + t.frame());
            assertEquals(t.drift(), !t.reason().isEmpty());
        }
        assertTrue(PhantomFrames.dice(clip.nerve(12), tracked.get(12).outline()) > 0.95);
    }

    @Test
    void aJumpOfTheProbeIsFollowed() throws IOException {
        Affine jump = Affine.translate(24, -8);
        List<TrackedOutline> tracked = propagation.run(
                i -> i < 3 ? clip.frame(i) : HardCases.warped(clip.frame(i), jump), 0, 5,
                List.of(new KeyOutline(0, clip.nerve(0))), Progress.NONE);

        assertTrue(PhantomFrames.dice(HardCases.warped(clip.nerve(5), jump), tracked.get(5).outline()) > 0.95);
    }

    @Test
    void aFrameThatCannotBeReadIsFlaggedAndTheNextIsFollowed() throws IOException {
        List<TrackedOutline> tracked = propagation.run(i -> {
            if (i == 3) {
                throw new IOException("broken");
            }
            return clip.frame(i);
        }, 0, 6, List.of(new KeyOutline(0, clip.nerve(0))), Progress.NONE);

        assertTrue(tracked.get(3).drift());
        assertEquals(0, tracked.get(3).confidence());
        assertTrue(tracked.get(3).reason().contains("cannot be read"));
        assertFalse(tracked.get(4).drift());
    }

    @Test
    void evenGreyGivesNoConfidence() throws IOException {
        GreyFrame even = new GreyFrame(200, 150, new byte[200 * 150]);
        List<TrackedOutline> tracked = propagation.run(i -> even, 0, 2,
                List.of(new KeyOutline(0, clip.nerve(0).scaled(0.3, 0.3))), Progress.NONE);

        assertTrue(tracked.get(1).drift() && tracked.get(2).drift());
    }

    @Test
    void theWorkStopsWhenItIsCancelled() {
        Progress stopped = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancelledException.class,
                () -> propagation.run(clip, 0, 59, List.of(new KeyOutline(0, clip.nerve(0))), stopped));
    }

    @Test
    void keysOutsideTheRangeOrTwiceOnAFrameAreRefused() {
        KeyOutline key = new KeyOutline(5, clip.nerve(5));
        for (List<KeyOutline> wrong : List.of(List.<KeyOutline>of(), List.of(key, key),
                List.of(new KeyOutline(30, clip.nerve(30))))) {
            assertThrows(IllegalArgumentException.class, () -> propagation.run(clip, 0, 10, wrong, Progress.NONE));
        }
    }

    @Test
    void withoutOpenCvTheUserIsToldWhatStillWorks(@TempDir Path folder) throws IOException {
        new OpenCvLibrary(NativeFolder.ofThisProcess()).load();
        Path file = Files.createFile(folder.resolve("no-folder"));
        String before = System.setProperty("org.bytedeco.javacpp.cachedir", file.toString());
        try {
            VisionException e = assertThrows(VisionException.class,
                    () -> new OpenCvLibrary(new NativeFolder(file)).load());
            assertTrue(String.valueOf(e.getMessage()).contains("by hand"), e.getMessage());
        } finally {
            System.setProperty("org.bytedeco.javacpp.cachedir", before);
        }
    }

    private List<TrackedOutline> run(FrameSource frames, KeyOutline... keys) throws IOException {
        return propagation.run(frames, 0, clip.count() - 1, List.of(keys), Progress.NONE);
    }
}
