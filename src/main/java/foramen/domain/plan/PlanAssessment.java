package foramen.domain.plan;

import java.util.List;
import java.util.Optional;

/**
 * All that follows from a needle plan: with the plan itself, the record of it.
 *
 * @param plan the plan
 * @param rulesVersion which rules were asked
 * @param passes one for each target, in order
 * @param warnings all that were raised, the overridden ones too
 */
public record PlanAssessment(NeedlePlan plan, String rulesVersion, List<PassAssessment> passes,
        List<PlanWarning> warnings) {
    /** Copies the lists. */
    public PlanAssessment {
        passes = List.copyOf(passes);
        warnings = List.copyOf(warnings);
    }

    /** The override of {@code warning}, where there is one. */
    public Optional<PlanOverride> override(PlanWarning warning) {
        return plan.detail().overrides().stream().filter(o -> o.covers(warning)).findFirst();
    }

    /** The warnings that nobody has overridden. */
    public List<PlanWarning> open() {
        return warnings.stream().filter(w -> override(w).isEmpty()).toList();
    }

    /** Whether a rule forbids the plan and nobody has overridden it. */
    public boolean blocked() {
        return open().stream().anyMatch(w -> w.level() == PlanWarning.Level.BLOCK);
    }
}
