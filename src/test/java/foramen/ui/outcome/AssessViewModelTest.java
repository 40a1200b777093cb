package foramen.ui.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.TestFinding.PainSite;
import foramen.domain.assessment.TestFinding.Result;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.outcome.AssessState.Answer;
import foramen.ui.support.TestBench;
import foramen.workspace.assessment.AssessmentDesk;
import foramen.workspace.assessment.AssessmentFiles;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssessViewModelTest {
    private static final AssessmentFiles FILES = AssessmentFiles.standard();

    private final TestBench bench = TestBench.with(Cases.empty(), FakeClip.calibrated());
    private final AssessViewModel model = new AssessViewModel(bench.workbench, FILES,
            new AssessmentDesk(FILES, ZoneOffset.UTC), ZoneOffset.UTC);

    private Visit visit() {
        return bench.casefile().followUp().visits().getFirst();
    }

    @Test
    void aVisitIsThereWithItsFirstEntryAndEachEntryIsAStepOfUndo() {
        assertFalse(model.state().head().recorded());
        assertEquals(List.of(), bench.casefile().followUp().visits());
        model.chooseSide(Laterality.RIGHT);
        model.findings().result("fair", Result.POSITIVE);
        model.findings().nrs("fair", OptionalInt.of(8));
        model.findings().toggle("fair", PainSite.BUTTOCK);
        assertEquals(List.of(new TestFinding("fair", Laterality.RIGHT, Result.POSITIVE, Set.of(PainSite.BUTTOCK),
                OptionalInt.of(8), OptionalInt.empty(), "")), visit().tests());
        bench.editor.undo();
        bench.editor.undo();
        assertEquals(List.of(new TestFinding("fair", Laterality.RIGHT, Result.POSITIVE)), visit().tests());
        bench.editor.undo();
        assertFalse(model.state().head().recorded());
    }

    @Test
    void onAnotherDayANewVisitIsAtHandAndTheOldOneStaysAsItWas() {
        model.typePain(Instrument.NRS, PainState.NOW, "8");
        bench.clock.advance(Duration.ofHours(1));
        model.look();
        assertTrue(model.state().head().recorded(), "the visit of today goes on");
        bench.clock.advance(Duration.ofDays(14));
        model.look();
        assertFalse(model.state().head().recorded());
        model.typePain(Instrument.NRS, PainState.NOW, "2");
        assertEquals(List.of(8, 2), bench.casefile().followUp().visitsInTime().stream()
                .map(v -> v.pain().getFirst().value()).toList());
    }

    @Test
    void theTimeOfAVisitThatIsNotBegunIsThatOfTheClock() {
        String before = model.state().head().when();
        bench.clock.advance(Duration.ofMinutes(5));
        model.look();
        assertNotEquals(before, model.state().head().when());
    }

    @Test
    void withoutASideNoSidedTestIsWritten() {
        model.chooseSide(Laterality.UNSPECIFIED);
        model.findings().result("fair", Result.POSITIVE);
        model.findings().grade(NeuroFinding.Item.POWER_L5, OptionalInt.of(4));
        assertEquals(List.of(), bench.casefile().followUp().visits());
        model.findings().result("si-compression", Result.NEGATIVE);
        assertEquals(Laterality.BILATERAL, visit().tests().getFirst().side());
    }

    @Test
    void aNegativeTestKeepsNoPain() {
        model.chooseSide(Laterality.LEFT);
        model.findings().result("pace", Result.POSITIVE);
        model.findings().nrs("pace", OptionalInt.of(7));
        model.findings().result("pace", Result.NEGATIVE);
        assertEquals(List.of(new TestFinding("pace", Laterality.LEFT, Result.NEGATIVE)), visit().tests());
    }

    @Test
    void theSacroiliacRuleIsToldWithItsCounts() {
        model.chooseSide(Laterality.LEFT);
        for (String id : List.of("si-distraction", "si-compression", "si-thigh-thrust")) {
            model.findings().result(id, Result.POSITIVE);
        }
        AssessState.RuleLine rule = model.state().rules().getLast();
        assertTrue(rule.positive());
        assertEquals("SI joint: 3 of 6: positive (3 of 6 positive, 3 done; positive from 3 on)", rule.words());
    }

    @Test
    void partlyAnsweredRedFlagsAreNeverRecordedAsNone() {
        model.answer("fever-sepsis", Answer.NO);
        assertEquals(Answer.NO, flag("fever-sepsis").answer());
        assertEquals(Optional.empty(), bench.casefile().followUp().redFlags());
        assertFalse(model.state().flags().complete());
        model.answerRestNo();
        assertEquals(Optional.of(RedFlagScreen.asked(Set.of())), bench.casefile().followUp().redFlags());
    }

    @Test
    void aRedFlagIsRecordedAtOnceSaysRedirectAndLeavesTheOtherQuestionsOpen() {
        model.answer("saddle-numbness", Answer.YES);
        RedFlagScreen screen = bench.casefile().followUp().redFlags().orElseThrow();
        assertEquals(Set.of("saddle-numbness"), screen.present());
        assertEquals(FILES.tests().redFlags().size() - 1, screen.unanswered().size());
        assertTrue(model.state().flags().stop());
        assertEquals("Red flag: redirect, do not inject. Numbness of the saddle area.",
                model.state().flags().summary());
        assertEquals(Answer.NOT_ASKED, flag("fever-sepsis").answer());
        model.answer("saddle-numbness", Answer.NO);
        assertEquals(Optional.empty(), bench.casefile().followUp().redFlags());
    }

    private AssessState.FlagRow flag(String id) {
        return model.state().flags().rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aPainWithoutItsUnitIsRefusedWithASentence() {
        assertEquals("Write the VAS with its unit, such as 80 mm or 8.0 cm.",
                model.typePain(Instrument.VAS, PainState.NOW, "8"));
        assertEquals(List.of(), bench.casefile().followUp().visits());
        assertEquals("", model.typePain(Instrument.VAS, PainState.NOW, "8.0 cm"));
        assertEquals(80, visit().pain().getFirst().value());
        assertEquals("", model.typePain(Instrument.VAS, PainState.NOW, ""));
        assertEquals(List.of(), visit().pain());
    }

    @Test
    void aHipScoreWithAMissingItemHasNoTotalAndSaysWhichIsMissing() {
        HarrisSheet sheet = FILES.harris();
        sheet.items().stream().filter(i -> !i.id().equals("stairs"))
                .forEach(i -> model.hip().choose(i.id(), i.options().getFirst().id()));
        assertEquals("No mHHS. Missing: Stairs.", model.state().hip().modified());
        assertFalse(model.state().hip().harrisCounted());
        model.hip().choose("stairs", "normal");
        assertEquals("mHHS 100 of 100 (91 of 91 points × 1.1)", model.state().hip().modified());
        sheet.deformities().forEach(l -> model.hip().type(l.id(), "0"));
        List.of("110", "40", "20", "30", "20").forEach(d -> model
                .hip().type(sheet.arcs().get(visit().hipAnswers().orElseThrow().measures().size() - 4).id(), d));
        String byHarris = model.state().hip().harris();
        assertTrue(byHarris.contains("harris1969+all-or-none"), byHarris);
        model.hip().chooseRules("bands", "one-each");
        assertTrue(model.state().hip().harris().contains("bands+one-each"), model.state().hip().harris());
        assertEquals("hhs:bands+one-each", visit().hipScores().getFirst().measure().id());
    }

    @Test
    void whatIsWrittenAfterAnInjectionIsNotWrittenIntoTheVisitBefore() {
        model.typePain(Instrument.NRS, PainState.NOW, "8");
        bench.editor.recordInjection(Cases.injection("i1"));
        assertFalse(model.state().head().recorded());
        model.typePain(Instrument.NRS, PainState.NOW, "2");
        assertEquals(2, bench.casefile().followUp().visits().size());
        assertEquals(8, visit().pain().getFirst().value());
    }

    @Test
    void aTimeToComeIsRefused() {
        assertEquals("", model.typeTime("2020-01-31 09:30"));
        assertEquals("2020-01-31 09:30", model.state().head().when());
        assertFalse(model.typeTime("2999-01-01 00:00").isEmpty());
        assertFalse(model.typeTime("yesterday").isEmpty());
    }

    @Test
    void aVisitThatIsAskedForStandsForItsWindowAndWantsThePain() {
        long before = model.painWantedProperty().get();
        model.begin(Optional.of(VisitWindow.of("6wk")));
        assertEquals(before + 1, model.painWantedProperty().get());
        model.typePain(Instrument.NRS, PainState.NOW, "3");
        assertEquals(VisitWindow.of("6wk"), visit().window());
    }
}
