package foramen.workspace.measure;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Comparisons;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Sample;
import foramen.domain.measurement.Site;
import foramen.domain.measurement.SiteValue;
import foramen.domain.measurement.Spread;
import foramen.domain.measurement.Thresholds;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Nerve swelling read off a case: repeated traces, side against side, site against site, before against after, and the
 * area along a clip. Uses all clips of the case, each at its own scale.
 *
 * <p>Which values are set against one another: on the side of the annotation asked about, the traces that repeat it. On
 * the other side, or of the other time, the group of traces at the same level and by the same method; of several, one
 * taken on the same day goes first, then the one with most traces, then the one drawn last.
 */
public final class SwellingReadings {
    private final Comparisons comparisons;
    private final AreaSamples areas = new AreaSamples();
    private Optional<Asked> last = Optional.empty();
    private List<SiteValue> lastGroups = List.of();

    /** Holds values against {@code thresholds}. */
    public SwellingReadings(Thresholds thresholds) {
        this.comparisons = new Comparisons(thresholds);
    }

    /**
     * A comparison with what is worth knowing about how it was chosen.
     *
     * @param comparison the comparison or why there is none
     * @param remarks one sentence each
     */
    public record Result(Comparison comparison, List<String> remarks) {
        /** Copies the remarks. */
        public Result {
            remarks = List.copyOf(remarks);
        }

        static Result refused(String reason) {
            return new Result(new Comparison.Refused(reason), List.of());
        }
    }

    /** Whether areas can be compared that {@code a} gives: an outline, an ellipse, or two calipers. */
    public boolean isAsked(Annotation a) {
        return AreaSamples.hasArea(a);
    }

    /** The area of {@code a}, or why there is none. */
    public Optional<Reading> area(Annotation a, Case casefile, CaseClips clips) {
        return clips.info(a.frame().sopInstanceUid()).map(info -> areas.area(a, casefile, info));
    }

    /** The traces that {@code asked} repeats and is repeated by; itself alone where it was not traced by hand. */
    public Optional<SiteValue> repeats(Annotation asked, Case casefile, CaseClips clips) {
        if (!AreaSamples.hasArea(asked) || !AreaSamples.counts(asked)) {
            return Optional.empty();
        }
        return groups(casefile, clips, asked.structureId()).stream()
                .filter(g -> g.samples().stream().anyMatch(s -> s.id().equals(asked.id()))).findFirst()
                .or(() -> areas.sample(asked, casefile, clips).map(s -> new SiteValue(List.of(s))));
    }

    /**
     * The annotations that are repeated traces of one place, the excluded ones among them, in drawing order.
     *
     * @param asked one of them
     */
    public List<Annotation> repeatedTraces(Annotation asked, Case casefile, CaseClips clips) {
        Optional<Reading> method = area(asked, casefile, clips);
        if (!(method.orElse(null) instanceof Reading.Measured ours)) {
            return List.of();
        }
        List<Sample> like = new ArrayList<>();
        for (Annotation a : casefile.annotations()) {
            if (a.structureId().equals(asked.structureId()) && AreaSamples.hasArea(a) && a.counts()
                    && AreaSamples.isTraced(a)) {
                areas.sample(a, casefile, clips).filter(s -> s.reading().method().equals(ours.method()))
                        .ifPresent(like::add);
            }
        }
        Set<String> ids = new HashSet<>();
        comparisons.repeats(like).stream().filter(g -> g.samples().stream().anyMatch(s -> s.id().equals(asked.id())))
                .flatMap(g -> g.samples().stream()).forEach(s -> ids.add(s.id()));
        return casefile.annotations().stream().filter(a -> ids.contains(a.id())).toList();
    }

    /** What the groups of a structure are made from. */
    private record Asked(String structureId, List<Annotation> annotations, List<ManualCalibration> calibrations,
            Map<String, Optional<ClipInfo>> clips) {}

    /** The groups of the last case that was asked about are kept: most questions are about the same one. */
    private List<SiteValue> groups(Case casefile, CaseClips clips, String structureId) {
        Map<String, Optional<ClipInfo>> known = new HashMap<>();
        for (Annotation a : casefile.annotations()) {
            known.computeIfAbsent(a.frame().sopInstanceUid(), clips::info);
        }
        Asked now = new Asked(structureId, casefile.annotations(), casefile.calibrations(), known);
        if (!last.map(now::equals).orElse(false)) {
            lastGroups = comparisons.repeats(areas.traces(casefile, clips, structureId));
            last = Optional.of(now);
        }
        return lastGroups;
    }

