package foramen.workspace.tool;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An object of the case that tools can hold: an annotation or a needle plan. */
public sealed interface Target {
    /** Its identifier. */
    String id();

    /** The frame it lies on. */
    FrameRef frame();

    /** Its handles; a plan's are entry and target. */
    List<Point> points();

    /** The points it is drawn through, which stay inside the picture. */
    List<Point> trace();

    /** Whether it is protected from editing. */
    boolean locked();

    /** The same object with handle {@code index} at {@code to}. */
    Target withPoint(int index, Point to, Instant at);

    /** The same object, all of it moved by {@code by}. */
    Target moved(Point by, Instant at);

    /** {@code casefile} with this object in the place of the one with its identifier. */
    Case in(Case casefile);

    /** {@code casefile} without this object. */
    Case outOf(Case casefile);

    /** What it is called in the middle of a sentence. */
    String name(ToolContext context);

    /** The object of {@code casefile} with that identifier. */
    static Optional<Target> find(Case casefile, String id) {
        return casefile.annotation(id).<Target>map(OfAnnotation::new).or(() -> casefile.plan(id).map(OfPlan::new));
    }

    /** {@code by}, shortened so that a box round {@code points} moved by it stays within {@code bounds}. */
    static Point within(List<Point> points, Point by, Bounds bounds) {
        Bounds box = Bounds.of(points);
        return new Point(shorten(by.x(), bounds.minX() - box.minX(), bounds.maxX() - box.maxX()),
                shorten(by.y(), bounds.minY() - box.minY(), bounds.maxY() - box.maxY()));
    }

    private static double shorten(double by, double least, double most) {
        // An object that already overhangs both edges stays where it is.
        return least <= most ? Math.clamp(by, least, most) : 0;
    }

    /** An annotation. */
    record OfAnnotation(Annotation annotation) implements Target {
        @Override
        public String id() {
            return annotation.id();
        }

        @Override
        public FrameRef frame() {
            return annotation.frame();
        }

        @Override
        public List<Point> points() {
            return annotation.shape().points();
        }

        @Override
        public List<Point> trace() {
            return annotation.shape().trace();
        }

        @Override
        public boolean locked() {
            return annotation.locked();
        }

        @Override
        public Target withPoint(int index, Point to, Instant at) {
            return new OfAnnotation(annotation.withShape(annotation.shape().withPoint(index, to), at));
        }

        @Override
        public Target moved(Point by, Instant at) {
            return new OfAnnotation(annotation.withShape(annotation.shape().moved(by), at));
        }

        @Override
        public Case in(Case casefile) {
            return casefile.withAnnotation(annotation);
        }

        @Override
        public Case outOf(Case casefile) {
            return casefile.withoutAnnotation(annotation.id());
        }

        @Override
        public String name(ToolContext context) {
            return context.structureName(annotation.structureId());
        }
    }

    /** A needle plan; handle 0 is the skin entry, handle 1 the target, and so on for its further targets. */
    record OfPlan(NeedlePlan plan) implements Target {
        @Override
        public String id() {
            return plan.id();
        }

        @Override
        public FrameRef frame() {
            return plan.frame();
        }

        @Override
        public List<Point> points() {
            return plan.passes().stream().flatMap(p -> Stream.of(p.entry(), p.target())).toList();
        }

        @Override
        public List<Point> trace() {
            return points();
        }

        @Override
        public boolean locked() {
            return false;
        }

        /** An entry takes all targets of its site along. */
        @Override
        public Target withPoint(int index, Point to, Instant at) {
            NeedlePass held = plan.passes().get(index / 2);
            if (index % 2 == 1) {
                return new OfPlan(plan.withPass(index / 2 + 1, held.withPath(new Segment(held.entry(), to)), at));
            }
            NeedlePlan next = plan;
            for (int n = 1; n <= plan.passes().size(); n++) {
                NeedlePass pass = plan.passes().get(n - 1);
                if (pass.entry().equals(held.entry())) {
                    next = next.withPass(n, pass.withPath(new Segment(to, pass.target())), at);
                }
            }
            return new OfPlan(next);
        }

        @Override
        public Target moved(Point by, Instant at) {
            NeedlePlan next = plan;
            for (int n = 1; n <= plan.passes().size(); n++) {
                NeedlePass pass = plan.passes().get(n - 1);
                next = next.withPass(n,
                        pass.withPath(new Segment(pass.entry().plus(by), pass.target().plus(by))), at);
            }
            return new OfPlan(next);
        }

        @Override
        public Case in(Case casefile) {
            return casefile.withPlan(plan);
        }

        @Override
        public Case outOf(Case casefile) {
            return casefile.withoutPlan(plan.id());
        }

        @Override
        public String name(ToolContext context) {
            return "needle plan";
        }
    }
}
