package foramen.workspace.tool;

import foramen.domain.anatomy.Laterality;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Adds a target to a plan: from one of its entries, where the first point lies on it, or from another site. */
final class NextTargetTool extends PointsTool {
    @Override
    public ToolId id() {
        return ToolId.NEXT_TARGET;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.NEEDLE;
    }

    @Override
    String hint(ToolState.Placing s) {
        return "Click the next target; Esc gives up.";
    }

    @Override
    int needed() {
        return 2;
    }

    /** A target is of the side of its plan, whatever is drawn next. */
    @Override
    public Laterality side(ToolContext context) {
        return HeldPlan.onFrame(context).map(NeedlePlan::laterality).orElseGet(context::side);
    }

    @Override
    ToolStep done(List<Point> points, ToolContext context) {
        Optional<NeedlePlan> held = HeldPlan.onFrame(context);
        if (held.isEmpty()) {
            return ToolStep.to(ToolState.Idle.START).withHint(HeldPlan.NONE);
        }
        NeedlePlan plan = held.get();
        NeedlePass pass = new NeedlePass(site(plan, points.get(0), context.tolerance()), points.get(1),
                NeedleTool.targetName(points.get(1), context), "");
        NeedlePlan next = plan.withPass(plan.passes().size() + 1, pass, context.now());
        return ToolStep.to(ToolState.Idle.START).withEdit(context.casefile().withPlan(next), "Add target to plan")
                .withSelection(new SelectionChange.Select(plan.id()));
    }

    private static Point site(NeedlePlan plan, Point at, double tolerance) {
        return plan.passes().stream().map(NeedlePass::entry).filter(e -> e.distanceTo(at) <= tolerance)
                .min(Comparator.comparingDouble(at::distanceTo)).orElse(at);
    }
}
