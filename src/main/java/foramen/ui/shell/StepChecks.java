package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.workspace.ledger.LedgerReview;
import foramen.workspace.measure.CaseReadings;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which steps need attention: sides that disagree, needles too near a nerve or vessel, doses above a limit. */
public final class StepChecks {
    private final CaseReadings readings;
    private final LedgerReview ledger;
    private final Predicate<Case> overdue;

    /**
     * @param readings reads plans and sides
     * @param ledger holds what is recorded to the rules
     */
    public StepChecks(CaseReadings readings, LedgerReview ledger) {
        this(readings, ledger, c -> false);
    }

    /**
     * @param readings reads plans and sides
     * @param ledger holds what is recorded to the rules
     * @param overdue whether a follow-up visit of a case is overdue
     */
    public StepChecks(CaseReadings readings, LedgerReview ledger, Predicate<Case> overdue) {
        this.readings = readings;
        this.ledger = ledger;
        this.overdue = overdue;
    }

    /** The steps of {@code casefile} that need attention while {@code clip} is open. */
    Set<Step> alerts(Case casefile, ClipInfo clip) {
        Set<Step> alerts = EnumSet.noneOf(Step.class);
        if (!readings.lateralityWarnings(casefile, clip).isEmpty()) {
            alerts.add(Step.OUTLINE);
        }
        boolean needle = casefile.plans().stream()
                .filter(p -> p.frame().sopInstanceUid().equals(clip.identity().sopInstanceUid()))
                .anyMatch(p -> !readings.plan(p, casefile, clip).warnings().isEmpty());
        if (needle) {
            alerts.add(Step.PLAN);
        }
        // Cautions, such as an off-label use, were read before it was recorded; a stop came up since.
        if (!ledger.stops(casefile).isEmpty()) {
            alerts.add(Step.LEDGER);
        }
        if (overdue.test(casefile)) {
            alerts.add(Step.FOLLOW);
        }
        return alerts;
    }
}
