package foramen.workspace.measure;

import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.PlanAssessment;
import java.util.List;

/**
 * What can be read off one needle plan.
 *
 * @param plan which one
 * @param reading depth, lengths, angle and distances of its first path
 * @param warnings what the operator should be told about it and nobody has overridden, one sentence each
 * @param assessment all that follows from the plan: every target, margins with their uncertainty, warnings
 */
public record PlanReading(NeedlePlan plan, NeedleReading reading, List<String> warnings, PlanAssessment assessment) {
    /** Copies the warnings. */
    public PlanReading {
        warnings = List.copyOf(warnings);
    }
}
