package foramen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.VideoCodec;
import foramen.codec.VideoSource;
import foramen.codec.VideoStream;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameTiming;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.job.CancelledException;
import foramen.job.Progress;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmExporterTest {
    private static final int FRAMES = 6;

    @Test
    void everyFrameOfTheFilmShowsWhatTheAnnotatedImageOfThatFrameShows(@TempDir Path folder) throws IOException {
        FakeClip clip = clip(40);
        Path film = Files.write(folder.resolve("film.mp4"), bytes(ExportKind.FILM, Cases.full(), clip));
        int factor = 2;
        try (VideoStream read = new VideoCodec().open(VideoSource.of(film))) {
            assertEquals(FRAMES, read.frames());
            assertEquals(40, read.frameMillis().orElseThrow(), 0.02);
            AnnotatedFrame painter = Exports.painter();
            for (int i = 0; i < FRAMES; i++) {
                BufferedImage expected = AnnotatedFrame.blank(FakeClip.COLUMNS, FakeClip.ROWS, factor);
                painter.paint(new ExportSubject(Cases.full(), clip, i, Cases.NOW, "Dr Example", "0.1.0-test"),
                        clip.frame(i), factor, expected);
                assertTrue(difference(expected, read.frame(i), read.columns()) < 4, "frame " + i);
            }
        }
    }

    @Test
    void theFilmKeepsTheTimesOfAClipThatHasNoEvenRate(@TempDir Path folder) throws IOException {
        FrameTiming uneven = FrameTiming.vector(new double[]{0, 33, 50, 20, 100, 40}, "Frame Time Vector");
        Path film = Files.write(folder.resolve("film.mp4"),
                bytes(ExportKind.FILM, Cases.full(), clip(40).withTiming(uneven)));
        try (VideoStream read = new VideoCodec().open(VideoSource.of(film))) {
            double[] increments = read.increments().orElseThrow();
            for (int i = 1; i < FRAMES; i++) {
                assertEquals(uneven.startMillis(i) - uneven.startMillis(i - 1), increments[i], 0.02);
            }
        }
    }

    @Test
    void aGifOfAFastClipLeavesFramesOutAndKeepsItsTime() throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(
                new java.io.ByteArrayInputStream(bytes(ExportKind.FILM_GIF, Cases.full(), clip(1000 / 100.0))))) {
            reader.setInput(in);
            assertEquals(FRAMES / 2, reader.getNumImages(true));
        } finally {
            reader.dispose();
        }
    }

    @Test
    void aCancelledFilmLeavesNothingBehind() throws IOException {
        List<Path> before = spooled();
        Progress cancelled = new Progress() {
            private int told;

            @Override
            public void report(double fraction, String message) {
                told++;
            }

            @Override
            public boolean isCancelled() {
                return told > 2;
            }
        };
        var out = new ByteArrayOutputStream();
        assertThrows(CancelledException.class, () -> Exports.film(ExportKind.FILM)
                .write(new ExportSubject(Cases.full(), clip(40), 0, Cases.NOW, "", "0.1.0-test"), out, cancelled));
        assertEquals(0, out.size());
        assertEquals(before, spooled());
        assertFalse(before.size() > 100);
    }

    /** Of this process, for others may be making films in the same folder. */
    private static List<Path> spooled() throws IOException {
        String own = FilmExporter.SPOOL + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> String.valueOf(f.getFileName()).startsWith(own)).sorted().toList();
        }
    }

    private static FakeClip clip(double frameMillis) {
        return FakeClip.calibrated().withTiming(FrameTiming.uniform(FRAMES, frameMillis, "test"));
    }

    private static byte[] bytes(ExportKind kind, Case casefile, FakeClip clip) throws IOException {
        var out = new ByteArrayOutputStream();
        Exports.film(kind).write(new ExportSubject(casefile, clip, 0, Cases.NOW, "Dr Example", "0.1.0-test"), out,
                Progress.NONE);
        return out.toByteArray();
    }

    /** The mean difference of brightness; chroma has half the resolution and is not compared. */
    private static double difference(BufferedImage expected, int[] film, int filmColumns) {
        double sum = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                sum += Math.abs(luma(expected.getRGB(x, y)) - luma(film[y * filmColumns + x]));
            }
        }
        return sum / (expected.getWidth() * expected.getHeight());
    }

    private static double luma(int argb) {
        return 0.2126 * (argb >> 16 & 0xFF) + 0.7152 * (argb >> 8 & 0xFF) + 0.0722 * (argb & 0xFF);
    }
}
