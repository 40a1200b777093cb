package foramen.workspace.assessment;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.assessment.TestCatalog.Rule;
import foramen.domain.assessment.Visit;
import foramen.domain.casefile.Case;
import foramen.domain.outcome.BlockResult;
import foramen.domain.outcome.CaseCourse;
import foramen.domain.outcome.Change;
import foramen.domain.outcome.CourseOutcome;
import foramen.domain.outcome.DueList;
import foramen.domain.outcome.DueVisit;
import foramen.domain.outcome.OutcomeReader;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.outcome.Procedure;
import foramen.domain.outcome.TestConversion;
import foramen.domain.outcome.TimeCourse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what came of one case. Quick enough for every edit: it reads nothing but the case. */
public final class OutcomeDesk {
    private final AssessmentFiles files;
    private final ZoneId zone;

    /**
     * @param files the data files that hold
     * @param zone the clinic's time zone
     */
    public OutcomeDesk(AssessmentFiles files, ZoneId zone) {
        this.files = files;
        this.zone = zone;
    }

    /**
     * What came of one procedure of a case.
     *
     * @param outcome response, recurrence and what happened later
     * @param block what it says as a diagnostic block, where it can be read as one
     * @param changes each series from its baseline to its last value
     * @param tests what became of the tests that were positive before
     */
    public record ProcedureOutcome(CourseOutcome outcome, Optional<BlockResult> block, List<ChangeSince> changes,
            List<TestConversion> tests) {
        /** Copies the lists. */
        public ProcedureOutcome {
            changes = List.copyOf(changes);
            tests = List.copyOf(tests);
        }
    }

    /**
     * The change of one series, and which published differences it reaches.
     *
     * @param change from the baseline to the last value
     * @param reached the differences that matter which it reaches
     * @param missed those it does not reach
     */
    public record ChangeSince(Change change, List<OutcomeRules.Difference> reached,
            List<OutcomeRules.Difference> missed) {
        /** Copies the lists. */
        public ChangeSince {
            reached = List.copyOf(reached);
            missed = List.copyOf(missed);
        }
    }

    /** What came of each procedure of {@code c}, earliest first, by one definition of a response. */
    public List<ProcedureOutcome> outcomes(Case c, OutcomeRules.Responder definition) {
        CaseCourse course = new CaseCourse(c, files.outcome(), zone);
        OutcomeReader reader = new OutcomeReader(files.outcome());
        return course.procedures().stream()
                .map(p -> new ProcedureOutcome(reader.read(course, p, definition), reader.block(course, p),
                        changes(course, p),
                        TestConversion.of(course, p)))
                .toList();
    }

    private List<ChangeSince> changes(CaseCourse course, Procedure p) {
        Map<Measure, BigDecimal> last = new LinkedHashMap<>();
        course.after(p).forEach(v -> last.putAll(v.values()));
        List<ChangeSince> changes = new ArrayList<>();
        course.baselines(p).forEach((measure, before) -> {
            BigDecimal after = last.get(measure);
            if (after != null) {
                Change change = new Change(measure, before, after);
                List<OutcomeRules.Difference> known = files.outcome().differences(measure.instrument());
                changes.add(new ChangeSince(change, known.stream().filter(d -> d.reachedBy(change)).toList(),
                        known.stream().filter(d -> !d.reachedBy(change)).toList()));
            }
        });
        return changes;
    }

    /** What the rules over several tests say of a visit on one side, in the order of the file. */
    public Map<Rule, TestCatalog.Outcome> verdicts(Visit visit, Laterality side) {
        Map<Rule, TestCatalog.Outcome> verdicts = new LinkedHashMap<>();
        files.tests().rules().forEach(r -> verdicts.put(r, files.tests().judge(r, visit.tests(), side)));
        return verdicts;
    }

    /** How the values of {@code c} went, for a plot. */
    public TimeCourse timeCourse(Case c) {
        return TimeCourse.of(new CaseCourse(c, files.outcome(), zone));
    }

    /** The planned visits of {@code c} as they stand at {@code now}, earliest first. */
    public List<DueVisit> visits(Case c, Instant now) {
        return new DueList(files.schedule(), files.outcome(), zone).of(c, now);
    }
}
