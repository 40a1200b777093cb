package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.delivery.PlanRecord;
import foramen.domain.plan.ActualReading;
import foramen.domain.plan.Approach;
import foramen.domain.plan.Fan;
import foramen.domain.plan.MarginReading;
import foramen.domain.plan.Needle;
import foramen.domain.plan.NeedleChoice;
import foramen.domain.plan.PassAssessment;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanOverride;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.PunctureReading;
import foramen.domain.plan.SkinLine;
import foramen.domain.plan.Uncertainty;
import foramen.geometry.Point;
import java.util.List;
import java.util.Locale;

/** A plan with all that follows from it as JSON: millimetres, degrees, image pixels and frame numbers from 1. */
final class PlanText {
    private PlanText() {}

    /** Puts the record of a plan into {@code node}. */
    static void put(ObjectNode node, PlanAssessment a, List<Fan> fans, List<ActualReading> actual) {
        Approach approach = a.plan().detail().approach();
        ObjectNode plan = node.putObject("approach");
        plan.put("in_plane", approach.inPlane());
        plan.put("direction", approach.direction().name().toLowerCase(Locale.ROOT));
        plan.put("landmark", approach.landmark().name());
        approach.landmark().mm().ifPresent(mm -> plan.put("landmark_mm", mm));
        plan.put("doppler_done", approach.dopplerDone());
        a.passes().getFirst().reading().skin().ifPresent(s -> node.set("skin", skin(s, approach)));
        ArrayNode targets = node.putArray("targets");
        for (int i = 0; i < a.passes().size(); i++) {
            targets.add(target(a.passes().get(i), fans.get(i)));
        }
        ArrayNode warnings = node.putArray("warnings");
        a.warnings().forEach(w -> warnings.add(warning(w, a)));
        node.put("blocked", a.blocked());
        if (!actual.isEmpty()) {
            ArrayNode seen = node.putArray("seen");
            actual.forEach(r -> seen.add(seen(r)));
        }
    }

    private static ObjectNode skin(SkinLine skin, Approach approach) {
        ObjectNode node = JsonText.object();
        node.put("form", skin instanceof SkinLine.Arc ? "arc" : "straight");
        node.put("source", skin.source().name().toLowerCase(Locale.ROOT));
        if (skin instanceof SkinLine.Arc arc) {
            node.put("radius_mm", arc.circle().radius());
            approach.skin().ifPresent(s -> node.put("method", s.method()));
        }
        return node;
    }

    private static ObjectNode target(PassAssessment p, Fan fan) {
        ObjectNode node = JsonText.object().put("number", p.number()).put("site", p.site());
        node.put("name", p.pass().targetName()).put("rule", p.rule().id());
        point(node.putArray("entry"), p.pass().entry());
        point(node.putArray("target"), p.pass().target());
        JsonText.put(node, "depth_mm", p.reading().depth());
        JsonText.put(node, "path_length_mm", p.reading().pathLength());
        JsonText.put(node, "lateral_offset_mm", p.reading().lateralOffset());
        JsonText.put(node, "angle_to_skin_deg", p.reading().angleToSkin());
        JsonText.put(node, "angle_to_beam_deg", p.reading().angleToBeam());
        p.reading().visibility().ifPresent(v -> node.put("visibility", v.id()));
        p.puncture().ifPresent(r -> node.set("puncture", puncture(r)));
        p.needle().ifPresent(n -> node.set("needle", needle(n)));
        ArrayNode crossings = node.putArray("crossings");
        p.crossings().forEach(c -> crossings.addObject().put("structure", c.structureId()).put("from_mm", c.fromMm())
                .put("to_mm", c.toMm()).put("length_mm", c.lengthMm()));
        ArrayNode margins = node.putArray("margins");
        p.margins().forEach(m -> margins.add(margin(m)));
        ArrayNode sectors = node.putArray("fan");
        fan.sectors().forEach(s -> {
            ObjectNode sector = sectors.addObject();
            point(sector.putArray("from"), s.from());
            point(sector.putArray("to"), s.to());
            sector.put("from_deg", s.fromDegrees()).put("to_deg", s.toDegrees());
        });
        return node;
    }

    private static ObjectNode puncture(PunctureReading r) {
        ObjectNode node = JsonText.object().put("plane_distance_mm", r.planeDistanceMm())
                .put("needed_deg", r.neededDegrees()).put("angle_deg", r.angleDegrees());
        r.meetingDepthMm().ifPresent(mm -> node.put("meeting_depth_mm", mm));
        r.meeting().ifPresent(m -> point(node.putArray("meeting"), m));
        r.pathMm().ifPresent(mm -> node.put("path_length_mm", mm));
        r.missMm().ifPresent(mm -> node.put("miss_mm", mm));
        return node;
    }

