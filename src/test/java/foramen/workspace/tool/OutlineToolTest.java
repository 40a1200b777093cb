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

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutlineToolTest {
    private final Bench bench = new Bench(OutlineTool.ofStructure());

    private Bench threeClicks() {
        return bench.click(20, 20).click(60, 20).click(60, 50);
    }

    private List<Point> outline() {
        return bench.casefile.annotations().getFirst().shape().points();
    }

    static Stream<Arguments> waysToClose() {
        return Stream.of(Arguments.of("Enter", (Consumer<Bench>) b -> b.feed(enter()), 3),
                Arguments.of("a click near the first point", (Consumer<Bench>) b -> b.click(23, 21), 3),
                Arguments.of("a double click at a fourth", (Consumer<Bench>) b -> b.doubleClick(20, 50), 4),
                Arguments.of("a double click at the first", (Consumer<Bench>) b -> b.doubleClick(20, 20), 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToClose")
    void anOutlineIsClosedOnceBy(String way, Consumer<Bench> closing, int vertices) {
        closing.accept(threeClicks());
        assertTrue(bench.idle(), way);
        assertEquals(List.of("Draw sciatic nerve"), bench.actions);
        assertEquals(vertices, outline().size());
        assertEquals(Optional.of("id-1"), bench.selected);
        assertEquals(Optional.empty(), bench.last.draft());
    }

    @Test
    void anOutlineCarriesFrameLabelsAuthorAndTheCasesSide() {
        bench.casefile = bench.casefile.withSide(foramen.domain.anatomy.Laterality.RIGHT);
        threeClicks().feed(enter());
        Annotation a = bench.casefile.annotations().getFirst();
        assertEquals(foramen.workspace.Fixtures.FRAME, a.frame());
        assertEquals(foramen.domain.anatomy.Laterality.RIGHT, a.laterality());
        assertEquals(foramen.domain.anatomy.ScanPlane.SHORT_AXIS, a.plane());
        assertEquals("Dr Test", a.author());
    }

    @Test
    void theDraftShowsPlacedPointsAndPointer() {
        bench.click(20, 20).feed(move(40, 40));
        assertEquals(Optional.of(new Draft(Draft.Kind.OUTLINE, points(20, 20), Optional.of(new Point(40, 40)),
                "sciatic-nerve")), bench.last.draft());
    }

    @Test
    void twoPointsCannotBeClosed() {
        bench.click(20, 20).click(60, 20).feed(enter());
        assertFalse(bench.idle());
        assertTrue(bench.last.hint().contains("three points"));
        bench.doubleClick(60, 22);
        assertTrue(bench.actions.isEmpty() || outline().size() == 3);
    }

    @Test
    void aClickNearTheFirstPointDoesNotCloseAnOutlineThatNeverLeftIt() {
        bench.click(20, 20).click(23, 20).click(23, 23).click(20, 22);
        assertFalse(bench.idle());
    }

    @Test
    void twoQuickClicksApartAreTwoPointsAndNoDoubleClick() {
        bench.click(20, 20).click(60, 20).click(60, 50).feed(press(100, 80, 2, Modifiers.NONE), release(100, 80));
        assertFalse(bench.idle());
        bench.feed(enter());
        assertEquals(4, outline().size());
    }

    @Test
    void theSecondPressOfAClosingDoubleClickBeginsNothing() {
        threeClicks().feed(enter()).feed(press(20, 20, 2, Modifiers.NONE), release(20, 20));
        assertTrue(bench.idle());
        assertEquals(1, bench.actions.size());
    }

    @Test
    void pressAndDragDrawsFreehandAndClosesBackAtTheStart() {
        bench.feed(press(20, 20));
        for (int x = 21; x <= 60; x++) {
            bench.feed(drag(x, 20));
        }
        for (int y = 21; y <= 60; y++) {
            bench.feed(drag(60, y));
        }
        for (int i = 59; i >= 22; i--) {
            bench.feed(drag(i, i));
        }
        bench.feed(release(22, 22));
        assertTrue(bench.idle());
        assertEquals(1, bench.actions.size());
        assertTrue(outline().size() > 20 && outline().size() < 60, "points: " + outline().size());
    }

    @Test
    void aFreehandStrokeThatEndsElsewhereGoesOnByClicks() {
        bench.feed(press(20, 20), drag(30, 20), drag(40, 20), release(40, 20)).click(40, 60).feed(enter());
        assertEquals(points(20, 20, 30, 20, 40, 20, 40, 60), outline());
    }

    @Test
    void aShakyClickIsOnePoint() {
        bench.feed(press(20, 20), drag(21, 20), drag(22, 21), release(22, 21)).click(60, 20).click(60, 50)
                .feed(enter());
        assertEquals(points(20, 20, 60, 20, 60, 50), outline());
    }

    @Test
    void backspaceTakesPointsBackUntilNothingIsLeft() {
        threeClicks().feed(del());
        assertEquals(2, bench.last.draft().orElseThrow().placed().size());
        bench.feed(del(), del());
        assertTrue(bench.idle());
        assertTrue(bench.actions.isEmpty());
    }

    @Test
    void escGivesUpWithoutAnEdit() {
        threeClicks().feed(esc());
        assertTrue(bench.idle());
        assertTrue(bench.actions.isEmpty());
    }

    @Test
    void pointsStayInThePicture() {
        bench.click(-20, 20).click(260, 20).click(60, 150).feed(enter());
        assertEquals(points(0, 20, 200, 20, 60, 100), outline());
    }

    @Test
    void arrowKeysMoveThePointPlacedLast() {
        threeClicks().feed(nudge(1, -10), enter());
        assertEquals(new Point(61, 40), outline().getLast());
    }

    @Test
    void anOutlineThatCrossesItselfIsAllowedAndFlagged() {
        bench.click(20, 20).click(60, 60).click(60, 20).click(20, 60);
        assertTrue(bench.last.hint().contains("cross itself"));
        bench.feed(enter());
        assertTrue(bench.last.hint().contains("crosses itself"));
        assertFalse(((Shape.Outline) bench.casefile.annotations().getFirst().shape()).polygon().isSimple());
    }

    @Test
    void withNothingInProgressDeleteTakesTheSelectedOutlineAway() {
        threeClicks().feed(enter(), del());
        assertEquals(List.of("Draw sciatic nerve", "Delete sciatic nerve"), bench.actions);
        assertTrue(bench.casefile.annotations().isEmpty());
    }
}
