package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;

/** Draws an ellipse from its long axis and a point of its border. */
final class EllipseTool extends ThreePointsTool {
    /** How wide it is shown until the pointer says it, as a share of the axis (engineering default). */
    private static final double UNTOLD = 0.5;

    EllipseTool() {
        super(ToolId.ELLIPSE, Draft.Kind.SHAPE, "Click the other end of the long axis; Esc gives up.",
                "Move to widen it and click; Backspace takes the axis back, Esc gives up.");
    }

    @Override
    Optional<Shape> preview(ToolState.Placing s) {
        return shape(withHover(s));
    }

    @Override
    ToolStep done(List<Point> points, ToolContext context) {
        return shape(points).map(e -> drawn(e, context)).orElseGet(() -> ToolStep.to(ToolState.Idle.START));
    }

    private static Optional<Shape> shape(List<Point> points) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        Segment axis = new Segment(points.get(0), points.get(1));
        if (!(axis.length() > 0)) {
            return Optional.empty();
        }
        double half = axis.length() / 2;
        double minor = points.size() == 2 ? half * UNTOLD : across(axis, points.get(2));
        return minor > 0 ? Optional.of(new Shape.Ellipse(Ellipse.on(axis, minor))) : Optional.empty();
    }

    /** The half axis with which the border comes as far out as {@code p} stands off the first axis. */
    private static double across(Segment axis, Point p) {
        Point d = axis.b().minus(axis.a());
        Point to = p.minus(axis.a());
        return Math.abs(d.x() * to.y() - d.y() * to.x()) / d.length();
    }
}
