package foramen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipException;
import foramen.domain.delivery.ExportKind;
import foramen.job.Progress;
import foramen.report.document.Reports;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ImageSetExporterTest {
    @Test
    void eachMarkedPictureIsThereAnnotatedAndPixelForPixelAndTheMissingOnesAreListed() throws IOException {
        Map<String, byte[]> files = unzipped(export(ExportKind.IMAGE_SET, Reports.rich()));
        assertEquals(List.of("3-nerve-annotated.png", "3-nerve-clean.png", "4-nerve-other-side-annotated.png",
                "4-nerve-other-side-clean.png", "6-needle-annotated.png", "6-needle-clean.png", "contact-sheet.png",
                "contents.txt"), List.copyOf(files.keySet()));
        BufferedImage clean = Exports.image(Objects.requireNonNull(files.get("4-nerve-other-side-clean.png")));
        assertEquals(FakeClip.pixel(200, 200, 10), clean.getRGB(200, 200));
        BufferedImage annotated = Exports.image(Objects.requireNonNull(files.get("4-nerve-other-side-annotated.png")));
        assertEquals(3 * FakeClip.COLUMNS, annotated.getWidth());
        String contents = new String(files.get("contents.txt"), StandardCharsets.UTF_8);
        assertTrue(contents.contains("1 Target, Doppler off: missing. No frame is marked for it."), contents);
        assertTrue(contents.contains("7 Spread after injection: missing. The clip it lies on is not at hand"),
                contents);
        assertTrue(contents.contains("6 Needle tip at target: frame 61"), contents);
    }

    @Test
    void theContactSheetHasAPlaceForAllSeven() throws IOException {
        BufferedImage sheet = Exports.image(export(ExportKind.CONTACT_SHEET, Reports.rich()));
        assertTrue(sheet.getWidth() == 1696 && sheet.getHeight() > 2400, sheet.getWidth() + "×" + sheet.getHeight());
    }

    @Test
    void aCaseWithoutMarkedPicturesSaysWhatToDo() {
        IOException e = assertThrows(IOException.class, () -> export(ExportKind.IMAGE_SET, Cases.full()));
        assertEquals("No picture of the image set is marked yet; mark frames for it first.", e.getMessage());
    }

    private static byte[] export(ExportKind kind, Case c) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ImageSetExporter(kind, Reports.set(), file -> {
            throw new ClipException("There are no files in this test.");
        }, Typefaces.load()).write(Reports.subject(c), out, Progress.NONE);
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
