package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;

/** Marks a point where the button goes up, so that it can be corrected while held. */
final class PointTool extends DrawingTool {
    @Override
    public ToolId id() {
        return ToolId.POINT;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.POINT;
    }

    @Override
    String hint(ToolState.Placing s) {
        return "Let go to mark the point; Esc gives up.";
    }

    @Override
    ToolStep begin(Point at, ToolContext context) {
        return show(held(at), context);
    }

    @Override
    ToolStep press(ToolState.Placing s, Point at, int clicks, ToolContext context) {
        return show(held(at), context);
    }

    @Override
    ToolStep drag(ToolState.Placing s, Point at, ToolContext context) {
        return show(held(at), context);
    }

    @Override
    ToolStep release(ToolState.Placing s, Point at, ToolContext context) {
        return drawn(new Shape.Marker(at), context);
    }

    @Override
    ToolStep finish(ToolState.Placing s, ToolContext context) {
        return s.hover().map(h -> drawn(new Shape.Marker(h), context)).orElseGet(() -> show(s, context));
    }

    private static ToolState.Placing held(Point at) {
        return new ToolState.Placing(List.of(), Optional.of(at), Optional.of(at), false);
    }
}
