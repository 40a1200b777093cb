package foramen.report.document;

import foramen.domain.anatomy.Structure;
import foramen.domain.delivery.CaseFindings;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.Approach;
import foramen.domain.plan.MarginReading;
import foramen.domain.plan.Needle;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.PassAssessment;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanOverride;
import foramen.domain.plan.PlanWarning;
import foramen.report.document.Section.Row;
import foramen.report.document.Section.Table;
import foramen.report.document.Section.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The needle plans of a case: way, needle, approach, distances, and each warning with the reason it was overridden. */
final class PlanFacts {
    private final ReportContext c;

    PlanFacts(ReportContext context) {
        this.c = context;
    }

    void add(Section.Builder b) {
        List<Row> ways = new ArrayList<>();
        List<Row> margins = new ArrayList<>();
        for (CaseFindings.Planned p : c.findings().plans()) {
            p.assessment().ifPresentOrElse(a -> a.passes().forEach(w -> {
                ways.add(way(p.plan(), w, a));
                w.margins().forEach(m -> margins.add(margin(w, m)));
            }), () -> ways.add(new Row(List.of(target(p.plan(), p.plan().targetName()), "–", "–", "–", "–",
                    needle(p.plan())), said(p.why()), false)));
        }
        b.add(new Table(c.text("plans"), c.columns("target", "depth#", "path#", "offset#", "angle#", "needle"), ways));
        b.add(new Table(c.text("margins"), c.columns("target", "structure", "distance#", "surely#", "asked#"),
                margins));
        for (CaseFindings.Planned p : c.findings().plans()) {
            p.assessment().ifPresent(a -> a.open().forEach(w -> warning(b, w)));
            p.plan().detail().overrides().forEach(o -> overridden(b, o));
        }
    }

    private Row way(NeedlePlan plan, PassAssessment w, PlanAssessment a) {
        NeedleReading r = w.reading();
        String crossed = w.crossings().stream().map(x -> name(x.name(), x.structureId())).distinct()
                .collect(Collectors.joining(", "));
        String why = r.depth() instanceof Reading.Unmeasurable u ? said(u.reason()) : "";
        List<String> remarks = new ArrayList<>();
        remarks.add(approach(plan.detail().approach()));
        remarks.add(crossed.isEmpty() ? "" : c.text("crossed", crossed));
        remarks.add(w.needle().map(n -> said(n.words(Locale.ROOT))).orElse(""));
        remarks.add(plan.note());
        remarks.add(why);
        remarks.add(c.text("plan.version", plan.detail().version(), plan.author(), c.dateTime(plan.plannedAt()),
                a.rulesVersion()));
        return new Row(List.of(w.number() + " · " + target(plan, w.pass().targetName()), r.depth().text(Locale.ROOT),
                r.pathLength().text(Locale.ROOT), r.lateralOffset().text(Locale.ROOT),
                r.angleToSkin().text(Locale.ROOT), needle(plan)),
                remarks.stream().filter(t -> !t.isBlank()).collect(Collectors.joining(" · ")), false);
    }

    private String target(NeedlePlan plan, String name) {
        return (name.isBlank() ? c.text("target.unnamed") : name) + ", " + c.side(plan.laterality());
    }

    private String needle(NeedlePlan plan) {
        return c.books().needles().needle(plan.needleId()).map(Needle::label).orElse(c.text("needle.none"));
    }

    private String approach(Approach a) {
        String way = c.text(a.inPlane() ? "in-plane" : "out-of-plane") + ", "
                + c.words().terms().of(a.direction(), a.direction().words());
        String landmark = a.landmark().name().isBlank()
                ? ""
                : ", " + a.landmark().mm().map(mm -> String.format(Locale.ROOT, "%.0f mm ", mm)).orElse("")
                        + a.landmark().name();
        return way + landmark + ", " + c.text(a.dopplerDone() ? "doppler.done" : "doppler.not");
    }

    private Row margin(PassAssessment w, MarginReading m) {
        Optional<MarginReading.Clear> clear = m.here().or(() -> m.worst().map(MarginReading.Worst::clear));
        String worst = m.worst().map(x -> c.text("worst", x.frame() + 1, mm(x.clear().pathMm()))).orElse("");
        return new Row(List.of(Integer.toString(w.number()), name(m.name(), m.structureId()),
                clear.map(k -> mm(k.pathMm())).orElse("–"),
                clear.map(k -> mm(k.pathMargin95())).orElse("–"),
                mm(m.limit().warnMm())), worst, false);
    }

    /** What was labelled by hand keeps its label. */
    private String name(String told, String structureId) {
        Structure s = c.books().structures().get(structureId);
        return told.equals(s.name()) ? c.words().terms().of(s) : told;
    }

    private static String mm(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace('-', '−') + "\u00a0mm";
    }

    private void warning(Section.Builder b, PlanWarning w) {
        b.text(said(w.words()), w.level() == PlanWarning.Level.BLOCK ? Tone.CAUTION : Tone.PLAIN);
    }

    private void overridden(Section.Builder b, PlanOverride o) {
        b.fact(c.text("overruled"), said(o.words()), c.text("overruled.why", o.reason(), o.author(),
                c.dateTime(o.at())));
    }

    private String said(String sentence) {
        return c.words().terms().said(sentence);
    }
}
