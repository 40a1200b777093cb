package foramen.workspace.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.FrameRef;
import foramen.domain.injection.Alert;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.injection.Rational;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.session.DoseBook;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first releases recorded line by line is judged by the rules of sessions, to the same stops. */
class LedgerReviewTest {
    /** Half past midnight of the 22nd in the clinic, still the 21st in Greenwich. */
    private static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
    private static final Case LEFT = Case.begin(new CaseId("one"), NOW).withSide(Laterality.LEFT)
            .withPatient(patient("70"));

    private final LedgerReview review = new LedgerReview(DoseBook.standard(), CAIRO);

    @Test
    void aCompleteLineWithinItsLimitStopsNothing() {
        assertEquals(List.of(), review.stops(LEFT.withInjection(lidocaine("10"))));
    }

    @ParameterizedTest
    // Clinical facts 3.3: caps of plain drug, the smaller of mg/kg times weight and the absolute maximum.
    @CsvSource({"lidocaine, 1, 30, 70, false", "lidocaine, 1, 30.01, 70, true", "lidocaine, 1, 27, 60, false",
            "lidocaine, 1, 27.01, 60, true", "lidocaine, 1, 30.01, 200, true", "bupivacaine, 0.25, 56, 70, false",
            "bupivacaine, 0.25, 56.01, 70, true", "bupivacaine, 0.25, 70.01, 200, true",
            "ropivacaine, 0.2, 100.01, 70, true"})
    void aLocalAnaestheticStopsAtTheSmallerOfItsTwoLimits(String product, BigDecimal percent, BigDecimal volume,
            String weight, boolean stops) {
        Case c = LEFT.withPatient(patient(weight))
                .withInjection(line("a", product, percent, Concentration.Unit.PERCENT, volume));
        assertEquals(stops, kinds(c).contains(AlertKind.LA_SUM_OVER));
    }

    @Test
    void theAbsoluteLimitHoldsWithoutAWeight() {
        Case unweighed = LEFT.withPatient(Patient.UNKNOWN);
        assertTrue(kinds(unweighed.withInjection(lidocaine("30.01"))).contains(AlertKind.LA_SUM_OVER));
        assertEquals(List.of(), kinds(unweighed.withInjection(lidocaine("30"))));
    }

    @ParameterizedTest
    @CsvSource({"onabotulinumtoxina, 100, 4, false", "onabotulinumtoxina, 100, 4.01, true",
            "incobotulinumtoxina, 100, 4.01, true", "abobotulinumtoxina, 200, 7.5, false",
            "abobotulinumtoxina, 200, 7.51, true"})
    void botulinumToxinStopsAtTheCapOfItsOwnBrand(String product, BigDecimal strength, BigDecimal volume,
            boolean stops) {
        Case c = LEFT.withInjection(line("a", product, strength, Concentration.Unit.UNITS_PER_ML, volume));
        assertEquals(stops, kinds(c).contains(AlertKind.TOXIN_CAP_OVER));
    }

    @Test
    void theStopNamesTheShareAndTheSource() {
        Alert alert = review.stops(LEFT.withInjection(lidocaine("31"))).getFirst();
        assertEquals("Local anaesthetic within 24 hours (lidocaine) is 1.04 of the maximum; more than 1 is too much."
                + " Draw up less.", alert.message());
        assertTrue(alert.source().startsWith("US label, plain: 4.5 mg/kg"), alert.source());
    }

    @Test
    void aStrengthInTheWrongUnitOrAboveOneHundredPerCentStops() {
        assertEquals(List.of(AlertKind.UNIT_MISMATCH), kinds(LEFT.withInjection(
                line("a", "onabotulinumtoxina", BigDecimal.TEN, Concentration.Unit.MG_PER_ML, BigDecimal.ONE))));
        assertEquals(List.of(AlertKind.UNIT_MISMATCH), kinds(LEFT.withInjection(
                line("a", "lidocaine", BigDecimal.TEN, Concentration.Unit.UNITS_PER_ML, BigDecimal.ONE))));
        assertEquals(List.of(AlertKind.STRENGTH_IMPOSSIBLE), kinds(LEFT.withInjection(
                line("a", "dextrose", new BigDecimal("125"), Concentration.Unit.PERCENT, BigDecimal.ONE))));
    }

