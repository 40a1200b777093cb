package foramen.domain.outcome;

import static foramen.domain.injection.InjectateClass.BOTULINUM_TOXIN;
import static foramen.domain.injection.InjectateClass.STEROID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.outcome.DueVisit.State;
import foramen.testing.TreatedCase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueListTest {
    private static final DueList LIST = new DueList(FollowUpSchedule.FILE.standard(), OutcomeRules.FILE.standard(),
            ZoneOffset.UTC);

    private static TreatedCase steroid() {
        return TreatedCase.named("a").injected(0, STEROID, "piriformis");
    }

    private static Map<String, State> states(TreatedCase c, int day) {
        return states(c, TreatedCase.day(day));
    }

    private static Map<String, State> states(TreatedCase c, Instant at) {
        return LIST.of(c.build(), at).stream()
                .collect(Collectors.toMap(v -> v.window().id(), DueVisit::state, (a, b) -> b));
    }

    @ParameterizedTest
    @CsvSource({"9,UPCOMING", "10,DUE", "14,DUE", "21,DUE", "22,OVERDUE", "34,OVERDUE", "35,MISSED"})
    void aVisitIsDueWithinItsToleranceOverdueAfterItAndMissedWhenTheNextOneOpens(int day, State state) {
        assertEquals(state, states(steroid(), day).get("2wk"));
    }

    @ParameterizedTest
    @CsvSource({"425,DUE", "426,OVERDUE", "514,OVERDUE", "516,MISSED"})
    void theLastVisitIsOverdueForAWhile(int day, State state) {
        assertEquals(state, states(steroid(), day).get("12mo"));
    }

    @Test
    void whatCannotBeCaughtUpIsNotAskedForLater() {
        assertEquals(State.MISSED, states(steroid(), 1).get("30min"));
        assertEquals(State.DUE, states(steroid(), 3).get("day-2"));
        assertEquals(State.OVERDUE, states(steroid(), TreatedCase.day(3).plusSeconds(3600)).get("day-2"));
        assertEquals(State.MISSED, states(steroid(), 4).get("day-2"));
    }

    @Test
    void theStandardGridIsThatOfTheFactSheet() {
        assertEquals(List.of("30min", "day-1", "day-2", "2wk", "6wk", "12wk", "6mo", "12mo"),
                LIST.of(steroid().build(), TreatedCase.day(0)).stream().map(v -> v.window().id()).toList());
    }

    @Test
    void aVisitWithinToleranceOrCalledByItsNameIsDone() {
        assertEquals(State.DONE, states(steroid().nrs(16, 3), 30).get("2wk"));
        assertEquals(State.OVERDUE, states(steroid().nrs(25, 3), 30).get("2wk"));
        assertEquals(State.DONE,
                states(steroid().visit(25, VisitWindow.of("2wk"), v -> v), 30).get("2wk"));
    }

    @Test
    void nobodyWaitsForWhoIsLostOrForVisitsBeforeALaterProcedure() {
        TreatedCase lost = steroid().event(30, CareEvent.Kind.LOST_TO_FOLLOW_UP, false);
        assertEquals(List.of(), LIST.open(Stream.of(lost.build()), TreatedCase.day(45)));
        assertEquals(State.UPCOMING, states(lost, 5).get("2wk"));
        TreatedCase again = steroid().injected(30, BOTULINUM_TOXIN, "piriformis");
        assertEquals(List.of("2wk"),
                LIST.open(Stream.of(again.build()), TreatedCase.day(45)).stream().map(v -> v.window().id()).toList());
    }

    @Test
    void botulinumToxinHasVisitsOfItsOwnAndAProtocolChosenByHandGoesFirst() {
        TreatedCase toxin = TreatedCase.named("a").injected(0, BOTULINUM_TOXIN, "piriformis");
        assertEquals(State.DUE, states(toxin, 28).get("4wk"));
        assertEquals(null, states(toxin.followUp(f -> f.withProtocol("standard")), 28).get("4wk"));
    }

    @Test
    void theListGoesOverManyCasesLongestDueFirst() {
        TreatedCase early = TreatedCase.named("early").injected(0, STEROID, "piriformis").nrs(14, 2);
        TreatedCase late = TreatedCase.named("late").injected(25, STEROID, "piriformis");
        assertEquals(List.of("late 2wk", "early 6wk"),
                LIST.open(Stream.of(early.build(), late.build()), TreatedCase.day(40)).stream()
                        .map(v -> v.caseId().value() + " " + v.window().id()).toList());
    }
}
