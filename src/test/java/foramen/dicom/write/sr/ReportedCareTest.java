package foramen.dicom.write.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.MemoryByteSource;
import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.ContentTreeReader;
import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.FollowUp;
import foramen.domain.assessment.HipScore;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.delivery.ImportException;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyRecord.Complication;
import foramen.domain.session.Course;
import foramen.domain.session.Session;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedCareTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void risksSessionsAndVisitsComeBack() throws IOException {
        Case c = cared();

        assertEquals(c, ReportFixture.read(report(c)).casefile());
    }

    @Test
    void scoresAndComplicationsAreCodedForAnyReader() throws IOException {
        ContentItem root = tree(report(cared()));

        assertEquals("7", amount(root, "72514-3"));
        assertEquals("81.5", amount(root, "100291-4"));
        assertTrue(root.all().flatMap(i -> i.code().stream()).anyMatch(k -> k.value().equals("398665005")),
                "vasovagal reaction");
    }

    @Test
    void aReportWhoseShownScoreWasEditedIsRefused() throws IOException {
        byte[] report = report(cared());
        replace(report, "81.5", "91.5", true);

        ImportException e = assertThrows(ImportException.class, () -> ReportFixture.read(report));

        assertTrue(String.valueOf(e.getMessage()).contains("score"), e.getMessage());
    }

    @Test
    void aReportThatLostAVisitIsRefused() throws IOException {
        byte[] report = report(cared());
        replace(report, "Number of visits", "Number of visitz", false);
        // The number stands under its code; without it the record is not whole.
        replace(report, "visits", "vasits", false);

        assertThrows(ImportException.class, () -> ReportFixture.read(report));
    }

    @Test
    void aCaseWithoutThemIsWrittenInTheFirstFormatAndOneWithThemInTheSecond() throws IOException {
        assertEquals("1", format(Case.begin(new CaseId("plain"), ReportFixture.NOW)));
        assertEquals("2", format(cared()));
    }

    private String format(Case c) throws IOException {
        return tree(report(c)).all().filter(i -> i.name().filter(n -> n.value().equals("format")).isPresent())
                .findFirst().flatMap(ContentItem::text).orElseThrow();
    }

    static Case cared() {
        Visit visit = Visit.begin("v1", ReportFixture.NOW, VisitWindow.of("6wk"), "Dr Weber")
                .withPain(List.of(new PainScore(Instrument.NRS, PainState.SITTING, 7)))
                .withHip(Optional.empty(),
                        List.of(HipScore.typed(new Measure(Instrument.HHS, ""), new BigDecimal("81.5"))));
        Session session = Session.plan("s1", new Course("c", 1, 3, "p", "1"), LocalDate.of(2026, 3, 14),
                Laterality.LEFT, "Dr Weber");
        session = session.withSafety(session.safety()
                .with(new Complication("vasovagal", ReportFixture.NOW, "Dr Weber", "sat down")));
        return Case.begin(new CaseId("cared"), ReportFixture.NOW)
                .withRisks(Risks.UNKNOWN.with("diabetes", Risks.Answer.YES)).withSession(session)
                .withFollowUp(FollowUp.NONE.withVisit(visit));
    }

    private byte[] report(Case c) throws IOException {
        try (DicomClip clip = ReportFixture.clip(folder, "care")) {
            return ReportFixture.report(c, clip, new DicomClipReader());
        }
    }

    private static ContentItem tree(byte[] report) throws IOException {
        try (DicomFile file = new DicomReader().read(new MemoryByteSource(report))) {
            return ContentTreeReader.read(file.data());
        }
    }

    private static String amount(ContentItem root, String code) {
        return root.all().filter(i -> i.name().filter(n -> n.value().equals(code)).isPresent())
                .map(ContentItem::content).filter(Content.Numeric.class::isInstance).map(Content.Numeric.class::cast)
                .flatMap(n -> n.amount().stream()).map(a -> a.value().toString()).findFirst().orElse("none");
    }

    /** Changes bytes in place, first found or all of them. */
    private static void replace(byte[] in, String from, String to, boolean firstOnly) {
        byte[] a = from.getBytes(StandardCharsets.US_ASCII);
        byte[] b = to.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + a.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + a.length, a, 0, a.length)) {
                System.arraycopy(b, 0, in, i, b.length);
                if (firstOnly) {
                    return;
                }
            }
        }
    }
}
