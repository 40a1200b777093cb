package foramen.ui.measure;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.measurement.Citation;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.SiteValue;
import foramen.domain.measurement.Spread;
import foramen.domain.measurement.Thresholds;
import foramen.ui.measure.SwellingState.Line;
import foramen.ui.measure.SwellingState.Remark;
import foramen.ui.measure.SwellingState.Section;
import foramen.ui.support.Tone;
import foramen.workspace.measure.EchoDesk;
import foramen.workspace.measure.EchoReading;
import foramen.workspace.measure.SwellingReadings;
import foramen.workspace.measure.TissueReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts the numbers of one annotation into lines and sentences. */
final class SwellingSections {
    private static final String DASH = "–";

    private final String title;
    private final Locale locale;
    private final Figures figures;

    /**
     * @param title what the numbers are of, which a copied line begins with
     * @param locale for numbers
     */
    SwellingSections(String title, Locale locale) {
        this.title = title;
        this.locale = locale;
        this.figures = new Figures(locale);
    }

    private Line line(String name, String value, String source) {
        return line(name, value, source, Tone.NEUTRAL);
    }

    private Line line(String name, String value, String source, Tone tone) {
        return new Line(name, value, source, tone,
                title + ": " + name + " " + value + (source.isEmpty() ? "" : " (" + source + ")"));
    }

    private Line line(String name, Reading r) {
        return line(name, r.text(locale), r.provenance(), r instanceof Reading.Measured ? Tone.NEUTRAL : Tone.AMBER);
    }

    /** AP, ML, flattening and calipers. */
    Optional<Section> size(Annotation a, Case casefile, ClipInfo clip, Thresholds thresholds) {
        List<Reading> readings = new Measurer(casefile.calibrationOf(clip)).diameters(a.shape());
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        if (readings.getFirst() instanceof Reading.Unmeasurable u) {
            return Optional.of(
                    new Section("size", "Size", List.of(), List.of(new Remark(u.reason(), "", Tone.AMBER))));
        }
        List<Line> lines = readings.stream().map(r -> r.quantity() == Quantity.FLATTENING_RATIO
                ? line(r.quantity().label(), r.text(locale),
                        r.provenance() + ". " + thresholds.flattening().words())
                : line(r.quantity().label(), r)).toList();
        return Optional.of(new Section("size", "Size", lines, List.of()));
    }

    /** Mean, SD and median grey, or why there are none. */
    Section echo(EchoDesk.State state, String area, List<Remark> remarks) {
        List<Line> lines = new ArrayList<>();
        List<Remark> all = new ArrayList<>();
        switch (state) {
            case EchoDesk.State.Pending p -> all.add(new Remark("Being worked out …", "", Tone.NEUTRAL));
            case EchoDesk.State.None n -> all.add(new Remark(n.reason(), "", Tone.NEUTRAL));
            case EchoDesk.State.Known k -> {
                EchoReading e = k.reading();
                String source = "inside the outline, " + area + ", " + e.pixels()
                        + " pixels; greys 0–255 as displayed, hangs on gain, depth and compression";
                lines.add(
                        line("Mean ± SD", figures.grey(e.mean()) + " ± " + figures.grey(e.sd()) + " (0–255)", source));
                lines.add(line("Median", figures.grey(e.median()) + " (0–255)", source));
                all.addAll(remarks);
            }
        }
        return new Section("echo", "Echo intensity", lines, all);
    }

    /** n, mean, SD and CV of repeated traces. */
    Section repeats(SiteValue value, int excluded, Thresholds.Repeating rule) {
        Spread s = value.spread();
        String source = value.provenance();
        List<Line> lines = new ArrayList<>();
        lines.add(line("Mean of " + s.n(), figures.squareMm(s.mean()), source));
        lines.add(line("SD", s.sd().isPresent() ? figures.squareMm(s.sd().getAsDouble()) : DASH,
                s.sd().isPresent() ? source : "one trace has no spread"));
        lines.add(line("CV", s.cv().isPresent() ? figures.percent(s.cv().getAsDouble()) : DASH,
                s.cv().isPresent() ? source : "one trace has no spread"));
        List<Remark> remarks = new ArrayList<>();
        if (s.n() < rule.advised()) {
            remarks.add(new Remark("Trace it " + rule.advised() + " times and use the mean; " + s.n() + " so far"
                    + (excluded == 0 ? "." : ", " + excluded + " excluded."), rule.citation().words(), Tone.NEUTRAL));
        }
        return new Section("repeats", "Repeated traces", lines, remarks);
    }

