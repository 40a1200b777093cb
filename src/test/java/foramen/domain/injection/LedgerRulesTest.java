package foramen.domain.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Alert.Severity;
import java.math.BigDecimal;
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

class LedgerRulesTest {
    /** Half past midnight of the 22nd in the clinic, still the 21st in Greenwich. */
    private static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
    private static final LedgerRules RULES = new LedgerRules(ProductCatalog.standard(), CAIRO);
    private static final Optional<BigDecimal> KG70 = Optional.of(new BigDecimal("70"));

    private static final String LIDOCAINE_SOURCE = "US label, plain: 4.5 mg/kg, at most 300 mg; with epinephrine: 7 mg/kg, at most 500 mg";

    private static Alert alert(AlertKind kind, String subject, String message, String source) {
        return AlertCatalog.standard().raise(kind, subject, message, source);
    }

    @Test
    void a_complete_line_within_its_limit_raises_nothing() {
        assertEquals(List.of(), check(lidocaine("10")));
    }

    @ParameterizedTest
    // Clinical facts 3.3: caps of plain drug, the smaller of mg/kg times weight and the absolute maximum.
    @CsvSource({"lidocaine, 1, 30, 70, false", "lidocaine, 1, 30.01, 70, true", "lidocaine, 1, 27, 60, false",
            "lidocaine, 1, 27.01, 60, true", "lidocaine, 1, 30.01, 200, true", "bupivacaine, 0.25, 56, 70, false",
            "bupivacaine, 0.25, 56.01, 70, true", "bupivacaine, 0.25, 70.01, 200, true",
            "ropivacaine, 0.2, 100.01, 70, true"})
    void a_local_anaesthetic_stops_at_the_smaller_of_its_two_limits(String product, BigDecimal percent,
            BigDecimal volume, BigDecimal weight, boolean stops) {
        Injection line = line("a", product, percent, Concentration.Unit.PERCENT, volume);
        assertEquals(stops, stops(RULES.check(line, List.of(), Laterality.LEFT, Laterality.LEFT, Optional.of(weight))));
    }

    @ParameterizedTest
    @CsvSource({"onabotulinumtoxina, 100, 4, false", "onabotulinumtoxina, 100, 4.01, true",
            "incobotulinumtoxina, 100, 4.01, true", "abobotulinumtoxina, 200, 7.5, false",
            "abobotulinumtoxina, 200, 7.51, true"})
    void botulinum_toxin_stops_at_the_cap_of_its_own_brand(String product, BigDecimal strength, BigDecimal volume,
            boolean stops) {
        assertEquals(stops, stops(check(line("a", product, strength, Concentration.Unit.UNITS_PER_ML, volume))));
    }

    @Test
    void the_alert_names_the_dose_the_limit_and_the_source() {
        Alert alert = check(lidocaine("31")).getFirst();
        assertEquals(alert(AlertKind.LIMIT_OVER, "",
                "lidocaine: 310\u00a0mg today in this case is more than the limit of 300\u00a0mg.",
                LIDOCAINE_SOURCE), alert);
    }

    @Test
    void a_strength_in_the_wrong_unit_stops() {
        List<Alert> alerts = check(
                line("a", "onabotulinumtoxina", BigDecimal.TEN, Concentration.Unit.MG_PER_ML, BigDecimal.ONE));
        assertTrue(alerts.contains(alert(AlertKind.UNIT_MISMATCH, "",
                "onabotulinumtoxina is given in units, not in mg. Correct the concentration.", "vial label")),
                alerts.toString());
        assertTrue(stops(
                check(line("a", "lidocaine", BigDecimal.TEN, Concentration.Unit.UNITS_PER_ML, BigDecimal.ONE))));
    }

    @Test
    void a_missing_weight_means_that_the_limit_cannot_be_checked() {
        List<Alert> alerts = RULES.check(lidocaine("10"), List.of(), Laterality.LEFT, Laterality.LEFT,
                Optional.empty());
        assertEquals(List.of(alert(AlertKind.WEIGHT_MISSING, "",
                "The weight is missing, so the limit of 4.5 mg/kg cannot be checked.", LIDOCAINE_SOURCE)), alerts);
        assertEquals(Severity.CANNOT_CHECK, alerts.getFirst().severity());
    }

    @Test
    void the_absolute_limit_holds_without_a_weight() {
        assertTrue(stops(
                RULES.check(lidocaine("30.01"), List.of(), Laterality.LEFT, Laterality.LEFT, Optional.empty())));
    }

