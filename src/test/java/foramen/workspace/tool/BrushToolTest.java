package foramen.workspace.tool;

import static foramen.workspace.tool.Bench.drag;
import static foramen.workspace.tool.Bench.esc;
import static foramen.workspace.tool.Bench.move;
import static foramen.workspace.tool.Bench.press;
import static foramen.workspace.tool.Bench.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.workspace.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrushToolTest {
    private static final Modifiers SHIFT = new Modifiers(true, false, false);

    /** A square of 40 × 40 from (80, 30); the brush has a radius of 10. */
    private static Bench bench(Tool tool) {
        return new Bench(tool).with(Fixtures.annotation("s", Fixtures.square(80, 30, 40))).select("s");
    }

    private static Polygon outline(Bench b, String id) {
        return ((Shape.Area) b.casefile.annotation(id).orElseThrow().shape()).polygon();
    }

    private static void stroke(Bench b, double x1, double y1, double x2, double y2, Modifiers keys) {
        b.feed(press(x1, y1, 1, keys));
        for (int i = 1; i <= 20; i++) {
            b.feed(drag(x1 + (x2 - x1) * i / 20, y1 + (y2 - y1) * i / 20));
        }
        b.feed(release(x2, y2));
    }

    @Test
    void aDabAwayFromTheSelectedOutlineIsANewOneOfTheBrushsSize() {
        Bench b = bench(BrushTool.brush()).click(30, 50);
        assertEquals(2, b.casefile.annotations().size());
        assertEquals(Math.PI * 100, outline(b, "id-1").area(), 1);
    }

    @Test
    void onTheSelectedOutlineTheBrushAddsExactlyWhatStandsOut() {
        Bench b = bench(BrushTool.brush());
        stroke(b, 120, 50, 140, 50, Modifiers.NONE);
        assertEquals(List.of("Paint sciatic nerve"), b.actions);
        assertEquals(1600 + 20 * 20 + Math.PI * 50, outline(b, "s").area(), 1);
    }

    @Test
    void theEraserAndTheBrushWithAltTakeAway() {
        for (Tool tool : List.of(BrushTool.eraser(), BrushTool.brush())) {
            Bench b = bench(tool);
            Modifiers keys = tool.id() == ToolId.BRUSH ? Modifiers.ALT : Modifiers.NONE;
            stroke(b, 120, 20, 120, 80, keys);
            assertEquals(1600 - 10 * 40, outline(b, "s").area(), 1e-6);
            assertEquals(List.of("Rub from sciatic nerve"), b.actions);
        }
    }

    @Test
    void theEraserWithAltAdds() {
        Bench b = bench(BrushTool.eraser());
        stroke(b, 120, 50, 140, 50, Modifiers.ALT);
        assertTrue(outline(b, "s").area() > 1600);
    }

    @Test
    void anOutlineRubbedInTwoKeepsItsLargerPieceAndSaysSo() {
        Bench b = bench(BrushTool.eraser());
        stroke(b, 95, 10, 95, 90, Modifiers.NONE);
        assertEquals(15 * 40, outline(b, "s").area(), 1e-6);
        assertTrue(b.last.hint().contains("largest piece"));
    }

    @Test
    void aHoleIsFilledAndSaidAndNothingIsCommitted() {
        Bench b = bench(BrushTool.eraser());
        b.click(100, 50);
        assertEquals(1600, outline(b, "s").area(), 1e-9);
        assertTrue(b.last.hint().contains("no holes"));
        assertEquals(List.of(), b.actions);
    }

    @Test
    void aRingIsFilledAndSaid() {
        Bench b = bench(BrushTool.brush());
        b.feed(press(125, 40), drag(170, 40), drag(170, 75), drag(125, 75), drag(110, 65), release(110, 65));
        assertTrue(b.last.hint().contains("ring is filled"));
        assertTrue(outline(b, "s").contains(new Point(145, 57)));
    }

    @Test
    void rubbingAllAwayIsRefusedInWords() {
        Bench b = new Bench(BrushTool.eraser()).with(Fixtures.annotation("s", Fixtures.square(80, 30, 5))).select("s");
        b.click(82, 32);
        assertEquals(25, outline(b, "s").area(), 1e-9);
        assertTrue(b.last.hint().contains("Delete"));
    }

    @Test
    void withShiftFromBesideTheStrokeHasToReachTheOutline() {
        Bench b = bench(BrushTool.brush());
        stroke(b, 20, 50, 40, 50, SHIFT);
        assertEquals(List.of(), b.actions);
        assertTrue(b.last.hint().contains("does not touch"));
        stroke(b, 20, 50, 85, 50, SHIFT);
        assertEquals(1, b.casefile.annotations().size());
        assertTrue(outline(b, "s").contains(new Point(25, 50)));
    }

    @Test
    void withNothingSelectedTheEraserTakesTheOutlineUnderIt() {
        Bench b = new Bench(BrushTool.eraser()).with(Fixtures.annotation("s", Fixtures.square(80, 30, 40)));
        stroke(b, 119, 50, 119, 90, Modifiers.NONE);
        assertEquals(Optional.of("s"), b.selected);
        assertTrue(outline(b, "s").area() < 1600);
        b.selected = Optional.empty();
        b.feed(press(20, 90));
        assertTrue(b.last.hint().contains("Select"));
    }

    @Test
    void whatIsLockedHiddenOrOnAnotherFrameIsNotPaintedOn() {
        var a = Fixtures.annotation("s", Fixtures.square(80, 30, 40));
        for (var other : List.of(a.withLocked(true), a.withHidden(true), a.copiedTo("s",
                new foramen.domain.clip.FrameRef(Fixtures.CLIP_UID, 3), a.origin(), Fixtures.NOW))) {
            Bench b = new Bench(BrushTool.brush()).with(other).select("s");
            b.click(100, 50);
            assertEquals(2, b.casefile.annotations().size());
            assertEquals(Optional.of(other), b.casefile.annotation("s"));
        }
    }

    @Test
    void theBrushShowsItsSizeWhileItHoversAndGivesUpOnEsc() {
        Bench b = bench(BrushTool.brush()).feed(move(30, 30));
        assertEquals(Bench.BRUSH, b.last.draft().orElseThrow().radius());
        b.feed(press(100, 50), drag(140, 50));
        assertTrue(b.last.preview().isPresent());
        b.feed(esc(), release(140, 50));
        assertEquals(List.of(), b.actions);
    }

    @Test
    void aPaintedCurveBecomesAnOutlineOfTheSameName() {
        Bench b = new Bench(BrushTool.brush()).with(Fixtures.annotation("s", new Shape.Ellipse(
                new foramen.geometry.Ellipse(new Point(100, 50), new Point(30, 0), 20)))).select("s");
        b.click(130, 50);
        assertTrue(b.casefile.annotation("s").orElseThrow().shape() instanceof Shape.Outline);
        assertEquals("sciatic-nerve", b.casefile.annotation("s").orElseThrow().structureId());
    }
}
