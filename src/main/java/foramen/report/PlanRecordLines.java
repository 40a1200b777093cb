package foramen.report;

import foramen.domain.anatomy.ScanPlane;
import foramen.domain.clip.Scale;
import foramen.domain.delivery.PlanRecord;
import foramen.domain.injection.Dose;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.ActualReading;
import foramen.domain.plan.Approach;
import foramen.domain.plan.Crossing;
import foramen.domain.plan.MarginReading;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PassAssessment;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.Puncture;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The record of a plan beyond the facts of its first target: warnings and who overrode them, targets, approach. */
final class PlanRecordLines {
    private static final String STOP = "Stop, not overridden";
    private static final String WARNING = "Warning";
    private static final int PLACES = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PlanAssessment assessment;
    private final NeedlePlan plan;
    private final PlanRecord record;
    private final SeenElsewhere seen;
    private final Times times;
    private final Locale locale;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One thing of the record.
     *
     * @param name what it is
     * @param text what there is to say
     * @param small sources and who said it; may be empty
     */
    record Entry(String name, String text, String small) {
        /** Whether it is a warning that nobody has overridden. */
        boolean open() {
            return name.equals(STOP) || name.equals(WARNING);
        }
    }

    /** Reads needles as seen, each at the scale of the clip it was seen in. */
    interface SeenElsewhere {
        /** How it differs from the plan; empty where that clip is not at hand. */
        Optional<ActualReading> reading(ActualNeedle needle);

        /** Why there is none. */
        String why(ActualNeedle needle);
    }

    PlanRecordLines(PlanAssessment assessment, PlanRecord record, SeenElsewhere seen, Times times, Locale locale) {
        this.assessment = assessment;
        this.plan = assessment.plan();
        this.record = record;
        this.seen = seen;
        this.times = times;
        this.locale = locale;
    }

    /** All entries; what must be known first stands first. */
    List<Entry> entries() {
        entries.clear();
        warnings();
        assessment.passes().stream().skip(1).forEach(this::target);
        plan.detail().actual().forEach(this::seen);
        approach();
        injectate();
        source();
        record.targets().forEach(this::place);
        record.marks().forEach(this::marked);
        return List.copyOf(entries);
    }

    private void row(String name, String text, String small) {
        entries.add(new Entry(name, text, small));
    }

    private void warnings() {
        for (PlanWarning w : assessment.open()) {
            row(w.level() == PlanWarning.Level.BLOCK ? STOP : WARNING, w.words(),
                    w.words().contains(w.source()) ? "" : w.source());
        }
        for (PlanWarning w : assessment.warnings()) {
            assessment.override(w).ifPresent(o -> row("Overridden", w.words(),
                    "By " + (o.author().isBlank() ? "nobody named" : o.author()) + ", " + times.dateTime(o.at()) + ": "
                            + o.reason()));
        }
    }

    private void target(PassAssessment p) {
        String name = p.pass().targetName().isBlank() ? "not named" : p.pass().targetName();
        String angle = plan.detail().approach().inPlane()
                ? ", to the beam " + p.reading().angleToBeam().text(locale)
                : "";
        row("Target " + p.number() + ", site " + p.site(), name + ": depth " + p.reading().depth().text(locale)
                + ", path " + p.reading().pathLength().text(locale) + ", offset "
                + p.reading().lateralOffset().text(locale) + ", to the skin "
                + p.reading().angleToSkin().text(locale) + angle
                + p.needle().map(n -> n.words(locale)).filter(n -> !n.isEmpty()).map(n -> ", " + n).orElse(""),
                "Rule: " + p.rule().label() + (p.margins().isEmpty()
                        ? ""
                        : ". " + p.margins().stream().limit(3).map(this::margin).collect(Collectors.joining("; "))));
    }

    private String margin(MarginReading m) {
        return m.name() + " " + m.here().map(c -> mm(c.pathMm()) + ", 95 % sure of " + mm(c.pathMargin95()))
                .orElse("not on this frame")
                + m.worst().map(w -> ", worst " + mm(w.clear().pathMm()) + " on frame " + (w.frame() + 1)).orElse("");
    }

    private void approach() {
        Approach a = plan.detail().approach();
        List<String> said = new ArrayList<>();
        said.add(a.puncture().map(this::puncture).orElse("in plane"));
        said.add(a.direction().words());
        if (!a.landmark().name().isBlank() || a.landmark().mm().isPresent()) {
            said.add("entry " + a.landmark().mm().map(v -> mm(v) + " ").orElse("") + "from "
                    + (a.landmark().name().isBlank() ? "the landmark" : a.landmark().name()));
        }
        said.add(a.dopplerDone() ? "Doppler done" : "Doppler not done");
        said.add("rule: " + assessment.passes().getFirst().rule().label());
        plan.detail().range().ifPresent(
                r -> said.add("worst case over frames " + (r.first() + 1) + " to " + (r.last() + 1)));
        List<String> small = new ArrayList<>();
        assessment.passes().getFirst().reading().skin().ifPresent(l -> small.add("Skin " + l.source().words()
                + a.skin().map(s -> " by " + s.method() + (s.author().isBlank() ? "" : ", " + s.author())).orElse("")));
        assessment.passes().forEach(p -> crossed(p).ifPresent(small::add));
        row("Approach", Words.capitalised(String.join(", ", said)), String.join(". ", small));
    }

    private String puncture(Puncture p) {
        return "out of plane, puncture " + p.planeDistanceMm().map(v -> mm(v) + " from the plane")
                .orElse("not measured")
                + assessment.passes().getFirst().puncture()
                        .map(r -> ", at " + Math.round(r.angleDegrees()) + "°").orElse("");
    }

