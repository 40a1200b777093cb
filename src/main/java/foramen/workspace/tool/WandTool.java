package foramen.workspace.tool;

import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;

/**
 * Outlines what is about as bright as the place pressed. Dragging to the right or up takes in more, to the left or down
 * less; Shift adds to the selected outline, Alt takes from it.
 */
final class WandTool implements Tool {
    /** Grey levels, of 256, that a plain click takes in on either side (engineering default). */
    static final double TOLERANCE = 20;
    private static final double MOST = 128;

    @Override
    public ToolId id() {
        return ToolId.WAND;
    }

    @Override
    public ToolStep step(ToolState state, ToolInput input, ToolContext context) {
        if (state instanceof ToolState.Growing g) {
            return context.picture().map(p -> growing(g, input, p, context))
                    .orElseGet(() -> ToolStep.to(ToolState.Idle.START));
        }
        return switch (input) {
            case ToolInput.Press p -> begin(context.bounds().clamp(p.at()), p.keys(), context);
            case ToolInput.Delete d -> SelectedObject.delete(ToolState.Idle.START, context);
            case ToolInput.Nudge n -> SelectedObject.nudge(ToolState.Idle.START, n, context);
            default -> ToolStep.to(ToolState.Idle.START);
        };
    }

    private static ToolStep begin(Point at, Modifiers keys, ToolContext context) {
        if (context.picture().isEmpty()) {
            return ToolStep.to(ToolState.Idle.START).withHint(LivewireTool.NO_PICTURE);
        }
        Optional<Target.OfAnnotation> original = keys.alt() || keys.shift()
                ? AreaEdit.selected(context)
                : Optional.empty();
        if (keys.alt() && original.isEmpty()) {
            return ToolStep.to(ToolState.Idle.START).withHint("Select the outline to take from first.");
        }
        return show(new ToolState.Growing(original, at, at, keys.alt(), context.slop() / 2), context.picture().get(),
                context);
    }

    private static ToolStep growing(ToolState.Growing s, ToolInput input, Picture picture, ToolContext context) {
        return switch (input) {
            case ToolInput.Drag d -> show(to(s, d.at()), picture, context);
            case ToolInput.Nudge n -> show(to(s, s.pointer().plus(new Point(n.dx(), n.dy()))), picture, context);
            case ToolInput.Release r -> end(to(s, r.at()), picture, context);
            case ToolInput.Finish f -> end(s, picture, context);
            // The button went up where nobody saw it.
            case ToolInput.Move m -> end(s, picture, context);
            case ToolInput.Press p -> end(s, picture, context);
            case ToolInput.Cancel c -> ToolStep.to(ToolState.Idle.START);
            case ToolInput.Delete d -> ToolStep.to(ToolState.Idle.START);
            case ToolInput.Words w -> show(s, picture, context);
        };
    }

    private static ToolState.Growing to(ToolState.Growing s, Point at) {
        return new ToolState.Growing(s.original(), s.seed(), at, s.erase(), s.perLevel());
    }

    /** One grey level for each half of the click slop. */
    static double tolerance(ToolState.Growing s) {
        double right = s.pointer().x() - s.seed().x();
        double up = s.seed().y() - s.pointer().y();
        return Math.clamp(TOLERANCE + (right + up) / s.perLevel(), 1, MOST);
    }

    private static Optional<Polygon> region(ToolState.Growing s, Picture picture) {
        return picture.alike(s.seed(), tolerance(s));
    }

    private static ToolStep show(ToolState.Growing s, Picture picture, ToolContext context) {
        ToolStep step = ToolStep.to(s).withHint("Tolerance " + Math.round(tolerance(s))
                + " of 255: drag right for more, left for less; let go to keep it, Esc gives up.");
        Optional<Polygon> region = region(s, picture);
        if (region.isEmpty()) {
            return step;
        }
        AreaEdit edit = AreaEdit.of(s.original(), region.get(), s.seed(), s.erase());
        if (s.original().isPresent()) {
            return step.withPreview(edit.changed(s.original().get().annotation(), context).in(context.casefile()));
        }
        return step.withDraft(new Draft(Draft.Kind.SHAPE, List.of(), Optional.empty(),
                context.labelling().structureId(), edit.outline().map(Shape.Outline::new), 0));
    }

    private static ToolStep end(ToolState.Growing s, Picture picture, ToolContext context) {
        return region(s, picture)
                .map(r -> AreaEdit.of(s.original(), r, s.seed(), s.erase()).commit(s.original(), Origin.WAND,
                        s.erase() ? "Take region from " : "Add region to ", context))
                .orElseGet(() -> ToolStep.to(ToolState.Idle.START)
                        .withHint("Nothing alike is enclosed there; press inside the structure."));
    }
}
