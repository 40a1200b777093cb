package foramen.workspace.tool;

import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Marks the needle in the procedure clip: a point of its shaft, its tip, and where the planned target is seen there,
 * because the probe has moved since. It belongs to the selected plan, else to the newest of the case.
 */
final class NeedleSeenTool extends ThreePointsTool {
    NeedleSeenTool() {
        super(ToolId.NEEDLE_SEEN, Draft.Kind.PATH, "Click the needle's tip; Esc gives up.",
                "Click where the planned target is seen; Esc gives up.");
    }

    @Override
    ToolStep done(List<Point> points, ToolContext context) {
        Optional<NeedlePlan> held = HeldPlan.anywhere(context);
        if (held.isEmpty()) {
            return ToolStep.to(ToolState.Idle.START).withHint("Plan a needle first, so that there is something to"
                    + " compare with.");
        }
        NeedlePlan plan = held.get();
        List<ActualNeedle> seen = new ArrayList<>(plan.detail().actual());
        seen.add(new ActualNeedle(context.frame(), number(plan, points.get(2), context), points.get(0),
                points.get(1), points.get(2), Optional.empty(), context.author(), context.now()));
        NeedlePlan next = plan.withDetail(plan.detail().withActual(seen), context.now());
        return ToolStep.to(ToolState.Idle.START).withEdit(context.casefile().withPlan(next), "Mark needle as seen")
                .withSelection(new SelectionChange.Select(plan.id()));
    }

    /** On the clip of the plan the nearest target; on another the first that no needle was marked for. */
    private static int number(NeedlePlan plan, Point target, ToolContext context) {
        List<NeedlePass> passes = plan.passes();
        if (plan.frame().sopInstanceUid().equals(context.frame().sopInstanceUid())) {
            return IntStream.rangeClosed(1, passes.size()).boxed()
                    .min(Comparator.comparingDouble(n -> passes.get(n - 1).target().distanceTo(target))).orElse(1);
        }
        return IntStream.rangeClosed(1, passes.size())
                .filter(n -> plan.detail().actual().stream().noneMatch(a -> a.targetNumber() == n)).findFirst()
                .orElse(passes.size());
    }
}
