package foramen.workspace.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Injection;
import foramen.domain.safety.SafetyRecord.TimeOut;
import foramen.domain.session.Course;
import foramen.domain.session.Session;
import foramen.domain.session.Session.Status;
import foramen.job.CurrentThreadJobRunner;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions are a record: kept in the journal, and no step of undo. */
class KeptSessionsTest {
    private static final String CASE = "case-1:";
    private static final Session PLANNED = Session.plan("s", new Course("s", 1, 3, "", ""),
            LocalDate.of(2026, 3, 14), Laterality.LEFT, "Dr Test");
    private static final Session GIVEN = PLANNED.closed(Status.GIVEN, Fixtures.NOW, "");
    private static final Injection LINE = Fixtures.injection("i");

    private final FakeStore store = new FakeStore();
    private final CaseEditor editor = new CaseEditor(store, new CurrentThreadJobRunner(), Fixtures.CLOCK,
            () -> "Dr Test", Fixtures.ids());

    KeptSessionsTest() {
        editor.begin(Fixtures.emptyCase());
        editor.commit(editor.current().withIndication("pain"), "Change indication");
        store.log.clear();
    }

    @Test
    void aPlannedSessionIsALineOfTheJournalAndUndoLeavesIt() {
        editor.saveSession(PLANNED, "plan of session 1 of 3");
        assertEquals("Change indication", editor.undoAction());
        editor.undo();
        assertEquals("", editor.current().indication());
        assertEquals(List.of(PLANNED), editor.current().sessions());
        editor.redo();
        assertEquals(List.of(PLANNED), editor.current().sessions());
        assertEquals(List.of(CASE + "Record plan of session 1 of 3", CASE + "Undo: Change indication",
                CASE + "Redo: Change indication"), store.log);
    }

    @Test
    void aSessionSavedUnchangedIsNoLineOfTheJournal() {
        editor.saveSession(PLANNED, "plan");
        store.log.clear();
        editor.saveSession(PLANNED, "plan");
        assertEquals(List.of(), store.log);
    }

    @Test
    void closingIsOneLineOfTheJournalForSessionAndLinesAndUndoLeavesBoth() {
        editor.closeSession(GIVEN, List.of(LINE));
        assertEquals(List.of(CASE + "Record session 1 of 3"), store.log);
        editor.undo();
        assertEquals(List.of(GIVEN), editor.current().sessions());
        assertEquals(List.of(LINE), editor.current().ledger());
        assertEquals(editor.current(), store.find(editor.current().id()).orElseThrow().current());
    }

    @Test
    void aClosedSessionTakesWhatWasSeenAfterwardsAndNothingElse() {
        editor.closeSession(GIVEN, List.of());
        Session watched = GIVEN.withSafety(GIVEN.safety().with(new TimeOut("Dr Test", Fixtures.NOW, "")));
        editor.saveSession(watched, "observation of session 1 of 3");
        assertEquals(List.of(watched), editor.current().sessions());
        assertThrows(IllegalArgumentException.class,
                () -> editor.saveSession(watched.withSide(Laterality.RIGHT), "side"));
        assertThrows(IllegalArgumentException.class, () -> editor.saveSession(PLANNED, "opened again"));
        assertEquals(List.of(watched), editor.current().sessions());
    }

    @Test
    void aSessionIsClosedOnceAndNeverBySaving() {
        assertThrows(IllegalArgumentException.class, () -> editor.saveSession(GIVEN, "given"));
        assertThrows(IllegalArgumentException.class, () -> editor.closeSession(PLANNED, List.of()));
        editor.closeSession(GIVEN, List.of());
        assertThrows(IllegalArgumentException.class, () -> editor.closeSession(GIVEN, List.of()));
    }

    @Test
    void aLineThatIsThereAlreadyKeepsTheWholeClosingFromHappening() {
        editor.recordInjection(LINE);
        store.log.clear();
        assertThrows(IllegalArgumentException.class,
                () -> editor.closeSession(GIVEN, List.of(Fixtures.injection("j"), LINE)));
        assertEquals(List.of(LINE), editor.current().ledger());
        assertFalse(editor.current().session("s").isPresent());
        assertEquals(List.of(), store.log);
    }
}
