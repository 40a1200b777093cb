package foramen.workspace.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.SetAside;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.testing.Cases;
import foramen.ui.support.TestBench;
import foramen.workspace.FakeStore;
import foramen.workspace.ManualJobRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways out of a conflict that take their time: what comes between is neither lost nor mixed up. */
class CaseConflictsTest {
    private final FakeStore store = new FakeStore();
    private final ManualJobRunner jobs = new ManualJobRunner();
    private final List<SetAside.Kept> aside = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final CaseEditor anna = editor(new CurrentThreadJobRunner());
    private final CaseEditor bert = editor(jobs);
    private final Case other = Case.begin(new CaseId("other"), Cases.NOW);

    private CaseEditor editor(JobRunner runner) {
        return new CaseEditor(store, runner, TestBench.CLOCK, () -> "Dr Test", () -> "fresh");
    }

    private final SetAside keeper = new SetAside() {
        @Override
        public void setAside(Kept kept) {
            aside.add(kept);
        }

        @Override
        public List<Kept> setAsideOf(CaseId id) {
            return List.copyOf(aside);
        }
    };

    @BeforeEach
    void bothEdit() {
        anna.begin(Cases.full());
        anna.commit(Cases.full().withIndication("Shared"), "Set indication");
        bert.open(store.find(Cases.full().id()).orElseThrow());
        anna.commit(anna.current().withSide(Laterality.LEFT), "Set side");
        bert.commit(bert.current().withIndication("His"), "Set indication");
        jobs.runAll();
        assertTrue(bert.conflicts().conflictProperty().get().isPresent());
    }

    @Test
    void editsArePutOnTopOfTheirOwnCaseOnly() {
        bert.conflicts().putAgain(told::add);
        bert.begin(other);
        jobs.runAll();
        assertEquals(other.id(), bert.current().id());
        assertEquals("", bert.current().indication());
        assertTrue(bert.hasUnsaved(), "his edit waits for its own case");
    }

    @Test
    void whoStopsTheJobCanAnswerAgain() {
        bert.conflicts().putAgain(told::add);
        jobs.stopOne(false);
        assertEquals(List.of("The job was stopped."), told);
        bert.conflicts().putAgain(told::add);
        jobs.runAll();
        assertEquals("His", bert.current().indication());
        assertEquals(Laterality.LEFT, bert.current().side());
    }

    @Test
    void settingAsideThatIsStoppedCanBeAskedForAgain() {
        bert.conflicts().loadTheirs(keeper, k -> told.add("kept"), told::add);
        jobs.stopOne(false);
        bert.conflicts().loadTheirs(keeper, k -> told.add("kept"), told::add);
        jobs.runAll();
        assertEquals(List.of("The job was stopped.", "kept"), told);
        assertEquals("Shared", bert.current().indication());
        assertEquals("His", aside.getFirst().state().indication());
    }
}
