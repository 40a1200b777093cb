package foramen.dicom.sr.exact;

import foramen.domain.anatomy.Code;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a plan says beyond its first path, exactly; what is plain is left out, as in reports of older versions. */
final class PlanDetailRecord {
    private static final String THREE_POINTS = "three-points";
    private static final String CENTRE = "centre";
    private static final String FACE = "face";

    private PlanDetailRecord() {}

    static void write(RecordWriter record, PlanDetail d) {
        if (d.version() != PlanDetail.FIRST.version()) {
            record.value(Fields.PLAN_VERSION, d.version());
        }
        record.text(Fields.MARGIN_RULE, d.ruleId());
        d.further().forEach(p -> record.add(pass(p)));
        if (!d.approach().equals(Approach.PLAIN)) {
            record.add(approach(d.approach()));
        }
        d.range().ifPresent(r -> record.add(new RecordWriter(Fields.RANGE).value(Fields.FIRST_FRAME, r.first())
                .value(Fields.LAST_FRAME, r.last())));
        d.overrides().forEach(o -> record.add(override(o)));
        d.actual().forEach(a -> record.add(NeedleSeenRecord.write(a)));
    }

    static PlanDetail read(RecordReader r) {
        return new PlanDetail(r.whole(Fields.PLAN_VERSION, PlanDetail.FIRST.version()), r.text(Fields.MARGIN_RULE),
                r.all(Fields.FURTHER_TARGET, PlanDetailRecord::pass),
                r.part(Fields.APPROACH, PlanDetailRecord::approach).orElse(Approach.PLAIN),
                r.part(Fields.RANGE, PlanDetailRecord::range),
                r.all(Fields.PLAN_OVERRIDE, PlanDetailRecord::override),
                r.all(Fields.NEEDLE_SEEN, NeedleSeenRecord::read));
    }

    private static RecordWriter pass(NeedlePass p) {
        return new RecordWriter(Fields.FURTHER_TARGET).points(Fields.ENTRY, List.of(p.entry()))
                .points(Fields.TARGET, List.of(p.target())).text(Fields.TARGET_NAME, p.targetName())
                .text(Fields.MARGIN_RULE, p.ruleId());
    }

    private static NeedlePass pass(RecordReader r) {
        return new NeedlePass(r.point(Fields.ENTRY), r.point(Fields.TARGET), r.text(Fields.TARGET_NAME),
                r.text(Fields.MARGIN_RULE));
    }

    private static RecordWriter approach(Approach a) {
        RecordWriter record = new RecordWriter(Fields.APPROACH);
        a.puncture().ifPresent(p -> {
            RecordWriter puncture = new RecordWriter(Fields.PUNCTURE);
            p.planeDistanceMm().ifPresent(mm -> puncture.number(Fields.PLANE_DISTANCE_MM, mm));
            p.angleDegrees().ifPresent(degrees -> puncture.number(Fields.ANGLE_DEGREES, degrees));
            record.add(puncture);
        });
        record.choice(Fields.DIRECTION, a.direction()).text(Fields.LANDMARK, a.landmark().name());
        a.landmark().mm().ifPresent(mm -> record.number(Fields.LANDMARK_MM, mm));
        record.flag(Fields.DOPPLER_DONE, a.dopplerDone());
        a.skin().ifPresent(s -> record.add(skin(s)));
        return record;
    }

    private static Approach approach(RecordReader r) {
        return new Approach(r.part(Fields.PUNCTURE, PlanDetailRecord::puncture),
                r.choice(Fields.DIRECTION, NeedleDirection.class),
                refused(() -> new Landmark(r.text(Fields.LANDMARK), number(r, Fields.LANDMARK_MM))),
                r.flag(Fields.DOPPLER_DONE), r.part(Fields.SKIN_ARC, PlanDetailRecord::skin));
    }

    private static Puncture puncture(RecordReader r) {
        return refused(() -> new Puncture(number(r, Fields.PLANE_DISTANCE_MM), number(r, Fields.ANGLE_DEGREES)));
    }

    private static Optional<Double> number(RecordReader r, Code field) {
        return r.optional(field).isPresent() ? Optional.of(r.number(field)) : Optional.empty();
    }

    private static RecordWriter skin(SkinSetting s) {
        RecordWriter record = new RecordWriter(Fields.SKIN_ARC);
        switch (s.form()) {
            case SkinSetting.Form.ThreePoints t -> record.text(Fields.ARC_FORM, THREE_POINTS);
            case SkinSetting.Form.Centre c -> record.text(Fields.ARC_FORM, CENTRE).number(Fields.RADIUS_MM,
                    c.radiusMm());
            case SkinSetting.Form.Face f -> record.text(Fields.ARC_FORM, FACE).number(Fields.RADIUS_MM, f.radiusMm());
        }
        return record.points(Fields.POINTS, s.points()).text(Fields.AUTHOR, s.author()).value(Fields.AT, s.at());
    }

    private static SkinSetting skin(RecordReader r) {
        String form = r.text(Fields.ARC_FORM);
        List<Point> p = r.points(Fields.POINTS);
        if (p.size() != (form.equals(THREE_POINTS) ? 3 : 1)) {
            throw new Malformed("has " + p.size() + " points under “" + Fields.POINTS.meaning()
                    + "”, which make no skin arc");
        }
        return new SkinSetting(switch (form) {
            case THREE_POINTS -> new SkinSetting.Form.ThreePoints(p.get(0), p.get(1), p.get(2));
            case CENTRE -> new SkinSetting.Form.Centre(p.getFirst(), r.number(Fields.RADIUS_MM));
            case FACE -> new SkinSetting.Form.Face(p.getFirst(), r.number(Fields.RADIUS_MM));
            default -> throw new Malformed("sets a skin arc in an unknown way");
        }, r.text(Fields.AUTHOR), r.instant(Fields.AT));
    }

    private static FrameRange range(RecordReader r) {
        return refused(() -> new FrameRange(r.whole(Fields.FIRST_FRAME), r.whole(Fields.LAST_FRAME)));
    }

    private static RecordWriter override(PlanOverride o) {
        return new RecordWriter(Fields.PLAN_OVERRIDE).choice(Fields.WARNING, o.code())
                .value(Fields.TARGET_NUMBER, o.target()).text(Fields.SUBJECT, o.subject())
                .text(Fields.WORDS, o.words()).text(Fields.REASON, o.reason()).text(Fields.AUTHOR, o.author())
                .value(Fields.AT, o.at());
    }

    private static PlanOverride override(RecordReader r) {
        return refused(() -> new PlanOverride(r.choice(Fields.WARNING, PlanWarning.Code.class),
                r.whole(Fields.TARGET_NUMBER), r.text(Fields.SUBJECT), r.text(Fields.WORDS), r.text(Fields.REASON),
                r.text(Fields.AUTHOR), r.instant(Fields.AT)));
    }

    /** A part that no plan can have is damage of the record. */
    private static <T> T refused(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new Malformed("holds a plan that cannot be: " + e.getMessage(), e);
        }
    }
}
