package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.List;
import java.util.Optional;

/**
 * Draws a line through as many points as wanted, by clicks, by keeping the button down, or both in turn. Enter, a double
 * click or, where it closes, a click near the first point ends it.
 */
abstract sealed class ContourTool extends DrawingTool
        permits OutlineTool, FreehandTool, SplineTool, PolylineTool, SpreadTool {
    /** What the points make. */
    abstract Shape shape(List<Point> points);

    /** How many points it needs. */
    int fewest() {
        return 3;
    }

    /** Whether the last point joins the first. */
    boolean closes() {
        return true;
    }

    /** Whether letting go after a stroke ends it. */
    boolean endsWithStroke() {
        return false;
    }

    /** How far apart a stroke lays its points. */
    double spacing(ToolContext context) {
        return context.slop();
    }

    @Override
    final ToolStep begin(Point at, ToolContext context) {
        return show(new ToolState.Placing(List.of(at), Optional.of(at), Optional.of(at), false), context);
    }

    @Override
    final ToolStep press(ToolState.Placing s, Point at, int clicks, ToolContext context) {
        // Two quick clicks at different places are two points, not a double click.
        boolean again = s.placed().getLast().distanceTo(at) <= context.tolerance();
        if (clicks >= 2 && again) {
            return finish(s, context);
        }
        if (returns(s, at, context)) {
            return end(s.placed(), context);
        }
        return show(new ToolState.Placing(plus(s.placed(), at), Optional.of(at), Optional.of(at), false), context);
    }

    @Override
    final ToolStep drag(ToolState.Placing s, Point at, ToolContext context) {
        boolean stroke = s.stroke() || s.pressed().filter(p -> p.distanceTo(at) > context.slop()).isPresent();
        boolean far = stroke && s.placed().getLast().distanceTo(at) >= spacing(context);
        List<Point> placed = far ? plus(s.placed(), at) : s.placed();
        return show(new ToolState.Placing(placed, Optional.of(at), s.pressed(), stroke), context);
    }

    @Override
    final ToolStep release(ToolState.Placing s, Point at, ToolContext context) {
        if (s.stroke() && (returns(s, at, context) || (endsWithStroke() && s.placed().size() >= fewest()))) {
            return end(s.placed(), context);
        }
        return show(new ToolState.Placing(s.placed(), Optional.of(at), Optional.empty(), false), context);
    }

    @Override
    final ToolStep finish(ToolState.Placing s, ToolContext context) {
        if (s.placed().size() < fewest()) {
            return show(s, context).withHint((closes() ? "An outline needs three" : "A line needs two")
                    + " points or more; place another, or Esc to give up.");
        }
        return end(s.placed(), context);
    }

    @Override
    String hint(ToolState.Placing s) {
        int points = s.placed().size();
        if (closes() && points > 3 && !new Polygon(s.placed()).isSimple()) {
            return "Closed now, the outline would cross itself; Backspace takes the last point back.";
        }
        if (points < fewest()) {
            return "Place the next point or keep drawing; Backspace takes one back, Esc gives up.";
        }
        return closes()
                ? "Enter, double-click or a click near the first point closes; Backspace takes a point back."
                : "Enter or double-click ends the line; Backspace takes a point back.";
    }

    /** Whether {@code at} is back at the first point of an outline that has been away from it. */
    private boolean returns(ToolState.Placing s, Point at, ToolContext context) {
        Point first = s.placed().getFirst();
        return closes() && s.placed().size() >= fewest() && first.distanceTo(at) <= context.tolerance()
                && s.placed().stream().anyMatch(p -> p.distanceTo(first) > context.tolerance());
    }

    /** What becomes of the finished shape. */
    ToolStep finished(Shape shape, ToolContext context) {
        return drawn(shape, context);
    }

    private ToolStep end(List<Point> points, ToolContext context) {
        Shape shape = shape(points);
        ToolStep step = finished(shape, context);
        return shape instanceof Shape.Area a && !a.polygon().isSimple() ? step.withHint(NewAnnotation.CROSSES) : step;
    }
}
