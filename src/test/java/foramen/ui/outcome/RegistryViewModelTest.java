package foramen.ui.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.InjectateClass;
import foramen.domain.registry.RegistryQuery.Grouping;
import foramen.job.CurrentThreadJobRunner;
import foramen.report.RegistryCsv;
import foramen.testing.MemoryCaseStore;
import foramen.testing.TreatedCase;
import foramen.ui.support.TestBench;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.RegistryDesk;
import foramen.workspace.edit.CaseEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryViewModelTest {
    private static final AssessmentFiles FILES = AssessmentFiles.standard();
    private static final Clock CLOCK = Clock.fixed(TreatedCase.day(40), ZoneOffset.UTC);

    private final MemoryCaseStore store = new MemoryCaseStore();
    private final RegistryViewModel model = new RegistryViewModel(
            new RegistryDesk(FILES, new RegistryCsv(), ZoneOffset.UTC), FILES, store, new CurrentThreadJobRunner(),
            CLOCK, TestBench.WORDS);

    @BeforeEach
    void record() throws StoreException {
        for (int i = 0; i < 35; i++) {
            keep(TreatedCase.named("c" + i).nrs(0, 8).injected(0, InjectateClass.STEROID, "piriformis")
                    .nrs(14, i < 24 ? 3 : 7).build());
        }
        model.open();
    }

    private void keep(Case c) {
        CaseEditor editor = new CaseEditor(store, new CurrentThreadJobRunner(), CLOCK, () -> "", () -> "x");
        editor.begin(c.withIndication(""));
        editor.commit(c.withIndication("Deep gluteal syndrome"), "Change indication");
    }

    @Test
    void aCohortStandsWithCountsPercentAndItsInterval() {
        RegistryState.Line line = model.state().lines().getFirst();
        assertEquals("Injection", line.group());
        assertEquals("24/35 = 68.6\u00a0%\n95 % CI 52.0–81.4 %", line.cells().get(1));
        assertTrue(line.cells().get(2).startsWith("11/35 = 31.4\u00a0%"), line.cells().get(2));
        assertEquals("35 cases", model.state().cases());
    }

    @Test
    void groupsAndDaysAreAsked() {
        model.group(Grouping.INJECTATE);
        assertEquals("Steroid", model.state().lines().getFirst().group());
        assertEquals("", model.since("2026-02-01"));
        assertEquals(List.of(), model.state().lines());
        assertFalse(model.since("February").isEmpty());
        assertEquals("", model.since(""));
        assertEquals(1, model.state().lines().size());
    }

    @Test
    void ofManyVisitsThatAreDueTheLongestDueAreShownAndTheOthersCounted() throws StoreException {
        assertEquals("", model.state().moreDue());
        for (int i = 0; i < 70; i++) {
            keep(TreatedCase.named("more" + i).injected(0, InjectateClass.STEROID, "piriformis").build());
        }
        model.refresh();
        assertEquals(100, model.state().due().size());
        assertTrue(
                model.state().moreDue().matches("\\d+ more are due; the 100 that have waited longest are shown\\..*"),
                model.state().moreDue());
    }

    @Test
    void whatIsDueOverAllCasesIsListed() {
        assertEquals(35, model.state().due().size());
        assertTrue(model.state().due().getFirst().words().startsWith("6 wk, due 2026-02-16, after Steroid injection"),
                model.state().due().getFirst().words());
    }

    @Test
    void rowsGoOutAndComeBackAndTheRecordStaysAsItIs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("registry.csv");
        model.exportTo(file);
        assertEquals("Written to " + file + ".", model.state().said());
        assertEquals(36, Files.readAllLines(file).size());
        List<RegistryState.Line> before = model.state().lines();
        model.importFrom(file);
        assertTrue(model.state().fromFile());
        assertEquals(before, model.state().lines());
        model.backToRecord();
        assertFalse(model.state().fromFile());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void aFileThatIsNoRegistryIsRefusedWithASentence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
        model.importFrom(file);
        assertTrue(model.state().wrong());
        assertTrue(model.state().said().startsWith("The registry file " + file + " cannot be used."),
                model.state().said());
        assertFalse(model.state().fromFile());
    }

    @Test
    void theDictionaryNamesEveryColumn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("columns.csv");
        model.dictionaryTo(file);
        assertTrue(Files.readString(file).contains("pain_baseline"));
    }

    @Test
    void publishedFindingsCarryTheirLabels() {
        List<RegistryState.Published> all = model.state().published();
        assertEquals(List.of("inferred"), all.getFirst().labels());
        assertTrue(all.stream().anyMatch(p -> p.words().startsWith("short-term improvement 24/35 = 68.6")
                && p.labels().isEmpty()));
        assertTrue(all.stream().anyMatch(p -> p.labels().contains("relative")));
    }
}
