package foramen.workspace.tool;

import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws one line of known length, or two, and keeps them as a draft until their lengths are typed; it never changes the
 * case itself. Two placed points are a line, four are two; a press on an end takes that end in hand again.
 */
final class CalibrateTool extends DrawingTool {
    private static final int ONE_LINE = 2;
    private static final int TWO_LINES = 4;

    @Override
    public ToolId id() {
        return ToolId.CALIBRATE;
    }

    @Override
    Draft.Kind kind() {
        return Draft.Kind.KNOWN_LENGTH;
    }

    @Override
    String hint(ToolState.Placing s) {
        return switch (s.placed().size()) {
            case ONE_LINE -> "Type the length of the line in Measure; or draw a second line the other way.";
            case TWO_LINES -> "Type the lengths of both lines in Measure; Esc gives up.";
            default -> "Click the other end of the known length; Esc gives up.";
        };
    }

    @Override
    ToolStep begin(Point at, ToolContext context) {
        return show(new ToolState.Placing(List.of(at), Optional.of(at), Optional.of(at), false), context);
    }

    @Override
    ToolStep press(ToolState.Placing s, Point at, int clicks, ToolContext context) {
        if (isOpen(s)) {
            return show(new ToolState.Placing(s.placed(), Optional.of(at), Optional.of(at), false), context);
        }
        Optional<List<Point>> taken = takenUp(s.placed(), at, context.tolerance());
        if (taken.isEmpty() && s.placed().size() == TWO_LINES) {
            return show(s, context);
        }
        return show(new ToolState.Placing(taken.orElseGet(() -> plus(s.placed(), at)), Optional.of(at),
                Optional.of(at), taken.isPresent()), context);
    }

    @Override
    ToolStep drag(ToolState.Placing s, Point at, ToolContext context) {
        return show(new ToolState.Placing(s.placed(), Optional.of(at), s.pressed(), true), context);
    }

    @Override
    ToolStep release(ToolState.Placing s, Point at, ToolContext context) {
        boolean closes = isOpen(s) && s.placed().getLast().distanceTo(at) > context.slop();
        return show(new ToolState.Placing(closes ? plus(s.placed(), at) : s.placed(), Optional.of(at),
                Optional.empty(), false), context);
    }

    @Override
    ToolStep finish(ToolState.Placing s, ToolContext context) {
        if (!isOpen(s)) {
            return show(s, context);
        }
        return s.hover().filter(h -> h.distanceTo(s.placed().getLast()) > context.slop())
                .map(h -> show(new ToolState.Placing(plus(s.placed(), h), s.hover(), Optional.empty(), false), context))
                .orElseGet(() -> show(s, context).withHint("Both ends lie at one place; move the pointer away first."));
    }

    /** Whether a line still lacks its second end. */
    private static boolean isOpen(ToolState.Placing s) {
        return s.placed().size() % 2 == 1;
    }

    /** The points without the end at {@code at}, its line last; empty where there is no end. */
    private static Optional<List<Point>> takenUp(List<Point> placed, Point at, double tolerance) {
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).distanceTo(at) <= tolerance) {
                List<Point> left = new ArrayList<>(placed);
                Point partner = placed.get(i ^ 1);
                left.subList(i / 2 * 2, i / 2 * 2 + 2).clear();
                left.add(partner);
                return Optional.of(left);
            }
        }
        return Optional.empty();
    }
}
