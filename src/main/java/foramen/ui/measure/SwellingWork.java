package foramen.ui.measure;

import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Thresholds;
import foramen.domain.measurement.Unit;
import foramen.ui.measure.SwellingState.CurvePoint;
import foramen.ui.measure.SwellingState.References;
import foramen.ui.measure.SwellingState.Section;
import foramen.ui.measure.SwellingState.TraceLine;
import foramen.ui.support.Words;
import foramen.workspace.measure.AreaCurve;
import foramen.workspace.measure.CaseClips;
import foramen.workspace.measure.EchoDesk;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.SwellingReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers questions about swelling, away from the interface thread; one at a time. */
final class SwellingWork {
    private final Words words;
    private final StructureCatalog structures;
    private final SwellingReadings swelling;
    private final Thresholds thresholds;
    private final Locale locale;
    private final Figures figures;

    SwellingWork(Words words, StructureCatalog structures, SwellingDesk desk, Locale locale) {
        this.words = words;
        this.structures = structures;
        this.swelling = desk.swelling();
        this.thresholds = desk.thresholds().thresholds();
        this.locale = locale;
        this.figures = new Figures(locale);
    }

    SwellingAnswer answer(SwellingQuestion q) {
        Annotation a = q.focus();
        Case casefile = q.casefile();
        CaseClips clips = q.clips();
        String title = title(a);
        SwellingSections made = new SwellingSections(words, title, locale);
        SwellingReadings.Result sides = swelling.sides(a, casefile, clips);
        List<TraceLine> traces = traces(a, casefile, clips);
        int excluded = (int) traces.stream().filter(t -> !t.counted()).count();
        List<ScanLevel> levels = List.copyOf(swelling.levels(a, casefile, clips));
        Optional<ScanLevel> chosen = q.reference().filter(levels::contains);
        List<Section> sections = new ArrayList<>();
        sections.add(made.sides(sides));
        swelling.repeats(a, casefile, clips)
                .filter(v -> v.samples().getFirst().reading().unit() == Unit.SQUARE_MILLIMETRE)
                .ifPresent(v -> sections.add(made.repeats(v, excluded, thresholds.repeats())));
        swelling.change(a, casefile, clips).ifPresent(r -> sections.add(made.change(r)));
        chosen.ifPresent(l -> sections.add(made.swelling(swelling.swelling(a, l, casefile, clips))));
        clips.info(a.frame().sopInstanceUid())
                .ifPresent(info -> made.size(a, casefile, info, thresholds).ifPresent(sections::add));
        Optional<Annotation> other = other(a, casefile, sides);
        return new SwellingAnswer(q, title, sections, traces.size() > 1 || excluded > 0 ? traces : List.of(),
                new References(levels.size() > 1 ? levels : List.of(), chosen), curve(q), areaWords(a, casefile, clips),
                other, other.flatMap(o -> clips.info(o.frame().sopInstanceUid()))
                        .flatMap(theirs -> EchoDesk.whyNotCompared(casefile, q.clip(), theirs)));
    }

    private String title(Annotation a) {
        return MeasureViewModel.title(words, structures.get(a.structureId()), a)
                + (a.level() == ScanLevel.UNSPECIFIED ? "" : ", " + words.of(a.level())) + ", "
                + words.text("frame.lower", a.frame().number());
    }

    private List<TraceLine> traces(Annotation a, Case casefile, CaseClips clips) {
        return swelling.repeatedTraces(a, casefile, clips).stream()
                .map(t -> new TraceLine(t.id(), words.text("trace", t.frame().number(),
                        swelling.area(t, casefile, clips).map(r -> r.text(locale)).orElse("–")),
                        !t.traits().excluded()))
                .toList();
    }

    private String areaWords(Annotation a, Case casefile, CaseClips clips) {
        return swelling.area(a, casefile, clips).filter(Reading.Measured.class::isInstance)
                .map(r -> r.text(locale)).orElse(words.text("swelling.noscale"));
    }

    /** What lies on the other side of the comparison. */
    private static Optional<Annotation> other(Annotation a, Case casefile, SwellingReadings.Result sides) {
        return sides.comparison() instanceof Comparison.Made made
                ? casefile.annotation((made.first().site().side() == a.laterality() ? made.second() : made.first())
                        .samples().getFirst().id()).or(() -> Optional.of(a))
                : Optional.empty();
    }

    Optional<SwellingAnswer.Along> curve(SwellingQuestion q) {
        ClipInfo clip = q.clip();
        if (!q.focus().frame().sopInstanceUid().equals(clip.identity().sopInstanceUid())) {
            return Optional.empty();
        }
        return swelling.curve(q.focus(), q.casefile(), clip).filter(c -> c.points().size() > 1)
                .map(c -> new SwellingAnswer.Along(c.points().stream().map(p -> point(p, c.method())).toList(),
                        clip.frames(), point(c.maximum().orElseThrow(), c.method()), leftOut(c)));
    }

    private String leftOut(AreaCurve c) {
        return c.leftOut() == 0
                ? ""
                : words.text(c.leftOut() == 1 ? "curve.leftout.one" : "curve.leftout.other", c.leftOut(),
                        words.said(c.method()));
    }

    private CurvePoint point(AreaCurve.Point p, String method) {
        return new CurvePoint(p.frame(), p.areaMm2(), figures.squareMm(p.areaMm2()),
                words.said(method) + ", " + words.of(p.standing()), p.standing(), p.gapBefore());
    }
}
