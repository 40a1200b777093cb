package foramen.domain.outcome;

import static foramen.domain.injection.InjectateClass.BOTULINUM_TOXIN;
import static foramen.domain.injection.InjectateClass.LOCAL_ANAESTHETIC;
import static foramen.domain.injection.InjectateClass.PROLOTHERAPY;
import static foramen.domain.injection.InjectateClass.STEROID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.outcome.Response.Status;
import foramen.testing.TreatedCase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeReaderTest {
    private static final OutcomeRules RULES = OutcomeRules.FILE.standard();
    private static final OutcomeReader READER = new OutcomeReader(RULES);
    private static final OutcomeRules.Responder HALF = RULES.responder("pain-50").orElseThrow();
    private static final OutcomeRules.Responder THIRTY = RULES.responder("pain-30").orElseThrow();

    private static List<CourseOutcome> outcomes(TreatedCase c, OutcomeRules.Responder d) {
        CaseCourse course = new CaseCourse(c.build(), RULES, ZoneOffset.UTC);
        return course.procedures().stream().map(p -> READER.read(course, p, d)).toList();
    }

    private static CourseOutcome only(TreatedCase c) {
        List<CourseOutcome> all = outcomes(c, HALF);
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static TreatedCase steroid() {
        return TreatedCase.named("a").injected(0, STEROID, "piriformis");
    }

    private static LocalDate date(int day) {
        return LocalDate.of(2026, 1, 5).plusDays(day);
    }

    @ParameterizedTest
    @CsvSource({"8,4,RESPONDER", "8,5,NON_RESPONDER", "7,4,NON_RESPONDER", "10,0,RESPONDER", "3,9,NON_RESPONDER"})
    void halfThePainIsAResponse(int before, int after, Status status) {
        assertEquals(status, only(steroid().nrs(0, before).nrs(14, after)).response().status());
    }

    @Test
    void theNearestVisitOfTheWindowDecides() {
        CourseOutcome outcome = only(steroid().nrs(-10, 8).nrs(6, 0).nrs(9, 8).nrs(17, 2).nrs(40, 8));
        assertEquals(Status.RESPONDER, outcome.response().status());
        assertEquals(new BigDecimal("2"), outcome.response().change().orElseThrow().after());
        assertEquals("NRS, average of 7 days: 8 → 2 (−75.0 % relative to before) after 17 days.",
                outcome.response().reason());
    }

    @ParameterizedTest
    @CsvSource({"6,NOT_SEEN", "7,RESPONDER", "42,RESPONDER", "43,NOT_SEEN"})
    void theWindowIsClosedOnBothSides(int day, Status status) {
        assertEquals(status, only(steroid().nrs(0, 8).nrs(day, 1)).response().status());
    }

    @Test
    void aBaselineTypedAfterTheInjectionOfThatDayStillIsOne() {
        TreatedCase typedLate = steroid().followUp(f -> f.withVisit(Visit
                .begin("late", TreatedCase.day(0).plusSeconds(600), VisitWindow.BASELINE, "")
                .withPain(List.of(new PainScore(Instrument.NRS, PainState.AVERAGE_7_DAYS, 8))))).nrs(14, 3);
        assertEquals(Status.RESPONDER, only(typedLate).response().status());
        assertEquals(Status.NO_BASELINE, only(steroid().nrs(-91, 8).nrs(14, 3)).response().status());
    }

    @Test
    void instrumentsAndStatesAreNeverCompared() {
        CourseOutcome outcome = only(steroid().nrs(0, 8).vas(14, 10));
        assertEquals(Status.NOT_COMPARABLE, outcome.response().status());
        assertEquals("The baseline is NRS, average of 7 days, the visits have VAS, now; they are not compared.",
                outcome.response().reason());
        assertThrows(IllegalArgumentException.class,
                () -> Change.between(Measure.of("nrs:now"), BigDecimal.TEN, Measure.of("vas:now"), BigDecimal.ONE));
        assertThrows(IllegalArgumentException.class, () -> Change.between(Measure.of("hhs:bands+one-each"),
                BigDecimal.TEN, Measure.of("hhs:harris1969+one-each"), BigDecimal.ONE));
    }

    @Test
    void aProcedureBeforeTheVisitIsNoResponse() {
        assertEquals(Status.RESCUED, only(steroid().nrs(0, 8).event(10, CareEvent.Kind.RESCUE_PROCEDURE, true)
                .nrs(14, 1)).response().status());
        assertEquals(Status.RESPONDER, only(steroid().nrs(0, 8).nrs(14, 1)
                .event(20, CareEvent.Kind.RESCUE_PROCEDURE, false)).response().status());
        assertEquals(Status.RESCUED, only(steroid().nrs(0, 8).event(30, CareEvent.Kind.REPEAT_INJECTION, true))
                .response().status());
        TreatedCase both = steroid().nrs(0, 8).injected(5, BOTULINUM_TOXIN, "piriformis").nrs(14, 1);
        assertEquals(List.of(Status.RESCUED, Status.RESPONDER),
                outcomes(both, HALF).stream().map(o -> o.response().status()).toList());
    }

    @Test
    void theOtherSideIsAnotherMatter() {
        TreatedCase right = steroid().nrs(0, 8).injected(5, STEROID, "piriformis", Laterality.RIGHT).nrs(14, 1);
        assertEquals(Status.RESPONDER, outcomes(right, HALF).getFirst().response().status());
        CareEvent there = new CareEvent("e", CareEvent.Kind.RESCUE_PROCEDURE, TreatedCase.day(5), Laterality.RIGHT, "",
                OptionalInt.empty(), true, "", "");
        TreatedCase rescued = steroid().nrs(0, 8).nrs(14, 1).followUp(f -> f.withEvent(there));
        assertEquals(Status.RESPONDER, only(rescued).response().status());
    }

    @Test
    void whoWasNotSeenIsPendingMissingOrLost() {
        Response unseen = only(steroid().nrs(0, 8)).response();
        assertEquals(Status.NOT_SEEN, unseen.status());
        assertTrue(unseen.pendingOn(date(42)));
        assertTrue(!unseen.pendingOn(date(43)));
        TreatedCase lost = steroid().nrs(0, 8).event(20, CareEvent.Kind.LOST_TO_FOLLOW_UP, false);
        assertEquals(Status.LOST, only(lost).response().status());
        assertEquals(Optional.of(date(20)), only(lost).lost());
        assertEquals(Optional.empty(), only(lost.nrs(60, 4)).lost());
        assertEquals(Status.NO_BASELINE, only(steroid().nrs(14, 1)).response().status());
        assertEquals(Status.NO_BASELINE, only(steroid().nrs(0, 0).nrs(14, 0)).response().status());
    }

    @ParameterizedTest
    @CsvSource({"10,2,8,true", "10,2,7,true", "10,2,4,true", "10,2,3,false", "10,3,4,false", "4,1,3,false",
            "4,2,4,true", "5,2,4,true", "3,1,2,false"})
    void recurrenceIsEightyPercentOfTheBaselineOrARiseOfTwoToFour(int before, int best, int later, boolean recurred) {
        Optional<Recurrence> r = only(steroid().nrs(0, before).nrs(14, best).nrs(60, later)).recurrence();
        assertEquals(recurred, r.isPresent());
        r.ifPresent(found -> assertEquals(date(60), found.on()));
    }

    @Test
    void aRiseIsCountedFromTheBestValueSeen() {
        TreatedCase c = steroid().nrs(0, 10).nrs(14, 4).nrs(30, 2).nrs(45, 3).nrs(60, 4).nrs(90, 9);
        assertEquals(Optional.of(date(60)), only(c).recurrence().map(Recurrence::on));
        assertEquals(Optional.of(date(70)), only(steroid().vas(0, 90).vas(14, 25).vas(70, 45)).recurrence()
                .map(Recurrence::on));
        assertEquals(Optional.empty(), only(steroid().vas(0, 90).vas(14, 25).vas(70, 44)).recurrence());
    }

    @Test
    void anotherProcedureForReturnOfPainIsARecurrenceAtItsDate() {
        TreatedCase operated = steroid().nrs(0, 8).nrs(14, 2).event(50, CareEvent.Kind.SURGERY, true).nrs(60, 8);
        CourseOutcome first = outcomes(operated, HALF).getFirst();
        assertEquals(Optional.of(Recurrence.Cause.SURGERY), first.recurrence().map(Recurrence::cause));
        assertEquals(Optional.of(date(50)), first.recurrence().map(Recurrence::on));
        assertEquals(Optional.of(date(50)), first.surgery());
        TreatedCase planned = steroid().nrs(0, 8).nrs(14, 2).event(50, CareEvent.Kind.SURGERY, false);
        assertEquals(Optional.empty(), outcomes(planned, HALF).getFirst().recurrence());
        TreatedCase again = steroid().nrs(0, 8).nrs(14, 2).injected(80, STEROID, "piriformis");
        assertEquals(Optional.of(Recurrence.Cause.REPEAT_PROCEDURE),
                outcomes(again, HALF).getFirst().recurrence().map(Recurrence::cause));
    }

    @Test
    void whoNeverRespondedCannotRecur() {
        assertEquals(Optional.empty(), only(steroid().nrs(0, 8).nrs(14, 7).nrs(60, 8)).recurrence());
    }

    @Test
    void sessionsOfOneCourseAreJudgedOnceAfterTheLast() {
        TreatedCase course = TreatedCase.named("a").nrs(0, 10).injected(0, PROLOTHERAPY, "sacrospinous ligament")
                .injected(21, PROLOTHERAPY, "Sacrospinous ligament").injected(42, PROLOTHERAPY,
                        "sacrospinous ligament")
                .nrs(20, 8).nrs(56, 1);
        assertEquals(List.of(Status.COURSE_CONTINUED, Status.COURSE_CONTINUED, Status.RESPONDER),
                outcomes(course, HALF).stream().map(o -> o.response().status()).toList());
        assertEquals(new BigDecimal("10"),
                outcomes(course, HALF).getLast().response().change().orElseThrow().before());
        TreatedCase apart = steroid().injected(29, STEROID, "piriformis");
        assertTrue(outcomes(apart, HALF).stream().allMatch(o -> o.procedure().course().sessions() == 1));
    }

    @Test
    void portionsOfASessionAtTwoTargetsAreTwoProceduresThoughNobodyWroteTheirSites() {
        TreatedCase both = TreatedCase.named("a").nrs(0, 8).aimed(0, PROLOTHERAPY, "sacrospinous-ligament")
                .aimed(0, PROLOTHERAPY, "piriformis").aimed(21, PROLOTHERAPY, "sacrospinous-ligament");
        assertEquals(List.of("sacrospinous ligament 1/2", "piriformis 1/1", "sacrospinous ligament 2/2"),
                outcomes(both, HALF).stream().map(CourseOutcome::procedure).map(p -> p.target() + " "
                        + p.course().session() + "/" + p.course().sessions()).toList());
    }

    @Test
    void linesOfOneSyringeAreOneInjectionNamedByItsDrug() {
        TreatedCase mixed = TreatedCase.named("a").injected(0, LOCAL_ANAESTHETIC, "piriformis").injected(0, STEROID,
                "piriformis");
        Procedure p = only(mixed).procedure();
        assertEquals(Optional.of(STEROID), p.injectate());
        assertEquals(Optional.of(new BigDecimal("8")), p.volumeMl());
        assertEquals("Steroid injection, piriformis, left", p.label());
    }

    @ParameterizedTest
    @CsvSource({"5,true,false", "6,false,false", "3,true,false", "2,true,true", "0,true,true"})
    void reliefWhileTheAnaestheticWorksIsAPositiveBlock(int later, boolean positive, boolean strictly) {
        TreatedCase c = TreatedCase.named("a").injected(0, LOCAL_ANAESTHETIC, "piriformis").injected(0, STEROID,
                "piriformis");
        for (int[] at : new int[][]{{-60, 10}, {30, later}, {600, 0}}) {
            c.followUp(f -> f.withVisit(Visit
                    .begin("v" + at[0], TreatedCase.START.plusSeconds(60L * at[0]), VisitWindow.OTHER, "")
                    .withPain(List.of(new PainScore(Instrument.NRS, PainState.NOW, at[1])))));
        }
        CaseCourse course = new CaseCourse(c.build(), RULES, ZoneOffset.UTC);
        BlockResult block = READER.block(course, course.procedures().getFirst()).orElseThrow();
        assertEquals(positive, block.positive());
        assertEquals(strictly, block.strictlyPositive());
        CaseCourse steroid = new CaseCourse(steroid().nrs(0, 8).build(), RULES, ZoneOffset.UTC);
        assertEquals(Optional.empty(), READER.block(steroid, steroid.procedures().getFirst()));
    }

    @Test
    void anAdverseEventBelongsToTheProcedureBeforeIt() {
        TreatedCase c = steroid().injected(60, BOTULINUM_TOXIN, "piriformis")
                .event(3, CareEvent.Kind.ADVERSE_EVENT, false).event(60, CareEvent.Kind.ADVERSE_EVENT, false)
                .event(70, CareEvent.Kind.ADVERSE_EVENT, false);
        assertEquals(List.of(1, 2), outcomes(c, HALF).stream().map(o -> o.adverseEvents().size()).toList());
    }

    @Property(tries = 300)
    void lessPainLaterNeverTakesAResponseAway(@ForAll @IntRange(min = 1, max = 10) int before,
            @ForAll @IntRange(max = 10) int after) {
        boolean half = responds(before, after, HALF);
        assertTrue(!half || responds(before, after, THIRTY), "who responds by half responds by 30 %");
        assertTrue(!half || after == 0 || responds(before, after - 1, HALF), "less pain is no worse");
        assertTrue(!half || before == 10 || responds(before + 1, after, HALF), "more pain before is no worse");
    }

    private static boolean responds(int before, int after, OutcomeRules.Responder d) {
        return outcomes(steroid().nrs(0, before).nrs(14, after), d).getFirst().response().status() == Status.RESPONDER;
    }

    @Property(tries = 200)
    void onlyRespondersRecurAndOnlyAfterTheirResponse(@ForAll @Size(8) List<@IntRange(max = 10) Integer> values) {
        TreatedCase c = steroid();
        for (int i = 0; i < values.size(); i++) {
            c.nrs(i * 12, values.get(i));
        }
        CourseOutcome outcome = only(c);
        outcome.recurrence().ifPresent(r -> {
            assertEquals(Status.RESPONDER, outcome.response().status());
            assertTrue(r.on().isAfter(date(12)), r.words());
        });
    }
}
