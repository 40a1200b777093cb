package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.injection.Alert;
import foramen.domain.injection.Injection;
import foramen.domain.injection.LedgerRules;
import foramen.domain.plan.NeedlePlan;
import foramen.workspace.measure.CaseReadings;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which steps need attention: sides that disagree, needles too near a nerve or vessel, doses above a limit. */
public final class StepChecks {
    private final CaseReadings readings;
    private final LedgerRules ledger;
    private final Predicate<Case> overdue;

    /**
     * @param readings reads plans and sides
     * @param ledger what has to hold for every recorded line
     */
    public StepChecks(CaseReadings readings, LedgerRules ledger) {
        this(readings, ledger, c -> false);
    }

    /**
     * @param readings reads plans and sides
     * @param ledger what has to hold for every recorded line
     * @param overdue whether a follow-up visit of a case is overdue
     */
    public StepChecks(CaseReadings readings, LedgerRules ledger, Predicate<Case> overdue) {
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
        if (casefile.ledger().stream().filter(l -> l.voided().isEmpty()).anyMatch(l -> isStopped(l, casefile))) {
            alerts.add(Step.LEDGER);
        }
        if (overdue.test(casefile)) {
            alerts.add(Step.FOLLOW);
        }
        return alerts;
    }

    /** Cautions, such as an off-label use, were read before the line was recorded; a stop came up since. */
    private boolean isStopped(Injection line, Case casefile) {
        Laterality planned = casefile.plan(line.planId()).map(NeedlePlan::laterality)
                .orElse(Laterality.UNSPECIFIED);
        return ledger.check(line, casefile.ledger(), planned, casefile.side(), casefile.patient().weightKg()).stream()
                .anyMatch(a -> a.severity() == Alert.Severity.STOP);
    }
}
