package foramen.ui.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.TestFinding.Result;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.DueVisit;
import foramen.testing.FakeClip;
import foramen.testing.TreatedCase;
import foramen.ui.support.TestBench;
import foramen.workspace.assessment.AssessmentDesk;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.OutcomeDesk;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpViewModelTest {
    private static final AssessmentFiles FILES = AssessmentFiles.standard();

    private static TestBench bench(Case c) {
        return TestBench.with(c, FakeClip.calibrated());
    }

    private static FollowUpViewModel model(TestBench bench) {
        return new FollowUpViewModel(bench.workbench, FILES, new AssessmentDesk(FILES, ZoneOffset.UTC),
                new OutcomeDesk(FILES, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static List<String> lines(FollowUpState.ProcedureCard card) {
        return card.lines().stream().map(l -> l.words().replace('\u00a0', ' ')).toList();
    }

    @Test
    void aResponseIsToldByEachDefinitionWithTheChange() {
        Case c = TreatedCase.named("a").vas(0, 80).tests(0, Result.POSITIVE, "fair", "pace")
                .injected(0, InjectateClass.STEROID, "piriformis").vas(14, 48).tests(14, Result.NEGATIVE, "fair")
                .build();
        List<String> said = lines(model(bench(c)).state().procedures().getFirst());
        assertEquals("Pain lower by half, short term: no response. VAS, now: 80 mm → 48 mm (−40.0 %), 2026-01-19",
                said.getFirst());
        assertEquals("Pain lower by 30 %, short term: responder. VAS, now: 80 mm → 48 mm (−40.0 %), 2026-01-19",
                said.get(1));
        assertTrue(said.contains("No recurrence seen so far."), said::toString);
        assertTrue(said.getLast().startsWith("1 of 2 positive tests are negative now. FAIR left: negative; Pace left: "
                + "not repeated"), said::toString);
    }

    @Test
    void theTimeCourseKeepsInstrumentsApartAndCanBeReadAsText() {
        Case c = TreatedCase.named("a").nrs(-7, 8).vas(-7, 80).injected(0, InjectateClass.STEROID, "piriformis")
                .nrs(14, 3).event(30, CareEvent.Kind.RESCUE_PROCEDURE, true).build();
        FollowUpState.Chart chart = model(bench(c)).state().chart();
        assertEquals(List.of("NRS, average of 7 days: 8 on day -7; 3 on day 14", "VAS, now: 80 mm on day -7"),
                chart.series().stream().map(FollowUpState.Series::words).toList());
        assertEquals(List.of("Steroid injection, piriformis, left, 2026-01-05",
                "Rescue procedure, for return of pain, 2026-02-04"),
                chart.marks().stream().map(FollowUpState.Mark::words).toList());
    }

    @Test
    void aDueVisitIsAskedForWithItsWindow() {
        TestBench bench = bench(TreatedCase.named("a").nrs(0, 8).injected(0, InjectateClass.STEROID, "piriformis")
                .build());
        FollowUpViewModel model = model(bench);
        List<Optional<VisitWindow>> asked = new ArrayList<>();
        model.onVisit(asked::add);
        assertFalse(model.state().due().isEmpty());
        model.addVisit(Optional.of(model.state().due().getLast().window()));
        assertEquals(List.of(Optional.of(VisitWindow.of("12mo"))), asked);
    }

    @Test
    void aVisitComesToBeDueThoughNobodyEditsTheCase() {
        TestBench bench = bench(TreatedCase.named("a").nrs(0, 8).injected(0, InjectateClass.STEROID, "piriformis")
                .build());
        FollowUpViewModel model = model(bench);
        assertEquals(DueVisit.State.UPCOMING, state(model, "12mo"));
        bench.clock.advance(Duration.ofDays(330));
        model.look();
        assertEquals(DueVisit.State.DUE, state(model, "12mo"));
    }

    private static DueVisit.State state(FollowUpViewModel model, String window) {
        return model.state().due().stream().filter(d -> d.window().id().equals(window)).findFirst().orElseThrow()
                .state();
    }

    @Test
    void anAdverseEventNeedsItsGradeAndAnEventIsOneStepOfUndo() {
        TestBench bench = bench(TreatedCase.named("a").injected(0, InjectateClass.STEROID, "piriformis").build());
        FollowUpViewModel model = model(bench);
        model.chooseKind(CareEvent.Kind.ADVERSE_EVENT);
        model.typeWhat("Fall");
        assertFalse(model.record());
        assertEquals("Choose the grade of the adverse event.", model.state().draft().complaint());
        model.chooseGrade(2);
        assertTrue(model.record());
        assertEquals(2, bench.casefile().followUp().events().getFirst().grade().orElseThrow());
        assertTrue(model.state().events().getFirst().words().startsWith("Adverse event, grade 2, Fall, "));
        assertEquals("", model.state().draft().what());
        bench.editor.undo();
        assertEquals(List.of(), model.state().events());
    }

    @Test
    void aCaseWithoutProcedureSaysSo() {
        FollowUpState state = model(bench(TreatedCase.named("a").build())).state();
        assertEquals(List.of(), state.procedures());
        assertEquals(List.of(), state.due());
        assertEquals(List.of(), state.chart().series());
    }

    @Test
    void whatWasTypedOfAnEventIsGoneWithItsCase() {
        TestBench bench = bench(TreatedCase.named("a").build());
        FollowUpViewModel model = model(bench);
        model.typeWhat("Lumbar block");
        model.typeWhen("2026-01-02 10:00");
        assertEquals("2026-01-02 10:00", model.state().draft().when());
        bench.editor.begin(TreatedCase.named("b").build());
        assertEquals("", model.state().draft().when());
        assertEquals("", model.state().draft().what());
    }

    @Test
    void whereRecordsCanOnlyBeReadTheTypedEventStays() {
        TestBench bench = bench(TreatedCase.named("a").build());
        FollowUpViewModel model = model(bench);
        model.typeWhat("Lumbar block");
        bench.editor.setReadOnly(Optional.of("Read only."));
        assertFalse(model.record());
        assertEquals("Lumbar block", model.state().draft().what());
        assertEquals(List.of(), bench.editor.current().followUp().events());
    }
}
