package foramen.report.document;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.FindingsReader;
import foramen.domain.delivery.SideComparisons;
import foramen.domain.injection.Component;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.injection.Syringe;
import foramen.domain.measurement.Thresholds;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.plan.NeedleRules;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Course;
import foramen.domain.session.DoseBook;
import foramen.domain.session.Session;
import foramen.domain.session.SessionLines;
import foramen.job.Progress;
import foramen.overlay.OverlayComposer;
import foramen.report.AnnotatedImageExporter;
import foramen.report.PictureFormat;
import foramen.report.SetPictures;
import foramen.report.Typefaces;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.workspace.measure.CaseSides;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A case with something in every part, and the exporter as the application builds it. */
public final class Reports {
    private static final StructureCatalog STRUCTURES = StructureCatalog.standard();
    private static final NeedleRules RULES = NeedleRules.standard();
    /** No other clip than the open one can be had. */
    private static final ClipReader NO_FILES = file -> {
        throw new ClipException("There are no files in this test.");
    };

    private Reports() {}

    /** The exporter over templates in {@code folder}. */
    static ReportPdfExporter exporter(Path folder, Locale language, DocumentTerms.Source terms) {
        SideComparisons sides = new CaseSides(Thresholds.standard());
        return new ReportPdfExporter(books(),
                new ReportPdfExporter.Sources(new FindingsReader(STRUCTURES, RULES, sides), NO_FILES, set(),
                        new AnnotatedImageExporter(ExportKind.ANNOTATED_IMAGE, PictureFormat.PNG, composer(),
                                Typefaces.load(), ZoneOffset.UTC, Locale.ROOT)),
                new TemplateFolder(folder), new ReportPdfExporter.Style(ZoneOffset.UTC, language, terms));
    }

    static ReportBooks books() {
        return new ReportBooks(STRUCTURES, RULES, DoseBook.standard(), TestCatalog.FILE.standard(),
                OutcomeRules.FILE.standard(), FollowUpSchedule.FILE.standard(), Thresholds.standard().edition());
    }

    /** Makes the pictures of the image set. */
    public static SetPictures set() {
        return new SetPictures(composer(), Typefaces.load(), ZoneOffset.UTC, Locale.ROOT);
    }

    private static OverlayComposer composer() {
        return new OverlayComposer(STRUCTURES, RULES);
    }

    static byte[] pdf(ReportPdfExporter exporter, Case casefile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporter.write(subject(casefile), out, Progress.NONE);
        return out.toByteArray();
    }

    /** The case on its clip. */
    public static ExportSubject subject(Case casefile) {
        return new ExportSubject(casefile, FakeClip.calibrated(), Cases.FRAME, Cases.NOW, "Dr Example", "0.1.0-test");
    }

    /** A case with something in every part. */
    public static Case rich() {
        Annotation other = Cases.nerve("a9").copiedTo("a9", new FrameRef(FakeClip.UID, 10),
                foramen.domain.annotation.Origin.DRAWN, Cases.NOW).withLaterality(Laterality.LEFT);
        Session session = session();
        Case c = Cases.full().withAnnotation(other).withSession(session)
                .withRisks(new Risks(java.util.Set.of("diabetes"), java.util.Set.of("allergy-steroid", "fever-sepsis"),
                        java.util.Map.of("diabetes", "metformin"), Optional.of(new BigDecimal("168"))))
                .withImage(ImageRole.NERVE, Cases.frame())
                .withImage(ImageRole.NERVE_OTHER_SIDE, new FrameRef(FakeClip.UID, 10))
                .withImage(ImageRole.NEEDLE, new FrameRef(FakeClip.UID, 60))
                .withImage(ImageRole.SPREAD, new FrameRef("2.25.404", 3));
        for (var line : SessionLines.of(session, Cases.NOW.plusSeconds(900))) {
            c = c.withInjection(line);
        }
        return c.withFollowUp(c.followUp().withEvent(new CareEvent("e1", CareEvent.Kind.CONSERVATIVE_CARE,
                Cases.NOW.minusSeconds(86_400L * 90), Laterality.RIGHT, "Physiotherapy", java.util.OptionalInt.empty(),
                false, "Dr Example", "12 sessions, no relief")).withVisit(baseline()).withVisit(soon())
                .withVisit(later()));
    }

    private static Session session() {
        Product lidocaine = ProductCatalog.standard().find("lidocaine").orElseThrow();
        Syringe syringe = new Syringe("A", "A", List.of(new Component(lidocaine.id(), lidocaine.name(),
                lidocaine.injectateClass(), new Component.Solution(
                        new Concentration(new BigDecimal("1"), Concentration.Unit.PERCENT), new BigDecimal("4")),
                "LOT-9", Optional.of(LocalDate.of(2027, 1, 31)), "")));
        SafetyRecord safety = SafetyRecord.EMPTY
                .with(new SafetyRecord.CheckAnswer("consent", SafetyRecord.State.DONE, "Dr Example", Cases.NOW,
                        "written"))
                .with(new SafetyRecord.TimeOut("Dr Example", Cases.NOW, ""))
                .with(new SafetyRecord.Observation(Cases.NOW, Optional.of(Cases.NOW.plusSeconds(1800)),
                        SafetyRecord.State.DONE, "Nurse Example", ""))
                .with(new SafetyRecord.Complication("none", Cases.NOW.plusSeconds(1800), "Dr Example", ""));
        return Session.plan("s1", new Course("s1", 1, 3, "peri-sciatic-hydrodissection", "2026-11-1"),
                LocalDate.of(2026, 3, 14), Laterality.RIGHT, "Dr Example").with(syringe)
                .with(new Aliquot("q1", "A", "p1", "peri-sciatic", "Around the sciatic nerve", Laterality.RIGHT,
                        new BigDecimal("3.5")))
                .withSafety(safety).closed(Session.Status.GIVEN, Cases.NOW, "");
    }

    private static Visit baseline() {
        return Visit.begin("v1", Cases.NOW.minusSeconds(86_400), VisitWindow.BASELINE, "Dr Example")
                .withTests(List.of(new TestFinding(TestCatalog.FILE.standard().tests().getFirst().id(),
                        Laterality.RIGHT, TestFinding.Result.POSITIVE)))
                .withNeuro(List.of(new NeuroFinding(NeuroFinding.Item.POWER_L5, Laterality.RIGHT, 4)))
                .withRedFlags(RedFlagScreen.asked(java.util.Set.of()))
                .withPain(List.of(new PainScore(Instrument.NRS, PainState.AVERAGE_7_DAYS, 8),
                        new PainScore(Instrument.VAS, PainState.AVERAGE_7_DAYS, 78)));
    }

    private static Visit soon() {
        return Visit.begin("v2", Cases.NOW.plusSeconds(2700), VisitWindow.of("30min"), "Dr Example")
                .withPain(List.of(new PainScore(Instrument.NRS, PainState.NOW, 2)));
    }

    private static Visit later() {
        return Visit.begin("v3", Cases.NOW.plusSeconds(86_400L * 14), VisitWindow.of("2wk"), "Dr Example")
                .withPain(List.of(new PainScore(Instrument.NRS, PainState.AVERAGE_7_DAYS, 3)));
    }
}
