package foramen.workspace.assessment;

import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.registry.PublishedCohorts;
import java.util.List;

/**
 * The data files of assessment and outcome that hold, and what is wrong with the clinic's own copies.
 *
 * @param tests provocation tests and red flags
 * @param harris the Harris Hip Score
 * @param outcome what a response is
 * @param schedule when visits are due
 * @param published what others found
 * @param complaints why a clinic's own copy is not used, one sentence each
 */
public record AssessmentFiles(TestCatalog tests, HarrisSheet harris, OutcomeRules outcome, FollowUpSchedule schedule,
        PublishedCohorts published, List<String> complaints) {
    /** Copies the complaints. */
    public AssessmentFiles {
        complaints = List.copyOf(complaints);
    }

    /** The files that ship with the planner. */
    public static AssessmentFiles standard() {
        return new AssessmentFiles(TestCatalog.FILE.standard(), HarrisSheet.FILE.standard(),
                OutcomeRules.FILE.standard(), FollowUpSchedule.FILE.standard(), PublishedCohorts.FILE.standard(),
                List.of());
    }
}
