package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws an outline point by point, freehand, or both in turn. Enter, a double click or a click near the first point
 * closes it. An outline that crosses itself is allowed and flagged, since it has no definite area.
 */
final class OutlineTool extends DrawingTool {
    private static final String CROSSES = "The outline crosses itself, so it has no area; drag its points apart to"
            + " untangle it.";

    @Override
    public ToolId id() {
        return ToolId.POLYGON;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.OUTLINE;
    }

    @Override
    ToolStep begin(Point at, ToolContext context) {
        return show(new ToolState.Placing(List.of(at), Optional.of(at), Optional.of(at), false), context);
    }

    @Override
    ToolStep press(ToolState.Placing s, Point at, int clicks, ToolContext context) {
        // Two quick clicks at different places are two points, not a double click.
        boolean again = s.placed().getLast().distanceTo(at) <= context.tolerance();
        if (clicks >= 2 && again) {
            return finish(s, context);
        }
        if (returns(s, at, context)) {
            return close(s, context);
        }
        return show(new ToolState.Placing(plus(s.placed(), at), Optional.of(at), Optional.of(at), false), context);
    }

    @Override
    ToolStep drag(ToolState.Placing s, Point at, ToolContext context) {
        boolean stroke = s.stroke() || s.pressed().filter(p -> p.distanceTo(at) > context.slop()).isPresent();
        boolean far = stroke && s.placed().getLast().distanceTo(at) >= context.slop();
        List<Point> placed = far ? plus(s.placed(), at) : s.placed();
        return show(new ToolState.Placing(placed, Optional.of(at), s.pressed(), stroke), context);
    }

    @Override
    ToolStep release(ToolState.Placing s, Point at, ToolContext context) {
        if (s.stroke() && returns(s, at, context)) {
            return close(s, context);
        }
        return show(new ToolState.Placing(s.placed(), Optional.of(at), Optional.empty(), false), context);
    }

    @Override
    ToolStep finish(ToolState.Placing s, ToolContext context) {
        if (s.placed().size() < 3) {
            return show(s, context)
                    .withHint("An outline needs three points or more; place another, or Esc to give up.");
        }
        return close(s, context);
    }

    @Override
    String hint(ToolState.Placing s) {
        int points = s.placed().size();
        if (points > 3 && !new Polygon(s.placed()).isSimple()) {
            return "Closed now, the outline would cross itself; Backspace takes the last point back.";
        }
        return points < 3
                ? "Place the next point or keep drawing; Backspace takes one back, Esc gives up."
                : "Enter, double-click or a click near the first point closes; Backspace takes a point back.";
    }

    /** Whether {@code at} is back at the first point of an outline that has been away from it. */
    private static boolean returns(ToolState.Placing s, Point at, ToolContext context) {
        Point first = s.placed().getFirst();
        return s.placed().size() >= 3 && first.distanceTo(at) <= context.tolerance()
                && s.placed().stream().anyMatch(p -> p.distanceTo(first) > context.tolerance());
    }

    private static ToolStep close(ToolState.Placing s, ToolContext context) {
        Polygon polygon = new Polygon(s.placed());
        ToolStep step = drawn(new Shape.Outline(polygon), context);
        return polygon.isSimple() ? step : step.withHint(CROSSES);
    }

    private static List<Point> plus(List<Point> points, Point p) {
        List<Point> more = new ArrayList<>(points);
        more.add(p);
        return more;
    }
}
