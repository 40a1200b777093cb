package foramen.ui.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.ClipException;
import foramen.domain.measurement.Thresholds;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.inspector.SwollenCases;
import foramen.ui.support.TestBench;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.ThresholdsInUse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When numbers are worked out and what is shown meanwhile. */
class SwellingViewModelTest {
    private final ManualJobRunner jobs = new ManualJobRunner();
    private final TestBench bench = SwollenCases.bench();
    private final SwellingViewModel model = new SwellingViewModel(bench.workbench, bench.structures,
            SwellingDesk.of(new ThresholdsInUse(Thresholds.standard(), Optional.empty()), file -> {
                throw new ClipException(file + " is not there.");
            }, jobs), TestBench.LOCALE);

    private String area() {
        return model.state().sections().stream().filter(s -> s.id().equals("size")).findFirst().orElseThrow().lines()
                .getFirst().value();
    }

    private void draw(double width, double height) {
        Case now = bench.casefile();
        bench.editor.commit(now.withAnnotation(SwollenCases.nerve("r1", Cases.FRAME, Laterality.RIGHT, width, height)),
                "Draw");
    }

    @Test
    void nothingIsShownBeforeTheFirstAnswerAndItSaysThatItIsBeingWorkedOut() {
        assertTrue(model.state().pending());
        assertEquals("", model.state().title());
        jobs.runAll();
        assertFalse(model.state().pending());
        assertTrue(model.state().title().startsWith("Sciatic nerve, right"), model.state().title());
    }

    @Test
    void afterAnEditTheOldNumbersAreMarkedAsOldUntilTheNewOnesAreThere() {
        jobs.runAll();
        String before = area();
        draw(80, 30);
        assertTrue(model.state().pending());
        assertEquals(before, area());
        jobs.runAll();
        assertFalse(model.state().pending());
        assertNotEquals(before, area());
    }

    @Test
    void ofManyMovesOnlyTheFirstAndTheNewestAreWorkedOut() {
        jobs.runAll();
        for (int height = 30; height < 50; height++) {
            draw(80, height);
        }
        assertEquals(1, jobs.waiting());
        jobs.runOne();
        assertTrue(model.state().pending(), "an answer to the first move is no answer to the last");
        assertEquals(1, jobs.waiting());
        jobs.runAll();
        assertFalse(model.state().pending());
        draw(80, 49);
        jobs.runAll();
        String again = area();
        draw(80, 30);
        draw(80, 49);
        jobs.runAll();
        assertEquals(again, area());
    }

    @Test
    void anotherFrameAsksNothingAnewWhileTheSameOutlineIsSelected() {
        jobs.runAll();
        bench.cine.seek(60);
        assertEquals(0, jobs.waiting());
        assertFalse(model.state().pending());
        assertEquals(60, model.state().curve().orElseThrow().current());
    }

    @Test
    void numbersOfOneClipAreNeverShownOverAnother() {
        jobs.runAll();
        draw(80, 30);
        bench.clip.set(Optional.empty());
        assertEquals(SwellingState.NOTHING, model.state());
        jobs.runAll();
        assertEquals(SwellingState.NOTHING, model.state());
    }

    @Test
    void whoeverStopsTheJobGetsNumbersWithTheNextChange() {
        jobs.runAll();
        draw(80, 30);
        jobs.stopOne(false);
        draw(80, 31);
        jobs.runAll();
        assertFalse(model.state().pending());
    }

    @Test
    void aReferenceLevelBelongsToItsCaseAndIsTakenBackLikeAnyEdit() {
        jobs.runAll();
        model.chooseReference(ScanLevel.GLUTEAL_FOLD);
        jobs.runAll();
        assertTrue(hasRatio());
        assertEquals("Set reference level", bench.editor.undoAction());
        Case first = bench.casefile();
        bench.editor.begin(SwollenCases.casefile().withId(new CaseId("another-patient")));
        bench.editor.selectionProperty().set(Optional.of("r1"));
        jobs.runAll();
        assertTrue(model.state().references().levels().contains(ScanLevel.GLUTEAL_FOLD));
        assertFalse(hasRatio(), "nobody asked for a swelling ratio of this patient");
        bench.editor.begin(first);
        jobs.runAll();
        assertTrue(hasRatio());
        model.chooseReference(ScanLevel.GLUTEAL_FOLD);
        jobs.runAll();
        assertFalse(hasRatio());
        bench.editor.undo();
        jobs.runAll();
        assertTrue(hasRatio());
    }

    private boolean hasRatio() {
        return model.state().sections().stream().anyMatch(s -> s.id().equals("swelling"));
    }

    @Test
    void withoutAnythingToAskAboutNothingIsPending() {
        TestBench empty = TestBench.with(Cases.empty(), FakeClip.calibrated());
        SwellingViewModel none = new SwellingViewModel(empty.workbench, empty.structures, empty.swelling(),
                TestBench.LOCALE);
        assertFalse(none.state().pending());
        assertEquals("", none.state().title());
    }
}
