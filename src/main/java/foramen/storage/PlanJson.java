package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.Approach;
import foramen.domain.plan.FrameRange;
import foramen.domain.plan.Landmark;
import foramen.domain.plan.NeedleDirection;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.PlanDetail;
import foramen.domain.plan.PlanOverride;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.List;
import java.util.Optional;

/** What a plan says beyond its first path, as fields of the plan's JSON object; what is plain is left out. */
final class PlanJson {
    private static final String THREE_POINTS = "three-points";
    private static final String CENTRE = "centre";
    private static final String FACE = "face";

    private PlanJson() {}

    /** Whether a version that knows of no more than one in-plane path would not misread the plan. */
    static boolean isPlain(PlanDetail d) {
        return d.withVersion(PlanDetail.FIRST.version()).equals(PlanDetail.FIRST);
    }

    static void write(ObjectNode node, PlanDetail d) {
        if (d.version() != PlanDetail.FIRST.version()) {
            node.put("version", d.version());
        }
        if (!d.ruleId().isEmpty()) {
            node.put("rule", d.ruleId());
        }
        if (!d.further().isEmpty()) {
            var all = node.putArray("further");
            d.further().forEach(p -> write(all.addObject(), p));
        }
        if (!d.approach().equals(Approach.PLAIN)) {
            write(node.putObject("approach"), d.approach());
        }
        d.range().ifPresent(r -> node.putObject("range").put("first", r.first()).put("last", r.last()));
        if (!d.overrides().isEmpty()) {
            var all = node.putArray("overrides");
            d.overrides().forEach(o -> write(all.addObject(), o));
        }
        if (!d.actual().isEmpty()) {
            var all = node.putArray("actual");
            d.actual().forEach(a -> write(all.addObject(), a));
        }
    }

    static PlanDetail detail(Fields f) {
        return new PlanDetail(f.optional("version", f::whole).orElse(PlanDetail.FIRST.version()),
                f.optional("rule", f::text).orElse(""),
                f.optional("further", n -> f.list(n, PlanJson::pass)).orElse(List.of()),
                f.optional("approach", n -> approach(f.object(n))).orElse(Approach.PLAIN),
                f.optional("range", n -> range(f.object(n))),
                f.optional("overrides", n -> f.list(n, PlanJson::override)).orElse(List.of()),
                f.optional("actual", n -> f.list(n, PlanJson::actual)).orElse(List.of()));
    }

    private static void write(ObjectNode node, NeedlePass p) {
        DrawnJson.write(node.putArray("entry"), p.entry());
        DrawnJson.write(node.putArray("target"), p.target());
        node.put("targetName", p.targetName());
        node.put("rule", p.ruleId());
    }

    private static NeedlePass pass(Fields f) {
        return new NeedlePass(f.point("entry"), f.point("target"), f.text("targetName"), f.text("rule"));
    }

    private static FrameRange range(Fields f) {
        return new FrameRange(f.whole("first"), f.whole("last"));
    }

    private static void write(ObjectNode node, Approach a) {
        a.puncture().ifPresent(p -> {
            ObjectNode puncture = node.putObject("puncture");
            p.planeDistanceMm().ifPresent(mm -> puncture.put("planeDistanceMm", mm));
            p.angleDegrees().ifPresent(degrees -> puncture.put("angleDegrees", degrees));
        });
        node.put("direction", a.direction().name());
        node.put("landmark", a.landmark().name());
        a.landmark().mm().ifPresent(mm -> node.put("landmarkMm", mm));
        node.put("dopplerDone", a.dopplerDone());
        a.skin().ifPresent(s -> write(node.putObject("skin"), s));
    }

    private static Approach approach(Fields f) {
        return new Approach(f.optional("puncture", n -> puncture(f.object(n))),
                f.choice("direction", NeedleDirection.class),
                new Landmark(f.text("landmark"), f.optional("landmarkMm", f::number)), f.flag("dopplerDone"),
                f.optional("skin", n -> skin(f.object(n))));
    }

    private static Puncture puncture(Fields f) {
        return new Puncture(f.optional("planeDistanceMm", f::number), f.optional("angleDegrees", f::number));
    }

    private static void write(ObjectNode node, SkinSetting s) {
        switch (s.form()) {
            case SkinSetting.Form.ThreePoints t -> node.put("form", THREE_POINTS);
            case SkinSetting.Form.Centre c -> node.put("form", CENTRE).put("radiusMm", c.radiusMm());
            case SkinSetting.Form.Face c -> node.put("form", FACE).put("radiusMm", c.radiusMm());
        }
        var points = node.putArray("points");
        s.points().forEach(p -> DrawnJson.write(points.addArray(), p));
        node.put("author", s.author());
        node.put("at", s.at().toString());
    }

    private static SkinSetting skin(Fields f) {
        String form = f.text("form");
        List<Point> p = f.points("points");
        if (p.size() != (form.equals(THREE_POINTS) ? 3 : 1)) {
            throw new Fields.Malformed(f.place(), "has " + p.size() + " points, which make no skin arc");
        }
        return new SkinSetting(switch (form) {
            case THREE_POINTS -> new SkinSetting.Form.ThreePoints(p.get(0), p.get(1), p.get(2));
            case CENTRE -> new SkinSetting.Form.Centre(p.getFirst(), f.number("radiusMm"));
            case FACE -> new SkinSetting.Form.Face(p.getFirst(), f.number("radiusMm"));
            default -> throw new Fields.Malformed(f.place(), "has the unknown form " + form);
        }, f.text("author"), f.instant("at"));
    }

    private static void write(ObjectNode node, PlanOverride o) {
        node.put("code", o.code().name());
        node.put("target", o.target());
        node.put("subject", o.subject());
        node.put("words", o.words());
        node.put("reason", o.reason());
        node.put("author", o.author());
        node.put("at", o.at().toString());
    }

    private static PlanOverride override(Fields f) {
        return new PlanOverride(f.choice("code", PlanWarning.Code.class), f.whole("target"), f.text("subject"),
                f.text("words"), f.text("reason"), f.text("author"), f.instant("at"));
    }

    private static void write(ObjectNode node, ActualNeedle a) {
        DrawnJson.write(node.putObject("frame"), a.frame());
        node.put("target", a.targetNumber());
        DrawnJson.write(node.putArray("shaft"), a.shaft());
        DrawnJson.write(node.putArray("tip"), a.tip());
        DrawnJson.write(node.putArray("targetSeen"), a.target());
        a.spread().ifPresent(s -> {
            var points = node.putArray("spread");
            s.vertices().forEach(p -> DrawnJson.write(points.addArray(), p));
        });
        node.put("author", a.author());
        node.put("at", a.at().toString());
    }

    private static ActualNeedle actual(Fields f) {
        Optional<Polygon> spread = f.optional("spread", n -> new Polygon(f.points(n)));
        return new ActualNeedle(DrawnJson.frame(f.object("frame")), f.whole("target"), f.point("shaft"),
                f.point("tip"), f.point("targetSeen"), spread, f.text("author"), f.instant("at"));
    }
}
