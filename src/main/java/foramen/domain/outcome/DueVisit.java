package foramen.domain.outcome;

import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.CaseId;
import java.time.Instant;

/**
 * A planned visit and where it stands.
 *
 * @param caseId the case
 * @param patient whom it is about, as shown
 * @param procedure the procedure it follows
 * @param window which visit
 * @param opens its tolerance begins
 * @param due the day it is meant for
 * @param closes its tolerance ends
 * @param state where it stands
 */
public record DueVisit(CaseId caseId, String patient, Procedure procedure, VisitWindow window, Instant opens,
        Instant due, Instant closes, State state) {
    /** Where a planned visit stands. */
    public enum State {
        UPCOMING("upcoming"), DUE("due"), OVERDUE("overdue"), MISSED("missed"), DONE("done");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** The state in lower-case words. */
        public String words() {
            return words;
        }
    }

    /** Whether somebody should be called in. */
    public boolean open() {
        return state == State.DUE || state == State.OVERDUE;
    }
}
