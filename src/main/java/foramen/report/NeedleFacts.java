package foramen.report;

import foramen.domain.anatomy.Structure;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.MarginReading;
import foramen.domain.plan.Needle;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.PassAssessment;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.TargetRule;
import foramen.geometry.Point;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A needle plan in words, as name and value with a source beneath. */
final class NeedleFacts {
    private static final List<Structure.Kind> KEPT_CLEAR = List.of(Structure.Kind.NERVE, Structure.Kind.VESSEL,
            Structure.Kind.NO_GO, Structure.Kind.BONE);

    private final NeedleRules rules;
    private final Locale locale;
    private final NeedlePlan plan;
    private final PassAssessment first;
    private final NeedleReading reading;

    /** The facts of the first target; those of others stand in the plan's record. */
    NeedleFacts(NeedleRules rules, Locale locale, PlanAssessment assessment) {
        this.rules = rules;
        this.locale = locale;
        this.plan = assessment.plan();
        this.first = assessment.passes().getFirst();
        this.reading = first.reading();
    }

    /**
     * One fact.
     *
     * @param name what it is
     * @param value with its unit
     * @param source where it comes from or what follows; may be empty
     * @param caution whether to look twice
     */
    record Fact(String name, String value, String source, boolean caution) {}

    /** All facts, in reading order. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        String target = plan.targetName().isBlank() ? "not named" : plan.targetName();
        facts.add(new Fact(plan.passes().size() > 1 ? "Target 1 of " + plan.passes().size() : "Target",
                target + ", " + plan.laterality().words(),
                "Entry " + place(plan.entry()) + ", target " + place(plan.target()), false));
        facts.add(new Fact("Depth below entry", reading.depth().text(locale), reason(), false));
        reading.depthFromTransducer()
                .ifPresent(d -> facts.add(new Fact("Depth below transducer face", d.text(locale), "", false)));
        facts.add(new Fact("Path under the skin", reading.pathLength().text(locale), "", false));
        facts.add(new Fact("Lateral offset", reading.lateralOffset().text(locale), "", false));
        facts.add(new Fact("Angle to skin", reading.angleToSkin().text(locale)
                + (plan.detail().approach().inPlane()
                        ? ", to the beam " + reading.angleToBeam().text(locale)
                        : ""),
                reading.visibility().map(b -> Words.capitalised(b.label()) + ". " + b.source()).orElse(""),
                reading.visibility().filter(b -> b.id().contains("poor")).isPresent()));
        facts.add(needle());
        facts.addAll(clearances());
        if (!plan.note().isBlank()) {
            facts.add(new Fact("Note", plan.note(), "", false));
        }
        return facts;
    }

    private String reason() {
        return reading.depth() instanceof Reading.Unmeasurable u ? u.reason() : "";
    }

    private Fact needle() {
        Optional<Needle> chosen = rules.needle(plan.needleId());
        String keeps = number(rules.reach().hubMm()) + " mm hub and " + number(rules.reach().reserveMm())
                + " mm reserve are kept (" + rules.reach().source() + ")";
        if (!(reading.pathLength() instanceof Reading.Measured path)) {
            return new Fact("Needle", chosen.map(Needle::label).orElse("not chosen"),
                    "Its reach cannot be checked without a scale.", false);
        }
        String shortest = rules.shortestFor(path.value()).map(n -> "Shortest that reaches: " + n.label())
                .orElse("No needle of the stock list reaches");
        return chosen.map(n -> {
            double spare = rules.reachMm(n) - path.value();
            String reach = number(n.lengthMm()) + " mm needle: " + number(Math.abs(spare))
                    + (spare < 0 ? " mm short" : " mm to spare");
            return new Fact("Needle", n.label() + ", " + n.type().words(), reach + ". " + shortest + ". " + keeps,
                    spare < 0);
        }).orElseGet(() -> new Fact("Needle", "not chosen", shortest + ". " + keeps, false));
    }

    /** The nearest of each kind that the rule of the target keeps clear of. */
    private List<Fact> clearances() {
        if (!(reading.depth() instanceof Reading.Measured)) {
            return List.of(new Fact("Margins", "cannot be checked without a scale", "", true));
        }
        List<Fact> facts = new ArrayList<>();
        for (Structure.Kind kind : KEPT_CLEAR) {
            first.margins().stream().filter(m -> m.kind() == kind).findFirst().ifPresent(m -> facts.add(margin(m)));
        }
        if (first.margins().stream().noneMatch(m -> m.kind() == Structure.Kind.NERVE)) {
            facts.addFirst(new Fact(name(Structure.Kind.NERVE), "no nerve outlined on this frame", "", true));
        }
        return facts;
    }

    private static String name(Structure.Kind kind) {
        return "Distance to "
                + (kind == Structure.Kind.NO_GO ? "no-go zone" : kind.name().toLowerCase(Locale.ROOT));
    }

    private Fact margin(MarginReading m) {
        TargetRule.Limit limit = m.limit();
        double least = m.leastMm();
        String here = m.here()
                .map(c -> ", from the whole path, 95 % sure of " + mm(c.pathMargin95()) + "; from the tip "
                        + mm(c.tipMm()) + ". ")
                .orElse(", not drawn on this frame. ");
        String worst = m.worst().map(w -> "Worst on frame " + (w.frame() + 1) + ": " + mm(w.clear().pathMm())
                + ", 95 % sure of " + mm(w.clear().pathMargin95()) + ". ").orElse("");
        boolean below = limit.warns(least) || limit.blocks(least);
        String asked = limit.warnMm() > 0
                ? (below ? "Below the margin of " : "Margin of ") + number(limit.warnMm())
                        + (below ? " mm (" : " mm kept (")
                : below ? "Met by the path (" : "Not met by the path (";
        return new Fact(name(m.kind()), mm(m.here().map(MarginReading.Clear::pathMm).orElse(least)),
                m.name() + here + worst + asked + limit.source() + ")", below);
    }

    private String mm(double value) {
        NumberFormat f = NumberFormat.getNumberInstance(locale);
        f.setMinimumFractionDigits(1);
        f.setMaximumFractionDigits(1);
        f.setGroupingUsed(false);
        return f.format(value) + "\u00a0mm";
    }

    private String place(Point p) {
        return number(p.x()) + ", " + number(p.y()) + " px";
    }

    /** At most one decimal. */
    private String number(double value) {
        NumberFormat f = NumberFormat.getNumberInstance(locale);
        f.setMaximumFractionDigits(1);
        f.setGroupingUsed(false);
        return f.format(value);
    }
}
