package foramen.workspace.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.ManualJobRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Undo after the window was closed and opened again. */
class EarlierSessionsTest {
    private final FakeStore store = new FakeStore();

    private CaseEditor editor(JobRunner runner) {
        return new CaseEditor(store, runner, Fixtures.CLOCK, () -> "Dr Test", Fixtures.ids());
    }

    private CaseEditor begun() {
        CaseEditor e = editor(new CurrentThreadJobRunner());
        e.begin(Fixtures.emptyCase());
        return e;
    }

    private CaseEditor reopened(JobRunner runner) {
        CaseEditor e = editor(runner);
        e.open(store.find(Fixtures.emptyCase().id()).orElseThrow());
        return e;
    }

    private CaseEditor reopened() {
        return reopened(new CurrentThreadJobRunner());
    }

    private static void draw(CaseEditor e, String id) {
        e.commit(e.current().withAnnotation(Fixtures.annotation(id, Fixtures.square(10, 10, 20))), "Draw " + id);
    }

    private static List<String> drawn(CaseEditor e) {
        return e.current().annotations().stream().map(a -> a.id()).toList();
    }

    @Test
    void whatWasDrawnInAnEarlierSessionCanBeUndoneToTheVeryFirstAndDoneAgain() {
        CaseEditor first = begun();
        draw(first, "a");
        draw(first, "b");
        CaseEditor second = reopened();
        assertEquals("Draw b", second.undoAction());
        draw(second, "c");
        CaseEditor third = reopened();
        third.undo();
        assertEquals(List.of("a", "b"), drawn(third));
        third.undo();
        third.undo();
        assertEquals(List.of(), drawn(third));
        assertEquals(Fixtures.emptyCase(), third.current());
        assertFalse(third.canUndoProperty().get());
        third.redo();
        third.redo();
        third.redo();
        assertEquals(List.of("a", "b", "c"), drawn(third));
        assertFalse(third.canRedoProperty().get());
    }

    @Test
    void whatWasUndoneInAnEarlierSessionCanBeDoneAgainUntilSomethingElseIsDone() {
        CaseEditor first = begun();
        draw(first, "a");
        draw(first, "b");
        first.undo();
        CaseEditor second = reopened();
        assertEquals("Draw b", second.redoActionProperty().get());
        second.redo();
        assertEquals(List.of("a", "b"), drawn(second));
        second.undo();
        draw(second, "c");
        CaseEditor third = reopened();
        assertFalse(third.canRedoProperty().get());
        third.undo();
        third.undo();
        assertEquals(List.of(), drawn(third));
    }

    @Test
    void undoAfterAnUndoOfAnEarlierSessionGoesOnWhereThatEnded() {
        CaseEditor first = begun();
        draw(first, "a");
        draw(first, "b");
        draw(first, "c");
        first.undo();
        CaseEditor second = reopened();
        second.undo();
        assertEquals(List.of("a"), drawn(second));
        CaseEditor third = reopened();
        assertEquals("Draw a", third.undoAction());
        third.redo();
        third.redo();
        assertEquals(List.of("a", "b", "c"), drawn(third));
    }

    @Test
    void theLedgerIsNeitherUndoneNorAStep() {
        CaseEditor first = begun();
        draw(first, "a");
        first.recordInjection(Fixtures.injection("i"));
        CaseEditor second = reopened();
        assertEquals("Draw a", second.undoAction());
        second.undo();
        assertEquals(List.of(), drawn(second));
        assertEquals(1, second.current().ledger().size());
    }

    @Test
    void anEarlierStateDoesNotBringBackAnOldPlaceOfTheFile() {
        CaseEditor first = begun();
        draw(first, "a");
        draw(first, "b");
        CaseEditor second = editor(new CurrentThreadJobRunner());
        var stored = store.find(Fixtures.emptyCase().id()).orElseThrow();
        ClipRef moved = new ClipRef(Fixtures.CLIP_UID, "/elsewhere/a.dcm", "Gluteal");
        second.open(new foramen.domain.casefile.CaseStore.StoredCase(stored.current().withClip(moved),
                stored.version()));
        second.undo();
        assertEquals(List.of(moved), second.current().clips());
    }

