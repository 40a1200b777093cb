package foramen.workspace.tool;

import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.geometry.OutlineAlgebra;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paints with a round brush. On the selected outline, or with Shift from beside it, the brush adds; elsewhere it begins a
 * new one. The eraser takes away from the selected outline, or the one under it. Alt turns the one into the other. One
 * stroke is one edit.
 */
final class BrushTool implements Tool {
    /** How far the brush moves, as a share of its radius, before its way is noted (engineering default). */
    private static final double STEP = 0.2;

    private final ToolId id;

    private BrushTool(ToolId id) {
        this.id = id;
    }

    /** Adds. */
    static BrushTool brush() {
        return new BrushTool(ToolId.BRUSH);
    }

    /** Takes away. */
    static BrushTool eraser() {
        return new BrushTool(ToolId.ERASER);
    }

    @Override
    public ToolId id() {
        return id;
    }

    @Override
    public ToolStep step(ToolState state, ToolInput input, ToolContext context) {
        return state instanceof ToolState.Painting p ? painting(p, input, context) : idle(input, context);
    }

    private ToolStep idle(ToolInput input, ToolContext context) {
        return switch (input) {
            case ToolInput.Press p -> begin(context.bounds().clamp(p.at()), p.keys(), context);
            case ToolInput.Move m -> ToolStep.to(ToolState.Idle.START)
                    .withDraft(circle(context.bounds().clamp(m.at()), Optional.empty(), context));
            case ToolInput.Delete d -> SelectedObject.delete(ToolState.Idle.START, context);
            case ToolInput.Nudge n -> SelectedObject.nudge(ToolState.Idle.START, n, context);
            default -> ToolStep.to(ToolState.Idle.START);
        };
    }

    private ToolStep begin(Point at, Modifiers keys, ToolContext context) {
        boolean erase = (id == ToolId.ERASER) != keys.alt();
        Optional<Target.OfAnnotation> selected = AreaEdit.selected(context);
        if (erase) {
            Optional<Target.OfAnnotation> from = selected.or(() -> AreaEdit.under(at, context));
            return from.isEmpty()
                    ? ToolStep.to(ToolState.Idle.START).withHint("Select the outline to rub from first.")
                    : show(new ToolState.Painting(from, List.of(at), true), context);
        }
        Polygon dab = OutlineAlgebra.stroke(List.of(at), context.brushRadius());
        Optional<Target.OfAnnotation> to = selected.filter(t -> keys.shift()
                || OutlineAlgebra.touch(((Shape.Area) t.annotation().shape()).polygon(), dab));
        return show(new ToolState.Painting(to, List.of(at), false), context);
    }

    private ToolStep painting(ToolState.Painting s, ToolInput input, ToolContext context) {
        if (s.original().filter(o -> context.casefile().annotation(o.id()).isEmpty()).isPresent()) {
            // Undo took it away while it was painted on.
            return ToolStep.to(ToolState.Idle.START);
        }
        return switch (input) {
            case ToolInput.Drag d -> show(to(s, context.bounds().clamp(d.at()), context), context);
            case ToolInput.Release r -> end(to(s, context.bounds().clamp(r.at()), context), context);
            case ToolInput.Finish f -> end(s, context);
            // The button went up where nobody saw it.
            case ToolInput.Move m -> end(s, context);
            case ToolInput.Press p -> end(s, context);
            case ToolInput.Cancel c -> ToolStep.to(ToolState.Idle.START);
            case ToolInput.Delete d -> show(back(s), context);
            case ToolInput.Nudge n ->
                show(to(s, context.bounds().clamp(s.path().getLast().plus(new Point(n.dx(), n.dy()))), context),
                        context);
            case ToolInput.Words w -> show(s, context);
        };
    }

    private static ToolState.Painting to(ToolState.Painting s, Point at, ToolContext context) {
        if (s.path().getLast().distanceTo(at) < STEP * context.brushRadius()) {
            return s;
        }
        List<Point> path = new ArrayList<>(s.path());
        path.add(at);
        return new ToolState.Painting(s.original(), path, s.erase());
    }

    private static ToolState.Painting back(ToolState.Painting s) {
        return s.path().size() == 1
                ? s
                : new ToolState.Painting(s.original(), s.path().subList(0, s.path().size() - 1), s.erase());
    }

    private static AreaEdit edit(ToolState.Painting s, ToolContext context) {
        return AreaEdit.of(s.original(), OutlineAlgebra.stroke(s.path(), context.brushRadius()), s.path().getLast(),
                s.erase());
    }

    private static ToolStep show(ToolState.Painting s, ToolContext context) {
        AreaEdit edit = edit(s, context);
        ToolStep step = ToolStep.to(s).withHint(
                edit.hint().isEmpty() ? "Let go to keep it; Esc gives up." : edit.hint());
        Point at = s.path().getLast();
        if (s.original().isEmpty()) {
            return step.withDraft(circle(at, edit.outline().<Shape>map(Shape.Outline::new), context));
        }
        return step.withDraft(circle(at, Optional.empty(), context))
                .withPreview(edit.changed(s.original().get().annotation(), context).in(context.casefile()));
    }

    private static ToolStep end(ToolState.Painting s, ToolContext context) {
        return edit(s, context).commit(s.original(), Origin.DRAWN, s.erase() ? "Rub from " : "Paint ", context)
                .withDraft(circle(s.path().getLast(), Optional.empty(), context));
    }

    private static Draft circle(Point at, Optional<Shape> shape, ToolContext context) {
        return new Draft(Draft.Kind.SHAPE, List.of(), Optional.of(at), context.labelling().structureId(), shape,
                context.brushRadius());
    }
}
