package foramen.workspace.tool;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/** What the keys do to the selected object: delete it or a vertex of it, and nudge it or the handle pressed last. */
final class SelectedObject {
    static final String LOCKED = "This is locked; unlock it to change it.";

    private SelectedObject() {}

    /** Deletes the vertex under the pointer, else the selected object. */
    static ToolStep delete(ToolState.Idle idle, ToolContext context) {
        Optional<Target> selected = selected(context);
        if (selected.isEmpty()) {
            return ToolStep.to(idle);
        }
        Target target = selected.get();
        Optional<String> refusal = refusal(target, context);
        if (refusal.isPresent()) {
            return ToolStep.to(idle).withHint(refusal.get());
        }
        Optional<ToolStep> vertex = idle.pointer().flatMap(p -> deleteVertex(target, p, idle, context));
        return vertex.orElseGet(() -> ToolStep.to(forgetHandle(idle))
                .withEdit(target.outOf(context.casefile()), "Delete " + target.name(context))
                .withSelection(new SelectionChange.Clear()));
    }

    private static Optional<ToolStep> deleteVertex(Target target, Point p, ToolState.Idle idle,
            ToolContext context) {
        if (!(target instanceof Target.OfAnnotation(Annotation a)) || !(a.shape() instanceof Shape.Area o)
                || o.handleBefore(0) < 0) {
            return Optional.empty();
        }
        return HitTest.vertex(target, p, context.tolerance()).map(hit -> {
            if (!o.canSpareHandle()) {
                return ToolStep.to(idle).withHint("An outline keeps three points; move the pointer off its points to"
                        + " delete all of it.");
            }
            Shape less = o.withoutHandle(((Part.Vertex) hit.part()).index());
            return ToolStep.to(forgetHandle(idle)).withEdit(
                    context.casefile().withAnnotation(a.withShape(less, context.now())),
                    "Delete point of " + target.name(context));
        });
    }

    /** Moves the handle pressed last, else all of the selected object. */
    static ToolStep nudge(ToolState.Idle idle, ToolInput.Nudge by, ToolContext context) {
        Optional<Target> selected = selected(context);
        if (selected.isEmpty()) {
            return ToolStep.to(idle);
        }
        Target target = selected.get();
        Optional<String> refusal = refusal(target, context);
        if (refusal.isPresent()) {
            return ToolStep.to(idle).withHint(refusal.get());
        }
        List<Point> points = target.points();
        Point d = new Point(by.dx(), by.dy());
        Target moved = idle.handle().filter(h -> h.index() < points.size())
                .map(h -> SoftPull.pulled(target, h.index(), context.bounds().clamp(points.get(h.index()).plus(d)),
                        SoftPull.reach(target, h.index(), context), context))
                .orElseGet(() -> target.moved(Target.within(target.trace(), d, context.bounds()), context.now()));
        if (moved.points().equals(points)) {
            return ToolStep.to(idle).withHint("The edge of the picture is reached.");
        }
        return ToolStep.to(idle).withEdit(moved.in(context.casefile()), "Nudge " + target.name(context));
    }

    private static Optional<Target> selected(ToolContext context) {
        return context.selectedId().flatMap(id -> Target.find(context.casefile(), id));
    }

    private static Optional<String> refusal(Target target, ToolContext context) {
        if (!target.frame().equals(context.frame())) {
            return Optional.of("What is selected lies on frame " + target.frame().number()
                    + (target.frame().sopInstanceUid().equals(context.frame().sopInstanceUid())
                            ? "; go there to change it."
                            : " of another clip; go there to change it."));
        }
        return target.locked() ? Optional.of(LOCKED) : Optional.empty();
    }

    private static ToolState.Idle forgetHandle(ToolState.Idle idle) {
        return new ToolState.Idle(idle.pointer(), Optional.empty());
    }
}
