package foramen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.domain.injection.Component;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.injection.Syringe;
import foramen.domain.patient.Patient;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.Landmark;
import foramen.domain.plan.NeedleDirection;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanOverride;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.SkinSetting;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Course;
import foramen.domain.session.Session;
import foramen.geometry.Point;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PlanPdfExporterTest {
    @Test
    void itIsSelectableTextWithWhoWhatAndHowMuch() throws IOException {
        String text = text(Cases.full(), FakeClip.calibrated());
        for (String expected : new String[]{"Example, Anna", "FX-0001", "1978-05-02", "Right",
                "Deep gluteal syndrome, piriformis", "2026-03-14 10:05", "Dr Example", "frame 31/90", "US region",
                "Sciatic nerve", "Cross-sectional area", "100.0 mm²", "40.0 mm", "trace, scale: US region", "8.8 mm",
                "26.0 mm", "27.9 mm", "39.7 mm", "30.0 mm", "41°", "Fair needle visibility", "22 G × 80 mm",
                "80 mm needle: 30.3 mm to spare", "15.2 mm", "Margin of 5 mm kept", "Triamcinolone acetonide",
                "Steroid",
                "40 mg/mL", "1 mL", "40 mg", "LOT-7", "2027-06-30", "Voided: Entered twice",
                "Pre-procedure plan, not real-time guidance. Decision support and record only; it does not prescribe.",
                "Foramen 0.1.0-test"}) {
            assertTrue(text.contains(expected), "'" + expected + "' is missing from:\n" + text);
        }
    }

    @Test
    void titleAndLanguageAreSetAndDoNotNameThePatient() throws IOException {
        try (PDDocument document = document(Cases.full(), FakeClip.calibrated())) {
            assertEquals("Pre-procedure plan, case case-0001", document.getDocumentInformation().getTitle());
            assertEquals("en", document.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    void allFontsAreEmbedded() throws IOException {
        try (PDDocument document = document(Cases.full(), FakeClip.calibrated())) {
            PDPage page = document.getPage(0);
            int fonts = 0;
            for (COSName name : page.getResources().getFontNames()) {
                assertTrue(page.getResources().getFont(name).isEmbedded());
                assertTrue(page.getResources().getFont(name).getName().contains("Roboto"));
                fonts++;
            }
            assertEquals(3, fonts);
        }
    }

    @Test
    void aNeedleThatIsTooShortSaysByHowMuch() throws IOException {
        Case casefile = Cases.full().withPlan(Cases.plan("p1").withNeedle("22g-38"));
        assertTrue(text(casefile, FakeClip.calibrated()).contains("38 mm needle: 11.7 mm short"));
    }

    @Test
    void targetsWarningsOverridesAndTheNeedleAsSeenStandOnThePage() throws IOException {
        NeedlePlan plan = Cases.plan("p1");
        PlanOverride override = new PlanOverride(PlanWarning.Code.DOPPLER, 1, "", "Look for vessels", "Done on ward",
                "Dr Other", Cases.NOW);
        plan = plan.withDetail(plan.detail()
                .withFurther(List.of(new NeedlePass(plan.entry(), new Point(297, 268), "Sciatic nerve", "standard")))
                .withApproach(plan.detail().approach().withLandmark(new Landmark("probe edge", Optional.of(8.0)))
                        .withDirection(NeedleDirection.LATERAL_TO_MEDIAL))
                .withOverride(override).withActual(List.of(new ActualNeedle(Cases.frame(), 1, new Point(130, 90),
                        new Point(260, 220), new Point(270, 210), Optional.empty(), "Dr Example", Cases.NOW))),
                Cases.NOW);
        String text = text(Cases.full().withPlan(plan), FakeClip.calibrated());
        for (String expected : List.of("Target 1 of 2", "Target 2, site 1",
                "Target 2: The path passes", "Overridden", "By Dr Other, 2026-03-14 10:05: Done on ward",
                "lateral to medial", "entry 8.0 mm from probe edge", "Crossed to target 1:",
                "2.0 mm deeper, 2.0 mm to the left", "plan p1, version 2, Dr Example")) {
            assertTrue(text.contains(expected), "'" + expected + "' is missing from:\n" + text);
        }
    }

    @Test
    void anglesAndDepthsOfThePageAreThoseOfTheSkinArc() throws IOException {
        NeedlePlan plan = Cases.plan("p1");
        SkinSetting arc = new SkinSetting(new SkinSetting.Form.Face(new Point(320, 70.5), 60), "Dr Example",
                Cases.NOW);
        String text = text(Cases.full().withPlan(plan.withApproach(
                plan.detail().approach().withSkin(Optional.of(arc)), Cases.NOW)), FakeClip.calibrated());
        assertTrue(text.contains("14.8 mm") && text.contains("Skin arc set by the operator"), text);
        assertFalse(text.contains("26.0 mm"), "the depth below a straight skin");
    }

    @Test
    void withoutAScaleNoValueIsInMillimetres() throws IOException {
        String text = text(Cases.full(), FakeClip.uncalibrated());
        String withoutNeedle = text.replace("22 G × 80 mm", "");
        assertFalse(Pattern.compile("\\d\\s*(mm|cm)").matcher(withoutNeedle).find(), withoutNeedle);
        assertTrue(text.contains("2500 px²") && text.contains("This clip carries no calibration"), text);
        assertTrue(text.contains("Not calibrated"), text);
    }

    @Test
    void aHundredLinesGoOnToFurtherPagesAndNoneIsLeftOut() throws IOException {
        Case casefile = Cases.full();
        for (int i = 0; i < 98; i++) {
            casefile = casefile.withInjection(Cases.injection("x" + i));
        }
        try (PDDocument document = document(casefile, FakeClip.calibrated())) {
            assertTrue(document.getNumberOfPages() >= 3, document.getNumberOfPages() + " pages");
        }
        String text = text(casefile, FakeClip.calibrated());
        assertEquals(100, text.split("LOT-7", -1).length - 1);
        assertFalse(text.contains("more lines in the case"), text);
        assertTrue(text.contains("Injectate ledger, continued"), text);
    }

    @Test
    void theWholeRecordOfThePlanIsThereWhateverItTakes() throws IOException {
        NeedlePlan plan = Cases.plan("p1");
        List<ActualNeedle> seen = IntStream.rangeClosed(1, 60).mapToObj(i -> new ActualNeedle(Cases.frame(), 1,
                new Point(130, 90), new Point(200 + i, 220), new Point(200 + i, 210), Optional.empty(), "Dr Example",
                Cases.NOW)).toList();
        Case casefile = Cases.full().withPlan(plan.withDetail(plan.detail().withActual(seen), Cases.NOW));
        String text = text(casefile, FakeClip.calibrated());
        assertEquals(60, text.split("Seen, target 1", -1).length - 1);
        assertTrue(text.contains("Record of the plan, continued"), text);
        assertTrue(text.contains("Page 1 of 3") && text.contains("Page 3 of 3"), text);
    }

    @Test
    void theRecordSaysOnWhatThePlanWasMadeWhatIsMarkedThereAndWhatIsToBeGiven() throws IOException {
        Product lidocaine = ProductCatalog.standard().find("lidocaine").orElseThrow();
        Session session = Session.plan("s1", new Course("s1", 2, 3, "", ""), LocalDate.of(2026, 3, 20),
                Laterality.RIGHT, "Dr Example")
                .with(new Syringe("A", "A", List.of(Component.of(lidocaine, new Component.Solution(
                        new Concentration(BigDecimal.ONE, Concentration.Unit.PERCENT), BigDecimal.TEN)))))
                .with(new Aliquot("a1", "A", "p1", "piriformis", "medial third", Laterality.RIGHT,
                        new BigDecimal("4")))
                .with(new Aliquot("a2", "A", "another plan", "piriformis", "elsewhere", Laterality.RIGHT,
                        new BigDecimal("6")));
        Patient heavy = new Patient("Example^Anna", "FX-0001", Optional.empty(), "F",
                Optional.of(new BigDecimal("70")));
        String text = text(Cases.full().withPatient(heavy).withPlan(Cases.plan("p1").withTargetName("piriformis"))
                .withSession(session), FakeClip.calibrated());
        for (String expected : List.of("To be given: Lidocaine, plain 1 %, 4 mL = 40 mg, medial third",
                "session 2 of 3 on 2026-03-20", "33.3 % of the maximum",
                "Clip: Frame 31, 0.2000 × 0.2000 mm a pixel, probe not stated by the file", "short axis",
                FakeClip.UID, "MDC 7:", "Marked: Sciatic nerve, right: outline of", "from the left edge",
                "Needle: 22 G × 80 mm, hypodermic")) {
            assertTrue(text.contains(expected), "'" + expected + "' is missing from:\n" + text);
        }
        assertFalse(text.contains("elsewhere"), text);
    }

    @Test
    void aNeedleSeenOnAClipThatIsNotAtHandSaysSo() throws IOException {
        NeedlePlan plan = Cases.plan("p1");
        plan = plan.withDetail(plan.detail().withActual(List.of(new ActualNeedle(new FrameRef("2.25.9", 4), 1,
                new Point(130, 90), new Point(260, 220), new Point(270, 210), Optional.empty(), "Dr Example",
                Cases.NOW))), Cases.NOW);
        String text = text(Cases.full().withPlan(plan), FakeClip.calibrated());
        assertTrue(text.contains("Seen, target 1: The clip it lies on is not at hand"), text);
        assertTrue(text.contains("Frame 5 of another clip, 2.25.9"), text);
    }

    @Test
    void measurementsOfOtherClipsAreCountedAndNotConverted() throws IOException {
        Annotation nerve = Cases.nerve("other");
        Annotation elsewhere = new Annotation("other", new FrameRef("2.25.9", 0), nerve.shape(), nerve.structureId(),
                nerve.laterality(), nerve.level(), nerve.plane(), "", false, "Dr Example", Cases.NOW);
        String text = text(Cases.full().withAnnotation(elsewhere), FakeClip.calibrated());
        assertTrue(text.contains("1 more line in the case"), text);
    }

    @Test
    void ofAFollowedStructureOnlyTheFrameShownAndTheKeyFramesAreListed() throws IOException {
        Case followed = Cases.empty().withAnnotation(followed("shown", Cases.FRAME, false))
                .withAnnotation(followed("key", 4, true)).withAnnotation(followed("between", 17, false));
        String text = text(followed, FakeClip.calibrated());
        assertTrue(lineOf(text, "31").isPresent(), text);
        assertTrue(lineOf(text, "5").isPresent(), text);
        assertTrue(lineOf(text, "18").isEmpty(), text);
    }

    private static Annotation followed(String id, int frame, boolean key) {
        Annotation nerve = Cases.nerve(id);
        return new Annotation(id, new FrameRef(FakeClip.UID, frame), nerve.shape(), nerve.structureId(),
                nerve.laterality(), nerve.level(), nerve.plane(), "", false, "Dr Example", Cases.NOW)
                .withFollow(Optional.of(new Follow("t1", key, 1, false, Follow.Review.ACCEPTED)));
    }

    /** The line of the table whose frame is {@code number}. */
    private static Optional<String> lineOf(String text, String number) {
        return text.lines().filter(l -> l.matches(".*Sciatic nerve.* " + number + " Cross-sectional area.*")).findAny();
    }

    @Test
    void nothingLeavesThePageWhateverIsTyped() throws IOException {
        String endless = "Überlänge王\uD83D\uDE00\u0000\n\u202E" + "W".repeat(5000);
        Case casefile = Cases.full()
                .withPatient(new Patient(endless, endless, Optional.of(LocalDate.MAX), endless, Optional.empty()))
                .withIndication(endless).withAnnotation(Cases.nerve("a1").withLabel(endless))
                .withPlan(Cases.plan("p1").withTargetName(endless).withNote(endless));
        for (int i = 0; i < 40; i++) {
            casefile = casefile.withAnnotation(
                    Cases.line("l" + i, endless, new Point(150 + i, 100), new Point(150 + i, 140)));
        }
        try (PDDocument document = document(casefile, FakeClip.calibrated())) {
            new Inside().writeText(document, new StringWriter());
        }
    }

    @Test
    void aClipOfAnotherPatientIsPointedOut() throws IOException {
        Patient other = new Patient("Other^Person", "FX-0002", Optional.empty(), "F", Optional.empty());
        String warning = "The clip carries another patient ID.";
        assertTrue(text(Cases.full().withPatient(other), FakeClip.calibrated()).contains(warning));
        assertFalse(text(Cases.full(), FakeClip.calibrated()).contains(warning));
    }

    @Test
    void aPlanOnAnotherFrameIsCounted() throws IOException {
        Case casefile = Cases.empty().withPlan(new NeedlePlan("p9", new FrameRef(FakeClip.UID, 3), new Point(1, 1),
                new Point(2, 2), Laterality.RIGHT, "", "", "", "Dr Example", Cases.NOW));
        assertTrue(text(casefile, FakeClip.calibrated()).contains("1 more plan in the case"));
    }

    @Test
    void anEmptyCaseSaysWhatIsNotThere() throws IOException {
        String text = text(Cases.empty().withSide(Laterality.UNSPECIFIED), FakeClip.calibrated());
        assertTrue(text.contains("No needle is planned on this frame."), text);
        assertTrue(text.contains("Nothing is measured on this clip."), text);
        assertTrue(text.contains("Nothing is recorded as given."), text);
        assertTrue(text.contains("Side not set"), text);
    }

    @Test
    void theSameCaseGivesTheSameBytes() throws IOException {
        assertEquals(Arrays.hashCode(Exports.bytes(Exports.pdf(), Cases.full(), FakeClip.calibrated())),
                Arrays.hashCode(Exports.bytes(Exports.pdf(), Cases.full(), FakeClip.calibrated())));
    }

    private static PDDocument document(Case casefile, FakeClip clip) throws IOException {
        return Loader.loadPDF(Exports.bytes(Exports.pdf(), casefile, clip));
    }

    /** The text with plain spaces for no-break ones and line ends. */
    private static String text(Case casefile, FakeClip clip) throws IOException {
        try (PDDocument document = document(casefile, clip)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    /** Fails on a letter outside the margins. */
    private static final class Inside extends PDFTextStripper {
        @Override
        protected void processTextPosition(TextPosition text) {
            assertTrue(text.getX() >= 39 && text.getX() + text.getWidth() <= PDRectangle.A4.getWidth() - 39,
                    text + " at x " + text.getX());
            assertTrue(text.getY() >= 30 && text.getY() <= PDRectangle.A4.getHeight() - 20,
                    text + " at y " + text.getY());
        }
    }
}
