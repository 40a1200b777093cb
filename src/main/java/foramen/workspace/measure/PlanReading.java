package foramen.workspace.measure;

import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import java.util.List;

/**
 * What can be read off one needle plan.
 *
 * @param plan which one
 * @param reading its depth, lengths, angle and distances
 * @param warnings what the operator should be told about it, one sentence each
 */
public record PlanReading(NeedlePlan plan, NeedleReading reading, List<String> warnings) {
    /** Copies the warnings. */
    public PlanReading {
        warnings = List.copyOf(warnings);
    }
}
