package foramen.ui.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.CalibrationVerdict;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.clip.Scale;
import foramen.geometry.Point;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CalibrateViewModelTest {
    private static TestBench bench(FakeClip clip) {
        return TestBench.with(Cases.empty(), clip);
    }

    private static void draw(TestBench bench, double x0, double y0, double x1, double y1) {
        Modifiers none = new Modifiers(false, false, false);
        bench.tools.handle(new ToolInput.Press(new Point(x0, y0), 1, none), 4);
        bench.tools.handle(new ToolInput.Drag(new Point(x1, y1), none), 4);
        bench.tools.handle(new ToolInput.Release(new Point(x1, y1), none), 4);
    }

    private static Scale scale(TestBench bench, FakeClip clip) {
        return bench.casefile().calibrationOf(clip.info()).overallScale();
    }

    @Test
    void aLineAndItsLengthCalibrateABareClipInOneStepOfUndo() {
        FakeClip clip = FakeClip.uncalibrated();
        TestBench bench = bench(clip);
        CalibrateViewModel model = new CalibrateViewModel(bench.workbench, ZoneOffset.UTC);
        assertFalse(model.state().open());
        model.begin();
        assertTrue(model.state().drawing());
        draw(bench, 200, 100, 200, 300);
        assertEquals(1, model.state().lines());
        assertFalse(model.state().canApply());
        model.unitProperty().set(CalibrateViewModel.LengthUnit.CENTIMETRE);
        model.firstLengthProperty().set("4,0");
        assertInstanceOf(CalibrationVerdict.Ready.class, model.state().verdict().orElseThrow());
        model.apply();
        Scale.Known k = assertInstanceOf(Scale.Known.class, scale(bench, clip));
        assertEquals(0.2, k.mmPerPixelX(), 1e-12);
        assertEquals(CalibrationSource.MANUAL, k.source());
        ManualCalibration set = bench.casefile().calibrations().getFirst();
        assertEquals("Dr Example", set.author());
        assertEquals(Cases.NOW, set.at());
        assertEquals(FakeClip.UID, set.drawnOn().sopInstanceUid());
        assertEquals("Calibrate by hand", bench.editor.undoAction());
        assertEquals(ToolId.SELECT, bench.tools.toolProperty().get());
        assertTrue(model.state().set().getFirst().words().contains("From 40 mm by Dr Example"));
        bench.editor.undo();
        assertInstanceOf(Scale.Unknown.class, scale(bench, clip));
        bench.editor.redo();
        assertInstanceOf(Scale.Known.class, scale(bench, clip));
        model.remove(set.id());
        assertInstanceOf(Scale.Unknown.class, scale(bench, clip));
        assertFalse(model.state().open());
    }

    @Test
    void aProtectedScaleIsOverriddenOnlyWithAReasonWhichIsKept() {
        FakeClip clip = FakeClip.calibrated();
        TestBench bench = bench(clip);
        CalibrateViewModel model = new CalibrateViewModel(bench.workbench, ZoneOffset.UTC);
        model.begin();
        draw(bench, 200, 100, 200, 300);
        model.firstLengthProperty().set("44");
        assertTrue(model.state().needsReason());
        assertFalse(model.state().canApply());
        model.apply();
        assertEquals(0, bench.casefile().calibrations().size());
        model.reasonProperty().set("  the ticks say 44 mm ");
        assertTrue(model.state().canApply());
        model.apply();
        assertEquals("the ticks say 44 mm", bench.casefile().calibrations().getFirst().overrideReason());
        assertEquals("Override the protected scale", bench.editor.undoAction());
        Scale.Known k = assertInstanceOf(Scale.Known.class, scale(bench, clip));
        assertTrue(k.note().contains("+10.0 %") && k.note().contains("the ticks say"), k.note());
    }

    @Test
    void aNewScaleInTheSamePlaceTakesThePlaceOfTheOldOne() {
        TestBench bench = bench(FakeClip.uncalibrated());
        CalibrateViewModel model = new CalibrateViewModel(bench.workbench, ZoneOffset.UTC);
        for (String length : new String[]{"40", "50"}) {
            model.begin();
            draw(bench, 200, 100, 200, 300);
            model.firstLengthProperty().set(length);
            model.apply();
        }
        assertEquals(1, bench.casefile().calibrations().size());
        assertEquals(50, bench.casefile().calibrations().getFirst().lines().getFirst().mm());
    }

    @Test
    void whatIsNoLengthIsSaidAndNothingIsSet() {
        TestBench bench = bench(FakeClip.uncalibrated());
        CalibrateViewModel model = new CalibrateViewModel(bench.workbench, ZoneOffset.UTC);
        model.begin();
        draw(bench, 200, 100, 200, 300);
        for (String typed : new String[]{"x", "0", "-4", "1e3"}) {
            model.firstLengthProperty().set(typed);
            assertFalse(model.state().complaint().isEmpty(), typed);
            assertFalse(model.state().canApply(), typed);
        }
        model.firstLengthProperty().set("40");
        draw(bench, 300, 200, 400, 200);
        assertEquals(2, model.state().lines());
        assertFalse(model.state().canApply());
        model.secondLengthProperty().set("10");
        assertTrue(model.state().canApply());
        model.cancel();
        assertEquals("", model.firstLengthProperty().get());
        assertFalse(model.state().open());
    }
}
