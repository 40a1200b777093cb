package foramen.workspace.tool;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.geometry.Contour;
import foramen.geometry.Point;
import foramen.geometry.Polygon;

/**
 * Moves one vertex of an outline without making a spike: where the vertices lie closer together than the pointer can tell
 * apart, the neighbours follow.
 */
final class SoftPull {
    /** How far the pull goes along the contour, in hit radii (engineering default). */
    private static final double REACH = 4;

    private SoftPull() {}

    /** How far along the contour the neighbours of vertex {@code index} follow, in image pixels; nought for not. */
    static double reach(Target target, int index, ToolContext context) {
        boolean dense = target instanceof Target.OfAnnotation(Annotation a)
                && a.shape() instanceof Shape.Outline(Polygon p)
                && Contour.spacingAt(p, index) < context.tolerance();
        return dense ? REACH * context.tolerance() : 0;
    }

    /** {@code target} with vertex {@code index} at {@code to}. */
    static Target pulled(Target target, int index, Point to, double reach, ToolContext context) {
        if (reach > 0 && target instanceof Target.OfAnnotation(Annotation a)
                && a.shape() instanceof Shape.Outline(Polygon p)) {
            Polygon pulled = Contour.pulled(p, index, to, reach);
            Polygon inside = new Polygon(pulled.vertices().stream().map(context.bounds()::clamp).toList());
            return new Target.OfAnnotation(a.withShape(new Shape.Outline(inside), context.now()));
        }
        return target.withPoint(index, to, context.now());
    }
}
