package foramen.workspace.tool;

import static foramen.workspace.tool.Bench.del;
import static foramen.workspace.tool.Bench.drag;
import static foramen.workspace.tool.Bench.enter;
import static foramen.workspace.tool.Bench.esc;
import static foramen.workspace.tool.Bench.move;
import static foramen.workspace.tool.Bench.nudge;
import static foramen.workspace.tool.Bench.points;
import static foramen.workspace.tool.Bench.press;
import static foramen.workspace.tool.Bench.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.workspace.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects: outline {@code sq} (20,20)-(60,60), caliper {@code ln}, point {@code pt}, needle {@code nd}. */
class SelectToolTest {
    private final Bench bench = new Bench(new SelectTool());

    @BeforeEach
    void draw() {
        bench.with(Fixtures.annotation("sq", Fixtures.square(20, 20, 40)))
                .with(Fixtures.annotation("ln", Fixtures.line(100, 20, 140, 20)))
                .with(Fixtures.annotation("pt", new Shape.Marker(new Point(120, 80))));
        bench.casefile = bench.casefile.withPlan(Fixtures.plan("nd", new Point(160, 10), new Point(190, 70)));
    }

    private List<Point> at(String id) {
        return Target.find(bench.casefile, id).orElseThrow().points();
    }

    @Test
    void aClickSelectsWhatLiesThereAndAnEmptyPlaceSelectsNothing() {
        assertEquals(Optional.of("sq"), bench.click(40, 40).selected);
        assertEquals(Optional.of("ln"), bench.click(120, 22).selected);
        assertEquals(Optional.of("pt"), bench.click(123, 80).selected);
        assertEquals(Optional.of("nd"), bench.click(175, 40).selected);
        assertEquals(Optional.empty(), bench.click(90, 90).selected);
        assertTrue(bench.actions.isEmpty());
    }

    @Test
    void aVertexIsDraggedWithPreviewAndOneEdit() {
        Case before = bench.casefile;
        bench.feed(press(21, 21), drag(25, 25), drag(31, 26));
        assertEquals(before, bench.casefile);
        assertEquals(new Point(30, 25), bench.last.preview().orElseThrow().annotation("sq").orElseThrow().shape()
                .points().getFirst());
        bench.feed(release(31, 26));
        assertEquals(List.of("Move point of sciatic nerve"), bench.actions);
        assertEquals(points(30, 25, 60, 20, 60, 60, 20, 60), at("sq"));
        assertEquals(Optional.empty(), bench.last.preview());
    }

    @Test
    void nothingMovesWithinTheClickSlop() {
        bench.feed(press(20, 20), drag(22, 21), release(22, 21));
        assertTrue(bench.actions.isEmpty());
    }

    @Test
    void theInsideOfAnOutlineMovesOnlyOnceSelected() {
        bench.feed(press(40, 40), drag(50, 45), release(50, 45));
        assertTrue(bench.actions.isEmpty());
        bench.feed(press(40, 40), drag(50, 45), release(50, 45));
        assertEquals(List.of("Move sciatic nerve"), bench.actions);
        assertEquals(points(30, 25, 70, 25, 70, 65, 30, 65), at("sq"));
    }

    @Test
    void edgesCaliperNeedleAndPointMoveAtOnce() {
        bench.feed(press(40, 20), drag(40, 30), release(40, 30));
        bench.feed(press(120, 20), drag(120, 30), release(120, 30));
        bench.feed(press(120, 80), drag(130, 80), release(130, 80));
        bench.feed(press(175, 40), drag(165, 40), release(165, 40));
        assertEquals(points(20, 30, 60, 30, 60, 70, 20, 70), at("sq"));
        assertEquals(points(100, 30, 140, 30), at("ln"));
        assertEquals(points(130, 80), at("pt"));
        assertEquals(points(150, 10, 180, 70), at("nd"));
        assertEquals(4, bench.actions.size());
    }

    @Test
    void entryAndTargetOfANeedleMoveByThemselves() {
        bench.feed(press(160, 10), drag(150, 12), release(150, 12));
        bench.feed(press(190, 70), drag(180, 75), release(180, 75));
        assertEquals(points(150, 12, 180, 75), at("nd"));
        assertEquals(List.of("Move needle entry", "Move needle target"), bench.actions);
    }

    @Test
    void nothingLeavesThePictureAndAWholeObjectKeepsItsForm() {
        bench.feed(press(20, 20), drag(-50, -50), release(-50, -50));
        assertEquals(new Point(0, 0), at("sq").getFirst());
        bench.feed(press(120, 20), drag(300, -90), release(300, -90));
        assertEquals(points(160, 0, 200, 0), at("ln"));
    }

    @Test
    void escWhileDraggingLeavesTheObjectWhereItWas() {
        Case before = bench.casefile;
        bench.feed(press(20, 20), drag(40, 40), esc(), release(40, 40));
        assertEquals(before, bench.casefile);
        assertTrue(bench.idle());
        assertEquals(Optional.of("sq"), bench.selected);
        assertEquals(Optional.empty(), bench.feed(esc()).selected);
    }

    @Test
    void deleteEnterAndArrowsDoNothingWhileDragging() {
        bench.feed(press(20, 20), drag(30, 30), del(), enter(), nudge(5, 5));
        assertTrue(bench.last.preview().isPresent());
        bench.feed(release(30, 30));
        assertEquals(new Point(30, 30), at("sq").getFirst());
        assertEquals(1, bench.actions.size());
    }

    @Test
    void aLostReleaseEndsTheDragWhereItWas() {
        bench.feed(press(20, 20), drag(30, 30), move(90, 90));
        assertEquals(new Point(30, 30), at("sq").getFirst());
        assertTrue(bench.idle());
    }

