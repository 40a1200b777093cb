package foramen.ui.plan;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.delivery.PlanRecordReader;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import foramen.domain.plan.Crossing;
import foramen.domain.plan.Fan;
import foramen.domain.plan.FrameRange;
import foramen.domain.plan.MarginReading;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.PassAssessment;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanOverride;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.SkinLine;
import foramen.domain.plan.SkinSource;
import foramen.domain.plan.TargetRule;
import foramen.domain.plan.VisibilityBand;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.measure.PlanDesk;
import foramen.workspace.measure.WorstCases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts into words what follows from a plan, as seen from one of its targets. */
final class PlanSheets {
    private final StructureCatalog catalog;
    private final NeedleRules rules;
    private final CaseReadings readings;
    private final Words words;
    private final Locale locale;
    private final SeenRows seen;
    private final PlanRecordReader records;
    private final RecordFacts facts;

    PlanSheets(StructureCatalog catalog, PlanDesk desk, Words words) {
        this.catalog = catalog;
        this.rules = desk.rules();
        this.readings = desk.readings();
        this.words = words;
        this.locale = words.locale();
        this.seen = new SeenRows(readings, desk.clips(), words);
        this.records = desk.records();
        this.facts = new RecordFacts(words);
    }

    /** The sheet of {@code plan}, with what is known of its worst case. */
    PlanState.Sheet sheet(NeedlePlan plan, int wanted, Case casefile, ClipInfo clip, WorstCases.Known worst) {
        int number = Math.clamp(wanted, 1, plan.passes().size());
        boolean known = plan.detail().range().isPresent() && worst.current() && worst.assessment().isPresent();
        NeedlePlan live = plan.withDetail(plan.detail().withRange(Optional.empty()), plan.plannedAt());
        PlanAssessment a = known ? worst.assessment().get() : readings.assess(live, casefile, clip);
        Fan fan = known ? worst.fans().get(number - 1) : readings.fan(live, number, casefile, clip);
        Optional<PlanAssessment> before = known ? Optional.empty() : worst.assessment();
        PassAssessment pass = a.passes().get(number - 1);
        List<PlanState.WarningRow> warnings = warnings(a, before);
        NeedleFit fit = new NeedleFit(rules, words);
        Reading path = pass.reading().pathLength();
        return new PlanState.Sheet(plan, target(plan, pass, fan), targets(plan, a, number, warnings), skin(plan, pass),
                range(plan, worst), margins(plan, pass, before, casefile), fit.options(path),
                fit.verdict(path, plan.needleId()),
                warnings, seen.of(plan, a, casefile), facts.of(records.read(plan, casefile, clip)));
    }

    /** The plans of the case's other clips, with their needles that were seen on {@code clip}. */
    List<PlanState.Elsewhere> elsewhere(Case casefile, ClipInfo clip, Optional<String> selected) {
        String here = clip.identity().sopInstanceUid();
        return casefile.plans().stream().filter(p -> !p.frame().sopInstanceUid().equals(here))
                .map(p -> new PlanState.Elsewhere(p.id(), called(p),
                        words.text("plan.seen.title.clip", words.text("frame.lower", p.frame().number()),
                                ClipNames.of(p.frame().sopInstanceUid(), casefile, words)),
                        selected.filter(p.id()::equals).isPresent(), p.passes().size(), seen.on(here, p, casefile)))
                .toList();
    }

    /** What a plan is called in a list: its first target, how many more, and its side. */
    String called(NeedlePlan p) {
        String first = p.targetName().isBlank() ? words.text("plan.unnamed") : p.targetName();
        String named = p.passes().size() == 1 ? first : words.text("plan.called.several", first, p.passes().size() - 1);
        return p.laterality() == Laterality.UNSPECIFIED ? named : named + ", " + words.of(p.laterality());
    }

