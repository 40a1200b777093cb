package foramen.workspace.tool;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Selects and moves what is there. Handles, edges and the lines of calipers and needles can be dragged at once; the
 * inside of an outline only where it was selected before, so that reaching into a large muscle does not move it.
 * Nothing moves within the click slop, nothing leaves the picture, nothing locked changes; one drag is one edit. On a
 * dense contour the neighbours of a vertex follow it, with Ctrl they stay.
 */
final class SelectTool implements Tool {
    @Override
    public ToolId id() {
        return ToolId.SELECT;
    }

    @Override
    public ToolStep step(ToolState state, ToolInput input, ToolContext context) {
        return switch (state) {
            case ToolState.Dragging d -> dragging(d, input, context);
            case ToolState.Idle i -> idle(i, input, context);
            default -> idle(ToolState.Idle.START, input, context);
        };
    }

    private static ToolStep idle(ToolState.Idle s, ToolInput input, ToolContext context) {
        return switch (input) {
            case ToolInput.Press p -> HitTest
                    .at(p.at(), context.casefile(), context.frame(), context.selectedId(), context.tolerance())
                    .map(hit -> take(hit, p, context))
                    .orElseGet(() -> ToolStep.to(at(p.at())).withSelection(new SelectionChange.Clear()));
            case ToolInput.Move m -> ToolStep.to(new ToolState.Idle(Optional.of(m.at()), s.handle()));
            case ToolInput.Delete d -> SelectedObject.delete(s, context);
            case ToolInput.Nudge n -> SelectedObject.nudge(s, n, context);
            case ToolInput.Cancel c ->
                ToolStep.to(new ToolState.Idle(s.pointer(), Optional.empty()))
                        .withSelection(new SelectionChange.Clear());
            case ToolInput.Drag d -> ToolStep.to(s);
            case ToolInput.Release r -> ToolStep.to(s);
            case ToolInput.Finish f -> ToolStep.to(s);
            case ToolInput.Words w -> ToolStep.to(s);
        };
    }

    private static ToolStep take(Hit hit, ToolInput.Press press, ToolContext context) {
        Target target = Target.find(context.casefile(), hit.objectId()).orElseThrow();
        SelectionChange select = new SelectionChange.Select(hit.objectId());
        if (hit.locked()) {
            return ToolStep.to(at(press.at())).withSelection(select).withHint(SelectedObject.LOCKED);
        }
        boolean selectedBefore = context.selectedId().equals(Optional.of(hit.objectId()));
        return switch (hit.part()) {
            case Part.Vertex v -> ToolStep.to(held(target, v, press.at(), vertexAction(target, v, context),
                    press.keys().control() ? 0 : SoftPull.reach(target, v.index(), context))).withSelection(select);
            case Part.Edge e when press.clicks() >= 2 || press.keys().alt() ->
                addVertex(target, e, press.at(), context).withSelection(select);
            case Part.Body b when isOutline(target) && !selectedBefore ->
                ToolStep.to(at(press.at())).withSelection(select);
            case Part p -> ToolStep.to(held(target, p, press.at(), "Move " + target.name(context), 0))
                    .withSelection(select);
        };
    }

    private static ToolState.Dragging held(Target target, Part part, Point at, String action, double reach) {
        return new ToolState.Dragging(target, part, at, at, false, action, false, reach);
    }

    private static String vertexAction(Target target, Part.Vertex v, ToolContext context) {
        return switch (target) {
            case Target.OfPlan p -> v.index() % 2 == 0 ? "Move needle entry" : "Move needle target";
            case Target.OfAnnotation(Annotation a) when !a.shape().isMeasured() ->
                "Move " + target.name(context);
            case Target.OfAnnotation a -> "Move point of " + target.name(context);
        };
    }

    private static boolean isOutline(Target target) {
        return target instanceof Target.OfAnnotation(Annotation a) && a.shape() instanceof Shape.Area;
    }

