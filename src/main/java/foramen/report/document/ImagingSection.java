package foramen.report.document;

import foramen.domain.anatomy.Structure;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.delivery.CaseFindings;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.SiteValue;
import foramen.report.document.Section.Row;
import foramen.report.document.Section.Table;
import foramen.report.document.Section.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What was measured, at which level and by which method, and what the two sides say beside one another. */
final class ImagingSection {
    /** Values that stand in the remark beneath the first two. */
    private static final Set<Quantity> IN_SHORT = Set.of(Quantity.AP_DIAMETER, Quantity.ML_DIAMETER,
            Quantity.FLATTENING_RATIO);

    private final ReportContext c;

    ImagingSection(ReportContext context) {
        this.c = context;
    }

    Section section() {
        List<Row> rows = new ArrayList<>();
        int followed = 0;
        for (CaseFindings.Measured m : c.findings().measurements()) {
            if (m.annotation().follow().map(Follow::key).orElse(true)) {
                rows.add(row(m));
            } else {
                followed++;
            }
        }
        Section.Builder s = c.section("imaging").add(new Table(c.text("measurements"), c.columns("structure", "side",
                "level", "frame#", "quantity", "value#", "method"), rows));
        if (followed > 0) {
            s.text(c.text("followed", followed), Tone.QUIET);
        }
        List<Row> sides = c.findings().sides().stream().map(this::comparison).toList();
        s.add(new Table(c.text("comparison"),
                c.columns("structure", "level", "first#", "second#", "difference#", "ratio#", "verdict"), sides));
        if (sides.isEmpty() && !rows.isEmpty()) {
            s.text(c.text("comparison.none"), Tone.QUIET);
        }
        c.casefile().statements().sameSettings().forEach(x -> s.text(c.text("settings.stated", c.clipNumber(x.clip()),
                c.clipNumber(x.otherClip()), x.by(), c.day(x.at())), Tone.QUIET));
        return s.build();
    }

    private Row row(CaseFindings.Measured m) {
        Annotation a = m.annotation();
        List<Reading> main = m.readings().stream().filter(r -> !isDiameter(r)).limit(2).toList();
        String quantities = main.stream().map(r -> c.words().terms().of(r.quantity(), r.quantity().label()))
                .collect(Collectors.joining("\n"));
        String values = main.stream().map(r -> r.text(Locale.ROOT)).collect(Collectors.joining("\n"));
        String method = main.stream().map(r -> said(r.provenance())).distinct().collect(Collectors.joining("\n"));
        String size = m.readings().stream()
                .filter(r -> r instanceof Reading.Measured && IN_SHORT.contains(r.quantity()))
                .map(r -> c.words().terms().of(r.quantity(), r.quantity().shortLabel()) + " " + r.text(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String out = a.traits().excluded() ? c.text("excluded") : "";
        String remark = List.of(a.label(), size, out).stream().filter(t -> !t.isBlank())
                .collect(Collectors.joining(" · "));
        return new Row(List.of(name(m.structure()),
                c.side(a.laterality()) + ", " + c.words().terms().of(a.plane(), a.plane().words()),
                c.words().terms().of(a.level(), a.level().label()),
                c.clipNumber(a.frame().sopInstanceUid()) + " · " + a.frame().number(), quantities, values, method),
                remark, false);
    }

    private static boolean isDiameter(Reading r) {
        return IN_SHORT.contains(r.quantity()) || r.quantity() == Quantity.MAXIMUM_CALIPER
                || r.quantity() == Quantity.MINIMUM_CALIPER;
    }

    private Row comparison(Comparison.Made made) {
        SiteValue a = made.first();
        SiteValue b = made.second();
        Structure structure = c.books().structures().get(a.site().structureId());
        String verdicts = made.verdicts().stream().map(v -> said(v.words())).collect(Collectors.joining("\n"));
        String sources = made.verdicts().stream().flatMap(v -> v.citation().stream()).map(k -> k.words()).distinct()
                .collect(Collectors.joining(" "));
        return new Row(List.of(name(structure), c.words().terms().of(a.site().level(), a.site().level().label()),
                value(a), value(b), signed(made.difference()) + "\u00a0" + a.unit().symbol(),
                number(made.ratio(), 2), verdicts),
                a.quantity() == b.quantity() && !sources.isEmpty() ? c.text("source", sources) : sources, false);
    }

    private String value(SiteValue v) {
        return c.side(v.site().side()) + "\n" + number(v.value(), 1) + "\u00a0" + v.unit().symbol() + "\n(n "
                + v.samples().size() + ")";
    }

    private String name(Structure s) {
        return c.words().terms().of(s);
    }

    private String said(String sentence) {
        return c.words().terms().said(sentence);
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + number(value, 1);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }
}