    private PlanState.TargetSheet target(NeedlePlan plan, PassAssessment pass, Fan fan) {
        NeedleReading reading = pass.reading();
        TargetRule rule = pass.rule();
        boolean chosen = !pass.pass().ruleId().isEmpty();
        List<PlanState.Choice> choices = new ArrayList<>();
        choices.add(new PlanState.Choice("", words.text("plan.rule.own")));
        rules.targets().forEach(r -> choices.add(new PlanState.Choice(r.id(), ruleName(r))));
        // Without a scale no millimetre stands on the page, not even one that is asked for.
        String limits = reading.depth() instanceof Reading.Measured m && m.unit() == Unit.MILLIMETRE
                ? rule.limits().stream()
                        .map(l -> "\n" + words.of(l.kind()) + ": " + MarginRow.asked(l, words) + " " + l.source())
                        .collect(Collectors.joining())
                : "";
        String source = rule.source() + limits;
        PlanState.Remark applied = new PlanState.Remark(
                words.text(chosen ? "plan.rule.chosen" : "plan.rule.applied", ruleName(rule), rule.source()), source,
                Tone.NEUTRAL);
        return new PlanState.TargetSheet(pass.number(), reading, pass.puncture(),
                reading.depth() instanceof Reading.Measured, provenance(plan, reading),
                reading.visibility().map(this::visibility), choices, applied, fan(plan, reading, fan));
    }

    private String ruleName(TargetRule r) {
        return words.ofFile("TargetRule." + r.id(), r.label());
    }

    private String fan(NeedlePlan plan, NeedleReading reading, Fan fan) {
        if (!plan.detail().approach().inPlane() || !(reading.depth() instanceof Reading.Measured)) {
            return "";
        }
        return fan.sectors().isEmpty()
                ? words.text("plan.fan.none")
                : words.text("plan.fan", fan.sectors().stream()
                        .map(s -> words.text("plan.fan.sector",
                                Math.round(Math.min(s.fromDegrees(), s.toDegrees())),
                                Math.round(Math.max(s.fromDegrees(), s.toDegrees()))))
                        .collect(Collectors.joining(", ")));
    }

    private List<PlanState.TargetRow> targets(NeedlePlan plan, PlanAssessment a, int number,
            List<PlanState.WarningRow> warnings) {
        return a.passes().stream().map(p -> {
            Tone tone = warnings.stream().filter(w -> w.override().isEmpty() && w.warning().target() == p.number())
                    .map(PlanState.WarningRow::tone).max(Enum::compareTo).orElse(Tone.NEUTRAL);
            String name = p.pass().targetName().isBlank()
                    ? words.text("plan.unnamed")
                    : words.said(p.pass().targetName());
            String site = words.text("plan.target.site", plan.site(p.number()), words.value(p.reading().depth()));
            return new PlanState.TargetRow(p.number(), name, site, p.number() == number, tone);
        }).toList();
    }

    private PlanState.Remark skin(NeedlePlan plan, PassAssessment pass) {
        String set = plan.detail().approach().skin()
                .map(s -> " " + words.text("plan.skin.set", words.said(s.method()), s.author())).orElse("");
        return pass.reading().skin().map(line -> {
            String radius = line instanceof SkinLine.Arc arc
                    ? " " + words.text("plan.skin.radius", Dimension.mm(arc.circle().radius(), locale))
                    : "";
            Tone tone = line.source() == SkinSource.ARC_MISSING ? Tone.AMBER : Tone.NEUTRAL;
            return new PlanState.Remark(Words.capital(words.of(line.source())) + "." + radius + set, "", tone);
        }).orElseGet(() -> new PlanState.Remark(words.text("plan.skin.noscale") + set, "", Tone.AMBER));
    }

    private PlanState.Remark range(NeedlePlan plan, WorstCases.Known worst) {
        if (plan.detail().range().isEmpty()) {
            return new PlanState.Remark(words.text("plan.worst.off"), "", Tone.NEUTRAL);
        }
        FrameRange r = plan.detail().range().get();
        String frames = words.text("plan.worst.frames", r.first() + 1, r.last() + 1);
        if (worst.failed()) {
            return new PlanState.Remark(frames + " " + words.text("plan.worst.failed"), "", Tone.RED);
        }
        return worst.current()
                ? new PlanState.Remark(frames, "", Tone.NEUTRAL)
                : new PlanState.Remark(frames + " " + words.text(worst.assessment().isPresent()
                        ? "plan.worst.working.before"
                        : "plan.worst.working"), "", Tone.AMBER);
    }

