package foramen.ui.inspector;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Rational;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.annotate.AnnotatePanel;
import foramen.ui.annotate.AnnotateViewModel;
import foramen.ui.export.ExportPanel;
import foramen.ui.export.ExportViewModel;
import foramen.ui.ledger.LedgerPanel;
import foramen.ui.ledger.LedgerPart;
import foramen.ui.ledger.LedgerViewModel;
import foramen.ui.ledger.SessionBench;
import foramen.ui.measure.CalibrateViewModel;
import foramen.ui.measure.MeasurePanel;
import foramen.ui.measure.MeasureViewModel;
import foramen.ui.measure.SwellingViewModel;
import foramen.ui.plan.PlanPanel;
import foramen.ui.plan.PlanViewModel;
import foramen.ui.support.Studio;
import foramen.ui.support.TestBench;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.export.ExportService;
import foramen.workspace.measure.CaseReadings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.scene.Parent;

/** Paints every panel, filled and empty, into PNG files to be looked at, as {@link Studio} says. Not a test. */
public final class PanelPictures {
    private static final int WIDTH = 340;
    private static final int HEIGHT = 760;

    private PanelPictures() {}

    /** Writes the pictures into the folder that the first argument names. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Studio.open(() -> paintAll(folder));
    }

    private static void paintAll(Path folder) throws Exception {
        paint(folder, "annotate-closed", () -> annotate(TestBench.closed()));
        paint(folder, "annotate-empty", () -> annotate(TestBench.with(Cases.empty(), FakeClip.calibrated())));
        paint(folder, "annotate-full", () -> annotate(annotated(true)));
        paint(folder, "annotate-mismatch", () -> annotate(annotated(false)));
        paint(folder, "measure-empty", () -> measure(TestBench.with(Cases.empty(), FakeClip.calibrated())));
        paint(folder, "measure-full", () -> measure(annotated(true)));
        paint(folder, "measure-swelling", () -> measure(SwollenCases.bench()), 1900);
        paint(folder, "measure-swelling-800", () -> measure(SwollenCases.bench()), 560);
        paint(folder, "measure-uncalibrated", () -> measure(TestBench.with(Cases.full(), FakeClip.uncalibrated())));
        paint(folder, "plan-empty", () -> plan(TestBench.with(Cases.empty(), FakeClip.calibrated())));
        paint(folder, "plan-full", () -> plan(TestBench.with(Cases.full(), FakeClip.calibrated())), 1700);
        paint(folder, "plan-alert", () -> plan(crossing()), 1700);
        paint(folder, "plan-several", () -> plan(several()), 2500);
        paint(folder, "plan-elsewhere", () -> plan(elsewhere()));
        paint(folder, "plan-uncalibrated", () -> plan(TestBench.with(Cases.full(), FakeClip.uncalibrated())));
        paint(folder, "ledger-closed", () -> ledger(TestBench.closed(), m -> m));
        paint(folder, "ledger-empty", () -> ledger(TestBench.with(Cases.empty(), FakeClip.calibrated()), m -> m));
        for (LedgerPart part : LedgerPart.values()) {
            String name = "ledger-" + part.name().toLowerCase(java.util.Locale.ROOT);
            paint(folder, name, () -> ledger(TestBench.with(Cases.full(), FakeClip.calibrated()), m -> {
                LedgerViewModel open = SessionBench.begin(m, "quadratus-femoris");
                SessionBench.placed(open, "quadratus-femoris");
                m.facts().answer("anticoagulant", foramen.domain.safety.Risks.Answer.YES);
                m.partProperty().set(part);
                return m;
            }), 1500);
        }
        paint(folder, "ledger-course", () -> ledger(TestBench.with(
                Cases.full().withElsewhere(List.of(new PriorTreatment(TestBench.CLOCK.instant().atZone(ZoneOffset.UTC)
                        .toLocalDate().minusDays(9), "dextrose", InjectateClass.PROLOTHERAPY,
                        Optional.of(Rational.of(400)), Dose.Unit.MG, "sacrospinous-ligament", Laterality.RIGHT, false,
                        "another clinic"))),
                FakeClip.calibrated()), m -> {
                    LedgerViewModel open = SessionBench.begin(m, "sacrospinous-prolotherapy");
                    SessionBench.draw(open, "A", "dextrose", "10 %", "4");
                    SessionBench.placed(open, "sacrospinous-ligament");
                    return open;
                }), 1500);
        paint(folder, "export-ready", () -> export(new CurrentThreadJobRunner(), false));
        paint(folder, "export-done", () -> export(new CurrentThreadJobRunner(), true));
        paint(folder, "export-running", () -> export(new ManualJobRunner(), true));
    }

    private static Parent annotate(TestBench bench) {
        return new AnnotatePanel(new AnnotateViewModel(bench.workbench, bench.structures));
    }

    private static Parent measure(TestBench bench) {
        return new MeasurePanel(new MeasureViewModel(bench.workbench, readings(bench)),
                new CalibrateViewModel(bench.workbench, ZoneOffset.UTC),
                new SwellingViewModel(bench.workbench, bench.structures, bench.swelling(), TestBench.LOCALE));
    }

    private static Parent plan(TestBench bench) {
        return new PlanPanel(new PlanViewModel(bench.workbench, bench.structures,
                bench.plans(readings(bench))), TestBench.LOCALE);
    }

    /** Two targets, an arc, a range of frames, an override and a needle as seen with its spread. */
    private static TestBench several() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = new PlanViewModel(bench.workbench, bench.structures,
                bench.plans(readings(bench)));
        NeedlePlan plan = bench.casefile().plan("p1").orElseThrow();
        bench.editor.commit(bench.casefile().withPlan(plan
                .withPass(2, new NeedlePass(plan.entry(), new Point(297, 268), "Sciatic nerve", ""), Cases.NOW)
                .withDetail(plan.detail().withFurther(List.of(
                        new NeedlePass(plan.entry(), new Point(297, 268), "Sciatic nerve", ""))).withActual(List.of(
                                new ActualNeedle(Cases.frame(), 1, new Point(130, 90), new Point(262, 216),
                                        new Point(270, 210), Optional.of(new Polygon(List.of(new Point(240, 190),
                                                new Point(290, 195), new Point(285, 230), new Point(245, 235)))),
                                        "Dr Example", Cases.NOW))),
                        Cases.NOW)),
                "Add target");
        model.typeRadius("60");
        model.edits().typeRange("21", "41");
        model.edits().override(model.state().sheet().orElseThrow().warnings().getFirst().warning(), "Agreed on round");
        return bench;
    }

    /** A plan of another clip, whose needle was seen on the clip in view. */
    private static TestBench elsewhere() {
        NeedlePlan plan = Cases.plan("p1");
        NeedlePlan other = new NeedlePlan("p9", new FrameRef("2.25.9", 11), plan.entry(), plan.target(),
                Laterality.RIGHT, "Piriformis", "", "", "Dr Example", Cases.NOW);
        ActualNeedle seen = new ActualNeedle(Cases.frame(), 1, new Point(130, 90), new Point(262, 216),
                new Point(270, 210), Optional.empty(), "Dr Example", Cases.NOW);
        TestBench bench = TestBench.with(Cases.empty().withClip(new ClipRef("2.25.9", "", "Before the needle"))
                .withPlan(other.withDetail(other.detail().withActual(List.of(seen)), Cases.NOW)),
                FakeClip.calibrated());
        bench.editor.selectionProperty().set(Optional.of("p9"));
        return bench;
    }

    private static CaseReadings readings(TestBench bench) {
        return new CaseReadings(bench.structures, NeedleRules.standard(), TestBench.LOCALE);
    }

    private static Parent ledger(TestBench bench, Function<LedgerViewModel, LedgerViewModel> filled) {
        return new LedgerPanel(filled.apply(SessionBench.model(bench)), ZoneOffset.UTC, () -> {});
    }

    private static Parent export(JobRunner jobs, boolean go) throws IOException {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        Path folder = Files.createTempDirectory("foramen-export");
        ExportViewModel model = new ExportViewModel(bench.workbench,
                new ExportService(List.of(new Stub(ExportKind.CLEAN_IMAGE), new Stub(ExportKind.ANNOTATED_IMAGE),
                        new Failing())),
                jobs, folder, "0.1.0");
        if (go) {
            model.export();
        }
        return new ExportPanel(model, Optional.of(f -> {}));
    }

    private static TestBench annotated(boolean right) {
        Laterality side = right ? Laterality.RIGHT : Laterality.LEFT;
        Annotation elsewhere = new Annotation("b1", new FrameRef(FakeClip.UID, 11), Cases.nerve("x").shape(),
                "sciatic-nerve", Laterality.RIGHT, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false, "",
                Cases.NOW);
        Case casefile = Cases.full()
                .withAnnotation(Cases.outline("a4", "sacrospinous-ligament", new Point(400, 250), new Point(500, 260),
                        new Point(500, 270), new Point(400, 262)).withLocked(true))
                .withAnnotation(Cases.outline("a5", "vessel", new Point(260, 240), new Point(270, 240),
                        new Point(266, 250)).withLabel("inferior gluteal artery"))
                .withAnnotation(elsewhere).withAnnotation(Cases.nerve("a1").withLaterality(side));
        TestBench bench = TestBench.with(casefile, FakeClip.calibrated());
        bench.editor.selectionProperty().set(Optional.of("a1"));
        return bench;
    }

    private static TestBench crossing() {
        Case casefile = Cases.full()
                .withAnnotation(Cases.outline("a5", "vessel", new Point(200, 160), new Point(215, 160),
                        new Point(210, 172)).withLabel("Inferior gluteal artery"))
                .withPlan(Cases.plan("p1").withTarget(new Point(290, 268), Cases.NOW).withNeedle("22g-50"))
                .withPlan(Cases.plan("p2").withTargetName("Sacrospinous ligament").withNeedle(""));
        TestBench bench = TestBench.with(casefile, FakeClip.calibrated());
        bench.editor.selectionProperty().set(Optional.of("p1"));
        return bench;
    }

    private static void paint(Path folder, String name, Callable<Parent> panel) throws Exception {
        paint(folder, name, panel, HEIGHT);
    }

    private static void paint(Path folder, String name, Callable<Parent> panel, int height) throws Exception {
        Studio.page(folder, name, panel, WIDTH, height);
    }

    /** An exporter that writes a single byte. */
    static Exporter exporter(ExportKind kind) {
        return new Stub(kind);
    }

    private record Stub(ExportKind kind) implements Exporter {
        @Override
        public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
            out.write(1);
        }
    }

    private record Failing() implements Exporter {
        @Override
        public ExportKind kind() {
            return ExportKind.PLAN_PDF;
        }

        @Override
        public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
            throw new IOException("this frame has no needle plan; place one first.");
        }
    }
}
