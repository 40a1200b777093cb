package foramen.workspace.tool;

import static foramen.workspace.tool.Bench.drag;
import static foramen.workspace.tool.Bench.enter;
import static foramen.workspace.tool.Bench.esc;
import static foramen.workspace.tool.Bench.nudge;
import static foramen.workspace.tool.Bench.press;
import static foramen.workspace.tool.Bench.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.edit.CaseEditor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToolControllerTest {
    private final CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), Fixtures.CLOCK,
            () -> "Dr Test", Fixtures.ids());
    private final ToolController tools = new ToolController(editor, StructureCatalog.standard());

    @BeforeEach
    void open() {
        editor.begin(Fixtures.emptyCase());
        tools.show(Fixtures.info(10), 0);
    }

    private void feed(ToolInput... inputs) {
        for (ToolInput i : inputs) {
            tools.handle(i, Bench.TOLERANCE);
        }
    }

    private void click(double x, double y) {
        feed(press(x, y), release(x, y));
    }

    private void drawTriangle() {
        click(20, 20);
        click(60, 20);
        click(60, 60);
        feed(enter());
    }

    @Test
    void aToolStaysForTheNextShapeAndEscGoesBackToSelecting() {
        tools.toolProperty().set(ToolId.POLYGON);
        drawTriangle();
        assertEquals(ToolId.POLYGON, tools.toolProperty().get());
        drawTriangle();
        assertEquals(2, editor.current().annotations().size());
        click(10, 10);
        feed(esc());
        assertEquals(ToolId.POLYGON, tools.toolProperty().get());
        feed(esc());
        assertEquals(ToolId.SELECT, tools.toolProperty().get());
    }

    @Test
    void whatCameOfAGestureStaysReadableUntilTheNext() {
        tools.toolProperty().set(ToolId.ERASER);
        click(20, 20);
        feed(Bench.move(30, 30), Bench.move(31, 30));
        assertEquals("Select the outline to rub from first.", tools.hintProperty().get());
        tools.toolProperty().set(ToolId.LINE);
        assertEquals(ToolId.LINE.hint(), tools.hintProperty().get());
    }

    @Test
    void newObjectsGetTheChosenStructureSideLevelAndPlane() {
        tools.next().structureIdProperty().set("piriformis");
        tools.next().lateralityProperty().set(Laterality.RIGHT);
        tools.toolProperty().set(ToolId.LINE);
        feed(press(20, 20), drag(50, 50), release(60, 60));
        var a = editor.current().annotations().getFirst();
        assertEquals("piriformis", a.structureId());
        assertEquals(Laterality.RIGHT, a.laterality());
        assertEquals("Measure piriformis", editor.undoAction());
        assertEquals(Optional.of(a.id()), editor.selectionProperty().get());
    }

    @Test
    void draggingShowsAPreviewAndCommitsOnce() {
        tools.toolProperty().set(ToolId.POLYGON);
        drawTriangle();
        tools.toolProperty().set(ToolId.SELECT);
        feed(press(20, 20), drag(30, 30));
        assertTrue(tools.busyProperty().get());
        assertEquals(new Point(30, 30),
                tools.previewCase().annotations().getFirst().shape().points().getFirst());
        assertEquals(new Point(20, 20), editor.current().annotations().getFirst().shape().points().getFirst());
        feed(release(30, 30));
        assertFalse(tools.busyProperty().get());
        assertEquals(Optional.empty(), tools.previewProperty().get());
        editor.undo();
        assertEquals(new Point(20, 20), editor.current().annotations().getFirst().shape().points().getFirst());
        editor.undo();
        assertFalse(editor.canUndoProperty().get());
    }

    @Test
    void anUnfinishedDrawingWaitsOnItsFrame() {
        tools.toolProperty().set(ToolId.POLYGON);
        click(20, 20);
        click(60, 20);
        tools.show(Fixtures.info(10), 4);
        assertEquals(Optional.empty(), tools.draftProperty().get());
        assertTrue(tools.hintProperty().get().contains("frame 1"));
        tools.show(Fixtures.info(10), 0);
        assertEquals(2, tools.draftProperty().get().orElseThrow().placed().size());
        click(60, 60);
        feed(enter());
        assertEquals(0, editor.current().annotations().getFirst().frame().index());
    }

    private void proposeSquare() {
        tools.setProposer((frame, seed, then) -> new CurrentThreadJobRunner().start("Looking",
                p -> new OutlineProposer.Answer.Found(Bench.points(20, 20, 60, 20, 60, 60, 20, 60), 0.9), then,
                e -> {}));
        tools.toolProperty().set(ToolId.PROPOSE);
        click(40, 40);
    }

    private List<Point> proposed() {
        return tools.draftProperty().get().orElseThrow().placed();
    }

    @Test
    void aProposalWaitsOnItsFrameAsItWasCorrected() {
        proposeSquare();
        feed(nudge(5, 0));
        feed(press(25, 20), drag(25, 15), release(25, 15));
        List<Point> corrected = proposed();
        tools.show(Fixtures.info(10), 4);
        assertEquals(Optional.empty(), tools.draftProperty().get());
        assertTrue(tools.hintProperty().get().contains("frame 1"));
        tools.show(Fixtures.info(10), 0);
        assertEquals(corrected, proposed());
        assertTrue(tools.draftProperty().get().orElseThrow().words().contains("then corrected"));
        tools.takeBack(Bench.TOLERANCE);
        assertEquals(Bench.points(25, 20, 65, 20, 65, 60, 25, 60), proposed());
        feed(enter());
        assertEquals(0, editor.current().annotations().getFirst().frame().index());
    }

    @Test
    void whatWasDoneLastToADrawingIsTakenBackAndNoFinishedEdit() {
        tools.toolProperty().set(ToolId.POLYGON);
        drawTriangle();
        click(20, 20);
        click(60, 20);
        tools.takeBack(Bench.TOLERANCE);
        assertEquals(1, proposed().size());
        tools.takeBack(Bench.TOLERANCE);
        assertFalse(tools.busyProperty().get());
        assertEquals(1, editor.current().annotations().size());
        tools.toolProperty().set(ToolId.SELECT);
        feed(press(20, 20), drag(30, 30));
        tools.takeBack(Bench.TOLERANCE);
        feed(release(30, 30));
        assertEquals(new Point(20, 20), editor.current().annotations().getFirst().shape().points().getFirst());
    }

    @Test
    void correctionsOfAProposalAreTakenBackOneByOneBeforeItIsDropped() {
        proposeSquare();
        List<Point> found = proposed();
        feed(nudge(5, 0));
        List<Point> moved = proposed();
        feed(press(25, 20), drag(25, 12), drag(25, 10), release(25, 10));
        tools.takeBack(Bench.TOLERANCE);
        assertEquals(moved, proposed());
        tools.takeBack(Bench.TOLERANCE);
        assertEquals(found, proposed());
        assertFalse(tools.draftProperty().get().orElseThrow().words().contains("corrected"));
        tools.takeBack(Bench.TOLERANCE);
        assertEquals(Optional.empty(), tools.draftProperty().get());
    }

    @Test
    void aNewDrawingElsewhereOrAnotherToolGivesTheWaitingOneUp() {
        tools.toolProperty().set(ToolId.POLYGON);
        click(20, 20);
        tools.show(Fixtures.info(10), 4);
        click(30, 30);
        feed(esc());
        tools.show(Fixtures.info(10), 0);
        assertEquals(Optional.empty(), tools.draftProperty().get());
        click(20, 20);
        tools.toolProperty().set(ToolId.LINE);
        assertEquals(Optional.empty(), tools.draftProperty().get());
        assertFalse(tools.busyProperty().get());
    }

    @Test
    void aPointAtTheFarEdgeStillLiesInThePicture() {
        tools.toolProperty().set(ToolId.POINT);
        click(999, 999);
        Point p = editor.current().annotations().getFirst().shape().points().getFirst();
        assertTrue(p.x() < 200 && p.y() < 100 && p.x() > 199.9);
    }

    @Test
    void arrowsMoveTheHandlePressedLastUntilAnotherObjectIsSelected() {
        tools.toolProperty().set(ToolId.POLYGON);
        drawTriangle();
        tools.toolProperty().set(ToolId.SELECT);
        click(20, 20);
        feed(nudge(1, 0));
        assertEquals(new Point(21, 20), editor.current().annotations().getFirst().shape().points().getFirst());
        assertEquals(new Point(60, 20), editor.current().annotations().getFirst().shape().points().get(1));
        editor.selectionProperty().set(Optional.empty());
        editor.selectionProperty().set(Optional.of(editor.current().annotations().getFirst().id()));
        feed(nudge(1, 0));
        assertEquals(new Point(61, 20), editor.current().annotations().getFirst().shape().points().get(1));
    }

    @Test
    void anEmptyPlaceHitsNothingSoThatItCanBeLeftToWindowing() {
        tools.toolProperty().set(ToolId.POLYGON);
        drawTriangle();
        assertTrue(tools.hitAt(new Point(21, 21), Bench.TOLERANCE).isPresent());
        assertTrue(tools.hitAt(new Point(150, 90), Bench.TOLERANCE).isEmpty());
        tools.clear();
        assertTrue(tools.hitAt(new Point(21, 21), Bench.TOLERANCE).isEmpty());
        feed(press(1, 1));
        assertFalse(tools.busyProperty().get());
    }

    @Test
    void theSideChosenForOneClipIsNotTakenToTheNext() {
        tools.next().lateralityProperty().set(Laterality.RIGHT);
        tools.clear();
        editor.begin(Fixtures.emptyCase().withSide(Laterality.LEFT));
        tools.show(Fixtures.info(10), 0);
        tools.toolProperty().set(ToolId.POLYGON);
        drawTriangle();
        assertEquals(Laterality.LEFT, editor.current().annotations().getFirst().laterality());
    }
}
