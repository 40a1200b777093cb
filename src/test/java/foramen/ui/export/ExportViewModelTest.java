package foramen.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.export.ExportService;
import foramen.workspace.export.FrameChoice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    private final Path folder;
    private final TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());

    ExportViewModelTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theChosenDocumentsAreWrittenUnderTheNamesThatWereShown() throws IOException {
        ExportViewModel model = model(new CurrentThreadJobRunner(), Set.of());
        model.choose(ExportKind.CLEAN_IMAGE, false);
        model.export();
        List<String> promised = model.state().choices().stream().filter(ExportState.Choice::chosen)
                .map(ExportState.Choice::fileName).sorted().toList();
        try (var files = Files.list(folder)) {
            assertEquals(promised, files.map(f -> f.getFileName().toString()).filter(f -> !f.endsWith(".json"))
                    .sorted().toList());
        }
        assertEquals("2 documents written to " + folder + ".", model.state().summary());
    }

    @Test
    void oneThatFailsSaysWhyAndTheOthersAreThere() {
        ExportViewModel model = model(new CurrentThreadJobRunner(), Set.of(ExportKind.PLAN_PDF));
        model.export();
        assertEquals("2 of 3 documents written.", model.state().summary());
        ExportState.Result failed = model.state().results().stream()
                .filter(r -> r.outcome() == ExportState.Outcome.FAILED).findFirst().orElseThrow();
        assertTrue(failed.file().isEmpty());
        assertEquals("Plan as PDF: there is no plan.", failed.words());
    }

    @Test
    void nothingChosenMeansNothingToExport() {
        ExportViewModel model = model(new CurrentThreadJobRunner(), Set.of());
        model.state().choices().forEach(c -> model.choose(c.kind(), false));
        assertFalse(model.state().canExport());
    }

    @Test
    void anExportUnderWayCanBeCancelled() {
        ManualJobRunner jobs = new ManualJobRunner();
        ExportViewModel model = model(jobs, Set.of());
        model.export();
        assertTrue(model.state().running());
        assertFalse(model.state().canExport());
        model.cancel();
        jobs.runAll();
        assertFalse(model.state().running());
        assertTrue(model.state().summary().startsWith("Cancelled"));
    }

    @Test
    void theCaseThatWasWrittenIsNamedThoughAnotherIsOpenByThenAndItsResultsGoWithIt() {
        ManualJobRunner jobs = new ManualJobRunner();
        ExportViewModel model = model(jobs, Set.of());
        List<Case> written = new ArrayList<>();
        model.onExported(written::add);
        Case first = bench.casefile();
        model.export();
        bench.editor.begin(Case.begin(new CaseId("other"), Cases.NOW));
        jobs.runAll();
        assertEquals(List.of(first), written);

        model.export();
        jobs.runAll();
        assertFalse(model.state().summary().isEmpty());
        bench.editor.begin(first);
        assertEquals("", model.state().summary());
        assertEquals(List.of(), model.state().results());
    }

    @Test
    void aFolderThatIsNoneIsRefused() {
        ExportViewModel model = model(new CurrentThreadJobRunner(), Set.of());
        assertFalse(model.typeFolder("here").isEmpty());
        assertFalse(model.typeFolder(" ").isEmpty());
        assertEquals("", model.typeFolder(folder.resolve("new").toString()));
        assertEquals(folder.resolve("new"), model.state().folder());
    }

    @Test
    void whatWasChosenIsChosenNextTime() {
        StringBuilder kept = new StringBuilder();
        ExportMemory memory = new ExportMemory() {
            @Override
            public String recall() {
                return kept.toString();
            }

            @Override
            public void keep(String choices) {
                kept.setLength(0);
                kept.append(choices);
            }
        };
        ExportViewModel first = model(new CurrentThreadJobRunner(), Set.of(), memory);
        first.choose(ExportKind.PLAN_PDF, false);
        first.chooseFrames(FrameChoice.DRAWN);
        first.chooseFolder(folder.resolve("kept"));
        first.export();

        ExportState next = model(new CurrentThreadJobRunner(), Set.of(), memory).state();

        assertEquals(folder.resolve("kept"), next.folder());
        assertEquals(FrameChoice.DRAWN, next.frames());
        assertEquals(first.state().choices(), next.choices());
    }

    @Test
    void thePreviewSaysWhichFramesAndHowManyFiles() {
        ExportViewModel model = model(new CurrentThreadJobRunner(), Set.of());
        assertEquals(List.of(model.state().frameNumber()), model.state().contents().frames());
        assertEquals(4, model.state().contents().files());
        model.chooseFrames(FrameChoice.DRAWN);
        int frames = model.state().contents().frames().size();
        assertEquals(2 * frames + 2, model.state().contents().files());
    }

    private ExportViewModel model(JobRunner jobs, Set<ExportKind> failing) {
        return model(jobs, failing, ExportMemory.NONE);
    }

    private ExportViewModel model(JobRunner jobs, Set<ExportKind> failing, ExportMemory memory) {
        List<Exporter> exporters = Stream.of(ExportKind.CLEAN_IMAGE, ExportKind.ANNOTATED_IMAGE, ExportKind.PLAN_PDF)
                .<Exporter>map(k -> new Stub(k, failing.contains(k))).toList();
        return new ExportViewModel(bench.workbench, new ExportService(exporters), jobs, folder, "test",
                memory);
    }

    private record Stub(ExportKind kind, boolean fails) implements Exporter {
        @Override
        public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
            if (fails) {
                throw new IOException("there is no plan.");
            }
            out.write(1);
        }
    }
}
