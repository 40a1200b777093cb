package foramen.domain.measurement;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sets values against one another by the definitions of clinical facts 2.2, and refuses where that means nothing:
 * across structures, levels, planes or methods.
 */
public final class Comparisons {
    private static final double PERCENT = 100;
    /** What the last digits of a sum may be off by, so that a difference equal to a figure does not pass for more. */
    private static final double ROUNDING = 1e-9;

    private final Thresholds thresholds;

    /** Holds values against {@code thresholds}. */
    public Comparisons(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * Side against side, at one level and by one method.
     *
     * @param asked the side asked about, as a rule the symptomatic one
     * @param other the other side
     */
    public Comparison sides(SiteValue asked, SiteValue other) {
        Optional<String> objection = kind(asked, other).or(() -> opposite(asked.site(), other.site()))
                .or(() -> levels(asked.site(), other.site()));
        return objection.<Comparison>map(Comparison.Refused::new)
                .orElseGet(() -> made(asked, other, List.of(difference(asked, other), ratio(asked, other))));
    }

    /**
     * The swelling ratio: the largest site against an unaffected one of the same structure and side.
     *
     * @param swollen the site asked about
     * @param reference the site held to be unaffected, at another level
     */
    public Comparison swelling(SiteValue swollen, SiteValue reference) {
        Optional<String> objection = kind(swollen, reference).or(() -> sameSide(swollen.site(), reference.site()));
        if (objection.isEmpty() && (swollen.site().level() == ScanLevel.UNSPECIFIED
                || reference.site().level() == ScanLevel.UNSPECIFIED)) {
            objection = Optional.of("A swelling ratio needs both levels; set them in Outline.");
        }
        if (objection.isEmpty() && swollen.site().level() == reference.site().level()) {
            objection = Optional.of("A swelling ratio needs a reference site at another level of the same nerve.");
        }
        Optional<Citation> citation = thresholds.swellingRatio(swollen.site().structureId());
        return objection.<Comparison>map(Comparison.Refused::new).orElseGet(() -> made(swollen, reference,
                List.of(new Comparison.Verdict(Comparison.Outcome.NO_REFERENCE,
                        "No cut-off is published for this ratio", citation))));
    }

    /**
     * The change from {@code earlier} to {@code later}, of one side and level and by one method.
     *
     * @param later the value after
     * @param earlier the value before
     */
    public Comparison change(SiteValue later, SiteValue earlier) {
        Optional<String> objection = kind(later, earlier).or(() -> sameSide(later.site(), earlier.site()))
                .or(() -> levels(later.site(), earlier.site()));
        return objection.<Comparison>map(Comparison.Refused::new).orElseGet(() -> made(later, earlier,
                List.of(new Comparison.Verdict(Comparison.Outcome.NO_REFERENCE,
                        "No detectable change over time is published", Optional.empty()))));
    }

    /**
     * Thickness against thickness of the two sides, at one level, in one plane and by one method: difference and per cent
     * alone, since no cut-off for it is published (clinical facts 2.3).
     *
     * @param asked the side asked about, as a rule the symptomatic one
     * @param other the other side
     */
    public Comparison thicknesses(SiteValue asked, SiteValue other) {
        Optional<String> objection = sameStructure(asked.site(), other.site())
                .or(() -> asked.site().plane() == other.site().plane()
                        ? Optional.empty()
                        : Optional.of("The planes differ (" + asked.site().plane().words() + " and "
                                + other.site().plane().words() + "); measure both in the same plane."))
                .or(() -> sameTaking(asked, other)).or(() -> opposite(asked.site(), other.site()))
                .or(() -> levels(asked.site(), other.site()));
        return objection.<Comparison>map(Comparison.Refused::new).orElseGet(() -> made(asked, other,
                List.of(new Comparison.Verdict(Comparison.Outcome.NO_REFERENCE,
                        "No cut-off is published for the side difference of a thickness", Optional.empty()))));
    }

    private static Comparison made(SiteValue first, SiteValue second, List<Comparison.Verdict> verdicts) {
        double difference = first.value() - second.value();
        return new Comparison.Made(first, second, difference, first.value() / second.value(),
                difference / second.value() * PERCENT, verdicts);
    }

    /** What has to hold for any comparison. */
    private static Optional<String> kind(SiteValue a, SiteValue b) {
        Site s = a.site();
        Site t = b.site();
        Optional<String> two = sameStructure(s, t);
        if (two.isPresent()) {
            return two;
        }
        if (s.plane() != ScanPlane.SHORT_AXIS || t.plane() != ScanPlane.SHORT_AXIS) {
            return Optional.of("Cross-sectional areas are compared in short axis only; here are " + s.plane().words()
                    + " and " + t.plane().words() + ".");
        }
        return sameTaking(a, b);
    }

    private static Optional<String> sameStructure(Site a, Site b) {
        return a.structureId().equals(b.structureId())
                ? Optional.empty()
                : Optional.of("These are two structures; a structure is compared with itself only.");
    }

    private static Optional<String> sameTaking(SiteValue a, SiteValue b) {
        if (a.quantity() != b.quantity() || a.unit() != b.unit()) {
            return Optional.of("These are two quantities, " + a.quantity().label() + " and " + b.quantity().label()
                    + "; only like is compared with like.");
        }
        if (!a.method().equals(b.method())) {
            return Optional.of("The methods differ (" + a.method() + " and " + b.method()
                    + "); take both by the same method.");
        }
        return a.value() > 0 && b.value() > 0
                ? Optional.empty()
                : Optional.of("Nought has no ratio; draw it again.");
    }

    private static Optional<String> opposite(Site a, Site b) {
        boolean leftAndRight = isOneSide(a.side()) && isOneSide(b.side()) && a.side() != b.side();
        return leftAndRight
                ? Optional.empty()
                : Optional.of("A side-to-side comparison needs one left and one right value; here are "
                        + a.side().words() + " and " + b.side().words() + ".");
    }

    private static Optional<String> sameSide(Site a, Site b) {
        return isOneSide(a.side()) && a.side() == b.side()
                ? Optional.empty()
                : Optional.of("Both values must be of the same side; here are " + a.side().words() + " and "
                        + b.side().words() + ".");
    }

    private static boolean isOneSide(Laterality side) {
        return side == Laterality.LEFT || side == Laterality.RIGHT;
    }

    private static Optional<String> levels(Site a, Site b) {
        if (a.level() == ScanLevel.UNSPECIFIED || b.level() == ScanLevel.UNSPECIFIED) {
            return Optional.of("The level is not set on both; set it in Outline, since sizes differ from level to"
                    + " level.");
        }
        return a.level() == b.level()
                ? Optional.empty()
                : Optional.of("The levels differ (" + a.level().label() + " and " + b.level().label()
                        + "); measure both at the same level.");
    }

    private Comparison.Verdict difference(SiteValue asked, SiteValue other) {
        Optional<Thresholds.SideDifference> known = thresholds.difference(asked.site().structureId(),
                asked.site().level());
        if (known.isEmpty() || asked.unit() != Unit.SQUARE_MILLIMETRE) {
            return new Comparison.Verdict(Comparison.Outcome.NO_REFERENCE,
                    "No minimum detectable difference is published at this level", Optional.empty());
        }
        Thresholds.SideDifference d = known.get();
        boolean beyond = Math.abs(asked.value() - other.value()) > d.minimumMm2() + ROUNDING;
        return new Comparison.Verdict(
                beyond ? Comparison.Outcome.BEYOND_MEASUREMENT_ERROR : Comparison.Outcome.WITHIN_MEASUREMENT_ERROR,
                (beyond ? "Beyond" : "Within") + " measurement error (" + (beyond ? "> " : "≤ ")
                        + plain(d.minimumMm2()) + " mm²)",
                Optional.of(d.citation()));
    }

    private Comparison.Verdict ratio(SiteValue asked, SiteValue other) {
        Optional<Thresholds.SideRatio> known = thresholds.ratio(asked.site().structureId());
        if (known.isEmpty()) {
            return new Comparison.Verdict(Comparison.Outcome.NO_REFERENCE, "No side ratio is published",
                    Optional.empty());
        }
        Thresholds.SideRatio r = known.get();
        boolean reached = asked.value() / other.value() >= r.atLeast() - ROUNDING;
        return new Comparison.Verdict(reached ? Comparison.Outcome.SUGGESTIVE : Comparison.Outcome.NOT_SUGGESTIVE,
                reached
                        ? "Ratio ≥ " + plain(r.atLeast()) + ": " + r.label()
                        : "Ratio below " + plain(r.atLeast()),
                Optional.of(r.citation()));
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** What traces of one group have in common. */
    private record Kin(Site site, String clip, Quantity quantity, Unit unit, String method) {}

    /** Groups samples that repeat one another; see {@link Thresholds.Repeating}. */
    public List<SiteValue> repeats(List<Sample> samples) {
        Map<Kin, List<Sample>> groups = new LinkedHashMap<>();
        for (Sample s : samples) {
            groups.computeIfAbsent(new Kin(s.site(), s.frame().sopInstanceUid(), s.reading().quantity(),
                    s.reading().unit(), s.reading().method()), k -> new ArrayList<>()).add(s);
        }
        return groups.values().stream().flatMap(like -> near(like.stream()
                .sorted(Comparator.comparingInt(s -> s.frame().index())).toList()).stream()).toList();
    }

    /**
     * Parts samples, in the order of their frames, at the widest gaps until no group reaches further than repeats may:
     * traces each of which is near to the next would otherwise be one place however far they go.
     */
    private List<SiteValue> near(List<Sample> like) {
        if (gap(like.getFirst(), like.getLast()) <= thresholds.repeats().neighbourFrames()) {
            return List.of(new SiteValue(like));
        }
        int widest = IntStream.range(1, like.size()).boxed()
                .max(Comparator.<Integer>comparingInt(i -> gap(like.get(i - 1), like.get(i)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        return Stream.concat(near(like.subList(0, widest)).stream(), near(like.subList(widest, like.size())).stream())
                .toList();
    }

    private static int gap(Sample one, Sample later) {
        return later.frame().index() - one.frame().index();
    }
}
