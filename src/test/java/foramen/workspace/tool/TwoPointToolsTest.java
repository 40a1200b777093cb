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

import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import foramen.workspace.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwoPointToolsTest {
    private final Bench line = new Bench(new LineTool());
    private final Bench needle = new Bench(NeedleTool.inPlane());

    static Stream<Arguments> waysToDraw() {
        return Stream.of(
                Arguments.of("two clicks", (Consumer<Bench>) b -> b.click(20, 20).feed(move(50, 40))
                        .click(60, 50)),
                Arguments.of("press and drag",
                        (Consumer<Bench>) b -> b.feed(press(20, 20), drag(40, 40), release(60, 50))),
                Arguments.of("a click, then press and drag",
                        (Consumer<Bench>) b -> b.click(20, 20).feed(press(90, 90), drag(70, 60),
                                release(60, 50))),
                Arguments.of("a click, then Enter at the pointer",
                        (Consumer<Bench>) b -> b.click(20, 20).feed(move(60, 50), enter())),
                Arguments.of("a shaky click and a double click", (Consumer<Bench>) b -> b
                        .feed(press(20, 20), drag(21, 21), release(22, 21)).doubleClick(60, 50)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToDraw")
    void aCaliperIsDrawnOnceBy(String way, Consumer<Bench> drawing) {
        drawing.accept(line);
        assertTrue(line.idle(), way);
        assertEquals(List.of("Measure sciatic nerve"), line.actions);
        assertEquals(points(20, 20, 60, 50), line.casefile.annotations().getFirst().shape().points());
        assertEquals(Optional.of("id-1"), line.selected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToDraw")
    void aNeedleIsPlannedFromEntryToTargetBy(String way, Consumer<Bench> drawing) {
        drawing.accept(needle);
        assertTrue(needle.idle(), way);
        assertEquals(List.of("Plan needle"), needle.actions);
        NeedlePlan plan = needle.casefile.plans().getFirst();
        assertEquals(points(20, 20, 60, 50), List.of(plan.entry(), plan.target()));
    }

    @Test
    void aSecondNeedleOnTheFrameIsAPlanOfItsOwn() {
        needle.click(20, 20).click(60, 50).click(30, 20).click(70, 50);
        assertEquals(2, needle.casefile.plans().size());
    }

    @Test
    void aTargetIsNamedAfterTheSmallestOutlineItLiesIn() {
        needle.with(Fixtures.annotation("big", Fixtures.square(10, 10, 80)).withStructure("piriformis"))
                .with(Fixtures.annotation("small", Fixtures.square(50, 50, 20)));
        needle.click(5, 5).click(60, 60);
        assertEquals("Sciatic nerve", needle.casefile.plans().getFirst().targetName());
        needle.click(5, 5).click(100, 5);
        assertEquals("", needle.casefile.plans().getLast().targetName());
    }

    @Test
    void bothEndsAtOnePlaceMakeNoLine() {
        line.click(20, 20).click(21, 20).feed(enter());
        assertFalse(line.idle());
        assertTrue(line.actions.isEmpty());
        assertTrue(line.last.hint().contains("one place"));
    }

    @Test
    void escAndBackspaceGiveTheLineUp() {
        line.click(20, 20).feed(esc());
        assertTrue(line.idle());
        line.click(20, 20).feed(del());
        assertTrue(line.idle());
        assertTrue(line.actions.isEmpty());
    }

    @Test
    void aReleaseWhosePressWasElsewhereEndsNothing() {
        line.click(20, 20).feed(release(80, 80));
        assertTrue(line.actions.isEmpty());
        line.feed(esc(), release(80, 80), drag(90, 90));
        assertTrue(line.idle());
    }

    @Test
    void endsStayInThePictureAndArrowKeysMoveTheFirst() {
        line.click(20, 20).feed(nudge(-1, 0)).click(500, -3);
        assertEquals(points(19, 20, 200, 0), line.casefile.annotations().getFirst().shape().points());
    }

    @Test
    void aPointIsMarkedWhereTheButtonGoesUp() {
        Bench point = new Bench(new PointTool());
        point.feed(press(20, 20), drag(30, 30));
        assertEquals(Optional.of(new Draft(Draft.Kind.POINT, List.of(), Optional.of(new Point(30, 30)),
                "sciatic-nerve")), point.last.draft());
        point.feed(release(31, 31));
        assertEquals(points(31, 31), point.casefile.annotations().getFirst().shape().points());
        point.feed(press(31, 31, 2, Modifiers.NONE), release(31, 31));
        assertEquals(List.of("Mark sciatic nerve"), point.actions);
        point.feed(press(50, 50), esc(), release(50, 50));
        assertEquals(1, point.actions.size());
    }
}
