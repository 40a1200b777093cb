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
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrateToolTest {
    private final Bench bench = new Bench(new CalibrateTool());

    private List<Point> placed() {
        Draft draft = bench.last.draft().orElseThrow();
        assertEquals(Draft.Kind.KNOWN_LENGTH, draft.kind());
        return draft.placed();
    }

    @Test
    void aLineStaysAsADraftAndTheCaseIsLeftAlone() {
        bench.click(20, 20).feed(move(50, 40)).click(60, 50);
        assertEquals(points(20, 20, 60, 50), placed());
        assertEquals(List.of(), bench.actions);
        assertTrue(bench.last.hint().contains("Type the length"), bench.last.hint());
    }

    @Test
    void aSecondLineIsDrawnTheOtherWayAndAThirdIsNot() {
        bench.feed(press(20, 20), drag(20, 60), release(20, 80), press(30, 90), drag(60, 90), release(90, 90));
        assertEquals(points(20, 20, 20, 80, 30, 90, 90, 90), placed());
        bench.click(50, 50);
        assertEquals(4, placed().size());
        assertTrue(bench.last.hint().contains("both lines"), bench.last.hint());
    }

    @Test
    void aPressOnAnEndTakesItInHandAgain() {
        bench.feed(press(20, 20), drag(20, 60), release(20, 80), press(30, 90), drag(60, 90), release(90, 90));
        bench.feed(press(21, 21), drag(10, 10), release(15, 5));
        assertEquals(points(30, 90, 90, 90, 20, 80, 15, 5), placed());
    }

    @Test
    void keysEndTakeBackNudgeAndGiveUp() {
        bench.click(20, 20).feed(move(60, 20), enter());
        assertEquals(points(20, 20, 60, 20), placed());
        bench.feed(nudge(0, 1));
        assertEquals(points(20, 20, 60, 21), placed());
        bench.feed(del());
        assertEquals(points(20, 20), placed());
        bench.feed(move(21, 20), enter());
        assertTrue(bench.last.hint().contains("Both ends lie at one place"), bench.last.hint());
        bench.feed(esc());
        assertTrue(bench.idle());
        assertEquals(List.of(), bench.actions);
    }
}
