package foramen.bench;

import foramen.codec.TurboJpeg;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.write.PixelEncoding;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameTiming;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.cine.Companion;
import foramen.workspace.cine.FrameLoader;
import foramen.workspace.cine.LinkMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Playing two linked clips of 1024 × 768 at 30 frames a second by one clock and within one budget of memory, without a
 * screen; the main thread stands for the interface thread, woken 60 times a second. Its clips go into a temporary folder
 * and away again. Argument: seconds of playing.
 */
public final class PairBench {
    private static final int FRAMES = 120;
    private static final List<String> CLIPS = List.of("one.dcm", "other.dcm");
    private static final double FRAME_MILLIS = 1000.0 / 30;

    private final HomeRunner jobs = new HomeRunner();
    private final FrameLoader loader = new FrameLoader(jobs, HomeRunner.FRAMES_AHEAD);
    private final CinePlayer player = new CinePlayer();
    private final Companion companion = new Companion(player, loader, jobs, HomeRunner.FRAMES_AHEAD);

    private PairBench() {}

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        Path folder = Files.createTempDirectory("foramen-pair-bench");
        try {
            for (String name : CLIPS) {
                BenchClip.write(folder.resolve(name), FRAMES, PixelEncoding.JPEG_BASELINE);
            }
            new PairBench().play(folder, seconds);
        } finally {
            for (String name : CLIPS) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private void play(Path folder, int seconds) throws Exception {
        TurboJpeg jpeg = new TurboJpeg();
        jpeg.prepare();
        DicomClipReader reader = new DicomClipReader(jpeg);
        try (ExecutorService workers = Executors.newFixedThreadPool(2);
                Clip one = reader.open(folder.resolve(CLIPS.getFirst()));
                Clip other = reader.open(folder.resolve(CLIPS.getLast()))) {
            jobs.workers = workers;
            play(one, other, seconds);
            companion.close();
            loader.close();
        }
    }

    private void play(Clip one, Clip other, int seconds) throws InterruptedException {
        player.frameIndexProperty().addListener((p, was, now) -> loader.request(now.intValue()));
        player.load(FrameTiming.uniform(one.info().frames(), FRAME_MILLIS, "bench"), 0);
        loader.open(one, 0);
        companion.show(other, 7);
        jobs.serve(() -> HomeRunner.shown(loader) == 0 && HomeRunner.shown(companion.frames()) == 7);
        companion.link(LinkMode.FRAME);
        int frames = one.info().frames();
        int[] late = new int[2];
        int turned = 0;
        int skipped = 0;
        player.play();
        long start = System.nanoTime();
        for (long pulse = start; pulse - start < seconds * 1_000_000_000L; pulse += HomeRunner.PULSE) {
            jobs.serveUntil(pulse);
            int before = player.frameIndexProperty().get();
            boolean firstThere = HomeRunner.shown(loader) == before;
            boolean otherThere = HomeRunner.shown(companion.frames()) == companion.frameProperty().get();
            player.tick(pulse);
            int now = player.frameIndexProperty().get();
            if (now != before) {
                // A frame that was not on the screen by the time the next one is due was dropped.
                turned++;
                late[0] += firstThere ? 0 : 1;
                late[1] += otherThere ? 0 : 1;
                skipped += Math.max(0, Math.floorMod(now - before, frames) - 1);
            }
        }
        System.out.printf(Locale.ROOT,
                "playing %d s of two clips at 30 frames/s: %d frames due, not there in time %d and %d, skipped by the"
                        + " clock %d%n",
                seconds, turned, late[0], late[1], skipped);
    }
}