    /** Difference, ratio and verdict of the two sides. */
    Section sides(SwellingReadings.Result result) {
        List<Line> lines = new ArrayList<>();
        if (result.comparison() instanceof Comparison.Made made) {
            String one = capital(made.first().site().side().words());
            String other = capital(made.second().site().side().words());
            lines.add(line(one, figures.squareMm(made.first().value()), made.first().provenance()));
            lines.add(line(other, figures.squareMm(made.second().value()), made.second().provenance()));
            String both = one + " against " + other.toLowerCase(locale) + ", " + made.first().method() + ", "
                    + made.first().site().level().label();
            lines.add(line("Difference", figures.change(made.difference(), "mm²"), both));
            lines.add(line("Ratio " + made.first().site().side().letter() + "/" + made.second().site().side().letter(),
                    figures.ratio(made.ratio()), both));
        }
        return compared("sides", "Side to side", lines, result);
    }

    /** The swelling ratio with both sites. */
    Section swelling(SwellingReadings.Result result) {
        List<Line> lines = new ArrayList<>();
        if (result.comparison() instanceof Comparison.Made made) {
            lines.add(line(made.first().site().level().label(), figures.squareMm(made.first().value()),
                    made.first().provenance()));
            lines.add(line(made.second().site().level().label() + " (reference)",
                    figures.squareMm(made.second().value()), made.second().provenance()));
            lines.add(line("Swelling ratio", figures.ratio(made.ratio()), "largest site / reference site, "
                    + made.first().method() + ", " + made.first().site().side().words()));
        }
        return compared("swelling", "Swelling ratio", lines, result);
    }

    /** The change from the earlier to the later clip. */
    Section change(SwellingReadings.Result result) {
        List<Line> lines = new ArrayList<>();
        if (result.comparison() instanceof Comparison.Made made) {
            lines.add(line("Before", figures.squareMm(made.second().value()), made.second().provenance()));
            lines.add(line("After", figures.squareMm(made.first().value()), made.first().provenance()));
            lines.add(line("Change", figures.change(made.percent(), "%"), "(after − before) / before, "
                    + figures.change(made.difference(), "mm²") + ", " + made.first().method()));
        }
        return compared("change", "Before and after", lines, result);
    }

    private static Section compared(String id, String title, List<Line> lines, SwellingReadings.Result result) {
        List<Remark> remarks = new ArrayList<>();
        switch (result.comparison()) {
            case Comparison.Refused r -> remarks.add(new Remark("No verdict. " + r.reason(), "", Tone.NEUTRAL));
            case Comparison.Made m -> m.verdicts().forEach(v -> remarks.add(verdict(v)));
        }
        result.remarks().forEach(words -> remarks.add(new Remark(words, "", Tone.AMBER)));
        return new Section(id, title, lines, remarks);
    }

    private static Remark verdict(Comparison.Verdict v) {
        String by = v.citation().map(c -> "; " + c.source() + confidence(c)).orElse("");
        return new Remark(v.words() + by + ".", v.citation().map(Citation::words).orElse(""), switch (v.outcome()) {
            case BEYOND_MEASUREMENT_ERROR, SUGGESTIVE -> Tone.AMBER;
            case WITHIN_MEASUREMENT_ERROR, NOT_SUGGESTIVE, NO_REFERENCE -> Tone.NEUTRAL;
        });
    }

    private static String confidence(Citation c) {
        return c.confidence() == Citation.Confidence.LOW ? "; low confidence" : "";
    }

    /** A thickness and what is known about it. */
    Section thickness(TissueReadings.Thickness t) {
        List<Remark> remarks = t.words().isEmpty()
                ? List.of()
                : List.of(new Remark(t.words() + " " + t.source(), t.source(),
                        t.beyond().orElse(false) ? Tone.AMBER : Tone.NEUTRAL));
        return new Section("thickness", title, List.of(line("Thickness", t.reading())), remarks);
    }

    /** Size and distances of a calcification. */
    Section calcification(TissueReadings.Calcification c) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("Length", c.length()));
        c.thickness().ifPresent(t -> lines.add(line("Thickness", t)));
        lines.add(distance("To the ischial spine", c.toSpine()));
        lines.add(distance("To the sciatic nerve", c.toNerve()));
        return new Section("calcification", title, lines, List.of());
    }

    /** What is not marked is no fault. */
    private Line distance(String name, Reading r) {
        return line(name, r.text(locale), r.provenance());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
