package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Segment;
import foramen.overlay.Draft;

/** Measures a length between two calipers. */
final class LineTool extends TwoPointTool {
    @Override
    public ToolId id() {
        return ToolId.LINE;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.LINE;
    }

    @Override
    String hint(ToolState.Placing s) {
        return "Click the other end; Esc gives up.";
    }

    @Override
    ToolStep done(Segment segment, ToolContext context) {
        return drawn(new Shape.Line(segment), context);
    }
}
