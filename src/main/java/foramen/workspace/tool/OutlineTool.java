package foramen.workspace.tool;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import java.util.List;

/** Draws an outline point by point or freehand: of the structure that is chosen, or of a place to keep away from. */
final class OutlineTool extends ContourTool {
    private final ToolId id;

    private OutlineTool(ToolId id) {
        this.id = id;
    }

    /** Outlines the structure that is chosen. */
    static OutlineTool ofStructure() {
        return new OutlineTool(ToolId.POLYGON);
    }

    /** Outlines what the needle must keep away from. */
    static OutlineTool ofNoGoZone() {
        return new OutlineTool(ToolId.NO_GO);
    }

    @Override
    public ToolId id() {
        return id;
    }

    @Override
    String structureId(ToolContext context) {
        return id == ToolId.NO_GO ? StructureCatalog.NO_GO_ZONE : super.structureId(context);
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.OUTLINE;
    }

    @Override
    Shape shape(List<Point> points) {
        return new Shape.Outline(new Polygon(points));
    }
}
