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
import foramen.ui.support.Words;
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

    private final Words words;
    private final String title;
    private final Locale locale;
    private final Figures figures;

    /**
     * @param title what the numbers are of, which a copied line begins with
     * @param locale for numbers
     */
    SwellingSections(Words words, String title, Locale locale) {
        this.words = words;
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
        return line(name, r.text(locale), words.said(r.provenance()),
                r instanceof Reading.Measured ? Tone.NEUTRAL : Tone.AMBER);
    }

    /** AP, ML, flattening and calipers. */
    Optional<Section> size(Annotation a, Case casefile, ClipInfo clip, Thresholds thresholds) {
        List<Reading> readings = new Measurer(casefile.calibrationOf(clip)).diameters(a.shape());
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        if (readings.getFirst() instanceof Reading.Unmeasurable u) {
            return Optional.of(
                    new Section("size", words.text("swelling.size"), List.of(),
                            List.of(new Remark(words.said(u.reason()), "", Tone.AMBER))));
        }
        List<Line> lines = readings.stream().map(r -> r.quantity() == Quantity.FLATTENING_RATIO
                ? line(words.of(r.quantity()), r.text(locale),
                        words.said(r.provenance()) + ". " + thresholds.flattening().words())
                : line(words.of(r.quantity()), r)).toList();
        return Optional.of(new Section("size", words.text("swelling.size"), lines, List.of()));
    }

    /** Mean, SD and median grey, or why there are none. */
    Section echo(EchoDesk.State state, String area, List<Remark> remarks) {
        List<Line> lines = new ArrayList<>();
        List<Remark> all = new ArrayList<>();
        switch (state) {
            case EchoDesk.State.Pending p -> all.add(new Remark(words.text("swelling.pending"), "", Tone.NEUTRAL));
            case EchoDesk.State.None n -> all.add(new Remark(words.said(n.reason()), "", Tone.NEUTRAL));
            case EchoDesk.State.Known k -> {
                EchoReading e = k.reading();
                String source = words.text("swelling.echo.source", area, e.pixels());
                lines.add(
                        line(words.text("swelling.mean"),
                                figures.grey(e.mean()) + " ± " + figures.grey(e.sd()) + " (0–255)", source));
                lines.add(line(words.text("swelling.median"), figures.grey(e.median()) + " (0–255)", source));
                all.addAll(remarks);
            }
        }
        return new Section("echo", words.text("swelling.echo"), lines, all);
    }

    /** n, mean, SD and CV of repeated traces. */
    Section repeats(SiteValue value, int excluded, Thresholds.Repeating rule) {
        Spread s = value.spread();
        String source = words.said(value.provenance());
        List<Line> lines = new ArrayList<>();
        lines.add(line(words.text("swelling.meanof", s.n()), figures.squareMm(s.mean()), source));
        lines.add(line(words.text("swelling.sd"), s.sd().isPresent() ? figures.squareMm(s.sd().getAsDouble()) : DASH,
                s.sd().isPresent() ? source : words.text("swelling.nospread")));
        lines.add(line(words.text("swelling.cv"), s.cv().isPresent() ? figures.percent(s.cv().getAsDouble()) : DASH,
                s.cv().isPresent() ? source : words.text("swelling.nospread")));
        List<Remark> remarks = new ArrayList<>();
        if (s.n() < rule.advised()) {
            remarks.add(new Remark(
                    words.text(excluded == 0 ? "swelling.repeat" : "swelling.repeat.excluded", rule.advised(),
                            s.n(), excluded),
                    rule.citation().words(), Tone.NEUTRAL));
        }
        return new Section("repeats", words.text("swelling.repeats"), lines, remarks);
    }

    /** Difference, ratio and verdict of the two sides. */
    Section sides(SwellingReadings.Result result) {
        List<Line> lines = new ArrayList<>();
        if (result.comparison() instanceof Comparison.Made made) {
            String one = Words.capital(words.of(made.first().site().side()));
            String other = Words.capital(words.of(made.second().site().side()));
            lines.add(line(one, figures.squareMm(made.first().value()), words.said(made.first().provenance())));
            lines.add(line(other, figures.squareMm(made.second().value()), words.said(made.second().provenance())));
            String both = words.text("swelling.against", one, words.of(made.second().site().side()),
                    words.said(made.first().method()),
                    words.of(made.first().site().level()));
            lines.add(line(words.text("swelling.difference"), figures.change(made.difference(), "mm²"), both));
            lines.add(line(
                    words.text("swelling.lr", made.first().site().side().letter(),
                            made.second().site().side().letter()),
                    figures.ratio(made.ratio()), both));
        }
        return compared("sides", words.text("swelling.sides"), lines, result);
    }

    /** The swelling ratio with both sites. */
    Section swelling(SwellingReadings.Result result) {
        List<Line> lines = new ArrayList<>();
        if (result.comparison() instanceof Comparison.Made made) {
            lines.add(line(words.of(made.first().site().level()), figures.squareMm(made.first().value()),
                    words.said(made.first().provenance())));
            lines.add(line(words.text("swelling.refsite", words.of(made.second().site().level())),
                    figures.squareMm(made.second().value()), words.said(made.second().provenance())));
            lines.add(
                    line(words.text("swelling.ratio"), figures.ratio(made.ratio()), words.text("swelling.ratio.source",
                            words.said(made.first().method()), words.of(made.first().site().side()))));
        }
        return compared("swelling", words.text("swelling.ratio"), lines, result);
    }

    /** The change from the earlier to the later clip. */
    Section change(SwellingReadings.Result result) {
        List<Line> lines = new ArrayList<>();
        if (result.comparison() instanceof Comparison.Made made) {
            lines.add(line(words.text("swelling.before"), figures.squareMm(made.second().value()),
                    words.said(made.second().provenance())));
            lines.add(line(words.text("swelling.after"), figures.squareMm(made.first().value()),
                    words.said(made.first().provenance())));
            lines.add(line(words.text("swelling.change"), figures.change(made.percent(), "%"),
                    words.text("swelling.change.source",
                            figures.change(made.difference(), "mm²"), words.said(made.first().method()))));
        }
        return compared("change", words.text("swelling.beforeafter"), lines, result);
    }

    private Section compared(String id, String title, List<Line> lines, SwellingReadings.Result result) {
        List<Remark> remarks = new ArrayList<>();
        switch (result.comparison()) {
            case Comparison.Refused r ->
                remarks.add(new Remark(words.text("swelling.noverdict", words.said(r.reason())), "", Tone.NEUTRAL));
            case Comparison.Made m -> m.verdicts().forEach(v -> remarks.add(verdict(v)));
        }
        result.remarks().forEach(r -> remarks.add(new Remark(words.said(r), "", Tone.AMBER)));
        return new Section(id, title, lines, remarks);
    }

    private Remark verdict(Comparison.Verdict v) {
        String by = v.citation().map(c -> "; " + c.source() + confidence(c)).orElse("");
        return new Remark(words.said(v.words()) + by + ".", v.citation().map(Citation::words).orElse(""),
                switch (v.outcome()) {
                    case BEYOND_MEASUREMENT_ERROR, SUGGESTIVE -> Tone.AMBER;
                    case WITHIN_MEASUREMENT_ERROR, NOT_SUGGESTIVE, NO_REFERENCE -> Tone.NEUTRAL;
                });
    }

    private String confidence(Citation c) {
        return c.confidence() == Citation.Confidence.LOW ? "; " + words.text("swelling.low") : "";
    }

    /**
     * A thickness and what is known about it.
     *
     * @param all its repeats and the other side; empty where they are told with another caliper
     */
    Section thickness(TissueReadings.Thickness t, Optional<TissueReadings.Thicknesses> all) {
        List<Remark> remarks = new ArrayList<>();
        if (!t.words().isEmpty()) {
            remarks.add(new Remark(words.said(t.words()) + " " + t.source(), t.source(),
                    t.beyond().orElse(false) ? Tone.AMBER : Tone.NEUTRAL));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(line(words.text("swelling.thickness"), t.reading()));
        all.ifPresent(x -> {
            if (x.here().samples().size() > 1) {
                repeats(x.here(), lines);
            }
            x.sides().ifPresent(s -> sides(s, lines, remarks));
            x.remarks().forEach(r -> remarks.add(new Remark(words.said(r), "", Tone.AMBER)));
        });
        return new Section("thickness", title, lines, remarks);
    }

    private void repeats(SiteValue here, List<Line> lines) {
        Spread s = here.spread();
        String source = words.said(here.provenance());
        lines.add(line(words.text("swelling.meanof", s.n()), figures.mm(s.mean()), source));
        s.sd().ifPresent(sd -> lines.add(line(words.text("swelling.sd"), figures.mm(sd), source)));
        s.cv().ifPresent(cv -> lines.add(line(words.text("swelling.cv"), figures.percent(cv), source)));
    }

    private void sides(Comparison comparison, List<Line> lines, List<Remark> remarks) {
        switch (comparison) {
            case Comparison.Refused r ->
                remarks.add(new Remark(words.text("swelling.noverdict", words.said(r.reason())), "", Tone.NEUTRAL));
            case Comparison.Made m -> {
                for (SiteValue v : List.of(m.first(), m.second())) {
                    lines.add(line(Words.capital(words.of(v.site().side())), figures.mm(v.value()),
                            words.said(v.provenance())));
                }
                String both = words.text("swelling.against", Words.capital(words.of(m.first().site().side())),
                        words.of(m.second().site().side()), words.said(m.first().method()),
                        words.of(m.first().site().level()));
                lines.add(line(words.text("swelling.difference"), figures.change(m.difference(), "mm"), both));
                lines.add(line(words.text("swelling.percent"), figures.change(m.percent(), "%"), both));
                m.verdicts().forEach(v -> remarks.add(verdict(v)));
            }
        }
    }

    /** Size and distances of a calcification. */
    Section calcification(TissueReadings.Calcification c) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(words.of(Quantity.LENGTH), c.length()));
        c.thickness().ifPresent(t -> lines.add(line(words.text("swelling.thickness"), t)));
        lines.add(distance(words.text("calcification.spine"), c.toSpine()));
        lines.add(distance(words.text("calcification.nerve"), c.toNerve()));
        return new Section("calcification", title, lines, List.of());
    }

    /** What is not marked is no fault. */
    private Line distance(String name, Reading r) {
        return line(name, r.text(locale), words.said(r.provenance()));
    }

}
