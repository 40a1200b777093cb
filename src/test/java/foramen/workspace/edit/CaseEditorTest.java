package foramen.workspace.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.clip.FrameRef;
import foramen.domain.patient.Patient.Weighing;
import foramen.domain.safety.Risks;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.ManualJobRunner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseEditorTest {
    private static final String CASE = "case-1:";
    private final FakeStore store = new FakeStore();
    private final ManualJobRunner jobs = new ManualJobRunner();

    private CaseEditor editor(JobRunner runner) {
        CaseEditor e = new CaseEditor(store, runner, Fixtures.CLOCK, () -> "Dr Test", Fixtures.ids());
        e.begin(Fixtures.emptyCase());
        return e;
    }

    private static void draw(CaseEditor e, String id) {
        e.commit(e.current().withAnnotation(Fixtures.annotation(id, Fixtures.square(10, 10, 10))), "Draw " + id);
    }

    @Test
    void aNewCaseReachesTheStoreAtItsFirstEdit() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        assertTrue(store.log.isEmpty());
        draw(e, "a");
        assertEquals(List.of(CASE + "Draw a"), store.log);
        // The state before the edit is a line of the journal too, so that the edit can be undone for ever.
        assertEquals(Optional.of(new StoredCase(e.current(), 2)), store.find(e.current().id()));
        assertEquals("Dr Test", store.journal(e.current().id()).getFirst().operator());
        assertEquals(new SaveState.Saved(Optional.of(Fixtures.NOW)), e.saveStateProperty().get());
    }

    @Test
    void undoAndRedoAreEditsOfTheJournalToo() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        draw(e, "a");
        assertEquals("Draw a", e.undoAction());
        e.undo();
        assertFalse(e.canUndoProperty().get());
        assertEquals("Draw a", e.redoActionProperty().get());
        e.redo();
        assertFalse(e.canRedoProperty().get());
        assertEquals(List.of(CASE + "Draw a", CASE + "Undo: Draw a", CASE + "Redo: Draw a"), store.log);
        assertTrue(e.current().annotation("a").isPresent());
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        e.commit(Fixtures.emptyCase(), "Nothing");
        assertFalse(e.canUndoProperty().get());
        assertTrue(store.log.isEmpty());
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        draw(e, "a");
        e.undo();
        draw(e, "b");
        assertFalse(e.canRedoProperty().get());
    }

    @Test
    void undoNeverTakesBackWhatWasGiven() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        draw(e, "a");
        e.recordInjection(Fixtures.injection("i"));
        e.undo();
        assertEquals(List.of(), e.current().annotations());
        assertEquals(List.of(Fixtures.injection("i")), e.current().ledger());
        e.voidInjection("i", "wrong vial");
        e.redo();
        assertEquals("wrong vial", e.current().ledger().getFirst().voided().orElseThrow().reason());
        assertEquals(List.of(CASE + "Draw a", CASE + "Record Triamcinolone", CASE + "Undo: Draw a",
                CASE + "Void Triamcinolone", CASE + "Redo: Draw a"), store.log);
    }

    @Test
    void undoNeverTakesBackWhatADoseIsJudgedBy() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        draw(e, "a");
        Case before = e.current();
        e.keepFacts(before.withRisks(before.risks().with("diabetes", Risks.Answer.YES))
                .withPatient(before.patient().weighed(Optional.of(new BigDecimal("62")),
                        new Weighing(Weighing.Source.OPERATOR, Optional.empty()))),
                "weight");
        e.commit(e.current().withPatient(e.current().patient().named("Example")), "Change patient");
        e.undo();
        e.undo();
        assertEquals(List.of(), e.current().annotations());
        assertEquals(before.patient().name(), e.current().patient().name());
        assertEquals(Optional.of(new BigDecimal("62")), e.current().patient().weightKg());
        assertEquals(Risks.Answer.YES, e.current().risks().answer("diabetes"));
        e.redo();
        assertTrue(e.current().annotation("a").isPresent());
        assertEquals(Risks.Answer.YES, e.current().risks().answer("diabetes"));
        assertFalse(e.canUndoProperty().get() && e.undoAction().contains("weight"));
    }

    @Test
    void anEditCannotTouchTheLedgerNorAnotherCase() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        e.recordInjection(Fixtures.injection("i"));
        e.commit(Fixtures.emptyCase().withIndication("Deep gluteal pain"), "Set indication");
        assertEquals(1, e.current().ledger().size());
        Case other = Case.begin(new CaseId("other"), Fixtures.NOW);
        assertThrows(IllegalArgumentException.class, () -> e.commit(other, "Oops"));
        assertThrows(IllegalArgumentException.class, () -> e.recordInjection(Fixtures.injection("i")));
        assertThrows(IllegalArgumentException.class, () -> e.voidInjection("i", " "));
    }

    @Test
    void theSelectionEmptiesItselfWhenItsObjectVanishes() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        draw(e, "a");
        draw(e, "b");
        e.selectionProperty().set(Optional.of("b"));
        e.commit(e.current().withIndication("x"), "Set indication");
        assertEquals(Optional.of("b"), e.selectionProperty().get());
        e.undo();
        e.undo();
        assertEquals(Optional.empty(), e.selectionProperty().get());
    }

    @Test
    void editsAreSavedOneAtATimeInOrder() {
        CaseEditor e = editor(jobs);
        List<SaveState> states = new ArrayList<>();
        e.saveStateProperty().addListener((p, before, now) -> states.add(now));
        draw(e, "a");
        draw(e, "b");
        draw(e, "c");
        assertEquals(1, jobs.waiting());
        assertEquals(List.of(new SaveState.Saving()), states);
        jobs.runOne();
        assertEquals(1, jobs.waiting());
        assertEquals(List.of(CASE + "Draw a"), store.log);
        jobs.runAll();
        assertEquals(List.of(CASE + "Draw a", CASE + "Draw b", CASE + "Draw c"), store.log);
        assertEquals(new SaveState.Saved(Optional.of(Fixtures.NOW)), states.getLast());
        assertFalse(e.hasUnsaved());
    }

    @Test
    void aFailureKeepsTheEditsUntilARetrySavesThemInOrder() {
        CaseEditor e = editor(jobs);
        store.failing.add(e.current().id());
        draw(e, "a");
        draw(e, "b");
        jobs.runAll();
        assertEquals(new SaveState.Failed("The disk is full."), e.saveStateProperty().get());
        assertTrue(e.hasUnsaved());
        assertTrue(e.current().annotation("b").isPresent());
        store.failing.clear();
        e.retry();
        jobs.runAll();
        assertEquals(List.of(CASE + "Draw a", CASE + "Draw b"), store.log);
        assertFalse(e.hasUnsaved());
    }

    @Test
    void oneCaseThatCannotBeSavedDoesNotHoldBackAnotherNorLoseItsEdits() {
        CaseEditor e = editor(jobs);
        CaseId stuck = e.current().id();
        store.failing.add(stuck);
        draw(e, "a");
        jobs.runAll();
        e.begin(Case.begin(new CaseId("other"), Fixtures.NOW));
        e.commit(e.current().withIndication("x"), "Set indication");
        jobs.runAll();
        assertEquals(List.of("other:Set indication"), store.log);
        assertEquals(new SaveState.Failed("The disk is full."), e.saveStateProperty().get());
        // The store has never heard of the first case; what is in memory wins.
        e.open(new StoredCase(Fixtures.emptyCase(), 0));
        assertTrue(e.current().annotation("a").isPresent());
    }

    @Test
    void aLongQueueIsSavedWithoutDeepRecursion() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        store.failing.add(e.current().id());
        for (int i = 0; i < 20_000; i++) {
            e.commit(e.current().withIndication("x" + i), "Set indication");
        }
        store.failing.clear();
        e.retry();
        assertEquals(20_000, store.log.size());
    }

    @Test
    void aSaveCancelledFromOutsideIsNotedAtTheNextEdit() {
        CaseEditor e = editor(jobs);
        draw(e, "a");
        jobs.stopOne(false);
        draw(e, "b");
        jobs.runAll();
        e.retry();
        jobs.runAll();
        assertEquals(List.of(CASE + "Draw a", CASE + "Draw b"), store.log);
    }

    @Test
    void aSaveCancelledAfterItsWorkCountsAsDone() {
        CaseEditor e = editor(jobs);
        draw(e, "a");
        jobs.stopOne(true);
        draw(e, "b");
        jobs.runAll();
        assertEquals(List.of(CASE + "Draw a", CASE + "Draw b"), store.log);
        assertFalse(e.hasUnsaved());
    }

    @Test
    void whenIdleWaitsForTheLastSaveAndSaysHowItEnded() {
        CaseEditor e = editor(jobs);
        List<SaveState> ended = new ArrayList<>();
        e.whenIdle(ended::add);
        assertEquals(1, ended.size());
        draw(e, "a");
        draw(e, "b");
        e.whenIdle(ended::add);
        jobs.runOne();
        assertEquals(1, ended.size());
        store.failing.add(e.current().id());
        jobs.runOne();
        assertEquals(new SaveState.Failed("The disk is full."), ended.get(1));
    }

    @Test
    void discardedEditsAreGoneAndTheStoredCaseCanBeOpenedAgain() {
        CaseEditor e = editor(jobs);
        draw(e, "a");
        jobs.runAll();
        StoredCase stored = store.find(e.current().id()).orElseThrow();
        store.failing.add(e.current().id());
        draw(e, "b");
        jobs.runAll();
        e.discardUnsaved();
        e.open(stored);
        store.failing.clear();
        draw(e, "c");
        jobs.runAll();
        assertEquals(List.of(CASE + "Draw a", CASE + "Draw c"), store.log);
    }

    @Test
    void theFrameInViewIsRememberedOnceTheCaseIsStored() {
        CaseEditor e = editor(jobs);
        e.rememberView(new FrameRef(Fixtures.CLIP_UID, 3));
        e.rememberView(new FrameRef(Fixtures.CLIP_UID, 7));
        assertEquals(0, jobs.waiting());
        draw(e, "a");
        jobs.runAll();
        assertEquals(new FrameRef(Fixtures.CLIP_UID, 7), store.views.get(e.current().id()));
        assertEquals(1, store.log.size());
    }
}
