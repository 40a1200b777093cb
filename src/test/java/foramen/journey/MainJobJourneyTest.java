package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleTruth;
import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Injection;
import foramen.domain.plan.NeedlePlan;
import foramen.storage.SqlCaseStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The main job from the clip to the documents and back, on the real window, by mouse and keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class MainJobJourneyTest {
    private static final Instant NOW = Instant.parse("2026-03-14T12:03:07Z");
    private static final int FRAME = 31;
    private static final int FRAMES = 60;
    private static final double MM_A_PIXEL = 0.265;
    /** The pointer stands on whole screen pixels, so a traced outline is a little off the true one. */
    private static final double TRACING = 0.01;
    /** The ligament is thin and long, so it is traced at a lesser zoom. */
    private static final double TRACING_THIN = 0.02;

    private final Path folder;
    private final Composition composition;
    private final SampleTruth truth;

    MainJobJourneyTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        composition = new Composition(folder.resolve("home"), Clock.fixed(NOW, ZoneOffset.UTC), Locale.US);
        truth = SampleTruth.read(SampleJob.samples().resolve(SampleJob.CLIP + ".truth.json"));
    }

    @Test
    void theWholeJobIsDoneByHandAndFoundAgainAfterClosing(FxRobot robot) throws Exception {
        PlannerRobot planner = PlannerRobot.start(robot, composition);
        SampleJob job = new SampleJob(planner, truth, PlannerRobot.APART);
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        playAndPause(planner);
        planner.goToFrame(FRAME, FRAMES);

        job.outlines();
        String area = areaReadsTrue(planner);
        undoAndRedo(planner);
        job.needle();
        String depth = planReadsTrue(planner);
        job.injection();
        Path documents = folder.resolve("documents");
        job.export(documents);
        planner.close();

        Case stored = onDisk();
        drawnOnDisk(stored);
        plannedOnDisk(stored);
        recordedOnDisk(stored);
        documentsOnDisk(documents, area, depth);

        PlannerRobot again = PlannerRobot.start(robot, composition).open();
        assertEquals(FRAME, again.frameNumber());
        again.step("outline");
        assertEquals(3, again.count("#annotate-panel .item"));
        again.step("measure");
        assertEquals(area, again.text("#measure-csa .reading-value"));
        again.step("plan");
        assertEquals(depth, again.text("#plan-depth"));
        again.step("ledger");
        new SessionJob(again).leaf("Record");
        assertTrue(again.allWords().stream().anyMatch(w -> w.contains("lot " + SampleJob.LOT)));
        again.close();
        assertEquals(stored, onDisk());
    }

    private static void playAndPause(PlannerRobot planner) {
        int before = planner.frameNumber();
        planner.type(KeyCode.SPACE);
        planner.waitFor("the clip to play", () -> planner.frameNumber() != before);
        planner.type(KeyCode.SPACE);
        int paused = planner.frameCounted();
        planner.waitFor("the frame it was paused at", () -> planner.frameNumber() == paused);
    }

    private String areaReadsTrue(PlannerRobot planner) {
        planner.step("measure");
        double expected = truth.outline(FRAME - 1, "sciatic-nerve").orElseThrow().areaMm2();
        String area = planner.text("#measure-csa .reading-value");
        assertEquals(expected, Double.parseDouble(area), expected * TRACING);
        assertEquals("mm²", planner.text("#measure-csa .reading-unit"));
        return area;
    }

    private static void undoAndRedo(PlannerRobot planner) {
        planner.step("outline");
        assertEquals(3, planner.count("#annotate-panel .item"));
        planner.shortcut(KeyCode.Z);
        assertEquals(2, planner.count("#annotate-panel .item"));
        planner.shortcut(KeyCode.Y);
        assertEquals(3, planner.count("#annotate-panel .item"));
    }

    private static String planReadsTrue(PlannerRobot planner) {
        String path = planner.text("#plan-path .reading-value");
        double expected = SampleJob.ENTRY.distanceTo(SampleJob.TARGET) * MM_A_PIXEL;
        assertEquals(expected, Double.parseDouble(path), 0.5);
        double depth = Double.parseDouble(planner.text("#plan-depth"));
        assertTrue(depth > 0 && depth <= Double.parseDouble(path), () -> "depth " + depth + ", path " + path);
        double angle = Double.parseDouble(planner.text("#plan-angle"));
        assertTrue(angle > 10 && angle < 90, () -> "angle " + angle);
        assertTrue(planner.allWords().stream().anyMatch(w -> w.startsWith("Sciatic nerve") && w.contains(" mm")),
                "the distance to the nerve");
        return planner.text("#plan-depth");
    }

    private Case onDisk() throws Exception {
        try (SqlCaseStore store = composition.openStore(composition.home())) {
            List<CaseStore.Summary> cases = store.list();
            assertEquals(1, cases.size());
            StoredCase stored = store.find(cases.getFirst().id()).orElseThrow();
            assertEquals(FRAME - 1, store.lastView(cases.getFirst().id()).orElseThrow().index());
            return stored.current();
        }
    }

    private void drawnOnDisk(Case stored) {
        assertEquals(Laterality.LEFT, stored.side());
        assertEquals(Set.of("sciatic-nerve", "piriformis", "sacrospinous-ligament"),
                stored.annotations().stream().map(Annotation::structureId).collect(Collectors.toSet()));
        for (Annotation a : stored.annotations()) {
            assertEquals(FRAME, a.frame().number());
            assertEquals(Laterality.LEFT, a.laterality());
            assertEquals(NOW, a.drawnAt());
            double area = ((Shape.Outline) a.shape()).polygon().area();
            truth.outline(FRAME - 1, a.structureId())
                    .ifPresent(t -> assertEquals(t.polygon().area(), area, t.polygon().area() * TRACING_THIN));
        }
    }

    private static void plannedOnDisk(Case stored) {
        assertEquals(1, stored.plans().size());
        NeedlePlan plan = stored.plans().getFirst();
        assertTrue(plan.entry().distanceTo(SampleJob.ENTRY) < 1, plan.entry()::toString);
        assertTrue(plan.target().distanceTo(SampleJob.TARGET) < 1, plan.target()::toString);
        assertEquals(Laterality.LEFT, plan.laterality());
    }

    private static void recordedOnDisk(Case stored) {
        assertEquals(1, stored.ledger().size());
        Injection line = stored.ledger().getFirst();
        assertEquals("dextrose", line.productId());
        assertTrue(
                line.concentration().isSameAs(new Concentration(new BigDecimal("100"), Concentration.Unit.MG_PER_ML)),
                line.concentration()::text);
        assertEquals(0, new BigDecimal("4").compareTo(line.volumeMl()));
        assertEquals("400 mg", line.dose().text().replace('\u00a0', ' '));
        assertEquals(SampleJob.LOT, line.lot());
        assertEquals(LocalDate.of(2027, 9, 30), line.expiry());
        assertEquals(Laterality.LEFT, line.laterality());
        assertEquals(SampleJob.OPERATOR, line.operator());
        assertEquals(stored.plans().getFirst().id(), line.planId());
        assertEquals(NOW, line.given());
    }

    private static void documentsOnDisk(Path documents, String area, String depth) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(documents)) {
            files = list.sorted().toList();
        }
        assertEquals(4, files.size(), files::toString);
        for (Path file : files) {
            assertNotEquals(0, Files.size(file), file::toString);
        }
        Path pdf = files.stream().filter(f -> f.toString().endsWith(".pdf")).findFirst().orElseThrow();
        assertEquals(2, files.stream().filter(f -> f.toString().endsWith(".png")).count());
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document).replace('\u00a0', ' ');
            for (String value : List.of(area + " mm²", depth, "Dextrose", "400 mg", SampleJob.LOT,
                    SampleJob.OPERATOR)) {
                assertTrue(text.contains(value), () -> value + " is not in: " + text);
            }
        }
    }

}
