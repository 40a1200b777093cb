package foramen.workspace.tool;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import java.util.Optional;

/** Puts what was drawn into the case. */
final class NewAnnotation {
    /** An outline that crosses itself is allowed and flagged, since it has no definite area. */
    static final String CROSSES = "The outline crosses itself, so it has no area; drag its points apart to"
            + " untangle it.";

    private NewAnnotation() {}

    /**
     * One edit: a new annotation, which is selected.
     *
     * @param words its label, may be empty
     */
    static ToolStep of(Shape shape, String structureId, Origin origin, String words, ToolContext context) {
        Labelling l = context.labelling();
        Annotation a = new Annotation(context.ids().get(), context.frame(), shape, structureId, context.side(),
                l.level(), l.plane(), words, Annotation.State.PLAIN, origin, Optional.empty(), context.author(),
                context.now());
        return ToolStep.to(ToolState.Idle.START)
                .withEdit(context.casefile().withAnnotation(a), verb(shape) + context.structureName(structureId))
                .withSelection(new SelectionChange.Select(a.id()));
    }

    private static String verb(Shape shape) {
        return switch (shape) {
            case Shape.Area o -> "Draw ";
            case Shape.Polyline o -> "Draw ";
            case Shape.Text t -> "Write ";
            case Shape.Marker m -> "Mark ";
            case Shape measured -> "Measure ";
        };
    }
}
