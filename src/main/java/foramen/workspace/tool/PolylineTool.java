package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.List;

/** Draws an open line: the surface of a bone, a fascia. */
final class PolylineTool extends ContourTool {
    @Override
    public ToolId id() {
        return ToolId.POLYLINE;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.PATH;
    }

    @Override
    Shape shape(List<Point> points) {
        return new Shape.Polyline(points);
    }

    @Override
    int fewest() {
        return 2;
    }

    @Override
    boolean closes() {
        return false;
    }
}
