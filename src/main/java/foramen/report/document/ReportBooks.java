package foramen.report.document;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.plan.NeedleRules;
import foramen.domain.session.DoseBook;

/**
 * The data files whose names and limits a report states.
 *
 * @param structures names of structures
 * @param needles needles and margins
 * @param doses products, limits, checklist and protocols
 * @param tests provocation tests and red flags
 * @param outcome what a response is
 * @param schedule when visits are due
 * @param thresholds edition of what measured values are held against
 */
public record ReportBooks(StructureCatalog structures, NeedleRules needles, DoseBook doses, TestCatalog tests,
        OutcomeRules outcome, FollowUpSchedule schedule, String thresholds) {}