    @Test
    void stepsAskedForWhileAStateIsOnItsWayAreTakenWhenItIsThere() {
        CaseEditor first = begun();
        draw(first, "a");
        draw(first, "b");
        draw(first, "c");
        ManualJobRunner jobs = new ManualJobRunner();
        CaseEditor second = reopened(jobs);
        assertFalse(second.canUndoProperty().get());
        jobs.runAll();
        assertTrue(second.canUndoProperty().get());
        second.undo();
        second.undo();
        second.undo();
        jobs.runAll();
        assertEquals(List.of(), drawn(second));
        assertEquals(List.of(), drawn(reopened()));
    }

    @Test
    void whatIsDrawnBeforeTheHistoryIsReadLiesOnTopOfIt() {
        CaseEditor first = begun();
        draw(first, "a");
        ManualJobRunner jobs = new ManualJobRunner();
        CaseEditor second = reopened(jobs);
        draw(second, "b");
        jobs.runAll();
        second.undo();
        assertEquals(List.of("a"), drawn(second));
        second.undo();
        jobs.runAll();
        assertEquals(List.of(), drawn(second));
    }

    @Test
    void theHistoryOfACaseLeftMeanwhileIsNotTakenForThatOfTheNext() {
        CaseEditor first = begun();
        draw(first, "a");
        ManualJobRunner jobs = new ManualJobRunner();
        CaseEditor second = reopened(jobs);
        second.begin(Case.begin(new foramen.domain.casefile.CaseId("other"), Fixtures.NOW));
        jobs.runAll();
        assertFalse(second.canUndoProperty().get());
    }

    @Test
    void aStateThatCannotBeReadIsSaidAndNothingChanges() {
        CaseEditor first = begun();
        draw(first, "a");
        store.unreadable = true;
        CaseEditor second = reopened();
        second.undo();
        assertEquals(List.of("a"), drawn(second));
        assertEquals("The disk cannot be read.", second.historyProblemProperty().get());
        store.unreadable = false;
        second.undo();
        assertEquals(List.of(), drawn(second));
    }

    /** Reopening at any moment makes no difference to where undo and redo lead. */
    @Property(tries = 150)
    void closingAndOpeningBetweenAnyTwoStepsChangesNothing(
            @ForAll @Size(max = 40) List<@IntRange(max = 9) Integer> steps) {
        FakeStore fresh = new FakeStore();
        CaseEditor e = new CaseEditor(fresh, new CurrentThreadJobRunner(), Fixtures.CLOCK, () -> "", Fixtures.ids());
        e.begin(Fixtures.emptyCase());
        Deque<Case> past = new ArrayDeque<>();
        Deque<Case> future = new ArrayDeque<>();
        Case current = e.current();
        List<String> done = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case 0, 1, 2, 3 -> {
                    past.push(current);
                    future.clear();
                    e.commit(current.withPlan(Fixtures.plan("p" + i, new Point(i, 0), new Point(9, 9))), "Plan " + i);
                    current = e.current();
                }
                case 4, 5 -> {
                    e.undo();
                    if (!past.isEmpty()) {
                        future.push(current);
                        current = past.pop();
                    }
                }
                case 6 -> {
                    e.redo();
                    if (!future.isEmpty()) {
                        past.push(current);
                        current = future.pop();
                    }
                }
                default -> {
                    if (fresh.find(current.id()).isPresent()) {
                        e = new CaseEditor(fresh, new CurrentThreadJobRunner(), Fixtures.CLOCK, () -> "",
                                Fixtures.ids());
                        e.open(fresh.find(current.id()).orElseThrow());
                    }
                }
            }
            done.add(steps.get(i).toString());
            assertEquals(current, e.current(), done::toString);
            assertEquals(!past.isEmpty(), e.canUndoProperty().get(), done::toString);
            assertEquals(!future.isEmpty(), e.canRedoProperty().get(), done::toString);
        }
    }
}
