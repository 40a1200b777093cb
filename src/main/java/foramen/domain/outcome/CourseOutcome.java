package foramen.domain.outcome;

import foramen.domain.assessment.CareEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What came of one procedure.
 *
 * @param procedure the procedure
 * @param response whether it helped
 * @param recurrence whether the pain came back; only after a response
 * @param reintervention the day of the next procedure on that side that is not of its course
 * @param surgery the day of the next operation on that side
 * @param adverseEvents the adverse events between it and the next procedure
 * @param lost the day the patient was lost to follow-up
 */
public record CourseOutcome(Procedure procedure, Response response, Optional<Recurrence> recurrence,
        Optional<LocalDate> reintervention, Optional<LocalDate> surgery, List<CareEvent> adverseEvents,
        Optional<LocalDate> lost) {
    /** Copies the events. */
    public CourseOutcome {
        adverseEvents = List.copyOf(adverseEvents);
    }
}
