package foramen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.Frame;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.job.CancelledException;
import foramen.job.Progress;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImageExportersTest {
    @Test
    void theCleanImageHasExactlyThePixelsOfTheFrame() throws IOException {
        BufferedImage image = Exports
                .image(Exports.bytes(new CleanImageExporter(ExportKind.CLEAN_IMAGE, PictureFormat.PNG), Cases.full(),
                        FakeClip.calibrated()));
        assertEquals(FakeClip.COLUMNS, image.getWidth());
        assertEquals(FakeClip.ROWS, image.getHeight());
        for (int y = 0; y < FakeClip.ROWS; y++) {
            for (int x = 0; x < FakeClip.COLUMNS; x++) {
                assertEquals(FakeClip.pixel(x, y, Cases.FRAME), image.getRGB(x, y));
            }
        }
    }

    @Test
    void coloursSurviveUnchanged() throws IOException {
        int[] argb = {0xFF000000, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFF010203, 0xFFFEFDFC};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngImages.write(new Frame(3, 2, argb), "Foramen 0.0.0", out);
        BufferedImage image = Exports.image(out.toByteArray());
        for (int i = 0; i < argb.length; i++) {
            assertEquals(argb[i], image.getRGB(i % 3, i / 3));
        }
    }

    @Test
    void theAnnotatedImageIsEnlargedByAWholeFactorOverAStripOfWords() throws IOException {
        BufferedImage image = annotated(FakeClip.calibrated());
        assertEquals(3 * FakeClip.COLUMNS, image.getWidth());
        assertTrue(image.getHeight() > 3 * FakeClip.ROWS);
    }

    @Test
    void aFrameThatIsLargeEnoughIsNotEnlargedAndATinyOneNotWithoutEnd() {
        assertEquals(1, AnnotatedFrame.factor(1600, 1200));
        assertEquals(2, AnnotatedFrame.factor(1599, 10));
        assertEquals(8, AnnotatedFrame.factor(10, 10));
    }

    @Test
    void theOutlineOfTheNerveIsBurnedInAtItsVertices() throws IOException {
        BufferedImage image = annotated(FakeClip.calibrated());
        Cases.nerve("a1").shape().points().forEach(p -> {
            Color c = new Color(image.getRGB((int) (p.x() * 3), (int) (p.y() * 3)));
            assertTrue(c.getRed() > 200 && c.getGreen() > 180 && c.getBlue() < 80, p + " is " + c);
        });
    }

    @Test
    void theStripCarriesWords() throws IOException {
        BufferedImage image = annotated(FakeClip.calibrated());
        int bright = 0;
        for (int y = 3 * FakeClip.ROWS; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (new Color(image.getRGB(x, y)).getGreen() > 150) {
                    bright++;
                }
            }
        }
        assertTrue(bright > 2000, bright + " bright pixels in the strip");
    }

    @Test
    void aDiskThatIsFullIsSaidInOneSentence() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        IOException e = assertThrows(IOException.class,
                () -> PngImages.write(new Frame(1, 1, new int[]{0}), "Foramen 0.0.0", full));
        assertEquals("The picture could not be written: No space left on device", e.getMessage());
    }

    @Test
    void aCancelledExportStops() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        var subject = new ExportSubject(Cases.full(), FakeClip.calibrated(), Cases.FRAME, Instant.EPOCH, "", "0");
        assertThrows(CancelledException.class,
                () -> Exports.annotated().write(subject, new ByteArrayOutputStream(), cancelled));
    }

    private static BufferedImage annotated(FakeClip clip) throws IOException {
        return Exports.image(Exports.bytes(Exports.annotated(), Cases.full(), clip));
    }
}
