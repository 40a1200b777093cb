package foramen.codec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Films whose every picture carries its own number in black and white blocks, coded by the {@code ffmpeg} tool. */
public final class BarcodeFilm {
    public static final int WIDTH = 192;
    public static final int HEIGHT = 128;
    private static final int BITS = 10;
    private static final int BLOCK = 16;

    private BarcodeFilm() {}

    /** Whether the tool is there; skips the test where it is not. */
    public static void needTool() {
        assumeTrue(runs("ffmpeg", "-version"), "the ffmpeg tool is not installed");
    }

    private static boolean runs(String... command) {
        try {
            Process p = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return p.waitFor(20, TimeUnit.SECONDS) && p.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes {@code pictures} pictures to {@code target}, coded as {@code options} say. */
    public static Path make(Path target, int pictures, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt",
                "yuv420p", "-s", WIDTH + "x" + HEIGHT, "-r", "25", "-i", "-"));
        command.addAll(Arrays.asList(options));
        command.add(target.toString());
        Process p = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream out = p.getOutputStream()) {
            for (int n = 0; n < pictures; n++) {
                out.write(picture(n));
            }
        } catch (IOException e) {
            assumeTrue(false, "this ffmpeg cannot make " + String.join(" ", options));
        }
        await(p);
        assumeTrue(p.exitValue() == 0 && Files.size(target) > 0,
                "this ffmpeg cannot make " + String.join(" ", options));
        return target;
    }

    private static void await(Process p) throws IOException {
        try {
            if (!p.waitFor(120, TimeUnit.SECONDS)) {
                p.destroyForcibly();
                throw new IOException("ffmpeg hangs");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** What the tool itself decodes {@code film} to, as packed BGRA pictures one after the other. */
    public static byte[] decodedByTool(Path film, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "quiet", "-i", film.toString()));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-f", "rawvideo", "-"));
        Process p = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        p.getOutputStream().close();
        byte[] all = p.getInputStream().readAllBytes();
        await(p);
        return all;
    }

    /** Luma with the number on top and a moving ramp below, so that pictures are predicted from one another. */
    static byte[] picture(int number) {
        byte[] yuv = new byte[WIDTH * HEIGHT * 3 / 2];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean code = y < 2 * BLOCK && x < BITS * BLOCK;
                int v = code
                        ? ((number >> (x / BLOCK)) & 1) == 1 ? 235 : 16
                        : 40 + ((x + 3 * number) % 96) + ((y + number) % 64);
                yuv[y * WIDTH + x] = (byte) v;
            }
        }
        int chroma = WIDTH * HEIGHT / 4;
        for (int i = 0; i < chroma; i++) {
            yuv[WIDTH * HEIGHT + i] = (byte) (128 + (i % (WIDTH / 2)) / 4 - 12);
            yuv[WIDTH * HEIGHT + chroma + i] = (byte) (128 - (i / (WIDTH / 2)) / 3 + 10);
        }
        for (int y = 0; y < BLOCK; y++) {
            Arrays.fill(yuv, WIDTH * HEIGHT + y * WIDTH / 2, WIDTH * HEIGHT + (y + 1) * WIDTH / 2, (byte) 128);
            int v = WIDTH * HEIGHT + chroma + y * WIDTH / 2;
            Arrays.fill(yuv, v, v + WIDTH / 2, (byte) 128);
        }
        return yuv;
    }

    /** The number that a decoded picture of {@code width} pixels a row shows. */
    public static int number(int[] argb, int width) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int at = BLOCK * width + bit * BLOCK + BLOCK / 2;
            if ((argb[at] >> 8 & 0xFF) > 127) {
                number |= 1 << bit;
            }
        }
        return number;
    }
}
