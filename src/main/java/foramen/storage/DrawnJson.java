package foramen.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.annotation.Traits;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;

/** What was drawn on a frame, annotations and needle plans, as JSON and back. */
final class DrawnJson {
    private static final String OUTLINE = "outline";
    private static final String SPLINE = "spline";
    private static final String ELLIPSE = "ellipse";
    private static final String LINE = "line";
    private static final String POLYLINE = "polyline";
    private static final String BIDIRECTIONAL = "bidirectional";
    private static final String ANGLE = "angle";
    private static final String TEXT = "text";
    private static final String MARKER = "marker";

    private DrawnJson() {}

    static void write(ObjectNode node, Annotation a) {
        node.put("id", a.id());
        write(node.putObject("frame"), a.frame());
        write(node.putObject("shape"), a.shape());
        node.put("structure", a.structureId());
        node.put("laterality", a.laterality().name());
        node.put("level", a.level().name());
        node.put("plane", a.plane().name());
        node.put("label", a.label());
        node.put("locked", a.locked());
        node.put("hidden", a.hidden());
        node.put("origin", a.origin().name());
        a.follow().ifPresent(follow -> write(node.putObject("follow"), follow));
        if (!a.traits().equals(Traits.NONE)) {
            write(node.putObject("traits"), a.traits());
        }
        node.put("author", a.author());
        node.put("drawnAt", a.drawnAt().toString());
    }

    static Annotation annotation(Fields f) {
        return new Annotation(f.text("id"), frame(f.object("frame")), shape(f.object("shape")), f.text("structure"),
                f.choice("laterality", Laterality.class), f.choice("level", ScanLevel.class),
                f.choice("plane", ScanPlane.class), f.text("label"),
                new Annotation.State(f.flag("locked"), f.optional("hidden", f::flag).orElse(false)),
                f.optional("origin", n -> f.choice(n, Origin.class)).orElse(Origin.DRAWN),
                f.optional("follow", n -> follow(f.object(n))),
                f.optional("traits", n -> traits(f.object(n))).orElse(Traits.NONE), f.text("author"),
                f.instant("drawnAt"));
    }

    private static void write(ObjectNode node, Traits traits) {
        node.put("excluded", traits.excluded());
        traits.shadow().ifPresent(s -> node.put("shadow", s.name()));
        traits.contour().ifPresent(c -> node.put("contour", c.name()));
    }

    private static Traits traits(Fields f) {
        return new Traits(f.flag("excluded"), f.optional("shadow", n -> f.choice(n, Traits.Shadow.class)),
                f.optional("contour", n -> f.choice(n, Traits.Contour.class)));
    }

    private static void write(ObjectNode node, Follow follow) {
        node.put("track", follow.track());
        node.put("key", follow.key());
        node.put("confidence", follow.confidence());
        node.put("drifting", follow.drifting());
        node.put("review", follow.review().name());
    }

    private static Follow follow(Fields f) {
        return new Follow(f.text("track"), f.flag("key"), f.number("confidence"), f.flag("drifting"),
                f.choice("review", Follow.Review.class));
    }

    static void write(ObjectNode node, NeedlePlan p) {
        node.put("id", p.id());
        write(node.putObject("frame"), p.frame());
        write(node.putArray("entry"), p.entry());
        write(node.putArray("target"), p.target());
        node.put("laterality", p.laterality().name());
        node.put("targetName", p.targetName());
        node.put("needle", p.needleId());
        node.put("note", p.note());
        node.put("author", p.author());
        node.put("plannedAt", p.plannedAt().toString());
        PlanJson.write(node, p.detail());
    }

    static NeedlePlan plan(Fields f) {
        return new NeedlePlan(f.text("id"), frame(f.object("frame")), f.point("entry"), f.point("target"),
                f.choice("laterality", Laterality.class), f.text("targetName"), f.text("needle"), f.text("note"),
                f.text("author"), f.instant("plannedAt"), PlanJson.detail(f));
    }

    static void write(ObjectNode node, FrameRef frame) {
        node.put("sopInstanceUid", frame.sopInstanceUid());
        node.put("index", frame.index());
    }

    static FrameRef frame(Fields f) {
        return new FrameRef(f.text("sopInstanceUid"), f.whole("index"));
    }

    private static void write(ObjectNode node, Shape shape) {
        node.put("type", switch (shape) {
            case Shape.Outline o -> OUTLINE;
            case Shape.Spline s -> SPLINE;
            case Shape.Ellipse e -> ELLIPSE;
            case Shape.Line l -> LINE;
            case Shape.Polyline l -> POLYLINE;
            case Shape.Bidirectional b -> BIDIRECTIONAL;
            case Shape.Angle a -> ANGLE;
            case Shape.Marker m -> MARKER;
            case Shape.Text t -> TEXT;
        });
        if (shape instanceof Shape.Ellipse(Ellipse e)) {
            // Its handles would give it back only nearly.
            write(node.putArray("centre"), e.centre());
            write(node.putArray("halfAxis"), e.a());
            node.put("otherHalfAxis", e.minor());
            return;
        }
        ArrayNode points = node.putArray("points");
        shape.points().forEach(p -> write(points.addArray(), p));
    }

    private static Shape shape(Fields f) {
        String type = f.text("type");
        if (type.equals(ELLIPSE)) {
            return new Shape.Ellipse(new Ellipse(f.point("centre"), f.point("halfAxis"), f.number("otherHalfAxis")));
        }
        List<Point> points = f.points("points");
        return switch (type) {
            case SPLINE -> new Shape.Spline(new ClosedSpline(points));
            case POLYLINE -> new Shape.Polyline(points);
            case BIDIRECTIONAL -> {
                require(f, points, 4);
                yield new Shape.Bidirectional(new Segment(points.get(0), points.get(1)),
                        new Segment(points.get(2), points.get(3)));
            }
            case ANGLE -> {
                require(f, points, 3);
                yield new Shape.Angle(points.get(0), points.get(1), points.get(2));
            }
            case TEXT -> {
                require(f, points, 1);
                yield new Shape.Text(points.getFirst());
            }
            case OUTLINE -> new Shape.Outline(new Polygon(points));
            case LINE -> {
                require(f, points, 2);
                yield new Shape.Line(new Segment(points.get(0), points.get(1)));
            }
            case MARKER -> {
                require(f, points, 1);
                yield new Shape.Marker(points.getFirst());
            }
            default -> throw new Fields.Malformed(f.place(), "has the unknown type " + type);
        };
    }

    private static void require(Fields f, List<Point> points, int count) {
        if (points.size() != count) {
            throw new Fields.Malformed(f.place(), "has " + points.size() + " points instead of " + count);
        }
    }

    static void write(ArrayNode pair, Point p) {
        pair.add(p.x()).add(p.y());
    }
}
