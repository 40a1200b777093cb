package foramen.report;

import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.Calibration;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.Needle;
import foramen.domain.plan.NeedleGeometry;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.Obstacle;
import foramen.geometry.Point;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A needle plan in words, as name and value with a source beneath. */
final class NeedleFacts {
    private final StructureCatalog catalog;
    private final NeedleRules rules;
    private final Locale locale;
    private final NeedlePlan plan;
    private final NeedleReading reading;

    NeedleFacts(StructureCatalog catalog, NeedleRules rules, Locale locale, NeedlePlan plan, Calibration calibration,
            List<Obstacle> obstacles) {
        this.catalog = catalog;
        this.rules = rules;
        this.locale = locale;
        this.plan = plan;
        this.reading = new NeedleGeometry(rules).read(plan.path(), calibration, obstacles);
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
        facts.add(new Fact("Target", target + ", " + plan.laterality().words(),
                "Entry " + place(plan.entry()) + ", target " + place(plan.target()), false));
        facts.add(new Fact("Depth below entry", reading.depth().text(locale), reason(), false));
        reading.depthFromTransducer()
                .ifPresent(d -> facts.add(new Fact("Depth below transducer face", d.text(locale), "", false)));
        facts.add(new Fact("Path under the skin", reading.pathLength().text(locale), "", false));
        facts.add(new Fact("Lateral offset", reading.lateralOffset().text(locale), "", false));
        facts.add(new Fact("Angle to skin", reading.angleToSkin().text(locale),
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
            return new Fact("Needle", n.label(), reach + ". " + shortest + ". " + keeps, spare < 0);
        }).orElseGet(() -> new Fact("Needle", "not chosen", shortest + ". " + keeps, false));
    }

    /** The nearest of each kind that has a margin. */
    private List<Fact> clearances() {
        List<Fact> facts = new ArrayList<>();
        for (NeedleRules.Margin margin : rules.margins()) {
            reading.clearances().stream()
                    .filter(c -> catalog.get(c.obstacle().structureId()).kind() == margin.kind()).findFirst()
                    .ifPresent(c -> facts.add(clearance(c, margin)));
        }
        if (facts.stream().noneMatch(f -> f.name().equals(name(Structure.Kind.NERVE)))) {
            facts.add(new Fact(name(Structure.Kind.NERVE), "no nerve outlined on this frame", "", true));
        }
        return facts;
    }

    private static String name(Structure.Kind kind) {
        return "Distance to "
                + (kind == Structure.Kind.NO_GO ? "no-go zone" : kind.name().toLowerCase(Locale.ROOT));
    }

    private Fact clearance(NeedleReading.Clearance c, NeedleRules.Margin margin) {
        String distance = c.fromPath().text(locale);
        String which = c.obstacle().name() + ", from the whole path; from the tip " + c.fromTip().text(locale) + ". ";
        if (!(c.fromPath() instanceof Reading.Measured m)) {
            return new Fact(name(margin.kind()), distance, which + "No margin can be checked without a scale.", false);
        }
        boolean below = m.value() < margin.warnMm();
        String verdict = (below ? "Below the margin of " : "Margin of ") + number(margin.warnMm())
                + (below ? " mm (" : " mm kept (") + margin.source() + ")";
        return new Fact(name(margin.kind()), distance, which + verdict, below);
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