    @Test
    void what_was_given_today_counts_and_what_was_voided_or_is_another_product_does_not() {
        Injection earlier = given("earlier", NOW.minusSeconds(600), "20");
        assertTrue(stops(check(lidocaine("10.01"), earlier)));
        assertEquals(List.of(), check(lidocaine("10"), earlier));
        Injection voided = earlier.voided(new Injection.Voiding("wrong patient", "Dr Salem", NOW));
        assertEquals(List.of(), check(lidocaine("30"), voided));
        assertEquals(List.of(), check(lidocaine("30"),
                line("other", "dextrose", BigDecimal.TEN, Concentration.Unit.PERCENT, BigDecimal.TEN)));
    }

    @Test
    void today_is_the_day_of_the_clinic() {
        Instant beforeMidnight = Instant.parse("2026-11-21T21:30:00Z");
        assertEquals(List.of(), check(lidocaine("30"), given("yesterday", beforeMidnight, "30")));
    }

    @Test
    void checking_a_line_that_is_already_recorded_does_not_count_it_twice() {
        assertEquals(List.of(), check(lidocaine("20"), lidocaine("20")));
    }

    @Property(tries = 200, seed = "901")
    void the_order_of_the_ledger_does_not_matter(@ForAll("ledgers") List<Injection> ledger,
            @ForAll("volumes") BigDecimal volume) {
        Injection line = lidocaine(volume.toString());
        BigDecimal total = volume;
        for (Injection l : ledger) {
            total = l.voided().isEmpty() ? total.add(l.volumeMl()) : total;
        }
        // One per cent is 10 mg/mL and 70 kg may have 300 mg.
        boolean expected = total.compareTo(new BigDecimal("30")) > 0;
        assertEquals(expected, stops(RULES.check(line, ledger, Laterality.LEFT, Laterality.LEFT, KG70)));
        assertEquals(RULES.check(line, ledger, Laterality.LEFT, Laterality.LEFT, KG70),
                RULES.check(line, ledger.reversed(), Laterality.LEFT, Laterality.LEFT, KG70));
    }

    @Provide
    Arbitrary<BigDecimal> volumes() {
        return Arbitraries.bigDecimals().between(new BigDecimal("0.1"), new BigDecimal("15")).ofScale(1);
    }

