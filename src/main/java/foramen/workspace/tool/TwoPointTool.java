package foramen.workspace.tool;

import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;

/**
 * Draws from one point to another, by two clicks or by press and drag: whenever the button goes up away from the first
 * point, the second is there.
 */
abstract sealed class TwoPointTool extends DrawingTool permits LineTool, NeedleTool {
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
        return show(new ToolState.Placing(s.placed(), Optional.of(at), s.pressed(), true), context);
    }

    @Override
    final ToolStep release(ToolState.Placing s, Point at, ToolContext context) {
        Point first = s.placed().getFirst();
        if (first.distanceTo(at) > context.slop()) {
            return done(new Segment(first, at), context);
        }
        return show(new ToolState.Placing(s.placed(), Optional.of(at), Optional.empty(), false), context);
    }

    @Override
    final ToolStep finish(ToolState.Placing s, ToolContext context) {
        Point first = s.placed().getFirst();
        Optional<Point> second = s.hover().filter(h -> h.distanceTo(first) > context.slop());
        return second.map(p -> done(new Segment(first, p), context))
                .orElseGet(() -> show(s, context).withHint("Both ends lie at one place; move the pointer away first."));
    }

    /** Both points are there. */
    abstract ToolStep done(Segment segment, ToolContext context);
}
