package foramen.workspace.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Frame;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.edit.CaseEditor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drawing without a mouse. */
class CrosshairTest {
    private final CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), Fixtures.CLOCK,
            () -> "Dr Test", Fixtures.ids());
    private final ToolController tools = new ToolController(editor, StructureCatalog.standard());
    private final Crosshair crosshair = new Crosshair(tools, input -> tools.handle(input, Bench.TOLERANCE));

    @BeforeEach
    void open() {
        editor.begin(Fixtures.emptyCase());
        tools.setSight((frame, seen) -> seen.accept(Optional.of(new FakePicture())));
        tools.setProposer((frame, seed, then) -> new CurrentThreadJobRunner().start("Looking",
                progress -> new OutlineProposer.Answer.Found(Bench.points(20, 20, 60, 20, 60, 60), 0.8), then::accept,
                e -> {}));
        tools.show(Fixtures.info(10), 0);
        tools.see(new Frame(1, 1, new int[1]));
    }

    private double area() {
        return ((Shape.Outline) editor.current().annotations().getLast().shape()).polygon().area();
    }

    @Test
    void aRegionIsAddedToTheSelectedOutlineAndTakenFromItWithNoKeyHeld() {
        for (ToolId tool : List.of(ToolId.WAND, ToolId.BRUSH, ToolId.ERASER)) {
            editor.commit(
                    editor.current().withAnnotations(List.of(Fixtures.annotation("a", Fixtures.square(40, 30, 20)))),
                    "Draw");
            editor.selectionProperty().set(Optional.of("a"));
            tools.toolProperty().set(tool);
            double before = area();
            tools.regionWayProperty().set(RegionWay.ADD);
            at(60, 40).click(Modifiers.NONE);
            double more = area();
            assertTrue(more > before, tool.label());
            tools.regionWayProperty().set(RegionWay.TAKE);
            at(40, 40).click(Modifiers.NONE);
            assertTrue(area() < more, tool.label());
            assertEquals(1, editor.current().annotations().size());
            tools.toolProperty().set(ToolId.SELECT);
            assertEquals(RegionWay.AS_USUAL, tools.regionWayProperty().get());
        }
    }

    private Crosshair at(double x, double y) {
        if (crosshair.isOn()) {
            crosshair.toggle(new Point(x, y));
        }
        crosshair.toggle(new Point(x, y));
        return crosshair;
    }

    private void go(double dx, double dy) {
        for (int i = 0; i < 10; i++) {
            crosshair.move(dx / 10, dy / 10);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"SELECT", "ERASER", "CALIBRATE", "NEXT_TARGET", "SKIN_ARC",
            "NEEDLE_SEEN", "SPREAD"})
    void everyToolCanBeWorkedByTheKeyboardAlone(ToolId id) {
        tools.toolProperty().set(id);
        crosshair.toggle(new Point(40, 30));
        for (double[] way : new double[][]{{60, 0}, {0, 50}, {-50, -10}, {0, 0}}) {
            if (id == ToolId.TEXT && tools.busyProperty().get()) {
                tools.handle(new ToolInput.Words("Scar"), Bench.TOLERANCE);
            }
            boolean done = editor.canUndoProperty().get();
            if (!done) {
                crosshair.click(Modifiers.NONE);
                go(way[0], way[1]);
            }
        }
        tools.handle(new ToolInput.Finish(), Bench.TOLERANCE);
        assertEquals(1, editor.current().annotations().size() + editor.current().plans().size());
        assertFalse(tools.busyProperty().get());
    }

    /** What these draw belongs to a plan. */
    @ParameterizedTest
    @EnumSource(names = {"NEXT_TARGET", "SKIN_ARC", "NEEDLE_SEEN"})
    void everyToolOfAPlanCanBeWorkedByTheKeyboardAlone(ToolId id) {
        editor.commit(editor.current().withPlan(Fixtures.plan("p1", new Point(10, 5), new Point(50, 60))), "Plan");
        Case before = editor.current();
        tools.toolProperty().set(id);
        crosshair.toggle(new Point(40, 30));
        for (double[] way : new double[][]{{60, 10}, {10, 50}, {-50, -10}}) {
            if (editor.current().equals(before)) {
                crosshair.click(Modifiers.NONE);
                go(way[0], way[1]);
            }
        }
        assertNotEquals(before, editor.current());
        assertFalse(tools.busyProperty().get());
    }

    @Test
    void aSecondClickOnTheSamePlaceIsADoubleClickAndOneElsewhereOrWithAnotherToolIsNot() {
        tools.toolProperty().set(ToolId.POLYGON);
        crosshair.toggle(new Point(40, 30));
        for (double[] way : new double[][]{{60, 0}, {0, 50}, {-50, -10}}) {
            crosshair.click(Modifiers.NONE);
            go(way[0], way[1]);
        }
        assertTrue(tools.busyProperty().get());
        crosshair.click(Modifiers.NONE);
        crosshair.click(Modifiers.NONE);
        assertFalse(tools.busyProperty().get(), "closed");
        assertEquals(1, editor.current().annotations().size());
        tools.toolProperty().set(ToolId.SPLINE);
        crosshair.click(Modifiers.NONE);
        assertTrue(tools.busyProperty().get(), "the first point of another contour");
    }

    @Test
    void withTheButtonHeldTheArrowsDrag() {
        tools.toolProperty().set(ToolId.LINE);
        crosshair.toggle(new Point(40, 30));
        crosshair.hold(Modifiers.NONE);
        go(60, 0);
        assertEquals(0, editor.current().annotations().size());
        crosshair.hold(Modifiers.NONE);
        assertEquals(Bench.points(40, 30, 100, 30).getFirst(),
                editor.current().annotations().getFirst().shape().points().getFirst());
        assertEquals(1, editor.current().annotations().size());
    }

    @Test
    void anOutlineIsSelectedAndMovedWithoutAMouse() {
        editor.commit(editor.current().withAnnotation(Fixtures.annotation("a", Fixtures.square(20, 20, 30))), "Draw");
        crosshair.toggle(new Point(35, 35));
        crosshair.click(Modifiers.NONE);
        assertEquals(Optional.of("a"), editor.selectionProperty().get());
        crosshair.hold(Modifiers.NONE);
        go(20, 0);
        crosshair.hold(Modifiers.NONE);
        assertEquals(new Point(40, 20), editor.current().annotations().getFirst().shape().points().getFirst());
    }

    @Test
    void itStaysInThePictureAndIsPutAwayWithWhatItHolds() {
        crosshair.toggle(new Point(190, 90));
        crosshair.move(50, 50);
        Point corner = crosshair.atProperty().get().orElseThrow();
        assertEquals(200, corner.x(), 1e-9);
        assertEquals(100, corner.y(), 1e-9);
        tools.toolProperty().set(ToolId.BRUSH);
        crosshair.hold(Modifiers.NONE);
        assertTrue(tools.busyProperty().get());
        crosshair.toggle(corner);
        assertFalse(crosshair.isOn());
        assertFalse(tools.busyProperty().get());
    }

    @Test
    void livewireAndWandNeedSight() {
        ToolController blind = new ToolController(editor, StructureCatalog.standard());
        assertFalse(blind.canUse(ToolId.LIVEWIRE) || blind.canUse(ToolId.WAND));
        assertTrue(blind.canUse(ToolId.BRUSH) && tools.canUse(ToolId.WAND));
    }

    @Test
    void pixelsAreOnlyLookedAtForToolsThatNeedThemOneFrameAtATimeTheNewestNext() {
        java.util.List<Frame> looked = new java.util.ArrayList<>();
        java.util.List<java.util.function.Consumer<Optional<Picture>>> answers = new java.util.ArrayList<>();
        tools.setSight((frame, seen) -> {
            looked.add(frame);
            answers.add(seen);
        });
        Frame a = new Frame(1, 1, new int[1]);
        Frame b = new Frame(1, 1, new int[1]);
        Frame c = new Frame(1, 1, new int[1]);
        tools.see(a);
        assertEquals(0, looked.size());
        tools.toolProperty().set(ToolId.WAND);
        tools.see(b);
        tools.see(c);
        assertEquals(java.util.List.of(a), looked);
        tools.handle(Bench.press(50, 50), Bench.TOLERANCE);
        assertTrue(tools.hintProperty().get().contains("not there yet"));
        answers.getFirst().accept(Optional.of(new FakePicture()));
        assertEquals(java.util.List.of(a, c), looked);
        answers.getLast().accept(Optional.of(new FakePicture()));
        tools.handle(Bench.press(50, 50), Bench.TOLERANCE);
        tools.handle(Bench.release(50, 50), Bench.TOLERANCE);
        assertEquals(1, editor.current().annotations().size());
    }

    @Test
    void theBrushGrowsAndShrinksWithinBounds() {
        double before = tools.brushRadiusProperty().get();
        tools.resizeBrush(1.2);
        assertEquals(before * 1.2, tools.brushRadiusProperty().get(), 1e-9);
        for (int i = 0; i < 100; i++) {
            tools.resizeBrush(1.2);
        }
        assertEquals(200, tools.brushRadiusProperty().get());
        for (int i = 0; i < 100; i++) {
            tools.resizeBrush(1 / 1.2);
        }
        assertEquals(1, tools.brushRadiusProperty().get());
    }

    @Test
    void aLivewireLeftOnAnotherFrameWaitsThere() {
        tools.toolProperty().set(ToolId.LIVEWIRE);
        crosshair.toggle(new Point(20, 20));
        crosshair.click(Modifiers.NONE);
        go(60, 40);
        crosshair.click(Modifiers.NONE);
        tools.show(Fixtures.info(10), 1);
        assertTrue(tools.hintProperty().get().contains("not finished"));
        tools.show(Fixtures.info(10), 0);
        assertEquals(2, tools.draftProperty().get().orElseThrow().placed().size());
    }
}
