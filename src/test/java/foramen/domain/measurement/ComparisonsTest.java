package foramen.domain.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Comparison.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static final ScanLevel PIRIFORMIS = ScanLevel.PIRIFORMIS;
    private static final ScanLevel FOLD = ScanLevel.GLUTEAL_FOLD;

    private final Comparisons comparisons = new Comparisons(Thresholds.standard());

    @Test
    void theWorkedExampleOfTheFactsComesOut() {
        // Clinical facts 2.2: 39.6 / 32.9 = 1.204, at the gluteal fold, where no detectable difference is published.
        Comparison.Made made = made(comparisons.sides(right(39.6, FOLD), left(32.9, FOLD)));
        assertEquals(1.204, made.ratio(), 5e-4);
        assertEquals(6.7, made.difference(), 1e-9);
        assertEquals(Outcome.NO_REFERENCE, made.verdicts().getFirst().outcome());
        assertEquals(Outcome.NOT_SUGGESTIVE, made.verdicts().getLast().outcome());
    }

    @Test
    void aDifferenceIsBeyondMeasurementErrorOnlyAboveThePublishedFigureAndOnlyAtThePiriformis() {
        assertEquals(Outcome.WITHIN_MEASUREMENT_ERROR, verdict(66.4, 50, PIRIFORMIS));
        assertEquals(Outcome.BEYOND_MEASUREMENT_ERROR, verdict(66.41, 50, PIRIFORMIS));
        assertEquals(Outcome.BEYOND_MEASUREMENT_ERROR, verdict(50, 66.41, PIRIFORMIS));
        assertEquals(Outcome.NO_REFERENCE, verdict(90, 50, FOLD));
        Comparison.Verdict v = made(comparisons.sides(right(70, PIRIFORMIS), left(50, PIRIFORMIS))).verdicts()
                .getFirst();
        assertEquals("Beyond measurement error (> 16.4 mm²)", v.words());
        assertTrue(v.citation().orElseThrow().source().startsWith("Tagliafico 2012"));
    }

    @Test
    void aRatioOfOneAndAHalfIsSuggestiveWithLowConfidence() {
        Comparison.Verdict v = made(comparisons.sides(right(60, PIRIFORMIS), left(40, PIRIFORMIS))).verdicts()
                .getLast();
        assertEquals(Outcome.SUGGESTIVE, v.outcome());
        assertEquals(Citation.Confidence.LOW, v.citation().orElseThrow().confidence());
        assertEquals(Outcome.NOT_SUGGESTIVE, made(comparisons.sides(right(59.9, PIRIFORMIS), left(40, PIRIFORMIS)))
                .verdicts().getLast().outcome());
    }

    @Test
    void whatCannotBeComparedGetsAReasonAndNoVerdict() {
        SiteValue r = right(60, PIRIFORMIS);
        assertRefused("The levels differ", comparisons.sides(r, left(40, FOLD)));
        assertRefused("level is not set", comparisons.sides(r, left(40, ScanLevel.UNSPECIFIED)));
        assertRefused("The methods differ (trace and ellipse)", comparisons.sides(r,
                value("sciatic-nerve", Laterality.LEFT, PIRIFORMIS, ScanPlane.SHORT_AXIS, "ellipse", 40)));
        assertRefused("short axis only", comparisons.sides(r,
                value("sciatic-nerve", Laterality.LEFT, PIRIFORMIS, ScanPlane.LONG_AXIS, "trace", 40)));
        assertRefused("two structures", comparisons.sides(r,
                value("piriformis", Laterality.LEFT, PIRIFORMIS, ScanPlane.SHORT_AXIS, "trace", 40)));
        assertRefused("one left and one right", comparisons.sides(r, right(40, PIRIFORMIS)));
        assertRefused("one left and one right", comparisons.sides(r,
                value("sciatic-nerve", Laterality.UNSPECIFIED, PIRIFORMIS, ScanPlane.SHORT_AXIS, "trace", 40)));
        assertRefused("Nought has no ratio", comparisons.sides(r, left(0, PIRIFORMIS)));
    }

    @Test
    void theSwellingRatioNeedsTwoLevelsOfOneSide() {
        Comparison.Made made = made(comparisons.swelling(right(90, PIRIFORMIS), right(45, FOLD)));
        assertEquals(2, made.ratio(), 1e-12);
        assertRefused("another level", comparisons.swelling(right(90, PIRIFORMIS), right(45, PIRIFORMIS)));
        assertRefused("same side", comparisons.swelling(right(90, PIRIFORMIS), left(45, FOLD)));
        assertRefused("both levels", comparisons.swelling(right(90, PIRIFORMIS), right(45, ScanLevel.UNSPECIFIED)));
    }

    @Test
    void theChangeIsInPerCentOfTheEarlierValueAndRefusedAcrossLevels() {
        assertEquals(-25, made(comparisons.change(right(60, PIRIFORMIS), right(80, PIRIFORMIS))).percent(), 1e-12);
        assertRefused("The levels differ", comparisons.change(right(60, PIRIFORMIS), right(80, FOLD)));
        assertRefused("same side", comparisons.change(right(60, PIRIFORMIS), left(80, PIRIFORMIS)));
    }

    @Test
    void repeatsAreOfOnePlaceAndMethodAndLieOnNeighbouringFrames() {
        List<Sample> samples = List.of(sample("a", 10, 50, "trace", Laterality.RIGHT),
                sample("b", 11, 52, "trace", Laterality.RIGHT), sample("c", 12, 54, "trace", Laterality.RIGHT),
                sample("d", 17, 70, "trace", Laterality.RIGHT), sample("e", 12, 60, "ellipse", Laterality.RIGHT),
                sample("f", 12, 61, "trace", Laterality.LEFT));
        List<List<String>> ids = comparisons.repeats(samples).stream()
                .map(g -> g.samples().stream().map(Sample::id).toList()).toList();
        assertEquals(List.of(List.of("a", "b", "c"), List.of("d"), List.of("e"), List.of("f")), ids);
        Spread s = comparisons.repeats(samples).getFirst().spread();
        assertEquals(3, s.n());
        assertEquals(52, s.mean(), 1e-12);
        assertEquals(2, s.sd().getAsDouble(), 1e-12);
        assertEquals(100 * 2.0 / 52, s.cv().getAsDouble(), 1e-12);
    }

    @Test
    void tracesOnEverySecondFrameAreNotAllOfOnePlace() {
        List<Sample> keys = IntStream.range(0, 30)
                .mapToObj(i -> sample("k" + i, 1 + 2 * i, 50 + i, "trace", Laterality.RIGHT)).toList();
        List<SiteValue> groups = comparisons.repeats(keys);
        assertEquals(30, groups.stream().mapToInt(g -> g.samples().size()).sum());
        for (SiteValue g : groups) {
            assertTrue(g.frames().getLast().index() - g.frames().getFirst().index() <= 2, g.provenance());
        }
        // Those that lie close together stay together.
        assertEquals(List.of(1, 3), comparisons.repeats(List.of(sample("a", 1, 50, "trace", Laterality.RIGHT),
                sample("b", 3, 50, "trace", Laterality.RIGHT), sample("c", 4, 50, "trace", Laterality.RIGHT),
                sample("d", 5, 50, "trace", Laterality.RIGHT))).stream().map(g -> g.samples().size()).toList());
    }

    @Test
    void oneTraceHasNoSpreadAndNoneHasNoMean() {
        Spread one = Spread.of(List.of(52.7));
        assertEquals(52.7, one.mean());
        assertTrue(one.sd().isEmpty() && one.cv().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }

    @Property
    void swappingTheSidesInvertsTheRatioTurnsTheDifferenceAndKeepsTheVerdictOnIt(
            @ForAll @DoubleRange(min = 5, max = 200) double a, @ForAll @DoubleRange(min = 5, max = 200) double b) {
        Comparison.Made one = made(comparisons.sides(right(a, PIRIFORMIS), left(b, PIRIFORMIS)));
        Comparison.Made other = made(comparisons.sides(left(b, PIRIFORMIS), right(a, PIRIFORMIS)));
        assertEquals(1, one.ratio() * other.ratio(), 1e-12);
        assertEquals(one.difference(), -other.difference(), 1e-12);
        assertEquals(one.verdicts().getFirst().outcome(), other.verdicts().getFirst().outcome());
    }

    @Property
    void theOrderOfTracesDoesNotMatter(
            @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 5, max = 200) Double> values, @ForAll long seed) {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(Spread.of(values), Spread.of(shuffled));
    }

    private Outcome verdict(double right, double left, ScanLevel level) {
        return made(comparisons.sides(right(right, level), left(left, level))).verdicts().getFirst().outcome();
    }

    private static Comparison.Made made(Comparison c) {
        return assertInstanceOf(Comparison.Made.class, c, c::toString);
    }

    private static void assertRefused(String words, Comparison c) {
        String reason = assertInstanceOf(Comparison.Refused.class, c).reason();
        assertTrue(reason.contains(words), reason);
    }

    private static SiteValue right(double value, ScanLevel level) {
        return value("sciatic-nerve", Laterality.RIGHT, level, ScanPlane.SHORT_AXIS, "trace", value);
    }

    private static SiteValue left(double value, ScanLevel level) {
        return value("sciatic-nerve", Laterality.LEFT, level, ScanPlane.SHORT_AXIS, "trace", value);
    }

    private static SiteValue value(String structure, Laterality side, ScanLevel level, ScanPlane plane, String method,
            double value) {
        return new SiteValue(List.of(new Sample("x", new Site(structure, side, level, plane), new FrameRef("1.2", 0),
                reading(value, method))));
    }

    private static Sample sample(String id, int frame, double value, String method, Laterality side) {
        return new Sample(id, new Site("sciatic-nerve", side, PIRIFORMIS, ScanPlane.SHORT_AXIS),
                new FrameRef("1.2", frame), reading(value, method));
    }

    private static Reading.Measured reading(double value, String method) {
        return new Reading.Measured(Quantity.CROSS_SECTIONAL_AREA, value, Unit.SQUARE_MILLIMETRE,
                CalibrationSource.ULTRASOUND_REGION, method, "");
    }
}