    @Test
    void whatWasGivenTheSameDayCountsAndWhatWasVoidedOrIsAnotherSortDoesNot() {
        Injection earlier = given("earlier", NOW.minusSeconds(600), "20");
        assertTrue(kinds(LEFT.withInjection(earlier).withInjection(lidocaine("10.01")))
                .contains(AlertKind.LA_SUM_OVER));
        assertEquals(List.of(), kinds(LEFT.withInjection(earlier).withInjection(lidocaine("10"))));
        Injection voided = earlier.voided(new Injection.Voiding("wrong patient", "Dr Salem", NOW));
        assertEquals(List.of(), kinds(LEFT.withInjection(voided).withInjection(lidocaine("30"))));
        assertEquals(List.of(), kinds(LEFT.withInjection(lidocaine("30")).withInjection(
                line("other", "dextrose", BigDecimal.TEN, Concentration.Unit.PERCENT, BigDecimal.TEN))));
    }

    @Test
    void whatCountsIsWithinTwentyFourHoursWhateverTheCalendarSays() {
        assertTrue(kinds(LEFT.withInjection(given("last night", NOW.minus(Duration.ofHours(23)), "30"))
                .withInjection(lidocaine("30"))).contains(AlertKind.LA_SUM_OVER));
        assertEquals(List.of(), kinds(LEFT.withInjection(given("before", NOW.minus(Duration.ofHours(24)), "30"))
                .withInjection(lidocaine("30"))));
    }

    @Property(tries = 100, seed = "901")
    void theOrderOfTheLedgerDoesNotMatter(@ForAll("volumes") List<BigDecimal> volumes) {
        BigDecimal total = volumes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Injection> lines = new ArrayList<>();
        volumes.forEach(v -> lines.add(given("line " + lines.size(), NOW, v.toString())));
        Case forth = LEFT;
        for (Injection l : lines) {
            forth = forth.withInjection(l);
        }
        Case back = LEFT;
        for (Injection l : lines.reversed()) {
            back = back.withInjection(l);
        }
        // One per cent is 10 mg/mL and 70 kg may have 300 mg.
        boolean expected = total.compareTo(new BigDecimal("30")) > 0;
        assertEquals(expected, kinds(forth).contains(AlertKind.LA_SUM_OVER));
        assertEquals(expected, kinds(back).contains(AlertKind.LA_SUM_OVER));
    }

