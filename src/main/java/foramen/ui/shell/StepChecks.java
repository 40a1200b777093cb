package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.plan.NeedlePlan;
import foramen.workspace.ledger.LedgerReview;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.measure.WorstCases;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which steps need attention: sides that disagree, needles too near a nerve or vessel, doses above a limit. */
public final class StepChecks {
    private final CaseReadings readings;
    private final LedgerReview ledger;
    private final Predicate<Case> overdue;
    private Optional<WorstCases> worst = Optional.empty();

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

    /**
     * From now on plans over a range of frames are read as {@code by} has them, never here.
     *
     * @param onChange told when there is another answer
     */
    public void setWorstCases(WorstCases by, Runnable onChange) {
        worst = Optional.of(by);
        by.changesProperty().addListener((o, was, now) -> onChange.run());
    }

    /** The steps of {@code casefile} that need attention while {@code clip} is open. */
    Set<Step> alerts(Case casefile, ClipInfo clip) {
        Set<Step> alerts = EnumSet.noneOf(Step.class);
        if (!readings.lateralityWarnings(casefile, clip).isEmpty()) {
            alerts.add(Step.OUTLINE);
        }
        boolean needle = casefile.plans().stream()
                .filter(p -> p.frame().sopInstanceUid().equals(clip.identity().sopInstanceUid()))
                .anyMatch(p -> isWarned(p, casefile, clip));
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

    /** While a plan over many frames is being worked out, what was said of it before still counts. */
    private boolean isWarned(NeedlePlan plan, Case casefile, ClipInfo clip) {
        if (worst.isEmpty() || plan.detail().range().isEmpty()) {
            return !readings.plan(plan, casefile, clip).warnings().isEmpty();
        }
        NeedlePlan ofItsFrame = plan.withDetail(plan.detail().withRange(Optional.empty()), plan.plannedAt());
        return worst.get().of(plan, casefile, clip).assessment().filter(a -> !a.open().isEmpty()).isPresent()
                || !readings.plan(ofItsFrame, casefile, clip).warnings().isEmpty();
    }
}
