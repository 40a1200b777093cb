package foramen.bench;

import foramen.codec.VideoCodec;
import foramen.codec.VideoSource;
import foramen.codec.VideoStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** How fast a film plays and how soon any picture of it is there, beside {@code ffmpeg} on the same file. */
public final class FilmBench {
    private static final int ROUNDS = 5;
    private static final int JUMPS = 200;

    private FilmBench() {}

    /** {@code FilmBench FILE...}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        for (String file : args) {
            measure(Path.of(file));
        }
    }

    private static void measure(Path file) throws IOException, InterruptedException {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double[] opening = new double[ROUNDS];
        double[] jumps = new double[JUMPS];
        int frames = 0;
        for (int r = 0; r < ROUNDS; r++) {
            long start = System.nanoTime();
            try (VideoStream stream = new VideoCodec().open(VideoSource.of(file))) {
                opening[r] = (System.nanoTime() - start) / 1e6;
                frames = stream.frames();
                start = System.nanoTime();
                for (int n = 0; n < frames; n++) {
                    stream.frame(n);
                }
                ours[r] = frames * 1e9 / (System.nanoTime() - start);
                if (r == ROUNDS - 1) {
                    jump(stream, jumps);
                }
            }
            start = System.nanoTime();
            Process tool = new ProcessBuilder("ffmpeg", "-v", "quiet", "-threads", "1", "-i", file.toString(), "-f",
                    "null", "-").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            tool.getOutputStream().close();
            tool.waitFor(5, TimeUnit.MINUTES);
            theirs[r] = frames * 1e9 / (System.nanoTime() - start);
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        Arrays.sort(opening);
        Arrays.sort(jumps);
        System.out.printf(
                "%s: %d pictures, opened in %.0f ms; %.0f pictures/s to ARGB, ffmpeg -threads 1 -f null %.0f, ratio %.2f;"
                        + " at random median %.1f ms, 99th percentile %.1f ms%n",
                file.getFileName(), frames, opening[ROUNDS / 2], ours[ROUNDS / 2], theirs[ROUNDS / 2],
                ours[ROUNDS / 2] / theirs[ROUNDS / 2], jumps[JUMPS / 2], jumps[JUMPS * 99 / 100]);
    }

    private static void jump(VideoStream stream, double[] jumps) throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < jumps.length; i++) {
            long start = System.nanoTime();
            stream.frame(random.nextInt(stream.frames()));
            jumps[i] = (System.nanoTime() - start) / 1e6;
        }
    }
}
