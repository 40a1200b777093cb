package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.overlay.Draft;
import java.util.List;

/** Measures a length between two calipers. */
final class LineTool extends PointsTool {
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
    int needed() {
        return 2;
    }

    @Override
    ToolStep done(List<Point> points, ToolContext context) {
        return drawn(new Shape.Line(new Segment(points.get(0), points.get(1))), context);
    }
}
