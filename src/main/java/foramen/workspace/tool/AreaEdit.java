package foramen.workspace.tool;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.geometry.OutlineAlgebra;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.Comparator;
import java.util.Optional;

/**
 * Adds a painted or found region to an outline, takes it away, or makes a new outline of it. An outline is one piece
 * without holes; where that changes what was painted, the hint says so.
 *
 * @param outline the outline as it would be; empty where nothing would be left
 * @param hint what had to be changed to keep it one piece without holes; empty for nothing
 */
record AreaEdit(Optional<Polygon> outline, String hint) {
    private static final String ALL_GONE = "That would take away all of it; Delete deletes the outline.";
    private static final String PIECES = "The outline came apart; the largest piece is kept.";
    private static final String HOLE = "An outline has no holes; the hole was filled. Rub from its edge inwards.";
    private static final String RING = "A closed ring is filled, because an outline has no holes.";
    private static final String APART = "What was painted does not touch the outline, so nothing was added.";

    /** {@code region} on {@code base}, or by itself. */
    static AreaEdit of(Optional<Target.OfAnnotation> base, Polygon region, Point at, boolean erase) {
        Optional<Polygon> before = base.map(AreaEdit::polygon);
        if (before.isEmpty()) {
            return new AreaEdit(Optional.of(region), "");
        }
        if (erase) {
            OutlineAlgebra.Result less = OutlineAlgebra.difference(before.get(), region);
            String hint = less.outline().isEmpty()
                    ? ALL_GONE
                    : less.dropped() > 0
                            ? PIECES
                            : less.filled() > 0 ? HOLE : "";
            return new AreaEdit(less.outline(), hint);
        }
        if (!OutlineAlgebra.touch(before.get(), region)) {
            return new AreaEdit(before, APART);
        }
        OutlineAlgebra.Result more = OutlineAlgebra.union(before.get(), region, at);
        if (more.dropped() > 0) {
            // They touch in single points only.
            return new AreaEdit(before, APART);
        }
        return new AreaEdit(more.outline(), more.filled() > 0 ? RING : "");
    }

    private static Polygon polygon(Target.OfAnnotation target) {
        return ((Shape.Area) target.annotation().shape()).polygon();
    }

    /** The selected outline, if there is one on this frame that can be changed. */
    static Optional<Target.OfAnnotation> selected(ToolContext context) {
        return context.selectedId().flatMap(context.casefile()::annotation)
                .filter(a -> canChange(a, context)).map(Target.OfAnnotation::new);
    }

    /** The smallest outline at {@code p} on this frame that can be changed. */
    static Optional<Target.OfAnnotation> under(Point p, ToolContext context) {
        return context.casefile().annotationsOn(context.frame()).stream().filter(a -> canChange(a, context))
                .filter(a -> ((Shape.Area) a.shape()).polygon().contains(p))
                .min(Comparator.comparingDouble(a -> ((Shape.Area) a.shape()).polygon().area()))
                .map(Target.OfAnnotation::new);
    }

    private static boolean canChange(Annotation a, ToolContext context) {
        return a.frame().equals(context.frame()) && !a.locked() && !a.hidden() && a.shape() instanceof Shape.Area;
    }

    /** The outline changed in the case: one edit; nothing where nothing changed. */
    ToolStep commit(Optional<Target.OfAnnotation> base, Origin origin, String verb, ToolContext context) {
        if (outline.isEmpty()) {
            return ToolStep.to(ToolState.Idle.START).withHint(hint);
        }
        if (base.isEmpty()) {
            return NewAnnotation.of(new Shape.Outline(outline.get()), context.labelling().structureId(), origin, "",
                    context);
        }
        Annotation a = base.get().annotation();
        if (OutlineAlgebra.same(outline.get(), polygon(base.get()))) {
            return ToolStep.to(ToolState.Idle.START).withHint(hint);
        }
        return ToolStep.to(ToolState.Idle.START)
                .withEdit(changed(a, context).in(context.casefile()), verb + context.structureName(a.structureId()))
                .withSelection(new SelectionChange.Select(a.id())).withHint(hint);
    }

    /** {@code a} with the outline as it would be. */
    Target.OfAnnotation changed(Annotation a, ToolContext context) {
        return new Target.OfAnnotation(
                outline.map(o -> a.withShape(new Shape.Outline(o), context.now())).orElse(a));
    }
}
