package foramen.workspace.tool;

import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/**
 * Draws through a fixed number of points, by clicks or by press and drag: whenever the button goes up away from the
 * point before, the next is there.
 */
abstract non-sealed class PointsTool extends DrawingTool {
    /** How many points make it. */
    abstract int needed();

    /** Whether a drag after {@code placed} points draws a line of its own, whose beginning is where it began. */
    boolean beginsAnew(int placed) {
        return false;
    }

    /** All points are there. */
    abstract ToolStep done(List<Point> points, ToolContext context);

    @Override
    final ToolStep begin(Point at, ToolContext context) {
        return show(new ToolState.Placing(List.of(at), Optional.of(at), Optional.of(at), false), context);
    }

    @Override
    final ToolStep press(ToolState.Placing s, Point at, int clicks, ToolContext context) {
        return show(new ToolState.Placing(s.placed(), Optional.of(at), Optional.of(at), false), context);
    }

    @Override
    final ToolStep drag(ToolState.Placing s, Point at, ToolContext context) {
        boolean stroke = s.stroke() || s.pressed().filter(p -> p.distanceTo(at) > context.slop()).isPresent();
        boolean anew = stroke && !s.stroke() && beginsAnew(s.placed().size());
        List<Point> placed = anew ? plus(s.placed(), s.pressed().orElseThrow()) : s.placed();
        return show(new ToolState.Placing(placed, Optional.of(at), s.pressed(), stroke), context);
    }

    @Override
    final ToolStep release(ToolState.Placing s, Point at, ToolContext context) {
        return s.placed().getLast().distanceTo(at) > context.slop()
                ? place(s, at, context)
                : show(new ToolState.Placing(s.placed(), Optional.of(at), Optional.empty(), false), context);
    }

    @Override
    final ToolStep finish(ToolState.Placing s, ToolContext context) {
        return s.hover().filter(h -> h.distanceTo(s.placed().getLast()) > context.slop())
                .map(p -> place(s, p, context))
                .orElseGet(() -> show(s, context).withHint("Both ends lie at one place; move the pointer away first."));
    }

    private ToolStep place(ToolState.Placing s, Point at, ToolContext context) {
        List<Point> placed = plus(s.placed(), at);
        return placed.size() == needed()
                ? done(placed, context)
                : show(new ToolState.Placing(placed, Optional.of(at), Optional.empty(), false), context);
    }

    /** The points placed, and the one under the pointer where it is away from the last. */
    static List<Point> withHover(ToolState.Placing s) {
        return s.hover().filter(h -> !h.equals(s.placed().getLast())).map(h -> plus(s.placed(), h))
                .orElse(s.placed());
    }
}
