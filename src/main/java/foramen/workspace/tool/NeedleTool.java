package foramen.workspace.tool;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import java.util.Comparator;
import java.util.List;

/** Plans a needle path: first the skin entry, then the target. Each path is a plan of its own. */
final class NeedleTool extends PointsTool {
    @Override
    public ToolId id() {
        return ToolId.NEEDLE;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.NEEDLE;
    }

    @Override
    String hint(ToolState.Placing s) {
        return "Click the target; Esc gives up.";
    }

    @Override
    int needed() {
        return 2;
    }

    @Override
    ToolStep done(List<Point> points, ToolContext context) {
        NeedlePlan plan = new NeedlePlan(context.ids().get(), context.frame(), points.get(0), points.get(1),
                context.side(), targetName(points.get(1), context), "", "", context.author(), context.now());
        return ToolStep.to(ToolState.Idle.START).withEdit(context.casefile().withPlan(plan), "Plan needle")
                .withSelection(new SelectionChange.Select(plan.id()));
    }

    /** The smallest outlined structure that the target lies in; nothing where it lies in none. */
    private static String targetName(Point target, ToolContext context) {
        record Inside(Annotation annotation, Polygon polygon) {}
        return context.casefile().annotationsOn(context.frame()).stream()
                .filter(a -> a.shape() instanceof Shape.Area o && o.polygon().contains(target))
                .map(a -> new Inside(a, ((Shape.Area) a.shape()).polygon()))
                .min(Comparator.comparingDouble(i -> i.polygon().area()))
                .map(i -> context.structures().get(i.annotation().structureId()).name()).orElse("");
    }
}