    /** What a path goes through, in order; a caliper is no boundary, a guarded line is one. */
    private Optional<String> crossed(PassAssessment p) {
        List<Crossing> all = p.crossings().stream().filter(c -> c.lengthMm() > 0
                || p.margins().stream().anyMatch(m -> m.subject().equals(c.subject()))).toList();
        String whose = assessment.passes().size() > 1 ? "Crossed to target " + p.number() + ": " : "Crossed: ";
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(whose + all.stream().map(c -> c.name() + " " + mm(c.fromMm()) + (c.lengthMm() == 0
                        ? ""
                        : " to " + mm(c.toMm()))).collect(Collectors.joining(", ")));
    }

    /** Which plan this is, who made it and when. */
    static String mark(NeedlePlan plan, Times times) {
        return "plan " + plan.id() + ", version " + plan.detail().version()
                + (plan.author().isBlank() ? "" : ", " + plan.author()) + ", " + times.dateTime(plan.plannedAt());
    }

    private void seen(ActualNeedle n) {
        String name = "Seen, target " + n.targetNumber();
        boolean planned = n.frame().sopInstanceUid().equals(plan.frame().sopInstanceUid());
        String where = "Frame " + n.frame().number()
                + (planned ? "" : " of another clip, " + n.frame().sopInstanceUid());
        Optional<ActualReading> reading = seen.reading(n);
        if (reading.isEmpty()) {
            row(name, seen.why(n), where);
            return;
        }
        ActualReading r = reading.get();
        String spread = r.spreadArea().map(s -> ", spread " + s.text(locale)
                + (r.targetInSpread().orElse(false) ? ", target reached" : ", target not reached")).orElse("");
        row(name, "Tip " + r.tipError().text(locale) + " from the target: " + signed(r.depthError(), "deeper",
                "shallower") + ", " + signed(r.lateralError(), "to the right", "to the left") + ", to the skin "
                + r.angleToSkin().text(locale) + spread, where);
    }

    private void injectate() {
        for (PlanRecord.Portion p : record.injectate()) {
            row("To be given", p.product() + " " + p.strength() + ", " + Dose.plain(p.volumeMl()) + "\u00a0mL = "
                    + p.amount().text(PLACES) + "\u00a0" + p.unit() + (p.site().isBlank() ? "" : ", " + p.site()),
                    "Syringe " + p.syringe() + ", " + p.session() + p.fraction().map(f -> ". Local anaesthetic of the"
                            + " session: " + f.times(HUNDRED).text(1) + " % of the maximum, of this case alone")
                            .orElse(""));
        }
        if (record.injectate().isEmpty()) {
            row("To be given", "Nothing more is drawn up for this plan; what was given is in the ledger.", "");
        }
    }

    private void source() {
        PlanRecord.Source s = record.source();
        List<String> said = new ArrayList<>();
        said.add("frame " + s.frameNumber());
        said.add(s.scale().map(Scale.Known::perPixel).orElse("no scale"));
        said.add(s.transducer().isBlank() ? "probe not stated by the file" : "probe " + s.transducer());
        said.add(s.depthMm().map(d -> "depth " + mm(d))
                .orElse(s.scale().isPresent() ? "depth not stated" : "depth not told without a scale"));
        said.add(s.planes().isEmpty()
                ? "plane not set"
                : s.planes().stream().map(ScanPlane::words).collect(Collectors.joining(" and ")));
        row("Clip", Words.capitalised(String.join(", ", said)), s.sopInstanceUid());
        record.needle().ifPresent(n -> row("Needle", n.label() + ", " + n.type().words(), n.source()));
    }

    private void place(PlanRecord.Target t) {
        String code = t.code().map(c -> c.meaning() + " (" + c.scheme() + " " + c.value() + ")")
                .orElse(t.structureId().isEmpty() ? "no structure named" : "no code for " + t.structureId());
        row("Places, target " + t.number(), "Target " + place(t.target()) + "; entry " + place(t.entry())
                + t.entryFromEdgeMm().map(v -> ", " + mm(v) + " from the left edge of the ultrasound picture")
                        .orElse(""),
                code);
    }

    private void marked(PlanRecord.Marked m) {
        String size = m.widthMm().flatMap(w -> m.heightMm().map(h -> ", " + mm(w) + " wide, " + mm(h) + " high"))
                .orElse("");
        row("Marked", m.name() + ", " + m.side().words() + ": " + (m.closed() ? "outline" : "mark") + " of "
                + m.points().size() + (m.points().size() == 1 ? " point" : " points") + " round "
                + place(m.centre()) + size, "");
    }

    private String place(PlanRecord.Place p) {
        return one(p.px().x()) + ", " + one(p.px().y()) + " px"
                + p.mm().map(m -> " (" + one(m.x()) + ", " + mm(m.y()) + ")").orElse("");
    }

    private String signed(Reading r, String positive, String negative) {
        return r instanceof Reading.Measured m
                ? mm(Math.abs(m.value())) + " " + (m.value() < 0 ? negative : positive)
                : r.text(locale);
    }

    private String mm(double value) {
        return one(value) + "\u00a0mm";
    }

    private String one(double value) {
        NumberFormat f = NumberFormat.getNumberInstance(locale);
        f.setMinimumFractionDigits(1);
        f.setMaximumFractionDigits(1);
        f.setGroupingUsed(false);
        return f.format(value);
    }
}
