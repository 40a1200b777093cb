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
import foramen.geometry.Point;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every drawing tool does with every kind of input. */
class ToolTableTest {
    private static final Map<ToolId, Supplier<Tool>> TOOLS = new EnumMap<>(Map.ofEntries(
            Map.entry(ToolId.POLYGON, OutlineTool::ofStructure), Map.entry(ToolId.FREEHAND, FreehandTool::new),
            Map.entry(ToolId.SPLINE, SplineTool::new), Map.entry(ToolId.ELLIPSE, EllipseTool::new),
            Map.entry(ToolId.LIVEWIRE, LivewireTool::new), Map.entry(ToolId.BRUSH, BrushTool::brush),
            Map.entry(ToolId.WAND, WandTool::new), Map.entry(ToolId.LINE, LineTool::new),
            Map.entry(ToolId.BIDIRECTIONAL, BidirectionalTool::new), Map.entry(ToolId.ANGLE, AngleTool::new),
            Map.entry(ToolId.POLYLINE, PolylineTool::new), Map.entry(ToolId.POINT, PointTool::new),
            Map.entry(ToolId.TEXT, TextTool::new), Map.entry(ToolId.NO_GO, OutlineTool::ofNoGoZone),
            Map.entry(ToolId.PROPOSE, ProposeTool::new), Map.entry(ToolId.NEEDLE, NeedleTool::inPlane),
            Map.entry(ToolId.NEXT_TARGET, NextTargetTool::new), Map.entry(ToolId.PUNCTURE, NeedleTool::outOfPlane),
            Map.entry(ToolId.SKIN_ARC, SkinArcTool::new), Map.entry(ToolId.NEEDLE_SEEN, NeedleSeenTool::new),
            Map.entry(ToolId.SPREAD, SpreadTool::new)));

    private static Bench bench(ToolId id) {
        Bench bench = new Bench(Objects.requireNonNull(TOOLS.get(id)).get());
        bench.picture = Optional.of(new FakePicture());
        return bench;
    }

    private static ToolInput[] stroke(double... xy) {
        ToolInput[] inputs = new ToolInput[xy.length / 2 + 1];
        inputs[0] = press(xy[0], xy[1]);
        for (int i = 1; i < xy.length / 2; i++) {
            inputs[i] = drag(xy[2 * i], xy[2 * i + 1]);
        }
        inputs[inputs.length - 1] = release(xy[xy.length - 2], xy[xy.length - 1]);
        return inputs;
    }

    private static ToolInput words(String words) {
        return new ToolInput.Words(words);
    }

    /** One row: a tool, what is done by clicks, what by dragging, the shape both make. */
    static Stream<Arguments> drawings() {
        return Stream.of(
                row(ToolId.POLYGON, b -> b.click(20, 20).click(80, 20).click(80, 60).feed(enter()),
                        b -> b.feed(stroke(20, 20, 80, 20, 80, 60)).feed(enter()), Shape.Outline.class),
                row(ToolId.FREEHAND, b -> b.click(20, 20).click(80, 20).click(80, 60).feed(enter()),
                        b -> b.feed(stroke(20, 20, 80, 20, 80, 60)), Shape.Outline.class),
                row(ToolId.SPLINE, b -> b.click(20, 20).click(80, 20).click(80, 60).feed(enter()),
                        b -> b.feed(stroke(20, 20, 80, 20, 80, 60)).feed(enter()), Shape.Spline.class),
                row(ToolId.ELLIPSE, b -> b.click(20, 20).click(80, 20).feed(move(50, 30)).click(50, 30),
                        b -> b.feed(stroke(20, 20, 80, 20)).feed(move(50, 30), enter()), Shape.Ellipse.class),
                row(ToolId.LIVEWIRE, b -> b.click(20, 20).click(80, 60).feed(enter()),
                        b -> b.feed(stroke(20, 20, 80, 60)).feed(enter()), Shape.Outline.class),
                row(ToolId.BRUSH, b -> b.click(50, 50), b -> b.feed(stroke(30, 50, 60, 50)), Shape.Outline.class),
                row(ToolId.WAND, b -> b.click(50, 50), b -> b.feed(stroke(50, 50, 60, 50)), Shape.Outline.class),
                row(ToolId.LINE, b -> b.click(20, 20).click(80, 20), b -> b.feed(stroke(20, 20, 80, 20)),
                        Shape.Line.class),
                row(ToolId.BIDIRECTIONAL, b -> b.click(20, 50).click(80, 50).click(50, 40).click(50, 60),
                        b -> b.feed(stroke(20, 50, 80, 50)).feed(stroke(50, 40, 50, 60)), Shape.Bidirectional.class),
                row(ToolId.ANGLE, b -> b.click(20, 20).click(80, 20).click(80, 60),
                        b -> b.feed(stroke(20, 20, 80, 20)).click(80, 60), Shape.Angle.class),
                row(ToolId.POLYLINE, b -> b.click(20, 20).click(80, 20).feed(enter()),
                        b -> b.feed(stroke(20, 20, 80, 20)).feed(enter()), Shape.Polyline.class),
                row(ToolId.POINT, b -> b.click(20, 20), b -> b.feed(stroke(20, 20, 80, 20)), Shape.Marker.class),
                row(ToolId.TEXT, b -> b.click(20, 20).feed(words("Scar")),
                        b -> b.feed(stroke(20, 20, 80, 20)).feed(words("Scar")), Shape.Text.class),
                row(ToolId.NO_GO, b -> b.click(20, 20).click(80, 20).click(80, 60).feed(enter()),
                        b -> b.feed(stroke(20, 20, 80, 20, 80, 60)).feed(enter()), Shape.Outline.class));
    }