    /** A new vertex where the edge is nearest to the pointer, held at once so that it can be dragged in the same go. */
    private static ToolStep addVertex(Target target, Part.Edge edge, Point pointer, ToolContext context) {
        if (!(target instanceof Target.OfAnnotation(Annotation a)) || !(a.shape() instanceof Shape.Area o)) {
            return ToolStep.to(at(pointer));
        }
        Point on = nearest(o, edge.index(), pointer);
        // A point alone corrects nothing; dragging it does.
        Target more = new Target.OfAnnotation(
                a.withShape(o.withHandleAfter(edge.index(), on), context.now()).withOrigin(a.origin()));
        ToolState.Dragging held = new ToolState.Dragging(more, new Part.Vertex(edge.index() + 1), pointer, pointer,
                false, "Add point to " + target.name(context), true, 0);
        return ToolStep.to(held).withPreview(more.in(context.casefile()));
    }

    /** The place on the part of {@code area} that follows {@code handle} where the pointer is nearest. */
    private static Point nearest(Shape.Area area, int handle, Point pointer) {
        List<Segment> edges = area.edges();
        return IntStream.range(0, edges.size()).filter(i -> area.handleBefore(i) == handle)
                .mapToObj(i -> edges.get(i).nearest(pointer)).min(Comparator.comparingDouble(pointer::distanceTo))
                .orElse(pointer);
    }

    private static ToolStep dragging(ToolState.Dragging s, ToolInput input, ToolContext context) {
        if (Target.find(context.casefile(), s.original().id()).isEmpty()) {
            // Undo or another view took it away while it was held.
            return ToolStep.to(at(s.current()));
        }
        return switch (input) {
            case ToolInput.Drag d -> show(to(s, d.at(), context), context);
            case ToolInput.Release r -> letGo(to(s, r.at(), context), context);
            // The button went up where nobody saw it.
            case ToolInput.Move m -> letGo(s, context);
            case ToolInput.Press p -> letGo(s, context);
            case ToolInput.Cancel c -> ToolStep.to(at(s.current())).withHint("Left where it was.");
            case ToolInput.Finish f -> show(s, context);
            case ToolInput.Delete d -> show(s, context);
            case ToolInput.Nudge n -> show(s, context);
            case ToolInput.Words w -> show(s, context);
        };
    }

    private static ToolState.Dragging to(ToolState.Dragging s, Point p, ToolContext context) {
        boolean moving = s.moving() || s.start().distanceTo(p) > context.slop();
        return new ToolState.Dragging(s.original(), s.part(), s.start(), p, moving, s.action(), s.changed(),
                s.reach());
    }

    private static ToolStep show(ToolState.Dragging s, ToolContext context) {
        ToolStep step = ToolStep.to(s);
        return s.moving() || s.changed()
                ? step.withPreview(moved(s, context).in(context.casefile()))
                        .withHint("Let go to keep it here; Esc leaves it where it was.")
                : step;
    }

    private static ToolStep letGo(ToolState.Dragging s, ToolContext context) {
        ToolState.Idle next = new ToolState.Idle(Optional.of(s.current()),
                s.part() instanceof Part.Vertex v ? Optional.of(v) : Optional.empty());
        return s.moving() || s.changed()
                ? ToolStep.to(next).withEdit(moved(s, context).in(context.casefile()), s.action())
                : ToolStep.to(next);
    }

    /** The held object where the pointer has taken it; the offset between pointer and handle stays as it was. */
    private static Target moved(ToolState.Dragging s, ToolContext context) {
        if (!s.moving()) {
            return s.original();
        }
        Point by = s.current().minus(s.start());
        Target original = s.original();
        return switch (s.part()) {
            case Part.Vertex v -> SoftPull.pulled(original, v.index(),
                    context.bounds().clamp(original.points().get(v.index()).plus(by)), s.reach(), context);
            case Part.Edge e -> original.moved(Target.within(original.trace(), by, context.bounds()), context.now());
            case Part.Body b -> original.moved(Target.within(original.trace(), by, context.bounds()), context.now());
        };
    }

    private static ToolState.Idle at(Point pointer) {
        return new ToolState.Idle(Optional.of(pointer), Optional.empty());
    }
}
