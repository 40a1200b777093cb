package foramen.workspace.tool;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;

/** Writes words on the picture: a click says where, then they are typed; placing and typing are one edit. */
final class TextTool implements Tool {
    private static final String TYPE = "Type the words, then Enter; Esc gives up.";

    @Override
    public ToolId id() {
        return ToolId.TEXT;
    }

    @Override
    public ToolStep step(ToolState state, ToolInput input, ToolContext context) {
        return state instanceof ToolState.Writing w ? writing(w, input, context) : idle(input, context);
    }

    private static ToolStep idle(ToolInput input, ToolContext context) {
        return switch (input) {
            case ToolInput.Press p when p.clicks() == 1 -> show(context.bounds().clamp(p.at()));
            case ToolInput.Delete d -> SelectedObject.delete(ToolState.Idle.START, context);
            case ToolInput.Nudge n -> SelectedObject.nudge(ToolState.Idle.START, n, context);
            default -> ToolStep.to(ToolState.Idle.START);
        };
    }

    private static ToolStep writing(ToolState.Writing s, ToolInput input, ToolContext context) {
        return switch (input) {
            case ToolInput.Words w when !w.words().isBlank() -> NewAnnotation.of(new Shape.Text(s.at()),
                    StructureCatalog.FREE_LABEL, Origin.DRAWN, w.words().strip(), context);
            case ToolInput.Words w -> ToolStep.to(ToolState.Idle.START).withHint("Nothing was typed, nothing is kept.");
            case ToolInput.Cancel c -> ToolStep.to(ToolState.Idle.START);
            case ToolInput.Delete d -> ToolStep.to(ToolState.Idle.START);
            // Pressed elsewhere, or dragged before letting go: there they begin.
            case ToolInput.Press p -> show(context.bounds().clamp(p.at()));
            case ToolInput.Drag d -> show(context.bounds().clamp(d.at()));
            case ToolInput.Nudge n ->
                show(context.bounds().clamp(s.at().plus(new Point(n.dx(), n.dy()))));
            case ToolInput.Move m -> show(s.at());
            case ToolInput.Release r -> show(s.at());
            case ToolInput.Finish f -> show(s.at());
        };
    }

    private static ToolStep show(Point at) {
        return ToolStep.to(new ToolState.Writing(at))
                .withDraft(new Draft(Draft.Kind.TEXT, List.of(at), Optional.empty(), StructureCatalog.FREE_LABEL))
                .withHint(TYPE);
    }
}