    @Provide
    Arbitrary<List<Injection>> ledgers() {
        return volumes().tuple2().list().ofMaxSize(6).map(pairs -> {
            List<Injection> lines = new ArrayList<>();
            for (var pair : pairs) {
                Injection line = given("line " + lines.size(), NOW, pair.get1().toString());
                boolean isVoid = pair.get2().compareTo(BigDecimal.valueOf(7)) > 0;
                lines.add(isVoid ? line.voided(new Injection.Voiding("mistyped", "Dr Salem", NOW)) : line);
            }
            return lines;
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21, true", "2026-11-22, false", "2026-11-23, false"})
    void a_vial_is_good_until_the_end_of_its_last_day_in_the_clinic(LocalDate expiry, boolean stops) {
        Injection l = lidocaine("10");
        Injection line = new Injection(l.id(), l.given(), l.productId(), l.productName(), l.injectateClass(),
                l.concentration(), l.volumeMl(), l.lot(), expiry, l.laterality(), l.site(), l.planId(), l.operator(),
                l.note(), l.voided());
        assertEquals(stops
                ? List.of(
                        alert(AlertKind.EXPIRED, "", "The vial expired on " + expiry + ". Do not use it; take another.",
                                "vial label"))
                : List.of(), check(line));
    }

    @ParameterizedTest
    @CsvSource({"LEFT, LEFT, LEFT, false", "RIGHT, LEFT, UNSPECIFIED, true", "RIGHT, UNSPECIFIED, LEFT, true",
            "LEFT, UNSPECIFIED, UNSPECIFIED, false", "LEFT, BILATERAL, BILATERAL, false",
            "BILATERAL, LEFT, UNSPECIFIED, true", "UNSPECIFIED, UNSPECIFIED, UNSPECIFIED, true",
            "UNSPECIFIED, LEFT, LEFT, true"})
    void a_side_that_is_missing_or_disagrees_stops(Laterality side, Laterality plan, Laterality theCase,
            boolean stops) {
        Injection l = lidocaine("10");
        Injection line = new Injection(l.id(), l.given(), l.productId(), l.productName(), l.injectateClass(),
                l.concentration(), l.volumeMl(), l.lot(), l.expiry(), side, l.site(), l.planId(), l.operator(),
                l.note(), l.voided());
        assertEquals(stops, stops(RULES.check(line, List.of(), plan, theCase, KG70)));
    }

    @Test
    void the_side_alert_says_both_sides() {
        assertEquals("The plan is right, this line says left. Correct the one that is wrong.",
                RULES.check(lidocaine("10"), List.of(), Laterality.RIGHT, Laterality.LEFT, KG70).getFirst()
                        .message());
    }

    @Test
    void a_line_without_lot_or_operator_stops() {
        Injection l = lidocaine("10");
        Injection bare = new Injection(l.id(), l.given(), l.productId(), l.productName(), l.injectateClass(),
                l.concentration(), l.volumeMl(), " ", l.expiry(), l.laterality(), l.site(), l.planId(), "", l.note(),
                l.voided());
        assertEquals(List.of("Enter the operator.", "Enter the lot number from the vial."),
                check(bare).stream().map(Alert::message).toList());
    }

    @Test
    void off_label_use_is_said_and_stops_come_before_cautions() {
        Injection toxin = line("a", "onabotulinumtoxina", new BigDecimal("100"), Concentration.Unit.UNITS_PER_ML,
                new BigDecimal("5"));
        assertEquals(List.of(Severity.STOP, Severity.NOTE), check(toxin).stream().map(Alert::severity).toList());
        assertEquals("OnabotulinumtoxinA here is off-label use.", check(toxin).getLast().message());
    }

    @Test
    void a_product_the_catalogue_does_not_know_is_recorded_without_a_limit() {
        assertEquals(List.of(), check(
                line("a", "local-mixture", BigDecimal.ONE, Concentration.Unit.PERCENT, new BigDecimal("1000"))));
    }

    @Test
    void a_volume_that_is_not_positive_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> lidocaine("0"));
        assertThrows(IllegalArgumentException.class, () -> lidocaine("-1"));
    }

    private static List<Alert> check(Injection line, Injection... ledger) {
        return RULES.check(line, List.of(ledger), Laterality.LEFT, Laterality.LEFT, KG70);
    }

    private static boolean stops(List<Alert> alerts) {
        return alerts.stream().anyMatch(a -> a.severity() == Severity.STOP);
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
        return new Injection(id, NOW, product, product, InjectateClass.OTHER, new Concentration(strength, unit), volume,
                "LOT 1", LocalDate.of(2027, 1, 31), Laterality.LEFT, "piriformis", "", "Dr Salem", "",
                Optional.empty());
    }

    @ParameterizedTest
    // Clinical facts 3.3, 70 kg: lidocaine 1 % at most 300 mg, bupivacaine 0.25 % at most 140 mg.
    @CsvSource({"10, 8, false", "20, 18.6, false", "20, 18.7, true", "29, 20, true"})
    void local_anaesthetics_stop_when_their_fractions_pass_one_together(String lidocaineMl, String bupivacaineMl,
            boolean stopped) {
        Injection bupivacaine = line("before", "bupivacaine", new BigDecimal("0.25"), Concentration.Unit.PERCENT,
                new BigDecimal(bupivacaineMl));

        List<Alert> alerts = check(lidocaine(lidocaineMl), bupivacaine);

        assertEquals(stopped, stops(alerts), alerts.toString());
    }

    @Test
    void a_strength_above_one_hundred_per_cent_stops() {
        Injection line = line("a", "dextrose", new BigDecimal("125"), Concentration.Unit.PERCENT, BigDecimal.ONE);
        assertEquals("Nothing is stronger than 100\u00a0%. Correct the concentration.",
                check(line).getFirst().message());
        assertTrue(stops(check(line)));
    }

    @Test
    void a_strength_the_product_does_not_usually_have_is_a_caution() {
        Injection tenfold = line("a", "triamcinolone", new BigDecimal("400"), Concentration.Unit.MG_PER_ML,
                BigDecimal.ONE);
        assertEquals(
                alert(AlertKind.STRENGTH_UNUSUAL, "triamcinolone",
                        "400\u00a0mg/mL is not a usual strength of Triamcinolone acetonide"
                                + " (40\u00a0mg/mL, 10\u00a0mg/mL). Check the label and the dilution.",
                        "usual strengths; particulate; excipient polysorbate 80"),
                check(tenfold).getFirst());
        Injection inOtherWords = line("a", "lidocaine", new BigDecimal("10.0"), Concentration.Unit.MG_PER_ML,
                BigDecimal.ONE);
        assertEquals(List.of(), check(inOtherWords));
    }
}
