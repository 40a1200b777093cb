package foramen.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;

/** What was drawn on a frame, annotations and needle plans, as JSON and back. */
final class DrawnJson {
    private static final String OUTLINE = "outline";
    private static final String LINE = "line";
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
        node.put("author", a.author());
        node.put("drawnAt", a.drawnAt().toString());
    }

    static Annotation annotation(Fields f) {
        return new Annotation(f.text("id"), frame(f.object("frame")), shape(f.object("shape")), f.text("structure"),
                f.choice("laterality", Laterality.class), f.choice("level", ScanLevel.class),
                f.choice("plane", ScanPlane.class), f.text("label"), f.flag("locked"), f.text("author"),
                f.instant("drawnAt"));
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
    }

    static NeedlePlan plan(Fields f) {
        return new NeedlePlan(f.text("id"), frame(f.object("frame")), f.point("entry"), f.point("target"),
                f.choice("laterality", Laterality.class), f.text("targetName"), f.text("needle"), f.text("note"),
                f.text("author"), f.instant("plannedAt"));
    }

    private static void write(ObjectNode node, FrameRef frame) {
        node.put("sopInstanceUid", frame.sopInstanceUid());
        node.put("index", frame.index());
    }

    private static FrameRef frame(Fields f) {
        return new FrameRef(f.text("sopInstanceUid"), f.whole("index"));
    }

    private static void write(ObjectNode node, Shape shape) {
        node.put("type", switch (shape) {
            case Shape.Outline o -> OUTLINE;
            case Shape.Line l -> LINE;
            case Shape.Marker m -> MARKER;
        });
        ArrayNode points = node.putArray("points");
        shape.points().forEach(p -> write(points.addArray(), p));
    }

    private static Shape shape(Fields f) {
        String type = f.text("type");
        List<Point> points = f.points("points");
        return switch (type) {
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

    private static void write(ArrayNode pair, Point p) {
        pair.add(p.x()).add(p.y());
    }
}
