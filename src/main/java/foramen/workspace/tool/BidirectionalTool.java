package foramen.workspace.tool;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;

/** Measures a structure along and across with two calipers. */
final class BidirectionalTool extends PointsTool {
    private static final int ONE_LINE = 2;

    @Override
    public ToolId id() {
        return ToolId.BIDIRECTIONAL;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.SHAPE;
    }

    @Override
    int needed() {
        return 4;
    }

    @Override
    boolean beginsAnew(int placed) {
        return placed == ONE_LINE;
    }

    @Override
    String hint(ToolState.Placing s) {
        return switch (s.placed().size()) {
            case 1 -> "Click the other end of the long axis; Esc gives up.";
            case ONE_LINE -> "Click or drag the short axis; Backspace takes a point back.";
            default -> "Click the other end of the short axis; Backspace takes a point back.";
        };
    }

    @Override
    Optional<Shape> preview(ToolState.Placing s) {
        // Between the two lines the pointer is on its way, not at an end.
        List<Point> p = s.placed().size() == ONE_LINE ? s.placed() : withHover(s);
        return switch (p.size()) {
            case 0, 1 -> Optional.empty();
            case ONE_LINE, 3 -> Optional.of(new Shape.Line(new Segment(p.get(0), p.get(1))));
            default -> Optional.of(both(p));
        };
    }

    @Override
    ToolStep done(List<Point> points, ToolContext context) {
        return drawn(both(points), context);
    }

    private static Shape both(List<Point> p) {
        return new Shape.Bidirectional(new Segment(p.get(0), p.get(1)), new Segment(p.get(2), p.get(3)));
    }
}
