package foramen.workspace.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.HarrisAnswers;
import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.HipScore;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.TimeCourse;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.MemoryCaseStore;
import foramen.testing.TreatedCase;
import foramen.workspace.assessment.AssessmentDesk.Refused;
import foramen.workspace.assessment.AssessmentDesk.Understood;
import foramen.workspace.edit.CaseEditor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentDeskTest {
    private static final AssessmentFiles FILES = AssessmentFiles.standard();
    private final AssessmentDesk desk = new AssessmentDesk(FILES, ZoneOffset.UTC);
    private final OutcomeDesk outcomes = new OutcomeDesk(FILES, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"80 mm,80", "8.0 cm,80", "'2,4 cm',24", "0 mm,0", "10 cm,100", "100mm,100"})
    void aVasIsWrittenWithItsUnit(String typed, int mm) {
        assertEquals(new Understood(new PainScore(Instrument.VAS, PainState.NOW, mm)),
                desk.pain(Instrument.VAS, PainState.NOW, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "8.0", "101 mm", "10.1 cm", "-1 mm", "2.5 mm", ""})
    void aVasThatCanBeReadInTwoWaysOrIsOffItsScaleIsRefused(String typed) {
        assertInstanceOf(Refused.class, desk.pain(Instrument.VAS, PainState.NOW, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "7.5", "-1", "seven", "8 cm"})
    void anNrsIsAWholeNumber(String typed) {
        assertInstanceOf(Refused.class, desk.pain(Instrument.NRS, PainState.NOW, typed));
        assertEquals(new Understood(new PainScore(Instrument.NRS, PainState.NOW, 7)),
                desk.pain(Instrument.NRS, PainState.NOW, " 7 "));
    }

    @ParameterizedTest
    @CsvSource({"-1,baseline", "14,2wk", "25,other", "43,6wk", "364,12mo"})
    void aNewVisitIsCalledByTheDayItFallsOn(int day, String window) {
        TreatedCase c = TreatedCase.named("a").injected(0, InjectateClass.STEROID, "piriformis");
        assertEquals(VisitWindow.of(window),
                desk.begin(c.build(), "v", TreatedCase.day(day), "Dr Example").window());
    }

    @Test
    void scoresFollowTheAnswersAndVanishWhenOneIsMissing() {
        HarrisAnswers answers = FILES.harris().blank();
        for (HarrisSheet.Item item : FILES.harris().items()) {
            answers = answers.withChoice(item.id(), item.options().getFirst().id());
        }
        HipScore letter = HipScore.typed(new Measure(Instrument.HHS, "unknown"), new BigDecimal("61"));
        Visit empty = Visit.begin("v", TreatedCase.START, VisitWindow.BASELINE, "").withHip(Optional.empty(),
                List.of(letter));
        Visit visit = desk.withHip(empty, answers);
        assertEquals(List.of("hhs:unknown", "mhhs"),
                visit.hipScores().stream().map(s -> s.measure().id()).toList());
        Visit cleared = desk.withHip(visit, answers.withChoice("pain", "unknown"));
        assertEquals(List.of(letter), cleared.hipScores());
    }

    @Test
    void visitsAndEventsAreStepsOfUndo() {
        CaseEditor editor = new CaseEditor(new MemoryCaseStore(), new CurrentThreadJobRunner(), Clock.systemUTC(),
                () -> "Dr Example", () -> "fresh");
        Visit visit = desk.begin(editor.current(), "v1", TreatedCase.START, "Dr Example");
        desk.record(editor, visit);
        desk.record(editor, visit.withNote("corrected"));
        assertEquals("Correct visit: Baseline", editor.undoAction());
        CareEvent fall = desk.event(editor.current(), "e1", CareEvent.Kind.ADVERSE_EVENT, TreatedCase.START, "Fall",
                OptionalInt.of(1), false, "Dr Example");
        desk.record(editor, fall);
        assertEquals(List.of(fall), editor.current().followUp().events());
        editor.undo();
        editor.undo();
        assertEquals(List.of(visit), editor.current().followUp().visits());
        desk.remove(editor, visit);
        assertTrue(editor.current().followUp().isEmpty());
    }

    @Test
    void theTimeCourseKeepsInstrumentsApartAndMarksProcedures() {
        TreatedCase c = TreatedCase.named("a").nrs(-7, 8).vas(-7, 80).injected(0, InjectateClass.STEROID, "piriformis")
                .nrs(14, 3).event(30, CareEvent.Kind.RESCUE_PROCEDURE, true);
        TimeCourse course = outcomes.timeCourse(c.build());
        assertEquals(List.of("nrs:average-7d", "vas:now"),
                course.series().stream().map(s -> s.measure().id()).toList());
        assertEquals(-7 - 1 / 24.0, course.series().getFirst().values().getFirst().days(), 1e-9);
        assertEquals(List.of("Steroid injection, piriformis, left", "Rescue procedure"),
                course.marks().stream().map(TimeCourse.Mark::words).toList());
    }

    @Test
    void aChangeIsHeldAgainstThePublishedDifferencesOfItsInstrument() {
        TreatedCase c = TreatedCase.named("a").vas(0, 80).harris(0, 50).injected(0, InjectateClass.STEROID,
                "piriformis").vas(14, 45).harris(84, 60);
        List<OutcomeDesk.ChangeSince> changes = outcomes
                .outcomes(c.build(), FILES.outcome().responders().getFirst()).getFirst().changes();
        assertEquals(List.of("clinically important"),
                changes.getFirst().reached().stream().map(d -> d.label()).toList());
        assertEquals(List.of("acceptable state", "substantial"),
                changes.getFirst().missed().stream().map(d -> d.label()).toList());
        assertEquals(List.of(), changes.getLast().reached());
    }
}