    private static ObjectNode needle(NeedleChoice n) {
        ObjectNode node = JsonText.object().put("needed_mm", n.neededMm());
        n.shortest().map(Needle::label).ifPresentOrElse(l -> node.put("shortest", l), () -> node.putNull("shortest"));
        n.chosen().ifPresent(c -> node.put("chosen", c.label()).put("gauge", c.gauge()).put("type", c.type().id()));
        n.spareMm().ifPresent(mm -> node.put("spare_mm", mm));
        return node;
    }

    private static ObjectNode margin(MarginReading m) {
        ObjectNode node = JsonText.object().put("structure", m.structureId()).put("name", m.name())
                .put("kind", m.kind().name().toLowerCase(Locale.ROOT)).put("warn_mm", m.limit().warnMm())
                .put("block_mm", m.limit().blockMm()).put("source", m.limit().source());
        m.here().ifPresent(c -> put(node, c));
        m.worst().ifPresent(w -> {
            ObjectNode worst = node.putObject("worst").put("frame", w.frame() + 1);
            put(worst, w.clear());
        });
        return node;
    }

    private static void put(ObjectNode node, MarginReading.Clear c) {
        node.put("path_mm", c.pathMm()).put("path_margin95_mm", c.pathMargin95());
        node.set("path_sd", uncertainty(c.uncertainty()));
        node.put("tip_mm", c.tipMm()).put("tip_margin95_mm", c.tipMargin95());
        node.set("tip_sd", uncertainty(c.tipUncertainty()));
    }

    private static ObjectNode uncertainty(Uncertainty u) {
        return JsonText.object().put("scale_mm", u.scaleMm()).put("trace_mm", u.traceMm())
                .put("depth_mm", u.depthMm()).put("total_mm", u.sigmaMm());
    }

    private static ObjectNode warning(PlanWarning w, PlanAssessment a) {
        ObjectNode node = JsonText.object().put("code", w.code().name()).put("level", w.level().name())
                .put("target", w.target()).put("subject", w.subject()).put("words", w.words())
                .put("source", w.source());
        node.put("overridden", a.override(w).isPresent());
        a.override(w).map(PlanOverride::reason).ifPresent(r -> node.put("reason", r));
        return node;
    }

    /** On what the plan was made, and what is marked there: points in pixels, and in millimetres from the image's corner. */
    static ObjectNode record(PlanRecord r) {
        ObjectNode node = JsonText.object().put("sop_instance_uid", r.source().sopInstanceUid()).put("frame",
                r.source().frameNumber());
        node.put("side", r.plan().laterality().name().toLowerCase(Locale.ROOT));
        r.source().scale().ifPresent(k -> node.putArray("mm_per_pixel").add(k.mmAcross(1)).add(k.mmDown(1)));
        node.put("probe", r.source().transducer());
        r.source().depthMm().ifPresent(mm -> node.put("depth_mm", mm));
        ArrayNode planes = node.putArray("planes");
        r.source().planes().forEach(p -> planes.add(p.name().toLowerCase(Locale.ROOT)));
        r.needle().ifPresent(n -> node.putObject("needle").put("id", n.id()).put("gauge", n.gauge())
                .put("length_mm", n.lengthMm()).put("type", n.type().id()));
        ArrayNode targets = node.putArray("targets");
        for (PlanRecord.Target t : r.targets()) {
            ObjectNode one = targets.addObject().put("number", t.number()).put("structure", t.structureId());
            t.code().ifPresent(c -> one.putObject("code").put("scheme", c.scheme()).put("value", c.value())
                    .put("meaning", c.meaning()));
            place(one.putObject("target"), t.target());
            place(one.putObject("entry"), t.entry());
            t.entryFromEdgeMm().ifPresent(mm -> one.put("entry_from_left_edge_mm", mm));
        }
        ArrayNode marks = node.putArray("marks");
        for (PlanRecord.Marked m : r.marks()) {
            ObjectNode one = marks.addObject().put("structure", m.structureId()).put("name", m.name())
                    .put("side", m.side().name().toLowerCase(Locale.ROOT)).put("closed", m.closed());
            ArrayNode points = one.putArray("points");
            m.points().forEach(p -> place(points.addObject(), p));
        }
        return node;
    }

    private static void place(ObjectNode node, PlanRecord.Place p) {
        point(node.putArray("px"), p.px());
        p.mm().ifPresent(mm -> point(node.putArray("mm"), mm));
    }

    private static ObjectNode seen(ActualReading r) {
        ObjectNode node = JsonText.object().put("target", r.actual().targetNumber());
        JsonText.put(node, "tip_error_mm", r.tipError());
        JsonText.put(node, "tip_error_depth_mm", r.depthError());
        JsonText.put(node, "tip_error_lateral_mm", r.lateralError());
        JsonText.put(node, "angle_to_skin_deg", r.angleToSkin());
        r.spreadArea().ifPresent(s -> JsonText.put(node, "spread_mm2", s));
        r.targetInSpread().ifPresent(i -> node.put("target_in_spread", i));
        return node;
    }

    private static void point(ArrayNode pair, Point p) {
        pair.add(p.x()).add(p.y());
    }
}