    /** The side that {@code asked} lies on against the other one. */
    public Result sides(Annotation asked, Case casefile, CaseClips clips) {
        Optional<String> whyNot = whyNot(asked, casefile, clips);
        if (whyNot.isPresent()) {
            return Result.refused(whyNot.get());
        }
        Site here = AreaSamples.site(asked);
        if (here.side() != Laterality.LEFT && here.side() != Laterality.RIGHT) {
            return Result.refused("Set the side of this outline in Outline to compare the sides.");
        }
        Laterality otherSide = here.side() == Laterality.LEFT ? Laterality.RIGHT : Laterality.LEFT;
        SiteValue ours = repeats(asked, casefile, clips).orElseThrow();
        List<SiteValue> theirs = groups(casefile, clips, asked.structureId()).stream()
                .filter(g -> g.site().side() == otherSide).toList();
        List<String> unknown = unknown(casefile, clips,
                a -> a.structureId().equals(asked.structureId()) && a.laterality() == otherSide);
        if (theirs.isEmpty()) {
            return Result.refused(unknown.isEmpty()
                    ? "Nothing to compare with: outline the same structure on the " + otherSide.words()
                            + ", at the same level and by the same method."
                    : unknown.getFirst());
        }
        GroupChoice choice = new GroupChoice(casefile, clips);
        SiteValue best = choice.best(theirs, ours);
        boolean oursFirst = casefile.side() == here.side()
                || (casefile.side() != otherSide && here.side() == Laterality.RIGHT);
        List<String> remarks = new ArrayList<>(unknown);
        choice.differentDays(ours, best).ifPresent(remarks::add);
        return new Result(oursFirst ? comparisons.sides(ours, best) : comparisons.sides(best, ours), remarks);
    }

    /** The levels at which the structure of {@code asked} is measured on its side, for a choice of the reference. */
    public Set<ScanLevel> levels(Annotation asked, Case casefile, CaseClips clips) {
        Set<ScanLevel> levels = EnumSet.noneOf(ScanLevel.class);
        groups(casefile, clips, asked.structureId()).stream().map(SiteValue::site)
                .filter(s -> s.side() == asked.laterality() && s.plane() == ScanPlane.SHORT_AXIS
                        && s.level() != ScanLevel.UNSPECIFIED)
                .forEach(s -> levels.add(s.level()));
        return levels;
    }

    /**
     * The largest site of the structure and side of {@code asked} against a reference.
     *
     * @param reference the level held to be unaffected
     */
    public Result swelling(Annotation asked, ScanLevel reference, Case casefile, CaseClips clips) {
        Optional<String> whyNot = whyNot(asked, casefile, clips);
        if (whyNot.isPresent()) {
            return Result.refused(whyNot.get());
        }
        String method = repeats(asked, casefile, clips).orElseThrow().method();
        List<SiteValue> mine = groups(casefile, clips, asked.structureId()).stream()
                .filter(g -> g.site().side() == asked.laterality() && g.site().plane() == ScanPlane.SHORT_AXIS)
                .toList();
        Optional<SiteValue> swollen = mine.stream()
                .filter(g -> g.site().level() != reference && g.site().level() != ScanLevel.UNSPECIFIED)
                .filter(g -> g.method().equals(method)).max(Comparator.comparingDouble(SiteValue::value));
        if (swollen.isEmpty()) {
            return Result
                    .refused("A swelling ratio needs the same nerve outlined at another level by the same method.");
        }
        List<SiteValue> references = mine.stream().filter(g -> g.site().level() == reference).toList();
        if (references.isEmpty()) {
            return Result.refused("The reference site is not outlined on this side.");
        }
        GroupChoice choice = new GroupChoice(casefile, clips);
        SiteValue other = references.stream().filter(g -> g.method().equals(method))
                .max(choice.order(swollen.get())).orElse(references.getFirst());
        return new Result(comparisons.swelling(swollen.get(), other),
                choice.differentDays(swollen.get(), other).stream().toList());
    }

    /** The latest value against the earliest of the site of {@code asked}; empty where there is but one time. */
    public Optional<Result> change(Annotation asked, Case casefile, CaseClips clips) {
        if (whyNot(asked, casefile, clips).isPresent()) {
            return Optional.empty();
        }
        SiteValue ours = repeats(asked, casefile, clips).orElseThrow();
        List<SiteValue> same = groups(casefile, clips, asked.structureId()).stream()
                .filter(g -> g.site().side() == ours.site().side()
                        && !g.frames().getFirst().sopInstanceUid().equals(GroupChoice.uid(ours)))
                .toList();
        if (same.isEmpty()) {
            return Optional.empty();
        }
        List<SiteValue> matching = same.stream()
                .filter(g -> g.site().equals(ours.site()) && g.method().equals(ours.method())).toList();
        if (matching.isEmpty()) {
            // Another level on another clip is no earlier time of this one; the swelling ratio speaks of it.
            return same.stream().filter(g -> g.site().equals(ours.site())).findFirst()
                    .map(g -> new Result(comparisons.change(ours, g), List.of()));
        }
        List<SiteValue> all = new ArrayList<>(matching);
        all.add(ours);
        GroupChoice choice = new GroupChoice(casefile, clips);
        if (all.stream().anyMatch(g -> choice.taken(g).isEmpty())) {
            return Optional.of(Result.refused("A change needs the times of both clips, and a file does not say when its"
                    + " clip was taken."));
        }
        Comparator<SiteValue> byTime = Comparator.comparing(g -> choice.taken(g).orElseThrow());
        LocalDateTime first = choice.taken(all.stream().min(byTime).orElseThrow()).orElseThrow();
        LocalDateTime last = choice.taken(all.stream().max(byTime).orElseThrow()).orElseThrow();
        if (first.equals(last)) {
            return Optional.empty();
        }
        SiteValue earlier = at(all, first, ours, choice);
        SiteValue later = at(all, last, ours, choice);
        return Optional.of(new Result(comparisons.change(later, earlier), List.of("From "
                + first.toString().replace('T', ' ') + " to " + last.toString().replace('T', ' ') + ".")));
    }

