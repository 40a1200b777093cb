package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import java.util.List;

/** Draws an outline in one stroke, which letting go closes; clicks set single points. */
final class FreehandTool extends ContourTool {
    @Override
    public ToolId id() {
        return ToolId.FREEHAND;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.OUTLINE;
    }

    @Override
    Shape shape(List<Point> points) {
        return new Shape.Outline(new Polygon(points));
    }

    @Override
    boolean endsWithStroke() {
        return true;
    }
}