    @Provide
    Arbitrary<List<BigDecimal>> volumes() {
        return Arbitraries.bigDecimals().between(new BigDecimal("0.1"), new BigDecimal("15")).ofScale(1).list()
                .ofMinSize(1).ofMaxSize(6);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21, true", "2026-11-22, false", "2026-11-23, false"})
    void aVialIsGoodUntilTheEndOfItsLastDayInTheClinic(LocalDate expiry, boolean stops) {
        Injection l = lidocaine("10");
        Injection line = new Injection(l.id(), l.given(), l.productId(), l.productName(), l.injectateClass(),
                l.concentration(), l.volumeMl(), l.lot(), expiry, l.laterality(), l.site(), l.planId(), l.operator(),
                l.note(), l.voided());
        assertEquals(stops ? List.of(AlertKind.EXPIRED) : List.of(), kinds(LEFT.withInjection(line)));
    }

    @ParameterizedTest
    @CsvSource({"LEFT, LEFT, LEFT, false", "RIGHT, LEFT, UNSPECIFIED, true", "RIGHT, UNSPECIFIED, LEFT, true",
            "LEFT, UNSPECIFIED, UNSPECIFIED, false", "LEFT, BILATERAL, BILATERAL, false",
            "BILATERAL, LEFT, UNSPECIFIED, true", "UNSPECIFIED, UNSPECIFIED, UNSPECIFIED, true",
            "UNSPECIFIED, LEFT, LEFT, true"})
    void aSideThatIsMissingOrDisagreesStops(Laterality side, Laterality plan, Laterality theCase, boolean stops) {
        Injection l = lidocaine("10");
        Injection line = new Injection(l.id(), l.given(), l.productId(), l.productName(), l.injectateClass(),
                l.concentration(), l.volumeMl(), l.lot(), l.expiry(), side, l.site(), "p", l.operator(), l.note(),
                l.voided());
        Case c = LEFT.withSide(theCase).withInjection(line).withPlan(new NeedlePlan("p", new FrameRef("2.25.1", 0),
                new Point(0, 0), new Point(9, 9), plan, "", "", "", "", NOW));
        assertEquals(stops, !review.stops(c).isEmpty());
    }

    @Test
    void aLineWhosePlanWasDeletedSinceIsNotWrongForThat() {
        Injection l = lidocaine("10");
        Injection line = new Injection(l.id(), l.given(), l.productId(), l.productName(), l.injectateClass(),
                l.concentration(), l.volumeMl(), l.lot(), l.expiry(), l.laterality(), l.site(), "gone", l.operator(),
                l.note(), l.voided());
        assertEquals(List.of(), kinds(LEFT.withInjection(line)));
    }

    @Test
    void aLineWithoutLotOrOperatorStops() {
        Injection l = lidocaine("10");
        Injection bare = new Injection(l.id(), l.given(), l.productId(), l.productName(), l.injectateClass(),
                l.concentration(), l.volumeMl(), " ", l.expiry(), l.laterality(), l.site(), l.planId(), "", l.note(),
                l.voided());
        assertEquals(List.of(AlertKind.LOT_MISSING, AlertKind.OPERATOR_MISSING),
                kinds(LEFT.withInjection(bare)));
    }

    @ParameterizedTest
    // Clinical facts 3.3, 70 kg: lidocaine 1 % at most 300 mg, bupivacaine 0.25 % at most 140 mg.
    @CsvSource({"10, 8, false", "20, 18.6, false", "20, 18.7, true", "29, 20, true"})
    void localAnaestheticsStopWhenTheirFractionsPassOneTogether(String lidocaineMl, String bupivacaineMl,
            boolean stopped) {
        Case c = LEFT.withInjection(line("before", "bupivacaine", new BigDecimal("0.25"), Concentration.Unit.PERCENT,
                new BigDecimal(bupivacaineMl))).withInjection(lidocaine(lidocaineMl));
        assertEquals(stopped, kinds(c).contains(AlertKind.LA_SUM_OVER));
    }

    @Test
    void aProductTheCatalogueDoesNotKnowIsRecordedWithoutALimit() {
        assertEquals(List.of(), kinds(LEFT.withInjection(
                line("a", "local-mixture", BigDecimal.ONE, Concentration.Unit.PERCENT, new BigDecimal("1000")))));
    }

    @Test
    void linesOfASessionThatWasPartlyVoidedAreJudgedByWhatIsLeft() {
        Case c = LEFT.withInjection(ofSession("s1", "20")).withInjection(ofSession("s2", "20"));
        assertTrue(kinds(c).contains(AlertKind.LA_SUM_OVER));
        assertEquals(List.of(), kinds(c.withInjection(
                ofSession("s2", "20").voided(new Injection.Voiding("never given", "Dr Salem", NOW)))));
    }

    @Test
    void theAnswerIsKeptWhileTheRecordStaysTheSame() {
        Case c = LEFT.withInjection(lidocaine("31"));
        assertSame(review.stops(c).getFirst(), review.stops(c.withIndication("another word")).getFirst());
        assertEquals(List.of(), review.stops(c.withPatient(patient("70"))
                .withInjection(lidocaine("30"))));
    }

    private static Injection ofSession(String id, String volume) {
        Injection l = given(id, NOW, volume);
        return new Injection(l.id(), l.given(), l.productId(), l.productName(), l.injectateClass(), l.concentration(),
                l.volumeMl(), l.lot(), l.expiry(), l.laterality(), l.site(), l.planId(), l.operator(), l.note(),
                l.voided(), Optional.of(new Injection.Origin("session", "A", id, "piriformis",
                        Rational.of(l.concentration().in(l.volumeMl()).amount()), l.dose().unit())));
    }

    private List<AlertKind> kinds(Case c) {
        return review.stops(c).stream().map(Alert::kind).sorted((a, b) -> a.name().compareTo(b.name())).distinct()
                .toList();
    }

    private static Patient patient(String kg) {
        return new Patient("", "P1", Optional.empty(), "F", Optional.of(new BigDecimal(kg)));
    }

    private static Injection lidocaine(String volume) {
        return given("now", NOW, volume);
    }

    private static Injection given(String id, Instant at, String volume) {
        Injection l = line(id, "lidocaine", BigDecimal.ONE, Concentration.Unit.PERCENT, new BigDecimal(volume));
        return new Injection(l.id(), at, l.productId(), l.productName(), l.injectateClass(), l.concentration(),
                l.volumeMl(), l.lot(), l.expiry(), l.laterality(), l.site(), l.planId(), l.operator(), l.note(),
                l.voided());
    }

    private static Injection line(String id, String product, BigDecimal strength, Concentration.Unit unit,
            BigDecimal volume) {
        InjectateClass sort = ProductCatalog.standard().find(product).map(Product::injectateClass)
                .orElse(InjectateClass.OTHER);
        return new Injection(id, NOW, product, product, sort, new Concentration(strength, unit), volume, "LOT 1",
                LocalDate.of(2027, 1, 31), Laterality.LEFT, "piriformis", "", "Dr Salem", "", Optional.empty());
    }
}
