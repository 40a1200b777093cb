package foramen.ui.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.measurement.Quantity;
import foramen.domain.plan.NeedleRules;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.tool.ToolId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureViewModelTest {
    @Test
    void theNerveIsReadWithItsSidePlaneLevelUnitAndSource() {
        MeasureState.Instrument nerve = open(Cases.full(), FakeClip.calibrated()).nerves().getFirst();
        assertEquals("Sciatic nerve, right, short axis", nerve.title());
        assertEquals("Piriformis (greater sciatic foramen)", nerve.level());
        assertEquals(Quantity.CROSS_SECTIONAL_AREA, nerve.value().quantity());
        assertEquals("100.0\u00a0mm²", nerve.value().text(TestBench.LOCALE));
        assertEquals("40.0\u00a0mm", nerve.rest().getFirst().text(TestBench.LOCALE));
        assertEquals("trace, scale: US region", nerve.value().provenance());
    }

    @Test
    void theOthersFollowWithTheirCalipers() {
        List<MeasureState.Instrument> others = open(Cases.full(), FakeClip.calibrated()).others();
        assertEquals(List.of("a2", "a3"), others.stream().map(MeasureState.Instrument::id).toList());
        assertEquals(Quantity.LENGTH, others.getLast().value().quantity());
    }

    @Test
    void withoutAScaleThereArePixelsAndTheReasonAndNeverMillimetres() {
        MeasureState state = open(Cases.full(), FakeClip.uncalibrated());
        assertFalse(state.calibrated());
        for (MeasureState.Instrument i : state.others()) {
            assertTrue(i.value().text(TestBench.LOCALE).contains("px"));
            assertTrue(i.value().provenance().contains("no calibration"), i.value().provenance());
        }
        assertEquals("2500\u00a0px²", state.nerves().getFirst().value().text(TestBench.LOCALE));
    }

    @Test
    void anAreaWithoutAPlaneDoesNotPassForACrossSection() {
        MeasureState.Instrument nerve = open(
                Cases.full().withAnnotation(Cases.nerve("a1").withPlane(ScanPlane.UNSPECIFIED)),
                FakeClip.calibrated()).nerves().getFirst();
        assertEquals(Quantity.AREA, nerve.value().quantity());
        assertTrue(nerve.caution().startsWith("Set the plane"), nerve.caution());
    }

    @Test
    void theValuesFollowTheFrameAndTheCase() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        MeasureViewModel model = model(bench);
        bench.cine.seek(0);
        assertTrue(model.state().nerves().isEmpty());
        bench.cine.seek(Cases.FRAME);
        bench.editor.commit(bench.casefile().withoutAnnotation("a1"), "Delete");
        assertTrue(model.state().nerves().isEmpty());
        bench.editor.undo();
        assertEquals(1, model.state().nerves().size());
    }

    @Test
    void theEmptyStateTakesTheOutlineToolInHand() {
        TestBench bench = TestBench.with(Cases.empty(), FakeClip.calibrated());
        model(bench).outlineNerve();
        assertEquals(ToolId.POLYGON, bench.tools.toolProperty().get());
        assertEquals(StructureCatalog.SCIATIC_NERVE, bench.tools.next().structureIdProperty().get());
    }

    private static MeasureState open(Case casefile, Clip clip) {
        return model(TestBench.with(casefile, clip)).state();
    }

    private static MeasureViewModel model(TestBench bench) {
        return new MeasureViewModel(bench.workbench,
                new CaseReadings(bench.structures, NeedleRules.standard(), TestBench.LOCALE));
    }
}
