package foramen.workspace.tool;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.plan.Approach;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanDetail;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Plans a needle path: first the skin entry, then the target. Each path is a plan of its own. A skin arc that another
 * plan of the clip has holds for the new one too, because the probe is the same.
 */
final class NeedleTool extends PointsTool {
    private final ToolId id;
    private final Optional<Puncture> puncture;

    private NeedleTool(ToolId id, Optional<Puncture> puncture) {
        this.id = id;
        this.puncture = puncture;
    }

    /** Plans a needle in the plane of the picture. */
    static NeedleTool inPlane() {
        return new NeedleTool(ToolId.NEEDLE, Optional.empty());
    }

    /** Plans a needle from beside the plane; what is not measured yet is typed later. */
    static NeedleTool outOfPlane() {
        return new NeedleTool(ToolId.PUNCTURE, Optional.of(Puncture.UNMEASURED));
    }

    @Override
    public ToolId id() {
        return id;
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
        Approach approach = Approach.PLAIN.withPuncture(puncture).withSkin(skin(context));
        NeedlePlan plan = new NeedlePlan(context.ids().get(), context.frame(), points.get(0), points.get(1),
                context.side(), targetName(points.get(1), context), "", "", context.author(), context.now(),
                PlanDetail.FIRST.withApproach(approach));
        return ToolStep.to(ToolState.Idle.START)
                .withEdit(context.casefile().withPlan(plan),
                        puncture.isPresent() ? "Plan out-of-plane needle" : "Plan needle")
                .withSelection(new SelectionChange.Select(plan.id()));
    }

    private static Optional<SkinSetting> skin(ToolContext context) {
        return context.casefile().plans().reversed().stream()
                .filter(p -> p.frame().sopInstanceUid().equals(context.frame().sopInstanceUid()))
                .flatMap(p -> p.detail().approach().skin().stream()).findFirst();
    }

    /** The smallest outlined structure that the target lies in; nothing where it lies in none. */
    static String targetName(Point target, ToolContext context) {
        record Inside(Annotation annotation, Polygon polygon) {}
        return context.casefile().annotationsOn(context.frame()).stream()
                .filter(a -> a.shape() instanceof Shape.Area o && o.polygon().contains(target))
                .map(a -> new Inside(a, ((Shape.Area) a.shape()).polygon()))
                .min(Comparator.comparingDouble(i -> i.polygon().area()))
                .map(i -> context.structures().get(i.annotation().structureId()).name()).orElse("");
    }
}
