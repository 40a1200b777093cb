package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outlines what was injected, and keeps it with the needle as seen last on that clip. */
final class SpreadTool extends ContourTool {
    @Override
    public ToolId id() {
        return ToolId.SPREAD;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.OUTLINE;
    }

    @Override
    Shape shape(List<Point> points) {
        return new Shape.Outline(new Polygon(points));
    }

    @Override
    ToolStep finished(Shape shape, ToolContext context) {
        Optional<NeedlePlan> held = HeldPlan.anywhere(context).filter(p -> last(p, context) >= 0)
                .or(() -> context.casefile().plans().reversed().stream().filter(p -> last(p, context) >= 0)
                        .findFirst());
        if (held.isEmpty() || !(shape instanceof Shape.Area area)) {
            return ToolStep.to(ToolState.Idle.START)
                    .withHint("Mark the needle as seen on this clip first; the spread belongs to it.");
        }
        NeedlePlan plan = held.get();
        List<ActualNeedle> seen = new ArrayList<>(plan.detail().actual());
        int index = last(plan, context);
        seen.set(index, seen.get(index).withSpread(area.polygon()));
        return ToolStep.to(ToolState.Idle.START)
                .withEdit(context.casefile()
                        .withPlan(plan.withDetail(plan.detail().withActual(seen), context.now())), "Outline spread")
                .withSelection(new SelectionChange.Select(plan.id()));
    }

    private static int last(NeedlePlan plan, ToolContext context) {
        List<ActualNeedle> seen = plan.detail().actual();
        for (int i = seen.size() - 1; i >= 0; i--) {
            if (seen.get(i).frame().sopInstanceUid().equals(context.frame().sopInstanceUid())) {
                return i;
            }
        }
        return -1;
    }
}
