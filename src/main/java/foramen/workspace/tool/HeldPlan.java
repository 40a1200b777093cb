package foramen.workspace.tool;

import foramen.domain.plan.NeedlePlan;
import java.util.Optional;

/** Finds the plan that a tool adds to. */
final class HeldPlan {
    static final String NONE = "Plan a needle on this frame first.";

    private HeldPlan() {}

    /** The selected plan of the frame in view, else its newest. */
    static Optional<NeedlePlan> onFrame(ToolContext context) {
        return selected(context).filter(p -> p.frame().equals(context.frame()))
                .or(() -> context.casefile().plansOn(context.frame()).reversed().stream().findFirst());
    }

    /** The selected plan wherever it lies, else the newest of the case. */
    static Optional<NeedlePlan> anywhere(ToolContext context) {
        return selected(context).or(() -> context.casefile().plans().reversed().stream().findFirst());
    }

    private static Optional<NeedlePlan> selected(ToolContext context) {
        return context.selectedId().flatMap(context.casefile()::plan);
    }
}