    private interface Hand {
        void draw(Bench bench);
    }

    private static Arguments row(ToolId id, Hand clicks, Hand drags, Class<? extends Shape> shape) {
        return Arguments.of(id, clicks, drags, shape);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void clicksAndDragsBothMakeTheShapeInOneEditAndSelectIt(ToolId id, Hand clicks, Hand drags,
            Class<? extends Shape> shape) {
        for (Hand hand : List.of(clicks, drags)) {
            Bench b = bench(id);
            hand.draw(b);
            assertTrue(b.idle());
            assertEquals(1, b.actions.size(), () -> b.last.hint());
            assertEquals(shape, b.casefile.annotations().getFirst().shape().getClass());
            assertEquals(Optional.of("id-1"), b.selected);
            assertFalse(b.last.draft().isPresent() && b.last.draft().get().radius() == 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"SELECT", "ERASER", "CALIBRATE"})
    void escGivesUpWithoutAnEditAndNeverDeletes(ToolId id) {
        Bench b = bench(id).with(foramen.workspace.Fixtures.annotation("there",
                foramen.workspace.Fixtures.square(150, 50, 20))).select("there");
        b.feed(press(30, 30));
        assertFalse(b.idle());
        b.feed(esc(), esc());
        assertTrue(b.idle());
        assertEquals(List.of(), b.actions);
        assertEquals(1, b.casefile.annotations().size());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"SELECT", "ERASER", "CALIBRATE"})
    void anyOrderOfInputsLeavesTheToolAliveAndTheCaseOnlyChangedByEdits(ToolId id) {
        ToolInput[] all = {press(30, 30), drag(60, 40), release(70, 60), move(40, 70), enter(), del(), nudge(1, 2),
                words(""), words("x"), press(90, 20, 2, Modifiers.NONE), esc()};
        java.util.Random random = new java.util.Random(7);
        Bench b = bench(id);
        for (int i = 0; i < 3000; i++) {
            b.feed(all[random.nextInt(all.length)]);
            b.last.edit().ifPresent(e -> assertFalse(e.action().isBlank()));
        }
        b.feed(esc(), esc());
        assertTrue(b.idle());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = {"POLYGON", "FREEHAND", "SPLINE", "ELLIPSE", "LIVEWIRE", "LINE",
            "BIDIRECTIONAL", "ANGLE", "POLYLINE",
            "NO_GO", "NEEDLE"})
    void backspaceTakesOneClickBackUntilNothingIsLeft(ToolId id) {
        Bench b = bench(id).click(20, 20);
        b.feed(del());
        assertTrue(b.idle());
        assertEquals(List.of(), b.actions);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = {"LINE", "BIDIRECTIONAL", "ANGLE", "ELLIPSE", "NEEDLE"})
    void twoPointsAtOnePlaceAreRefusedInWords(ToolId id) {
        Bench b = bench(id).click(20, 20).click(20, 21).feed(enter());
        assertFalse(b.idle());
        assertTrue(b.last.hint().contains("one place"), b.last.hint());
    }

    @Test
    void anEllipseIsAsWideAsThePointerSays() {
        Bench b = bench(ToolId.ELLIPSE).click(20, 50).click(80, 50).click(50, 65);
        var e = ((Shape.Ellipse) b.casefile.annotations().getFirst().shape()).ellipse();
        assertEquals(new Point(50, 50), e.centre());
        assertEquals(30, e.a().length(), 1e-9);
        assertEquals(15, e.minor(), 1e-9);
    }

    @Test
    void theSecondCaliperBeginsWhereItIsPressedAndNotWhereTheFirstEnded() {
        Bench b = bench(ToolId.BIDIRECTIONAL).feed(stroke(20, 50, 80, 50)).feed(move(60, 20))
                .feed(stroke(50, 40, 50, 60));
        assertEquals(points(20, 50, 80, 50, 50, 40, 50, 60), b.casefile.annotations().getFirst().shape().points());
    }

    @Test
    void theControlPointsOfACurveStayWhatWasClicked() {
        Bench b = bench(ToolId.SPLINE).click(20, 20).click(80, 20).click(80, 60).click(20, 60).feed(enter());
        assertEquals(points(20, 20, 80, 20, 80, 60, 20, 60), b.casefile.annotations().getFirst().shape().points());
    }

    @Test
    void aStrokeOfACurveLaysFewControlPoints() {
        Bench b = bench(ToolId.SPLINE).feed(press(20, 20));
        for (int x = 21; x <= 120; x++) {
            b.feed(drag(x, 20));
        }
        b.feed(release(120, 20)).click(70, 80).feed(enter());
        assertEquals(6, b.casefile.annotations().getFirst().shape().points().size());
    }

    @Test
    void anOpenLineIsEndedByADoubleClickAndNeverClosesOnItsBeginning() {
        Bench b = bench(ToolId.POLYLINE).click(20, 20).click(80, 20).click(80, 60).click(21, 20);
        assertFalse(b.idle());
        b.doubleClick(60, 80);
        assertEquals(points(20, 20, 80, 20, 80, 60, 21, 20, 60, 80),
                b.casefile.annotations().getFirst().shape().points());
    }

    @Test
    void aNoGoZoneIsOneWhateverStructureIsChosen() {
        Bench b = bench(ToolId.NO_GO).click(20, 20).click(80, 20).click(80, 60).feed(enter());
        assertEquals("no-go-zone", b.casefile.annotations().getFirst().structureId());
        assertEquals(List.of("Draw no-go zone"), b.actions);
    }

    @Test
    void wordsArePlacedAndTypedInOneEdit() {
        Bench b = bench(ToolId.TEXT).click(20, 20).feed(words("  Scar "));
        assertEquals("Scar", b.casefile.annotations().getFirst().label());
        assertEquals("free-label", b.casefile.annotations().getFirst().structureId());
        b.click(40, 40).feed(words("  "));
        assertEquals(1, b.actions.size());
        assertTrue(b.idle());
    }

    @Test
    void aLivewireGoesAlongEdgesAndSaysSo() {
        Bench b = bench(ToolId.LIVEWIRE).click(20, 20).click(80, 60).feed(enter());
        var a = b.casefile.annotations().getFirst();
        assertEquals(points(20, 20, 80, 20, 80, 60, 20, 60), a.shape().points());
        assertEquals(Origin.LIVEWIRE, a.origin());
    }

    @Test
    void aLivewireIsClosedByAClickNearItsStart() {
        Bench b = bench(ToolId.LIVEWIRE).click(20, 20).click(80, 60).click(22, 21);
        assertTrue(b.idle());
        assertEquals(1, b.actions.size());
    }

    @Test
    void backspaceTakesOneLegOfALivewireBack() {
        Bench b = bench(ToolId.LIVEWIRE).click(20, 20).click(80, 60).click(120, 80).feed(del());
        assertEquals(2, b.last.draft().orElseThrow().placed().size());
    }

    @Test
    void withoutPixelsLivewireAndWandWaitInWords() {
        for (ToolId id : List.of(ToolId.LIVEWIRE, ToolId.WAND)) {
            Bench b = bench(id);
            b.picture = Optional.empty();
            b.feed(press(50, 50));
            assertTrue(b.idle());
            assertTrue(b.last.hint().contains("picture is not there yet"));
        }
    }

    @Test
    void draggingTheWandToTheRightTakesInMoreAndToTheLeftLess() {
        double plain = area(bench(ToolId.WAND).click(100, 50));
        double more = area(bench(ToolId.WAND).feed(stroke(100, 50, 110, 50)));
        double less = area(bench(ToolId.WAND).feed(stroke(100, 50, 92, 50)));
        assertTrue(less < plain && plain < more, less + " " + plain + " " + more);
        assertEquals(Origin.WAND, bench(ToolId.WAND).click(100, 50).casefile.annotations().getFirst().origin());
    }

    @Test
    void aWandThatFindsNothingSaysSo() {
        Bench b = bench(ToolId.WAND).click(5, 50);
        assertEquals(List.of(), b.actions);
        assertTrue(b.last.hint().contains("Nothing alike"));
    }

    private static double area(Bench b) {
        return ((Shape.Area) b.casefile.annotations().getFirst().shape()).polygon().area();
    }
}
