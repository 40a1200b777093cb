package foramen.domain.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.assessment.TestFinding.Result;
import foramen.domain.assessment.Visit;
import foramen.domain.casefile.Case;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.Arm;
import foramen.domain.outcome.CaseCourse;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.outcome.Procedure;
import foramen.domain.outcome.Response.Status;
import foramen.domain.outcome.TestConversion;
import foramen.domain.registry.RegistryQuery.Grouping;
import foramen.testing.TreatedCase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The published cohort and the published case, counted from records made to their figures. */
class SeedCohortsTest {
    private static final List<CareEvent.Kind> EVENTS = List.of(CareEvent.Kind.values());
    private static final OutcomeRules RULES = OutcomeRules.FILE.standard();
    private static final RegistryRows ROWS = new RegistryRows(RULES, FollowUpSchedule.FILE.standard(), ZoneOffset.UTC);
    private static final OutcomeRules.Responder HALF = RULES.responders().getFirst();

    private static RegistryQuery query(Grouping by) {
        return new RegistryQuery(by, Optional.empty(), Optional.empty(), LocalDate.of(2027, 12, 1), HALF.id());
    }

    private static List<CohortLine> lines(Grouping by, List<Case> cases) {
        CohortTally tally = new CohortTally(query(by));
        cases.forEach(c -> ROWS.of(c, HALF).forEach(tally::add));
        return tally.lines();
    }

    private static CohortLine line(List<CohortLine> lines, String group) {
        return lines.stream().filter(l -> l.group().equals(group)).findFirst().orElseThrow();
    }

