package foramen.ui.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Point;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.ui.support.Tone;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.tool.ToolId;
import org.junit.jupiter.api.Test;

class PlanViewModelTest {
    @Test
    void withoutAPlanTheNeedleToolIsOffered() {
        TestBench bench = TestBench.with(Cases.empty(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        assertTrue(model.state().clipOpen());
        assertTrue(model.state().sheet().isEmpty());
        model.drawNeedle();
        assertEquals(ToolId.NEEDLE, bench.tools.toolProperty().get());
    }

    @Test
    void aTypedDepthMovesTheTargetInOneUndoableStep() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        assertEquals("", model.typeDepth("40"));
        assertEquals(new Point(270, 280), bench.casefile().plan("p1").orElseThrow().target());
        assertEquals("40.0\u00a0mm", sheet(model).reading().depth().text(TestBench.LOCALE));
        bench.editor.undo();
        assertEquals(Cases.plan("p1").target(), bench.casefile().plan("p1").orElseThrow().target());
    }

    @Test
    void aTypedAngleIsRefusedWithASentenceWhereTheNeedleWouldLeaveThePicture() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        String sentence = model(bench).typeAngle("10");
        assertTrue(sentence.contains("leave the calibrated picture"), sentence);
        assertEquals(Cases.plan("p1"), bench.casefile().plan("p1").orElseThrow());
    }

    @Test
    void wordsInPlaceOfANumberAreRefused() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        assertFalse(model(bench).typeDepth("deep").isEmpty());
    }

    @Test
    void aNeedleThatDoesNotReachIsAmberAndSaysHowMuchIsMissing() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        model.chooseNeedle("22g-38");
        PlanState.Remark fit = sheet(model).fit();
        assertEquals(Tone.AMBER, fit.tone());
        // Path 39.7 mm; 38 mm less 5 mm hub and 5 mm reserve reach 28 mm.
        assertEquals("22 G × 38 mm: 11.7\u00a0mm short.", fit.words());
        model.chooseNeedle("");
        assertEquals("Suggested: 22 G × 50 mm, the shortest that reaches.", sheet(model).fit().words());
    }

    @Test
    void aNerveWithinItsMarginIsAmberAndOneThatIsCrossedIsRed() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        assertEquals(Tone.NEUTRAL, sheet(model).guarded().getFirst().tone());
        move(bench, new Point(290, 268));
        assertEquals(Tone.AMBER, sheet(model).guarded().getFirst().tone());
        move(bench, new Point(320, 310));
        ClearanceRow nerve = sheet(model).guarded().getFirst();
        assertEquals(Tone.RED, nerve.tone());
        assertEquals("crosses", nerve.text());
    }

    @Test
    void aMuscleIsPassedWithoutAlarm() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        ClearanceRow muscle = sheet(model(bench)).passed().getFirst();
        assertEquals(Tone.NEUTRAL, muscle.tone());
        assertEquals("through", muscle.text());
        assertEquals(1, sheet(model(bench)).passed().size(), "a caliper is no boundary");
    }

    @Test
    void withoutAScaleNothingIsInMillimetres() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.uncalibrated());
        PlanState.Sheet sheet = sheet(model(bench));
        assertFalse(sheet.calibrated());
        assertTrue(sheet.visibility().isEmpty());
        assertEquals("130.0\u00a0px", sheet.reading().depth().text(TestBench.LOCALE));
        assertFalse(sheet.toString().contains("\u00a0mm,"), "no number in mm");
        assertFalse(model(bench).typeDepth("40").isEmpty());
    }

    private static void move(TestBench bench, Point target) {
        Case moved = bench.casefile().withPlan(Cases.plan("p1").withTarget(target, Cases.NOW));
        bench.editor.commit(moved, "Move needle");
    }

    private static PlanState.Sheet sheet(PlanViewModel model) {
        return model.state().sheet().orElseThrow();
    }

    private static PlanViewModel model(TestBench bench) {
        NeedleRules rules = NeedleRules.standard();
        return new PlanViewModel(bench.workbench, bench.structures, rules,
                new CaseReadings(bench.structures, rules, TestBench.LOCALE), TestBench.LOCALE);
    }
}
