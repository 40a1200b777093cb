package foramen.workspace.tool;

import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the tools that draw something new have in common: a single press begins, Esc gives up, Delete takes back, and
 * with nothing in progress the keys go to the selected object. The tool stays ready for the next shape.
 */
abstract sealed class DrawingTool implements Tool permits ContourTool, PointsTool, PointTool, CalibrateTool {
    @Override
    public final ToolStep step(ToolState state, ToolInput input, ToolContext context) {
        return state instanceof ToolState.Placing placing
                ? placing(placing, input, context)
                : idle(input, context);
    }

    private ToolStep idle(ToolInput input, ToolContext context) {
        return switch (input) {
            // The second press of a double click that ended the last shape must not begin another.
            case ToolInput.Press p when p.clicks() == 1 -> begin(context.bounds().clamp(p.at()), context);
            case ToolInput.Delete d -> SelectedObject.delete(ToolState.Idle.START, context);
            case ToolInput.Nudge n -> SelectedObject.nudge(ToolState.Idle.START, n, context);
            default -> ToolStep.to(ToolState.Idle.START);
        };
    }

    private ToolStep placing(ToolState.Placing s, ToolInput input, ToolContext context) {
        return switch (input) {
            case ToolInput.Press p -> press(s, context.bounds().clamp(p.at()), p.clicks(), context);
            case ToolInput.Drag d ->
                s.pressed().isPresent() ? drag(s, context.bounds().clamp(d.at()), context) : show(s, context);
            case ToolInput.Release r ->
                s.pressed().isPresent() ? release(s, context.bounds().clamp(r.at()), context) : show(s, context);
            case ToolInput.Move m -> show(hovering(s, context.bounds().clamp(m.at())), context);
            case ToolInput.Finish f -> finish(s, context);
            case ToolInput.Cancel c -> ToolStep.to(ToolState.Idle.START);
            case ToolInput.Delete d -> takeBack(s, context);
            case ToolInput.Nudge n -> show(nudged(s, n, context), context);
            case ToolInput.Words w -> show(s, context);
        };
    }

    /** The first press of a new shape. */
    abstract ToolStep begin(Point at, ToolContext context);

    /** A further press. */
    abstract ToolStep press(ToolState.Placing s, Point at, int clicks, ToolContext context);

    /** The pointer moves with the button down. */
    abstract ToolStep drag(ToolState.Placing s, Point at, ToolContext context);

    /** The button goes up. */
    abstract ToolStep release(ToolState.Placing s, Point at, ToolContext context);

    /** Enter. */
    abstract ToolStep finish(ToolState.Placing s, ToolContext context);

    /** What the draft will be. */
    abstract Draft.Kind kind();

    /** What to do next. */
    abstract String hint(ToolState.Placing s);

    /** Which structure it will show. */
    String structureId(ToolContext context) {
        return context.labelling().structureId();
    }

    /** What it would be if it ended now; empty where the points alone tell. */
    Optional<Shape> preview(ToolState.Placing s) {
        return Optional.empty();
    }

    /** Shows the drawing as it stands. */
    final ToolStep show(ToolState.Placing s, ToolContext context) {
        return ToolStep.to(s)
                .withDraft(new Draft(kind(), s.placed(), s.hover(), structureId(context), preview(s), 0))
                .withHint(hint(s));
    }

    private ToolStep takeBack(ToolState.Placing s, ToolContext context) {
        if (s.placed().size() <= 1) {
            return ToolStep.to(ToolState.Idle.START);
        }
        List<Point> left = s.placed().subList(0, s.placed().size() - 1);
        return show(new ToolState.Placing(left, s.hover(), Optional.empty(), false), context);
    }

    private static ToolState.Placing hovering(ToolState.Placing s, Point at) {
        return new ToolState.Placing(s.placed(), Optional.of(at), s.pressed(), s.stroke());
    }

    /** The point placed last follows the arrow keys; before there is one, the one about to be placed. */
    private static ToolState.Placing nudged(ToolState.Placing s, ToolInput.Nudge n, ToolContext context) {
        Point by = new Point(n.dx(), n.dy());
        if (s.placed().isEmpty()) {
            return new ToolState.Placing(s.placed(), s.hover().map(h -> context.bounds().clamp(h.plus(by))),
                    s.pressed(), s.stroke());
        }
        List<Point> placed = new ArrayList<>(s.placed());
        placed.addLast(context.bounds().clamp(placed.removeLast().plus(by)));
        return new ToolState.Placing(placed, s.hover(), s.pressed(), s.stroke());
    }

    /** Puts a new annotation of this tool's structure into the case and selects it. */
    final ToolStep drawn(Shape shape, ToolContext context) {
        return NewAnnotation.of(shape, structureId(context), Origin.DRAWN, "", context);
    }

    /** {@code points} and one more. */
    static List<Point> plus(List<Point> points, Point p) {
        List<Point> more = new ArrayList<>(points);
        more.add(p);
        return more;
    }
}