    private static SiteValue at(List<SiteValue> all, LocalDateTime time, SiteValue ours, GroupChoice choice) {
        List<SiteValue> then = all.stream().filter(g -> choice.taken(g).equals(Optional.of(time))).toList();
        return then.contains(ours) ? ours : then.stream().max(choice.order(ours)).orElseThrow();
    }

    /** The area of the structure and side of {@code asked} along {@code clip}, by the method of {@code asked}. */
    public Optional<AreaCurve> curve(Annotation asked, Case casefile, ClipInfo clip) {
        if (!AreaSamples.hasArea(asked)
                || !(areas.area(asked, casefile, clip) instanceof Reading.Measured reading)) {
            return Optional.empty();
        }
        Map<Integer, List<Annotation>> byFrame = new TreeMap<>();
        NavigableSet<Integer> gaps = new TreeSet<>();
        int leftOut = 0;
        for (Annotation a : casefile.annotations()) {
            if (!isOfCurve(a, asked, clip)) {
                continue;
            }
            boolean in = AreaSamples.counts(a) && areas.area(a, casefile, clip) instanceof Reading.Measured m
                    && m.method().equals(reading.method());
            if (in) {
                byFrame.computeIfAbsent(a.frame().index(), f -> new ArrayList<>()).add(a);
            } else {
                leftOut++;
                gaps.add(a.frame().index());
            }
        }
        List<AreaCurve.Point> points = new ArrayList<>();
        byFrame.forEach((frame, drawn) -> {
            int before = points.isEmpty() ? frame : points.getLast().frame();
            points.add(new AreaCurve.Point(frame, Spread.of(drawn.stream()
                    .map(a -> ((Reading.Measured) areas.area(a, casefile, clip)).value()).toList()).mean(),
                    drawn.stream().map(AreaCurve.Standing::of).max(Comparator.naturalOrder()).orElseThrow(),
                    before < frame && !gaps.subSet(before, false, frame, false).isEmpty()));
        });
        return points.isEmpty() ? Optional.empty() : Optional.of(new AreaCurve(points, reading.method(), leftOut));
    }

    private static boolean isOfCurve(Annotation a, Annotation asked, ClipInfo clip) {
        return a.frame().sopInstanceUid().equals(clip.identity().sopInstanceUid())
                && a.structureId().equals(asked.structureId()) && a.laterality() == asked.laterality()
                && a.plane() == asked.plane() && AreaSamples.hasArea(a);
    }

    /** Why nothing can be compared with {@code asked}. */
    private Optional<String> whyNot(Annotation asked, Case casefile, CaseClips clips) {
        if (!asked.counts()) {
            return Optional.of("This outline was rejected or has drifted, so it is not compared.");
        }
        if (asked.traits().excluded()) {
            return Optional.of("This trace is excluded, so it is not compared.");
        }
        if (asked.origin() == Origin.COPIED) {
            return Optional.of("This is a copy that nobody has corrected yet; trace the structure here, or correct the"
                    + " copy, to compare it.");
        }
        Optional<Reading> area = area(asked, casefile, clips);
        if (area.isEmpty()) {
            return Optional.of(clips.whyUnknown(asked.frame().sopInstanceUid()));
        }
        return area.get() instanceof Reading.Unmeasurable u ? Optional.of(u.reason()) : Optional.empty();
    }

    /** What is left out because the clip it lies on is not known; each reason once. */
    private static List<String> unknown(Case casefile, CaseClips clips, Predicate<Annotation> which) {
        return casefile.annotations().stream()
                .filter(a -> AreaSamples.hasArea(a) && AreaSamples.counts(a) && which.test(a))
                .map(Annotation::frame).map(FrameRef::sopInstanceUid).distinct()
                .filter(uid -> clips.info(uid).isEmpty()).map(clips::whyUnknown).distinct().toList();
    }
}
