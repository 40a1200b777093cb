package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;

/** Measures the angle between two arms. */
final class AngleTool extends ThreePointsTool {
    AngleTool() {
        super(ToolId.ANGLE, Draft.Kind.SHAPE, "Click where the arms meet; Esc gives up.",
                "Click the end of the other arm; Backspace takes a point back.");
    }

    @Override
    Optional<Shape> preview(ToolState.Placing s) {
        List<Point> p = withHover(s);
        return switch (p.size()) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(new Shape.Polyline(p));
            default -> Optional.of(new Shape.Angle(p.get(0), p.get(1), p.get(2)));
        };
    }

    @Override
    ToolStep done(List<Point> points, ToolContext context) {
        return drawn(new Shape.Angle(points.get(0), points.get(1), points.get(2)), context);
    }
}
