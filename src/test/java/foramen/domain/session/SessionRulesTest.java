package foramen.domain.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Alert;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Component;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseText;
import foramen.domain.injection.History;
import foramen.domain.injection.Injection;
import foramen.domain.injection.Product;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.session.rules.DoseQuestion;
import foramen.domain.session.rules.SessionCheck;
import foramen.domain.session.rules.SessionRules;
import foramen.domain.session.rules.Totals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SessionRulesTest {
    private static final DoseBook BOOK = DoseBook.standard();
    private static final SessionRules RULES = new SessionRules(BOOK);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Session EMPTY = Session.plan("s", new Course("c", 1, 3, "", ""), DAY, Laterality.LEFT,
            "Dr Salem");

    /** A component in one spelling, and the same in another. */
    private record Spelt(Component one, Component other) {}

    @Property(tries = 200, seed = "2606")
    void totals_do_not_depend_on_order_or_spelling(@ForAll("mixtures") List<Spelt> mixture, @ForAll long shuffle) {
        List<Component> one = mixture.stream().map(Spelt::one).toList();
        List<Component> other = new ArrayList<>(mixture.stream().map(Spelt::other).toList());
        Collections.shuffle(other, new Random(shuffle));
        SessionCheck first = check(EMPTY.with(new Syringe("A", "A", one)));
        SessionCheck second = check(EMPTY.with(new Syringe("A", "A", other)));
        assertEquals(first.totals(), second.totals());
        assertEquals(first.alerts(), second.alerts());
    }

    @Property(tries = 200, seed = "2607")
    void the_lines_of_a_session_add_up_to_what_was_given(@ForAll("mixtures") List<Spelt> mixture,
            @ForAll("volumes") BigDecimal first) {
        Syringe syringe = new Syringe("A", "A", mixture.stream().map(Spelt::one).toList());
        Session session = EMPTY.with(syringe).with(aliquot("1", first)).with(aliquot("2", new BigDecimal("0.3")));
        Map<String, Rational> sums = new HashMap<>();
        for (Injection line : SessionLines.of(session, NOON)) {
            String substance = BOOK.products().find(line.productId()).orElseThrow().substance();
            sums.merge(substance, line.amount(), Rational::plus);
        }
        Map<String, Rational> totals = new HashMap<>();
        check(session).totals().substances().forEach(s -> totals.put(s.id(), s.session()));
        assertEquals(totals, sums);
    }

    @Test
    void the_dose_of_a_line_is_exact_where_its_strength_is_rounded() {
        Syringe syringe = new Syringe("A", "A", List.of(solution("triamcinolone", "40 mg/mL", "1 mL"),
                solution("lidocaine", "1 %", "2 mL")));
        List<Injection> lines = SessionLines.of(EMPTY.with(syringe).with(aliquot("1", BigDecimal.ONE)), NOON);
        assertEquals("40/3", lines.getFirst().amount().toString());
        assertEquals("13.333333 mg", lines.getFirst().dose().text().replace('\u00a0', ' '));
        assertEquals("s", lines.getFirst().origin().orElseThrow().sessionId());
        assertEquals("not recorded", lines.getFirst().expiryText());
    }

    @Test
    void the_strength_in_a_syringe_reads_as_in_the_field() {
        Syringe dextrose = new Syringe("A", "A", List.of(solution("dextrose", "50 %", "2 mL"),
                solution("saline", "0.9 %", "8 mL")));
        assertEquals("10\u00a0%", dextrose.strength(dextrose.components().getFirst()));
        Syringe toxin = new Syringe("B", "B", List.of(powder("onabotulinumtoxina", "100 units"),
                solution("saline", "0.9 %", "2 mL")));
        assertEquals("50\u00a0units/mL", toxin.strength(toxin.components().getFirst()));
    }

    @Test
    void dextrose_has_the_osmolarity_of_the_fact_sheet() {
        Map<String, String> expected = Map.of("5 %", "278", "10 %", "555", "12.5 %", "694", "15 %", "833", "20 %",
                "1110", "25 %", "1388");
        expected.forEach((percent, mOsm) -> {
            Totals totals = check(EMPTY.with(new Syringe("A", "A", List.of(solution("dextrose", percent, "5 mL")))))
                    .totals();
            assertEquals(mOsm, totals.syringes().getFirst().mOsmPerL().text(0), percent);
        });
    }

    @Test
    void an_override_holds_for_its_sentence_only_and_never_for_what_may_not_be_overridden() {
        Session session = EMPTY.with(new Syringe("A", "A", List.of(solution("triamcinolone", "40 mg/mL", "5 mL"))));
        Alert year = alert(check(session), AlertKind.STEROID_YEAR_OVER);
        Session passed = overridden(session, year);
        assertTrue(check(passed).override(year).isPresent());
        assertFalse(check(passed).blocking().contains(year));
        Session more = passed.with(new Syringe("A", "A", List.of(solution("triamcinolone", "40 mg/mL", "6 mL"))));
        Alert again = alert(check(more), AlertKind.STEROID_YEAR_OVER);
        assertTrue(check(more).blocking().contains(again), "another sum speaks again");
        Session tooMuch = EMPTY.with(new Syringe("A", "A", List.of(solution("lidocaine", "1 %", "40 mL"))));
        Alert sum = alert(check(tooMuch), AlertKind.LA_SUM_OVER);
        assertTrue(check(overridden(tooMuch, sum)).blocking().contains(sum));
    }

    @Test
    void every_alert_has_a_sentence_a_source_and_a_version() {
        Session session = EMPTY.with(new Syringe("A", "A", List.of(solution("triamcinolone", "40 mg/mL", "5 mL"),
                solution("lidocaine", "1 %", "40 mL"), powder("onabotulinumtoxina", "500 units"))));
        for (Alert a : RULES.check(new DoseQuestion(session, Optional.empty(), "", Risks.UNKNOWN, Laterality.RIGHT,
                List.of(Laterality.RIGHT), Map.of(), new History(List.of(), Optional.of("Not known.")), List.of(),
                true))
                .alerts()) {
            assertTrue(a.message().endsWith("."), a.message());
            assertFalse(a.source().isBlank(), a.key());
            assertEquals(BOOK.alerts().version(), a.version());
        }
    }

    @Test
    void a_damaged_copy_of_the_clinic_stops_every_session() {
        DoseBook damaged = new DoseBook(BOOK.products(), BOOK.limits(), BOOK.alerts(), BOOK.safety(),
                BOOK.protocols(), List.of("The file cannot be read."));
        assertTrue(new SessionRules(damaged).check(question(EMPTY)).blocking().stream()
                .anyMatch(a -> a.kind() == AlertKind.CLINIC_FILE));
    }

    @Test
    void every_protocol_names_products_and_targets_that_exist() {
        for (Protocol p : BOOK.protocols().protocols()) {
            p.recipe().forEach(i -> {
                Product product = BOOK.products().find(i.productId()).orElseThrow();
                i.content().ifPresent(c -> assertEquals(product.doseUnit(), c.unit(), p.id()));
            });
            assertFalse(p.citation().source().isBlank(), p.id());
            boolean risky = p.recipe().stream()
                    .anyMatch(i -> BOOK.products().find(i.productId()).orElseThrow().offLabel());
            assertTrue(p.offLabel() || !risky, p.id());
        }
    }

    @Test
    void no_dose_is_ever_a_binary_fraction() throws IOException {
        Path domain = Path.of("src/main/java/foramen/domain");
        Assumptions.assumeTrue(Files.isDirectory(domain), "the sources are not beside the tests");
        for (String room : List.of("injection", "safety", "session", "data")) {
            try (Stream<Path> files = Files.walk(domain.resolve(room))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    assertFalse(Files.readString(file).matches("(?s).*\\b(double|float|Double|Float|doubleValue)\\b.*"),
                            file.toString());
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Spelt>> mixtures() {
        Arbitrary<Spelt> lidocaine = volumes().map(v -> new Spelt(solution("lidocaine", "1 %", v + " mL"),
                solution("lidocaine", "10 mg/mL", v + " ml")));
        Arbitrary<Spelt> steroid = volumes().map(v -> new Spelt(solution("triamcinolone", "40 mg/mL", v + " mL"),
                solution("triamcinolone", "40000 mcg/mL", v + "mL")));
        Arbitrary<Spelt> toxin = volumes().map(v -> new Spelt(powder("onabotulinumtoxina", v + " units"),
                powder("onabotulinumtoxina", v + "U")));
        Arbitrary<Spelt> bupivacaine = volumes().map(v -> new Spelt(solution("bupivacaine", "0.25 %", v + " mL"),
                solution("bupivacaine", "2.5 mg/mL", v + " mL")));
        Arbitrary<Spelt> any = Arbitraries.oneOf(lidocaine, steroid, toxin, bupivacaine);
        return Combinators.combine(lidocaine, any.list().ofMaxSize(5)).as((first, rest) -> {
            List<Spelt> all = new ArrayList<>(rest);
            all.add(first);
            return all;
        });
    }

    @Provide
    Arbitrary<BigDecimal> volumes() {
        return Arbitraries.bigDecimals().between(new BigDecimal("0.1"), new BigDecimal("60")).ofScale(2);
    }

    private static Session overridden(Session session, Alert alert) {
        return session.withSafety(session.safety().with(new SafetyRecord.Overrule(alert.key(), alert.message(),
                alert.version(), "agreed with the patient", "Dr Salem", NOON)));
    }

    private static Alert alert(SessionCheck check, AlertKind kind) {
        return check.alerts().stream().filter(a -> a.kind() == kind).findFirst().orElseThrow();
    }

    private static SessionCheck check(Session session) {
        return RULES.check(question(session));
    }

    private static DoseQuestion question(Session session) {
        return new DoseQuestion(session, Optional.of(new BigDecimal("70")), "F", Risks.UNKNOWN, Laterality.LEFT,
                List.of(), Map.of(), History.NONE, List.of(), false);
    }

    private static Aliquot aliquot(String id, BigDecimal volume) {
        return new Aliquot(id, "A", "", "piriformis", "", Laterality.LEFT, volume);
    }

    private static Component solution(String product, String stock, String volume) {
        Concentration strength = DoseText.concentration(stock).orElseThrow();
        return Component.of(BOOK.products().find(product).orElseThrow(),
                new Component.Solution(strength, DoseText.volumeMl(volume).orElseThrow()));
    }

    private static Component powder(String product, String amount) {
        Dose dose = DoseText.dose(amount).orElseThrow();
        return Component.of(BOOK.products().find(product).orElseThrow(), new Component.Powder(dose));
    }
}
