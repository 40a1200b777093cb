package foramen.workspace.tool;

import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leads an outline along edges of the picture from one clicked place to the next. */
final class LivewireTool implements Tool {
    static final String NO_PICTURE = "The picture is not there yet; wait a moment and press again.";

    @Override
    public ToolId id() {
        return ToolId.LIVEWIRE;
    }

    @Override
    public ToolStep step(ToolState state, ToolInput input, ToolContext context) {
        return state instanceof ToolState.Tracing t ? tracing(t, input, context) : idle(input, context);
    }

    private static ToolStep idle(ToolInput input, ToolContext context) {
        return switch (input) {
            case ToolInput.Press p when p.clicks() == 1 && context.picture().isEmpty() ->
                ToolStep.to(ToolState.Idle.START).withHint(NO_PICTURE);
            case ToolInput.Press p when p.clicks() == 1 -> {
                Point at = context.bounds().clamp(p.at());
                yield show(new ToolState.Tracing(List.of(at), List.of(), List.of(), Optional.of(at)), context);
            }
            case ToolInput.Delete d -> SelectedObject.delete(ToolState.Idle.START, context);
            case ToolInput.Nudge n -> SelectedObject.nudge(ToolState.Idle.START, n, context);
            default -> ToolStep.to(ToolState.Idle.START);
        };
    }

    private static ToolStep tracing(ToolState.Tracing s, ToolInput input, ToolContext context) {
        return switch (input) {
            case ToolInput.Move m -> show(live(s, context.bounds().clamp(m.at()), context), context);
            case ToolInput.Drag d -> show(live(s, context.bounds().clamp(d.at()), context), context);
            case ToolInput.Press p -> press(s, context.bounds().clamp(p.at()), p.clicks(), context);
            case ToolInput.Release r -> release(s, context.bounds().clamp(r.at()), context);
            case ToolInput.Finish f -> finish(s, context);
            case ToolInput.Cancel c -> ToolStep.to(ToolState.Idle.START);
            case ToolInput.Delete d -> takeBack(s, context);
            case ToolInput.Nudge n -> show(s, context);
            case ToolInput.Words w -> show(s, context);
        };
    }

    private static ToolStep press(ToolState.Tracing s, Point at, int clicks, ToolContext context) {
        Point last = s.anchors().getLast();
        if (last.distanceTo(at) <= context.slop()) {
            return clicks >= 2 ? finish(s, context) : show(pressed(s, at), context);
        }
        Point first = s.anchors().getFirst();
        if (s.anchors().size() >= 2 && first.distanceTo(at) <= context.tolerance()) {
            return close(s, context);
        }
        return show(pressed(placed(s, at, context), at), context);
    }

    /** A drag sets a place where it ends. */
    private static ToolStep release(ToolState.Tracing s, Point at, ToolContext context) {
        boolean dragged = s.pressed().filter(p -> p.distanceTo(at) > context.tolerance()).isPresent();
        ToolState.Tracing next = dragged ? placed(s, at, context) : s;
        return show(new ToolState.Tracing(next.anchors(), next.legs(), next.live(), Optional.empty()), context);
    }

    private static ToolStep finish(ToolState.Tracing s, ToolContext context) {
        return s.anchors().size() < 2
                ? show(s, context).withHint("Click another place on the border first, or Esc to give up.")
                : close(s, context);
    }

    private static ToolStep close(ToolState.Tracing s, ToolContext context) {
        List<Point> points = new ArrayList<>(placedPoints(s));
        List<Point> home = way(s.anchors().getLast(), s.anchors().getFirst(), context);
        points.addAll(home.subList(1, Math.max(1, home.size() - 1)));
        if (points.size() < 3) {
            return show(s, context).withHint("The border is too short to enclose anything; click farther along it.");
        }
        Polygon polygon = new Polygon(points);
        ToolStep step = NewAnnotation.of(new Shape.Outline(polygon), context.labelling().structureId(),
                Origin.LIVEWIRE, "", context);
        return polygon.isSimple() ? step : step.withHint(NewAnnotation.CROSSES);
    }

    private static ToolStep takeBack(ToolState.Tracing s, ToolContext context) {
        if (s.anchors().size() <= 1) {
            return ToolStep.to(ToolState.Idle.START);
        }
        int left = s.anchors().size() - 1;
        return show(new ToolState.Tracing(s.anchors().subList(0, left), s.legs().subList(0, left - 1), List.of(),
                Optional.empty()), context);
    }

    private static ToolState.Tracing placed(ToolState.Tracing s, Point at, ToolContext context) {
        List<Point> anchors = DrawingTool.plus(s.anchors(), at);
        List<List<Point>> legs = new ArrayList<>(s.legs());
        legs.add(way(s.anchors().getLast(), at, context));
        return new ToolState.Tracing(anchors, legs, List.of(), s.pressed());
    }

    private static ToolState.Tracing pressed(ToolState.Tracing s, Point at) {
        return new ToolState.Tracing(s.anchors(), s.legs(), List.of(), Optional.of(at));
    }

    private static ToolState.Tracing live(ToolState.Tracing s, Point at, ToolContext context) {
        return new ToolState.Tracing(s.anchors(), s.legs(), way(s.anchors().getLast(), at, context), s.pressed());
    }

    /** Along the edges; straight while the picture is away, as between two frames. */
    private static List<Point> way(Point from, Point to, ToolContext context) {
        return from.equals(to)
                ? List.of(from, to)
                : context.picture().map(p -> p.alongEdges(from, to)).orElse(List.of(from, to));
    }

    private static List<Point> placedPoints(ToolState.Tracing s) {
        List<Point> points = new ArrayList<>();
        points.add(s.anchors().getFirst());
        s.legs().forEach(leg -> points.addAll(leg.subList(1, leg.size())));
        return points;
    }

    private static ToolStep show(ToolState.Tracing s, ToolContext context) {
        List<Point> points = new ArrayList<>(placedPoints(s));
        if (!s.live().isEmpty()) {
            points.addAll(s.live().subList(1, s.live().size()));
        }
        Optional<Shape> line = points.size() < 2 ? Optional.empty() : Optional.of(new Shape.Polyline(points));
        return ToolStep.to(s)
                .withDraft(new Draft(Draft.Kind.SHAPE, s.anchors(), Optional.empty(),
                        context.labelling().structureId(), line, 0))
                .withHint(s.anchors().size() < 2
                        ? "Move along the border and click; Backspace takes a click back, Esc gives up."
                        : "Enter or a click near the start closes; Backspace takes a click back.");
    }
}
