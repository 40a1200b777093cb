package foramen.dicom.read.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.read.DicomClipReader;
import foramen.dicom.write.sr.ReportFixture;
import foramen.domain.casefile.Case;
import foramen.domain.delivery.ImportException;
import foramen.domain.delivery.ImportedCase;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reports cut short, changed at random and changed on purpose: a case that is right, or a sentence. */
class HostileReportTest {
    private static final int CASES = Integer.getInteger("foramen.sr.fuzz", 300);

    private static byte[] report() throws IOException {
        return ReportFixture.report(Cases.full(), FakeClip.calibrated(), new DicomClipReader());
    }

    @Test
    void aReportThatIsCutShortGivesASentenceAndNeverHalfACase() throws IOException {
        byte[] whole = report();
        Case right = Cases.full().withoutPlaces();
        for (int i = 0; i < CASES; i++) {
            byte[] cut = java.util.Arrays.copyOf(whole, (int) ((long) i * whole.length / CASES));
            try {
                assertEquals(right, ReportFixture.read(cut).casefile(), "cut at " + cut.length);
            } catch (ImportException e) {
                sentence(e);
            }
        }
    }

    @Test
    void aReportWithBytesChangedAtRandomGivesACaseOrASentence() throws IOException {
        byte[] whole = report();
        Random random = new Random(20260314);
        for (int i = 0; i < CASES; i++) {
            byte[] changed = whole.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                changed[200 + random.nextInt(changed.length - 200)] = (byte) random.nextInt(256);
            }
            try {
                ImportedCase read = ReportFixture.read(changed);
                assertFalse(read.casefile().id().value().isEmpty());
            } catch (ImportException e) {
                sentence(e);
            }
        }
    }

    @Test
    void aSideThatWasChangedInOnePlaceOnlyIsRefused() throws IOException {
        refused("RIGHT", "LEFT ", "says under “Side” what it cannot", "side");
        refused("24028007", "7771000 ", "side", "side");
    }

    @Test
    void aVolumeThatWasChangedInOnePlaceOnlyIsRefused() throws IOException {
        refused("1.0 ", "9.0 ", "volume", "volume");
    }

    @Test
    void aLaterFormatIsRefusedWithTheAdviceToTakeThatVersion() throws IOException {
        byte[] changed = report();
        int at = indexOf(changed, "Format of the exact records");
        int one = at;
        while (changed[one] != '1' || changed[one + 1] != ' ') {
            one++;
        }
        changed[one] = '9';

        ImportException e = assertThrows(ImportException.class, () -> ReportFixture.read(changed));

        assertTrue(String.valueOf(e.getMessage()).contains("newer version"), e.getMessage());
    }

    /** Replaces the first {@code from} by {@code to}, of the same length. */
    private static void refused(String from, String to, String either, String or) throws IOException {
        byte[] changed = report();
        int at = indexOf(changed, from);
        assertTrue(at > 0, from + " is not in the report");
        System.arraycopy(to.getBytes(StandardCharsets.UTF_8), 0, changed, at, from.length());

        ImportException e = assertThrows(ImportException.class, () -> ReportFixture.read(changed));

        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains(either) || message.contains(or), message);
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static void sentence(ImportException e) {
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("report.dcm ") && message.endsWith("."), message);
        assertFalse(message.contains("\n"), message);
    }
}
