package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.patient.Patient;
import foramen.testing.Cases;
import foramen.testing.MemoryCaseStore;
import foramen.ui.support.TestBench;
import foramen.workspace.ManualJobRunner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of many cases only a few are listed; the others are looked for. */
class RecentCasesTest {
    private final MemoryCaseStore store = new MemoryCaseStore();
    private final ManualJobRunner jobs = new ManualJobRunner();
    private final RecentCases recent = new RecentCases(store, jobs, TestBench.WORDS, (sentence, offers) -> {
        throw new AssertionError(sentence);
    });

    private void put(int number, String name) throws Exception {
        Case c = Case.begin(new CaseId("c" + number), Cases.NOW)
                .withPatient(new Patient(name, "ID" + number, Optional.empty(), "", Optional.empty()));
        store.append(c, 0, new CaseStore.Edit("Begin", "Dr Test", Cases.NOW));
    }

    private List<String> names() {
        return recent.property().get().stream().map(CaseStore.Summary::patient).toList();
    }

    @Test
    void ofAHundredCasesFiftyAreListedAndTheOthersAreFound() throws Exception {
        for (int i = 0; i < 100; i++) {
            put(i, i == 99 ? "Zuse" : "Adams");
        }
        recent.refresh();
        jobs.runAll();
        assertEquals(RecentCases.MOST, names().size());
        assertTrue(recent.canFind());
        recent.find("Zu");
        jobs.runAll();
        assertEquals(List.of("Zuse"), names());
        recent.find(" ");
        jobs.runAll();
        assertEquals(RecentCases.MOST, names().size());
    }

    @Test
    void whatWasTypedLastHoldsHoweverLateAnotherAnswerComes() throws Exception {
        put(1, "Adams");
        put(2, "Zuse");
        recent.find("A");
        recent.find("Z");
        jobs.runLast();
        jobs.runAll();
        assertEquals(List.of("Zuse"), names());
    }

    @Test
    void aSaveReadsTheSameSearchAgain() throws Exception {
        put(1, "Adams");
        put(2, "Zuse");
        recent.find("Z");
        recent.refresh();
        jobs.runAll();
        assertEquals(List.of("Zuse"), names());
    }
}