    /**
     * A hundred patients, all treated conservatively, 65 with relief; the other 35 injected, 24 with a response.
     *
     * @param recurring how many of the 24 whose pain comes back
     */
    private static List<Case> elakhras(int recurring) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            TreatedCase c = TreatedCase.named("p" + i).vas(0, 80).event(0, CareEvent.Kind.CONSERVATIVE_CARE, false)
                    .vas(20, i < 65 ? 30 : 75);
            if (i >= 65) {
                int k = i - 65;
                c.injected(60, InjectateClass.STEROID, "piriformis").vas(74, k < 24 ? 30 : 80);
                if (k < recurring) {
                    c.vas(150, 75);
                }
                if (k >= 24) {
                    c.harris(170, 50).vas(170, 80).event(180, CareEvent.Kind.SURGERY, true).vas(200, 24)
                            .harris(540, 75);
                }
            }
            cases.add(c.build());
        }
        return cases;
    }

    @Test
    void theInjectionArmGivesTwentyFourOfThirtyFive() {
        CohortLine injection = line(lines(Grouping.ARM, elakhras(11)), "Injection");
        assertEquals("24/35 = 68.6 % (95 % CI 52.0–81.4 %)", injection.response().text());
        assertEquals("11/35 = 31.4 % (95 % CI 18.6–48.0 %)", injection.noResponse().text());
    }

    @Test
    void recurrenceHasBothDenominatorsSideBySide() {
        CohortLine injection = line(lines(Grouping.ARM, elakhras(11)), "Injection");
        assertEquals("11/24 = 45.8 % (95 % CI 27.9–64.9 %)", injection.recurrenceOfResponders().text());
        assertEquals("11/35 = 31.4 % (95 % CI 18.6–48.0 %)", injection.recurrenceOfAll().text());
        CohortLine other = line(lines(Grouping.ARM, elakhras(0)), "Injection");
        assertEquals(new Proportion(0, 24), other.recurrenceOfResponders());
        assertEquals(new Proportion(11, 35), other.noResponse(), "the other reading of the same 31.4 %");
    }

    @Test
    void theConservativeArmGivesSixtyFiveOfHundredWhichIsInferred() {
        CohortLine conservative = line(lines(Grouping.ARM, elakhras(11)), "Conservative");
        assertEquals("65/100 = 65.0 % (95 % CI 55.3–73.6 %)", conservative.response().text());
        PublishedCohorts.Finding published = PublishedCohorts.FILE.standard().findings().stream()
                .filter(f -> f.arm() == Arm.CONSERVATIVE).findFirst().orElseThrow();
        assertEquals("symptomatic relief 65/100 = 65.0 % (95 % CI 55.3–73.6 %) (inferred)", published.words());
    }

    @Test
    void theSurgicalArmGivesItsChangesRelativeToBefore() {
        CohortLine surgery = line(lines(Grouping.ARM, elakhras(11)), "Surgery");
        assertEquals(11, surgery.courses());
        assertEquals(
                List.of("HHS (harris1969+all-or-none): 50 points → 75 points (+50.0 % relative to before), mean of 11",
                        "VAS, now: 80 mm → 24 mm (−70.0 % relative to before), mean of 11"),
                surgery.means().stream().map(CohortLine.MeanChange::words).toList());
    }

    private static Case prolotherapy() {
        String[] tests = {"fair", "pace", "spst", "si-distraction", "si-compression", "si-thigh-thrust"};
        return TreatedCase.named("life2025").vas(0, 100).tests(0, Result.POSITIVE, tests)
                .injected(0, InjectateClass.PROLOTHERAPY, "sacrospinous ligament")
                .injected(14, InjectateClass.PROLOTHERAPY, "sacrospinous ligament")
                .injected(28, InjectateClass.PROLOTHERAPY, "sacrospinous ligament").vas(58, 10)
                .tests(58, Result.NEGATIVE, tests).build();
    }

    @Test
    void thePublishedCaseGoesFromTenToOneWithAllTestsNegative() {
        CohortLine line = line(lines(Grouping.TARGET, List.of(prolotherapy())), "Sacrospinous ligament");
        assertEquals(List.of("VAS, now: 100 mm → 10 mm (−90.0 % relative to before), 1 course"),
                line.means().stream().map(CohortLine.MeanChange::words).toList());
        assertEquals(new Proportion(1, 1), line.response());
        assertEquals(3, line.procedures());
        CaseCourse course = new CaseCourse(prolotherapy(), RULES, ZoneOffset.UTC);
        Procedure last = course.procedures().getLast();
        List<TestConversion> tests = TestConversion.of(course, last);
        assertEquals(6, tests.size());
        assertTrue(tests.stream().allMatch(TestConversion::becameNegative));
        Visit before = course.casefile().followUp().visits().get(1);
        TestCatalog catalog = TestCatalog.FILE.standard();
        assertEquals(TestCatalog.Verdict.POSITIVE,
                catalog.judge(catalog.rule("si-set").orElseThrow(), before.tests(), Laterality.LEFT).verdict());
    }

    @Test
    void rowsAreGroupedByInjectateAndTargetHoweverTheyAreSpelt() {
        List<Case> cases = List.of(
                TreatedCase.named("a").injected(0, InjectateClass.STEROID, "Piriformis").build(),
                TreatedCase.named("b").injected(0, InjectateClass.BOTULINUM_TOXIN, "piriformis ").build(),
                TreatedCase.named("c").event(0, CareEvent.Kind.SURGERY, false).build());
        assertEquals(List.of("Not stated", "Piriformis"),
                lines(Grouping.TARGET, cases).stream().map(CohortLine::group).toList());
        assertEquals(List.of("Botulinum toxin", "Steroid", "Surgery"),
                lines(Grouping.INJECTATE, cases).stream().map(CohortLine::group).toList());
    }

    @Test
    void whoIsMissingLostOrPendingIsCountedAndShown() {
        List<Case> cases = List.of(
                TreatedCase.named("seen").nrs(0, 8).injected(0, InjectateClass.STEROID, "x").nrs(14, 2).build(),
                TreatedCase.named("missing").nrs(0, 8).injected(0, InjectateClass.STEROID, "x").build(),
                TreatedCase.named("pending").nrs(680, 8).injected(680, InjectateClass.STEROID, "x").build(),
                TreatedCase.named("lost").nrs(0, 8).injected(0, InjectateClass.STEROID, "x")
                        .event(9, CareEvent.Kind.LOST_TO_FOLLOW_UP, false).build(),
                TreatedCase.named("mixed").nrs(0, 8).injected(0, InjectateClass.STEROID, "x").vas(14, 2).build(),
                TreatedCase.named("blank").injected(0, InjectateClass.STEROID, "x").nrs(14, 2).build());
        CohortLine line = lines(Grouping.ARM, cases).getFirst();
        assertEquals(new Proportion(1, 1), line.response());
        assertEquals(List.of(6L, 1L, 1L, 1L, 1L, 1L),
                List.of(line.courses(), line.missing(), line.pending(), line.count(Status.LOST),
                        line.count(Status.NOT_COMPARABLE), line.count(Status.NO_BASELINE)));
    }

    @Property(tries = 100)
    void theDenominatorsOfACohortAgreeWithOneAnother(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 99_999) Integer> seeds) {
        List<Case> cases = IntStream.range(0, seeds.size()).mapToObj(i -> any("c" + i, seeds.get(i))).toList();
        for (Grouping by : Grouping.values()) {
            List<CohortLine> lines = lines(by, cases);
            assertEquals(cases.stream().mapToLong(c -> ROWS.of(c, HALF).size()).sum(),
                    lines.stream().mapToLong(CohortLine::procedures).sum());
            for (CohortLine l : lines) {
                assertEquals(l.courses(), l.evaluated() + l.missing() + l.pending() + l.count(Status.LOST)
                        + l.count(Status.NO_BASELINE) + l.count(Status.NOT_COMPARABLE));
                assertEquals(l.response().of(), l.response().n() + l.noResponse().n());
                assertEquals(l.response().n(), l.recurrenceOfResponders().of());
                assertEquals(l.recurrenceOfResponders().n(), l.recurrenceOfAll().n());
                assertTrue(l.recurrenceOfAll().of() >= l.response().of());
            }
        }
    }

    /** A case made of the digits of a number. */
    private static Case any(String id, int seed) {
        InjectateClass[] classes = InjectateClass.values();
        TreatedCase c = TreatedCase.named(id);
        if (seed % 3 > 0) {
            c.nrs(0, seed % 11);
        }
        c.injected(0, classes[seed % classes.length], seed % 2 == 0 ? "piriformis" : "sacrospinous ligament");
        if (seed % 5 > 1) {
            c.nrs(10 + seed % 40, seed / 11 % 11);
        }
        if (seed % 7 == 1) {
            c.injected(20 + seed % 60, classes[seed % classes.length], "piriformis").nrs(120, seed / 100 % 11);
        }
        if (seed % 7 == 2) {
            c.event(5 + seed % 90, EVENTS.get(seed % EVENTS.size()), seed % 2 == 0);
        }
        return c.build();
    }
}
