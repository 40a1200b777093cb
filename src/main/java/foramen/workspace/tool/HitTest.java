package foramen.workspace.tool;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the object under the pointer: handles before edges before insides, the selected object before others, the
 * newer before the older, and of insides the smallest, so that a nerve within a muscle can be had.
 */
final class HitTest {
    private HitTest() {}

    /** The object of {@code casefile} on {@code frame} at {@code p}, within {@code tolerance} image pixels. */
    static Optional<Hit> at(Point p, Case casefile, FrameRef frame, Optional<String> selectedId, double tolerance) {
        List<Target> targets = targets(casefile, frame);
        // The selected one first; the sort keeps the order of the others.
        targets.sort(Comparator.comparing(t -> !selectedId.equals(Optional.of(t.id()))));
        return targets.stream().flatMap(t -> vertex(t, p, tolerance).stream()).findFirst()
                .or(() -> targets.stream().flatMap(t -> line(t, p, tolerance).stream()).findFirst())
                .or(() -> inside(targets, p));
    }

    /** The handle of {@code target} nearest to {@code p}, within {@code tolerance}. */
    static Optional<Hit> vertex(Target target, Point p, double tolerance) {
        List<Point> points = target.points();
        int best = -1;
        double nearest = tolerance;
        for (int i = 0; i < points.size(); i++) {
            double d = points.get(i).distanceTo(p);
            if (d <= nearest) {
                nearest = d;
                best = i;
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new Hit(target.id(), new Part.Vertex(best), target.locked()));
    }

    private static List<Target> targets(Case casefile, FrameRef frame) {
        List<Target> targets = new ArrayList<>();
        casefile.annotationsOn(frame).stream().filter(a -> !a.hidden())
                .forEach(a -> targets.add(new Target.OfAnnotation(a)));
        casefile.plansOn(frame).forEach(p -> targets.add(new Target.OfPlan(p)));
        // Painted last means on top.
        Collections.reverse(targets);
        return targets;
    }

    private static Optional<Hit> line(Target target, Point p, double tolerance) {
        return switch (target) {
            case Target.OfPlan plan -> plan.plan().passes().stream()
                    .flatMap(w -> body(target, w.path(), p, tolerance).stream()).findFirst();
            case Target.OfAnnotation a -> switch (a.annotation().shape()) {
                case Shape.Area o -> edge(target, o, p, tolerance);
                case Shape.Marker m -> Optional.empty();
                case Shape.Text t -> Optional.empty();
                case Shape open -> open.edges().stream().flatMap(e -> body(target, e, p, tolerance).stream())
                        .findFirst();
            };
        };
    }

    private static Optional<Hit> body(Target target, Segment s, Point p, double tolerance) {
        return s.distanceTo(p) <= tolerance
                ? Optional.of(new Hit(target.id(), new Part.Body(), target.locked()))
                : Optional.empty();
    }

    private static Optional<Hit> edge(Target target, Shape.Area area, Point p, double tolerance) {
        List<Segment> edges = area.edges();
        int best = -1;
        double nearest = tolerance;
        for (int i = 0; i < edges.size(); i++) {
            double d = edges.get(i).distanceTo(p);
            if (d <= nearest) {
                nearest = d;
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int handle = area.handleBefore(best);
        Part part = handle < 0 ? new Part.Body() : new Part.Edge(handle);
        return Optional.of(new Hit(target.id(), part, target.locked()));
    }

    private static Optional<Hit> inside(List<Target> targets, Point p) {
        return targets.stream().flatMap(t -> outline(t).filter(o -> o.contains(p)).stream()
                .map(o -> new Inside(new Hit(t.id(), new Part.Body(), t.locked()), o.area())))
                .min(Comparator.comparingDouble(Inside::area)).map(Inside::hit);
    }

    private static Optional<Polygon> outline(Target target) {
        return target instanceof Target.OfAnnotation(Annotation a) && a.shape() instanceof Shape.Area o
                ? Optional.of(o.polygon())
                : Optional.empty();
    }

    private record Inside(Hit hit, double area) {}
}
