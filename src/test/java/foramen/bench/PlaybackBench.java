package foramen.bench;

import foramen.codec.TurboJpeg;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameTiming;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.cine.FrameLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Opening, scrubbing at random and playing at 60 frames a second with the planner's own player and loader, without a
 * screen; the main thread stands for the interface thread. Arguments: a clip, seconds of playing.
 */
public final class PlaybackBench {
    private final HomeRunner jobs = new HomeRunner();
    private final FrameLoader loader = new FrameLoader(jobs, HomeRunner.FRAMES_AHEAD);

    private PlaybackBench() {}

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        TurboJpeg jpeg = new TurboJpeg();
        jpeg.prepare();
        DicomClipReader reader = new DicomClipReader(jpeg);
        PlaybackBench bench = new PlaybackBench();
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            bench.jobs.workers = workers;
            Path file = Path.of(args[0]);
            double[] open = new double[30];
            for (int i = 0; i < open.length; i++) {
                long start = System.nanoTime();
                try (Clip clip = reader.open(file)) {
                    bench.loader.open(clip, 0);
                    bench.await(0);
                    open[i] = (System.nanoTime() - start) / 1e6;
                    bench.loader.close();
                }
            }
            say("first frame from opening, warm", Arrays.copyOfRange(open, 10, open.length));
            try (Clip clip = reader.open(file)) {
                bench.scrub(clip);
                bench.play(clip, args.length > 1 ? Integer.parseInt(args[1]) : 20);
                bench.loader.close();
            }
        }
        System.out.printf(Locale.ROOT, "heap in use at the end %d MiB of at most %d MiB%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void say(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%s: median %.2f ms, 99th percentile %.2f ms, n %d%n", what,
                millis[millis.length / 2], millis[(int) Math.ceil(0.99 * millis.length) - 1], millis.length);
    }

    private void await(int index) throws InterruptedException {
        jobs.serve(() -> HomeRunner.shown(loader) == index);
    }

    private void scrub(Clip clip) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        loader.open(clip, 0);
        await(0);
        double[] millis = new double[500];
        for (int i = -100; i < millis.length; i++) {
            int index = random.nextInt(clip.info().frames());
            long start = System.nanoTime();
            loader.request(index);
            await(index);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        say("scrubbing at random", millis);
    }

    private void play(Clip clip, int seconds) throws InterruptedException {
        int frames = clip.info().frames();
        CinePlayer player = new CinePlayer();
        player.frameIndexProperty().addListener((p, was, now) -> loader.request(now.intValue()));
        player.load(FrameTiming.uniform(frames, 1000.0 / 60, "bench"), 0);
        loader.request(0);
        await(0);
        int due = 0;
        int late = 0;
        int skipped = 0;
        int before = 0;
        player.play();
        long start = System.nanoTime();
        for (long pulse = start; pulse - start < seconds * 1_000_000_000L; pulse += HomeRunner.PULSE) {
            jobs.serveUntil(pulse);
            int last = player.frameIndexProperty().get();
            // What was due at the last pulse is on the screen at this one, or it was dropped.
            late += pulse > start && HomeRunner.shown(loader) != last ? 1 : 0;
            player.tick(pulse);
            int now = player.frameIndexProperty().get();
            skipped += Math.max(0, Math.floorMod(now - before, frames) - 1);
            before = now;
            due++;
        }
        System.out
                .printf(Locale.ROOT,
                        "playing %d s at 60 frames/s: %d pulses, %d frames not there in time, %d skipped by "
                                + "the clock: %.2f %% dropped%n",
                        seconds, due, late, skipped, 100.0 * (late + skipped) / due);
    }
}
