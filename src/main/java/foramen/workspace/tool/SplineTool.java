package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;

/** Draws a smooth outline through control points, which stay what it is made of. */
final class SplineTool extends ContourTool {
    /** Control points of a stroke, in hit radii apart (engineering default). */
    private static final double STROKE_SPACING = 4;

    @Override
    public ToolId id() {
        return ToolId.SPLINE;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.SHAPE;
    }

    @Override
    Shape shape(List<Point> points) {
        return new Shape.Spline(new ClosedSpline(points));
    }

    /** A stroke lays few control points, which can be taken hold of one by one afterwards. */
    @Override
    double spacing(ToolContext context) {
        return STROKE_SPACING * context.tolerance();
    }

    @Override
    Optional<Shape> preview(ToolState.Placing s) {
        List<Point> points = s.hover().filter(h -> !h.equals(s.placed().getLast())).map(h -> plus(s.placed(), h))
                .orElse(s.placed());
        return switch (points.size()) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(new Shape.Polyline(points));
            default -> Optional.of(shape(points));
        };
    }
}