    @Test
    void anObjectThatVanishesWhileHeldIsLetGo() {
        bench.feed(press(20, 20), drag(30, 30));
        bench.casefile = bench.casefile.withoutAnnotation("sq");
        bench.feed(drag(40, 40), release(40, 40));
        assertTrue(bench.idle());
        assertTrue(bench.actions.isEmpty());
    }

    @Test
    void doubleClickOnAnEdgeAddsAVertexThere() {
        bench.doubleClick(40, 21);
        assertEquals(List.of("Add point to sciatic nerve"), bench.actions);
        assertEquals(points(20, 20, 40, 20, 60, 20, 60, 60, 20, 60), at("sq"));
    }

    @Test
    void aPointAddedToACopyCorrectsNothingUntilItIsDragged() {
        bench.casefile = bench.casefile
                .withAnnotation(bench.casefile.annotation("sq").orElseThrow().withOrigin(Origin.COPIED));
        bench.doubleClick(40, 21);
        assertEquals(Origin.COPIED, bench.casefile.annotation("sq").orElseThrow().origin());
        bench.feed(press(40, 20), drag(40, 12), release(40, 12));
        assertEquals(Origin.DRAWN, bench.casefile.annotation("sq").orElseThrow().origin());
    }

    @Test
    void altPressOnAnEdgeAddsAVertexThatCanBeDraggedInTheSameGo() {
        bench.feed(press(20, 40, 1, Modifiers.ALT), drag(10, 45), release(10, 45));
        assertEquals(points(20, 20, 60, 20, 60, 60, 20, 60, 10, 45), at("sq"));
        assertEquals(1, bench.actions.size());
        bench.feed(press(40, 20, 1, Modifiers.ALT), esc());
        assertEquals(5, at("sq").size());
    }

    @Test
    void deleteTakesTheVertexUnderThePointerElseTheObject() {
        bench.click(40, 40).feed(move(60, 60), del());
        assertEquals(List.of("Delete point of sciatic nerve"), bench.actions);
        assertEquals(3, at("sq").size());
        bench.feed(move(61, 20), del());
        assertTrue(bench.last.hint().contains("keeps three points"));
        bench.feed(move(90, 90), del());
        assertTrue(bench.casefile.annotation("sq").isEmpty());
        assertEquals(Optional.empty(), bench.selected);
    }

    @Test
    void deleteTakesANeedlePlan() {
        bench.click(175, 40).feed(del());
        assertTrue(bench.casefile.plans().isEmpty());
        assertEquals(List.of("Delete needle plan"), bench.actions);
    }

    @Test
    void arrowsMoveTheWholeObjectOrTheHandlePressedLast() {
        bench.click(40, 40).feed(nudge(1, 0), nudge(0, 10));
        assertEquals(points(21, 30, 61, 30, 61, 70, 21, 70), at("sq"));
        bench.click(21, 30).feed(nudge(-1, 0));
        assertEquals(points(20, 30, 61, 30, 61, 70, 21, 70), at("sq"));
        assertEquals(3, bench.actions.size());
    }

    @Test
    void arrowsStopAtTheEdgeOfThePicture() {
        bench.select("ln").feed(nudge(100, 0));
        assertEquals(points(160, 20, 200, 20), at("ln"));
        bench.feed(nudge(1, 0));
        assertEquals(1, bench.actions.size());
    }

    @Test
    void whatIsLockedIsSelectedButNeverChanged() {
        bench.with(Fixtures.annotation("sq", Fixtures.square(20, 20, 40)).withLocked(true));
        Case before = bench.casefile;
        bench.feed(press(20, 20), drag(40, 40), release(40, 40), nudge(1, 1), del());
        bench.doubleClick(40, 20);
        assertEquals(before, bench.casefile);
        assertEquals(Optional.of("sq"), bench.selected);
        assertTrue(bench.last.hint().isEmpty() || bench.last.hint().contains("locked"));
    }

    @Test
    void whatLiesOnAnotherFrameIsNotHitNorChanged() {
        var there = Fixtures.annotation("far", Fixtures.square(70, 70, 20));
        bench.with(new foramen.domain.annotation.Annotation("far", new FrameRef(Fixtures.CLIP_UID, 8), there.shape(),
                there.structureId(), there.laterality(), there.level(), there.plane(), "", false, "", Fixtures.NOW));
        assertEquals(Optional.empty(), bench.click(80, 80).selected);
        bench.select("far").feed(del());
        assertTrue(bench.last.hint().contains("frame 9"));
        assertTrue(bench.actions.isEmpty());
    }

    @Test
    void aSmallOutlineWithinALargeOneCanBeHad() {
        bench.with(Fixtures.annotation("inner", Fixtures.square(35, 35, 14)))
                .with(Fixtures.annotation("outer", Fixtures.square(10, 10, 60)));
        assertEquals(Optional.of("inner"), bench.click(42, 42).selected);
        assertEquals(Optional.of("outer"), bench.click(14, 40).selected);
    }

    @Test
    void theSelectedObjectIsHitBeforeANewerOneOnTopOfIt() {
        bench.with(Fixtures.annotation("twin", Fixtures.square(20, 20, 40)));
        assertEquals(Optional.of("twin"), bench.click(20, 20).selected);
        bench.select("sq").feed(press(20, 20), drag(10, 10), release(10, 10));
        assertEquals(new Point(10, 10), at("sq").getFirst());
        assertEquals(new Point(20, 20), at("twin").getFirst());
        assertFalse(bench.selected.isEmpty());
    }
}
