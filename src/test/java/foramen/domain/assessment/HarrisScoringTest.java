package foramen.domain.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarrisScoringTest {
    private static final HarrisSheet SHEET = HarrisSheet.FILE.standard();
    private static final HarrisScoring SCORING = new HarrisScoring(SHEET);
    private static final List<String> ARCS = List.of("flexion", "abduction", "adduction", "external-rotation",
            "internal-rotation");

    private static HarrisAnswers best() {
        HarrisAnswers answers = SHEET.blank();
        for (HarrisSheet.Item item : SHEET.items()) {
            answers = answers.withChoice(item.id(), item.options().getFirst().id());
        }
        for (HarrisSheet.Limit limit : SHEET.deformities()) {
            answers = answers.withMeasure(limit.id(), BigDecimal.ZERO);
        }
        return arcs(answers, 110, 20, 15, 15, 0);
    }

    private static HarrisAnswers arcs(HarrisAnswers answers, int... degrees) {
        HarrisAnswers next = answers;
        for (int i = 0; i < degrees.length; i++) {
            next = next.withMeasure(ARCS.get(i), BigDecimal.valueOf(degrees[i]));
        }
        return next;
    }

    private static HarrisScoring.Counted counted(HarrisScoring.Result result) {
        return assertInstanceOf(HarrisScoring.Counted.class, result);
    }

    private static String missing(HarrisScoring.Result result) {
        return assertInstanceOf(HarrisScoring.Uncountable.class, result).reason();
    }

    @ParameterizedTest
    @CsvSource({"110,20,15,15,0,5,3", "140,40,40,40,40,5,5", "90,20,15,20,10,4.725,3", "60,10,5,5,0,3.25,2",
            "30,5,5,0,0,1.75,1"})
    void motionIsCountedByBothRulesAsTheFactSheetSays(int fl, int ab, int ad, int er, int ir, String harris1969,
            String bands) {
        HarrisAnswers answers = arcs(best(), fl, ab, ad, er, ir);
        assertEquals(new BigDecimal(harris1969), counted(SCORING.harris(answers)).motion());
        assertEquals(new BigDecimal(bands),
                counted(SCORING.harris(answers.withRules("bands", "all-or-none"))).motion());
    }

    @Test
    void aPerfectHipHasHundredPointsByOneRuleAndTwoLessByTheOther() {
        assertEquals(new BigDecimal("100"), counted(SCORING.harris(best())).score().total());
        HarrisScoring.Counted bands = counted(SCORING.harris(best().withRules("bands", "all-or-none")));
        assertEquals(new BigDecimal("98"), bands.score().total());
        assertNotEquals(counted(SCORING.harris(best())).score().measure(), bands.score().measure());
    }

    @Test
    void theRulesAndTheEditionAreKeptWithTheScore() {
        HipScore score = counted(SCORING.harris(best())).score();
        assertEquals(new Measure(Instrument.HHS, "harris1969+all-or-none"), score.measure());
        assertEquals(SHEET.version(), score.edition());
    }

    @Test
    void theItemsAddUpToNinetyOne() {
        int most = SHEET.items().stream()
                .mapToInt(i -> i.options().stream().mapToInt(o -> o.points().intValueExact()).max().orElse(0)).sum();
        assertEquals(91, most);
        assertTrue(SHEET.items().stream().allMatch(i -> i.options().getLast().points().signum() == 0));
    }

    @ParameterizedTest
    @CsvSource({"29.9,9,9,3.1,4,4", "30,9,9,3.1,0,3", "0,10,0,0,0,3", "0,0,10,0,0,3", "0,0,0,3.2,0,3",
            "30,10,10,3.2,0,0"})
    void deformityCountsAllOrNoneOrEachByItsRule(String flexion, String adduction, String rotation, String legs,
            String allOrNone, String oneEach) {
        HarrisAnswers answers = best().withMeasure("fixed-flexion", new BigDecimal(flexion))
                .withMeasure("fixed-adduction", new BigDecimal(adduction))
                .withMeasure("fixed-internal-rotation", new BigDecimal(rotation))
                .withMeasure("leg-length-difference", new BigDecimal(legs));
        assertEquals(0, new BigDecimal(allOrNone).compareTo(counted(SCORING.harris(answers)).deformity()));
        assertEquals(0, new BigDecimal(oneEach)
                .compareTo(counted(SCORING.harris(answers.withRules("harris1969", "one-each"))).deformity()));
    }

    @ParameterizedTest
    @CsvSource({"none,none,none,91,100", "marked,none,cane-long-walks,53,58.3"})
    void theModifiedScoreIsKeptRawAndScaled(String pain, String limp, String support, String raw, String scaled) {
        HarrisAnswers answers = best().withChoice("pain", pain).withChoice("limp", limp).withChoice("support", support);
        HipScore score = counted(SCORING.modified(answers)).score();
        assertEquals(Optional.of(new BigDecimal(raw)), score.raw());
        assertEquals(new BigDecimal(scaled), score.total());
    }

    @ParameterizedTest
    @CsvSource({"91,100", "64,70.4", "45,49.5", "0,0"})
    void rawPointsScaleAsTheFactSheetSays(int raw, String scaled) {
        assertEquals(new BigDecimal(scaled), counted(SCORING.modified(worth(raw))).score().total());
    }

    /** Answers of so many points: tried greedily, item by item. */
    private static HarrisAnswers worth(int raw) {
        return worth(SHEET.blank(), 0, raw).orElseThrow();
    }

    private static Optional<HarrisAnswers> worth(HarrisAnswers answers, int item, int left) {
        if (item == SHEET.items().size()) {
            return left == 0 ? Optional.of(answers) : Optional.empty();
        }
        HarrisSheet.Item it = SHEET.items().get(item);
        return it.options().stream().filter(o -> o.points().intValueExact() <= left)
                .map(o -> worth(answers.withChoice(it.id(), o.id()), item + 1, left - o.points().intValueExact()))
                .flatMap(Optional::stream).findFirst();
    }

    @Test
    void aMissingItemGivesNoTotalButItsName() {
        Map<String, String> choices = new HashMap<>(best().choices());
        choices.remove("stairs");
        HarrisAnswers answers = new HarrisAnswers("harris1969", "all-or-none", choices, best().measures());
        assertTrue(missing(SCORING.harris(answers)).contains("Stairs"));
        assertTrue(missing(SCORING.modified(answers)).contains("Stairs"));
    }

    @Test
    void aMissingArcTakesTheFullScoreButNotTheModifiedOne() {
        Map<String, BigDecimal> measures = new HashMap<>(best().measures());
        measures.remove("adduction");
        HarrisAnswers answers = new HarrisAnswers("harris1969", "all-or-none", best().choices(), measures);
        assertTrue(missing(SCORING.harris(answers)).contains("Adduction"));
        counted(SCORING.modified(answers));
    }

    @Test
    void anArcThatNoHipHasAndAnUnknownRuleAreRefused() {
        assertTrue(missing(SCORING.harris(best().withMeasure("flexion", new BigDecimal("1100")))).contains("1100"));
        assertTrue(missing(SCORING.harris(best().withRules("other", "all-or-none"))).contains("other"));
    }

    @ParameterizedTest
    @CsvSource({"100,excellent", "90,excellent", "89.999,good", "80,good", "79.9,fair", "70,fair", "69.99,poor",
            "0,poor"})
    void bandsHoldForFractions(String total, String band) {
        assertEquals(Optional.of(band), SHEET.band(new BigDecimal(total)).map(HarrisSheet.Band::label));
    }

    @Property(tries = 200)
    void moreMotionNeverCountsLess(@ForAll @IntRange(max = 160) int flexion, @ForAll @IntRange(max = 90) int abduction,
            @ForAll @IntRange(max = 60) int adduction, @ForAll @IntRange(max = 90) int rotation) {
        for (HarrisSheet.RomRule rule : SHEET.romRules()) {
            BigDecimal less = SCORING.motion(rule, arcs(SHEET.blank(), flexion, abduction, adduction, rotation, 0));
            BigDecimal more = SCORING.motion(rule,
                    arcs(SHEET.blank(), flexion + 1, abduction + 1, adduction + 1, rotation + 1, 1));
            assertTrue(more.compareTo(less) >= 0 && more.compareTo(rule.cap()) <= 0, rule.id());
        }
    }
}
