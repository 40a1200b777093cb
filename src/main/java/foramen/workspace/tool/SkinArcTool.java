package foramen.workspace.tool;

import foramen.domain.casefile.Case;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Circle;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;

/** Sets the skin arc of a curved array by three points, for all plans of the clip: they share its probe. */
final class SkinArcTool extends ThreePointsTool {
    SkinArcTool() {
        super(ToolId.SKIN_ARC, Draft.Kind.PATH, "Click the middle of the skin line; Esc gives up.",
                "Click the right end of the skin line; Esc gives up.");
    }

    @Override
    ToolStep done(List<Point> points, ToolContext context) {
        if (Circle.through(points.get(0), points.get(1), points.get(2)).isEmpty()) {
            return ToolStep.to(ToolState.Idle.START).withHint("Three points on one line make no arc; a linear array"
                    + " needs none.");
        }
        List<NeedlePlan> plans = context.casefile().plans().stream()
                .filter(p -> p.frame().sopInstanceUid().equals(context.frame().sopInstanceUid())).toList();
        if (plans.isEmpty()) {
            return ToolStep.to(ToolState.Idle.START).withHint(HeldPlan.NONE);
        }
        SkinSetting set = new SkinSetting(
                new SkinSetting.Form.ThreePoints(points.get(0), points.get(1), points.get(2)), context.author(),
                context.now());
        Case next = context.casefile();
        for (NeedlePlan p : plans) {
            next = next.withPlan(
                    p.withApproach(p.detail().approach().withSkin(Optional.of(set)), context.now()));
        }
        return ToolStep.to(ToolState.Idle.START).withEdit(next, "Set skin arc");
    }
}