    /** What is of now; of another frame what was found last, marked so. */
    private PlanState.Margins margins(NeedlePlan plan, PassAssessment pass, Optional<PlanAssessment> before,
            Case casefile) {
        List<MarginReading> old = before.filter(b -> b.passes().size() >= pass.number())
                .map(b -> b.passes().get(pass.number() - 1).margins()).orElse(List.of());
        boolean tipOnly = !plan.detail().approach().inPlane();
        List<MarginReading> all = new ArrayList<>();
        for (MarginReading m : pass.margins()) {
            Optional<MarginReading.Worst> worst = old.stream().filter(o -> o.subject().equals(m.subject())).findFirst()
                    .flatMap(MarginReading::worst).or(m::worst);
            all.add(new MarginReading(m.subject(), m.name(), m.structureId(), m.kind(), m.here(), worst, m.limit()));
        }
        old.stream().filter(o -> o.here().isEmpty()
                && all.stream().noneMatch(m -> m.subject().equals(o.subject()))).forEach(all::add);
        all.sort(Comparator.comparingDouble(MarginReading::leastMm));
        List<MarginRow> rows = all.stream()
                .map(m -> MarginRow.of(m, structure(m.structureId()), tipOnly, before.isPresent(), words)).toList();
        List<PlanState.CrossingRow> crossed = pass.crossings().stream().filter(c -> isBoundary(c, pass, casefile))
                .map(c -> {
                    Structure s = structure(c.structureId());
                    String name = c.name().equals(s.name()) ? words.of(s) : c.name();
                    return new PlanState.CrossingRow(name, s.letter(), s.colour(), c.lengthMm() == 0
                            ? words.text("plan.crossing.at", Dimension.mm(c.fromMm(), locale))
                            : words.text("plan.crossing", Dimension.number(c.fromMm(), 1, locale),
                                    Dimension.mm(c.toMm(), locale)));
                }).toList();
        String none = !rows.isEmpty()
                ? ""
                : words.text(pass.reading().depth() instanceof Reading.Measured
                        ? "plan.noclearances"
                        : "plan.margins.noscale");
        return new PlanState.Margins(rows, crossed, none);
    }

    /** A caliper across a muscle is no boundary of it; a line along bone is one. */
    private boolean isBoundary(Crossing c, PassAssessment pass, Case casefile) {
        Structure.Kind kind = structure(c.structureId()).kind();
        return casefile.annotation(c.subject()).filter(a -> a.shape() instanceof Shape.Area).isPresent()
                || kind == Structure.Kind.BONE || rules.limit(pass.rule(), kind, c.structureId()).isPresent();
    }

    private Structure structure(String id) {
        return catalog.get(id);
    }

    private List<PlanState.WarningRow> warnings(PlanAssessment a, Optional<PlanAssessment> before) {
        List<PlanState.WarningRow> rows = new ArrayList<>();
        boolean several = a.passes().size() > 1;
        a.warnings().forEach(w -> rows.add(warning(w, a.override(w), several, "")));
        before.ifPresent(b -> b.warnings().stream().filter(w -> w.code() == PlanWarning.Code.WORST_CASE)
                .forEach(w -> rows.add(warning(w, b.override(w), several, " " + words.text("plan.warning.before")))));
        rows.sort(Comparator.comparing((PlanState.WarningRow r) -> r.override().isPresent())
                .thenComparing(r -> r.warning().level() != PlanWarning.Level.BLOCK)
                .thenComparing(r -> r.warning().target()));
        return rows;
    }

    private PlanState.WarningRow warning(PlanWarning w, Optional<PlanOverride> override, boolean several,
            String more) {
        String said = words.said(w.bare());
        String told = !several || w.target() == 0 ? said : words.text("plan.target.number", w.target()) + ": " + said;
        Tone tone = override.isPresent()
                ? Tone.NEUTRAL
                : w.level() == PlanWarning.Level.BLOCK ? Tone.RED : Tone.AMBER;
        return new PlanState.WarningRow(w, told + more, w.source(), tone, override);
    }

    private String provenance(NeedlePlan plan, NeedleReading reading) {
        String side = plan.laterality() == Laterality.UNSPECIFIED
                ? words.text("plan.noside")
                : Words.capital(words.of(plan.laterality()));
        String fromFace = reading.depthFromTransducer()
                .map(d -> ". " + words.text("plan.face", words.value(d))).orElse("");
        String joint = reading.pathLength() instanceof Reading.Measured ? ", " : ". ";
        return side + joint + words.said(reading.pathLength().provenance()) + fromFace;
    }

    private PlanState.Remark visibility(VisibilityBand band) {
        // In these two an ordinary needle is seen without other measures (needle-rules.json).
        boolean calm = Set.of("good", "fair").contains(band.id());
        return new PlanState.Remark(Words.capital(words.ofFile("Visibility." + band.id(), band.label())), band.source(),
                calm ? Tone.NEUTRAL : Tone.AMBER);
    }
}
