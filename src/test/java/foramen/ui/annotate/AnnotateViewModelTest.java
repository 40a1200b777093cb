package foramen.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnotateViewModelTest {
    private final TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
    private final AnnotateViewModel model = new AnnotateViewModel(bench.workbench, bench.structures);

    @Test
    void theThreeMainStructuresComeFirst() {
        assertEquals(List.of("sciatic-nerve", "piriformis", "sacrospinous-ligament"),
                model.structures().stream().limit(3).map(s -> s.id()).toList());
    }

    @Test
    void withNothingSelectedThePickersNameWhatIsDrawnNext() {
        model.chooseStructure(bench.structures.get("piriformis"));
        model.choosePlane(ScanPlane.LONG_AXIS);
        assertEquals("piriformis", bench.tools.next().structureIdProperty().get());
        assertEquals(ScanPlane.LONG_AXIS, bench.tools.next().planeProperty().get());
        assertEquals(Cases.full().annotations(), bench.casefile().annotations());
    }

    @Test
    void withADrawingToolInHandThePickersNameWhatIsDrawnNextEvenIfTheLastOneIsSelected() {
        model.select("a1");
        bench.tools.toolProperty().set(ToolId.POLYGON);
        bench.editor.selectionProperty().set(Optional.of("a1"));

        model.chooseStructure(bench.structures.get("piriformis"));

        assertEquals("sciatic-nerve", bench.casefile().annotation("a1").orElseThrow().structureId());
        assertEquals("piriformis", bench.tools.next().structureIdProperty().get());
        assertEquals(Optional.empty(), model.state().subject().annotationId());
    }

    @Test
    void withAnAnnotationSelectedThePickersNameItAndUndoTakesThatBack() {
        model.select("a1");
        model.chooseStructure(bench.structures.get("pudendal-nerve"));
        assertEquals("pudendal-nerve", bench.casefile().annotation("a1").orElseThrow().structureId());
        bench.editor.undo();
        assertEquals("sciatic-nerve", bench.casefile().annotation("a1").orElseThrow().structureId());
    }

    @Test
    void aLockedAnnotationIsNeitherRenamedNorDeletedUntilItIsUnlocked() {
        model.select("a1");
        model.toggleLock();
        model.chooseSide(Laterality.LEFT);
        model.delete();
        assertEquals(Laterality.RIGHT, bench.casefile().annotation("a1").orElseThrow().laterality());
        model.toggleLock();
        model.delete();
        assertTrue(bench.casefile().annotation("a1").isEmpty());
    }

    @Test
    void aSideThatContradictsTheFileIsSaid() {
        assertEquals("", model.state().warning());
        model.select("a1");
        model.chooseSide(Laterality.LEFT);
        assertEquals("The file says right, but the sciatic nerve is marked left. Correct the one that is wrong.",
                model.state().warning());
    }

    @Test
    void otherFramesAreCountedAndOneClickAway() {
        var elsewhere = Cases.nerve("b1").withShape(Cases.nerve("b1").shape(), Cases.NOW);
        bench.editor.commit(bench.casefile().withAnnotation(new foramen.domain.annotation.Annotation("b1",
                new FrameRef(FakeClip.UID, 11), elsewhere.shape(), "sciatic-nerve", Laterality.RIGHT,
                elsewhere.level(), elsewhere.plane(), "", false, "", Cases.NOW)), "Draw");
        assertEquals(List.of(new AnnotateState.Elsewhere(11, 1, "N")), model.state().elsewhere());
        model.goTo(11);
        assertEquals(12, model.state().frameNumber());
        assertEquals(List.of("b1"), model.state().here().stream().map(AnnotateState.Row::id).toList());
        assertEquals(3, model.state().elsewhere().getFirst().count());
    }

    @Test
    void aNerveOutlineWithoutLevelOrPlaneIsRemarkedOnUntilBothAreSaid() {
        assertEquals("", model.state().missing());
        model.select("a1");
        model.chooseLevel(ScanLevel.UNSPECIFIED);
        model.choosePlane(ScanPlane.UNSPECIFIED);
        assertEquals("The sciatic nerve has no level and no plane. Without it, its area cannot be compared.",
                model.state().missing());
        model.chooseLevel(ScanLevel.PIRIFORMIS);
        model.choosePlane(ScanPlane.SHORT_AXIS);
        assertEquals("", model.state().missing());
    }

    @Test
    void whatIsDrawnNextTakesTheLevelAndPlaneLastChosen() {
        model.select("a1");
        model.chooseLevel(ScanLevel.PIRIFORMIS);
        model.choosePlane(ScanPlane.LONG_AXIS);
        assertEquals(ScanLevel.PIRIFORMIS, bench.tools.next().levelProperty().get());
        assertEquals(ScanPlane.LONG_AXIS, bench.tools.next().planeProperty().get());
    }

    @Test
    void aRowChosenWhileDrawingLeavesTheDrawingAndSaysSo() {
        bench.tools.show(FakeClip.calibrated().info(), Cases.FRAME);
        bench.tools.toolProperty().set(ToolId.POLYGON);
        bench.tools.handle(new ToolInput.Press(new Point(20, 20), 1, Modifiers.NONE), 8);
        model.select("a1");
        assertEquals(ToolId.POLYGON, bench.tools.toolProperty().get());
        assertTrue(bench.tools.busyProperty().get());
        assertTrue(bench.tools.hintProperty().get().contains("not finished"), bench.tools.hintProperty().get());
        bench.tools.handle(new ToolInput.Cancel(), 8);
        model.select("a1");
        assertEquals(Optional.of("a1"), bench.editor.selectionProperty().get());
    }

    @Test
    void choosingTheSelectedOneAgainLetsItGo() {
        model.select("a1");
        model.select("a1");
        assertEquals(Optional.empty(), bench.editor.selectionProperty().get());
        assertFalse(model.state().here().getFirst().selected());
    }
}
