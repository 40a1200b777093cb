package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.dicom.write.UltrasoundObject;
import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Region;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.ui.shell.Action;
import foramen.ui.shell.ActionRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Correcting what is drawn, in the real window with the mouse and with keys alone. */
@ExtendWith(ApplicationExtension.class)
class EditingJourneyTest {
    private static final Point MIDDLE = new Point(80, 60);
    private static final List<Point> CORNERS = List.of(new Point(50, 40), new Point(110, 40), new Point(110, 80),
            new Point(50, 80));

    private final Path folder;
    private PlannerRobot planner;
    private FxRobot robot;

    EditingJourneyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start(FxRobot fx) throws Exception {
        robot = fx;
        planner = PlannerRobot.start(fx, new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US));
        Path file = folder.resolve("oval.dcm");
        UltrasoundObject o = UltrasoundFixtures.object("oval");
        Region region = new Region(1, 1, 2, 0, 0, ToolJourneyTest.COLUMNS - 1, ToolJourneyTest.ROWS - 1,
                Optional.of(new Point(80, 0)), 0, 0,
                Region.UNIT_CM, Region.UNIT_CM, 0.02, 0.02);
        new UltrasoundMultiframeWriter().write(file, new UltrasoundObject(o.patient(), o.uids(), o.acquired(),
                o.scanner(), o.study(), Laterality.RIGHT, List.of(region), o.frameMillis()), 5,
                ToolJourneyTest::oval, PixelEncoding.JPEG_BASELINE);
        planner.open(file);
        planner.click("#side-right");
        planner.step("outline");
    }

    @AfterEach
    void close() {
        planner.close();
    }

    private Annotation only() {
        List<Annotation> all = planner.casefile().annotations();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private List<Point> points() {
        return ((Shape.Outline) only().shape()).polygon().vertices();
    }

    private void drawSquare() {
        planner.type(KeyCode.P);
        planner.outline(CORNERS);
        planner.type(KeyCode.S);
    }

    private void near(Point expected, Point got) {
        assertTrue(expected.distanceTo(got) < 1.5, got + " is not near " + expected);
    }

    private void hover(Point at) {
        hover(planner.at(at));
    }

    private void hover(Point2D screen) {
        robot.interact(() -> new Robot().mouseMove(screen));
        planner.settle();
    }

    private void walk(int right, int down) {
        for (int i = 0; i < Math.abs(right) / 10; i++) {
            planner.withShift(right < 0 ? KeyCode.LEFT : KeyCode.RIGHT);
        }
        for (int i = 0; i < Math.abs(right) % 10; i++) {
            planner.type(right < 0 ? KeyCode.LEFT : KeyCode.RIGHT);
        }
        for (int i = 0; i < Math.abs(down) / 10; i++) {
            planner.withShift(down < 0 ? KeyCode.UP : KeyCode.DOWN);
        }
        for (int i = 0; i < Math.abs(down) % 10; i++) {
            planner.type(down < 0 ? KeyCode.UP : KeyCode.DOWN);
        }
    }

    @Test
    void aPointIsDraggedAddedAndDeletedWithTheMouse() {
        drawSquare();
        planner.stroke(CORNERS.get(0), new Point(45, 37), new Point(40, 34));
        near(new Point(40, 34), points().get(0));
        planner.clickAt(new Point(80, 80), new Point(80, 80));
        assertEquals(5, points().size());
        hover(CORNERS.get(2));
        planner.type(KeyCode.DELETE);
        assertEquals(4, points().size());
        assertTrue(points().stream().noneMatch(p -> p.distanceTo(CORNERS.get(2)) < 3));
        planner.shortcut(KeyCode.Z);
        planner.shortcut(KeyCode.Z);
        planner.shortcut(KeyCode.Z);
        near(CORNERS.get(0), points().get(0));
        assertEquals(4, points().size());
    }

    @Test
    void deleteBesideAPointTakesThePointThatThePointerMeansAndNotTheOutline() {
        drawSquare();
        planner.clickAt(CORNERS.get(2));
        hover(planner.at(CORNERS.get(2)).add(3, 2));
        planner.type(KeyCode.BACK_SPACE);
        assertEquals(3, points().size());
        assertTrue(points().stream().noneMatch(p -> p.distanceTo(CORNERS.get(2)) < 3));
    }

    @Test
    void anArrowPullsThePointOfADenseTraceWithItsNeighbours() {
        planner.type(KeyCode.F);
        planner.stroke(IntStream.rangeClosed(0, 90)
                .mapToObj(i -> MIDDLE.plus(new Point(30 * Math.cos(i * Math.PI / 45), 20 * Math.sin(i * Math.PI / 45))))
                .toArray(Point[]::new));
        planner.type(KeyCode.S);
        Point taken = points().getFirst();
        planner.clickAt(taken);
        List<Point> before = points();
        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT, KeyCode.ALT);
        planner.settle();
        List<Point> after = points();
        long moved = IntStream.range(0, before.size()).filter(i -> before.get(i).distanceTo(after.get(i)) > 1).count();
        assertTrue(moved > 2, moved + " of " + before.size());
    }

    @Test
    void undoWhileDrawingTakesAPointBackAndLeavesWhatIsFinished() {
        drawSquare();
        planner.type(KeyCode.P);
        planner.clickAt(new Point(20, 20), new Point(30, 20), new Point(30, 90));
        planner.shortcut(KeyCode.Z);
        planner.clickAt(new Point(30, 30), new Point(20, 30));
        planner.type(KeyCode.ENTER);
        List<Annotation> all = planner.casefile().annotations();
        assertEquals(2, all.size());
        Polygon drawn = ((Shape.Outline) all.getLast().shape()).polygon();
        assertEquals(4, drawn.vertices().size());
        assertEquals(100, drawn.area(), 30);
        planner.shortcut(KeyCode.Z);
        assertEquals(CORNERS.size(), points().size());
    }

    @Test
    void aProposalOutlivesAStepToTheNextFrame() {
        planner.type(KeyCode.I);
        planner.clickAt(MIDDLE);
        planner.waitFor("the proposal", () -> planner.text("#hint").contains("Check the border"));
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        planner.type(KeyCode.RIGHT);
        planner.waitFor("the next frame", () -> planner.frameNumber() == 2);
        planner.settle();
        assertTrue(planner.text("#hint").contains("frame 1"), () -> planner.text("#hint"));
        planner.type(KeyCode.LEFT);
        planner.waitFor("the frame before", () -> planner.frameNumber() == 1);
        planner.settle();
        assertTrue(planner.text("#hint").contains("then corrected"), () -> planner.text("#hint"));
        planner.type(KeyCode.ENTER);
        assertEquals(Origin.PROPOSED, only().origin());
        assertEquals(0, only().frame().index());
    }

    @Test
    void theWandTakesWithEnterWhatItShowed() {
        hover(MIDDLE);
        planner.type(KeyCode.G, KeyCode.Q);
        planner.withShift(KeyCode.SPACE);
        walk(8, 0);
        String shown = planner.text("#hint");
        planner.type(KeyCode.ENTER);
        Shape byKeys = only().shape();
        planner.type(KeyCode.DELETE, KeyCode.Q);
        planner.stroke(MIDDLE, MIDDLE.plus(new Point(4, 0)), MIDDLE.plus(new Point(8, 0)));
        assertTrue(shown.contains("Tolerance"), shown);
        assertEquals(((Shape.Outline) only().shape()).polygon().area(), ((Shape.Outline) byKeys).polygon().area(), 1,
                shown);
    }

    @Test
    void aPointIsDraggedAddedAndDeletedWithTheKeyboardAlone() {
        hover(MIDDLE);
        planner.type(KeyCode.P, KeyCode.Q);
        walk(-30, -20);
        planner.type(KeyCode.SPACE);
        walk(60, 0);
        planner.type(KeyCode.SPACE);
        walk(0, 40);
        planner.type(KeyCode.SPACE);
        walk(-60, 0);
        planner.type(KeyCode.SPACE, KeyCode.ENTER, KeyCode.S);
        assertEquals(4, points().size());
        planner.withShift(KeyCode.SPACE);
        walk(-10, 5);
        planner.withShift(KeyCode.SPACE);
        assertTrue(points().stream().anyMatch(p -> p.distanceTo(new Point(40, 85)) < 2), points()::toString);
        walk(40, -45);
        planner.type(KeyCode.SPACE, KeyCode.SPACE);
        assertEquals(5, points().size());
        walk(30, 0);
        planner.type(KeyCode.DELETE);
        assertEquals(4, points().size());
        assertTrue(points().stream().noneMatch(p -> p.distanceTo(CORNERS.get(1)) < 3), points()::toString);
    }

    @Test
    void whatIsSelectedIsNudgedSmoothedLockedHiddenAndCopiedByKeys() {
        drawSquare();
        planner.clickAt(new Point(80, 42));
        planner.clickAt(new Point(80, 60));
        Polygon before = ((Shape.Outline) only().shape()).polygon();
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT, KeyCode.ALT);
        planner.settle();
        Point moved = ((Shape.Outline) only().shape()).polygon().centroid().minus(before.centroid());
        assertEquals(1, moved.x(), 1e-9);
        assertEquals(10, moved.y(), 1e-9);
        planner.withShift(KeyCode.S);
        assertTrue(points().size() > 8, "smoothed: " + points().size());
        planner.shortcut(KeyCode.L);
        Shape locked = only().shape();
        planner.stroke(new Point(80, 70), new Point(90, 75), new Point(100, 80));
        planner.type(KeyCode.DELETE);
        assertEquals(locked, only().shape());
        assertTrue(planner.text("#hint").contains("locked"), () -> planner.text("#hint"));
        planner.shortcut(KeyCode.L);
        planner.withShift(KeyCode.H);
        assertTrue(only().hidden());
        planner.withShift(KeyCode.H);
        assertEquals(false, only().hidden());
        planner.shortcut(KeyCode.RIGHT);
        planner.clickAt(new Point(80, 70));
        planner.shortcut(KeyCode.D);
        List<Annotation> all = planner.casefile().annotations();
        assertEquals(List.of(0, 1, 0), all.stream().map(a -> a.frame().index()).toList());
        assertEquals(List.of(Laterality.RIGHT, Laterality.RIGHT, Laterality.LEFT),
                all.stream().map(Annotation::laterality).toList());
        assertEquals(Origin.COPIED, all.getLast().origin());
    }

    @Test
    void aLoupeShowsWhileAPointIsDraggedAndGoesWithTheButton() {
        drawSquare();
        Robot hand = onFx(Robot::new);
        Point2D at = onFx(() -> planner.at(CORNERS.get(0)));
        // The loupe lies up and to the right of the pointer.
        Point2D beside = at.add(88, -88);
        robot.interact(() -> hand.mouseMove(at));
        int[] without = pixels(beside);
        robot.interact(() -> hand.mousePress(MouseButton.PRIMARY));
        robot.interact(() -> hand.mouseMove(at.add(6, 6)));
        robot.interact(() -> hand.mouseMove(at.add(0, 1)));
        planner.settle();
        int[] with = pixels(beside);
        robot.interact(() -> hand.mouseRelease(MouseButton.PRIMARY));
        planner.settle();
        assertTrue(differing(without, with) > 0.5, "differing: " + differing(without, with));
        assertTrue(differing(without, pixels(beside)) < 0.1, "left: " + differing(without, pixels(beside)));
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) {
        return org.testfx.util.WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    /** What is painted round a place of the screen, without what a pointer over it would add. */
    private int[] pixels(Point2D screen) {
        return onFx(() -> {
            Point2D local = planner.find("#clip-view").screenToLocal(screen);
            WritableImage image = planner.find("#clip-view").snapshot(null, null);
            PixelReader in = image.getPixelReader();
            return IntStream.range(0, 60 * 60)
                    .map(i -> in.getArgb((int) local.getX() - 30 + i % 60, (int) local.getY() - 30 + i / 60)).toArray();
        });
    }

    private static double differing(int[] a, int[] b) {
        return IntStream.range(0, a.length).filter(i -> a[i] != b[i]).count() / (double) a.length;
    }

    /** Controls that a screen reader would pass over in silence. */
    private List<String> mute() {
        return onFx(() -> nodes(planner.stage().getScene().getRoot()).filter(EditingJourneyTest::isShown)
                .filter(n -> n.isFocusTraversable()
                        && (n instanceof ButtonBase || n instanceof TextInputControl || n instanceof ComboBoxBase<?>
                                || n.getStyleClass().contains("item")))
                .filter(n -> !says(n.getAccessibleText()) && !(n instanceof Labeled l && says(l.getText())))
                .map(Node::toString).toList());
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static boolean says(@Nullable String words) {
        return words != null && !words.isBlank();
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof Parent p
                ? Stream.concat(Stream.of(node),
                        p.getChildrenUnmodifiable().stream().flatMap(EditingJourneyTest::nodes))
                : Stream.of(node);
    }

    /** What the table of actions lacks: a key, a name of its own, or words for its button. */
    private List<String> unnamed() {
        return onFx(() -> {
            ActionRegistry actions = planner.window().actions();
            Set<String> names = new HashSet<>();
            return actions.all().stream()
                    .filter(a -> a.keys().isEmpty() || a.text().isBlank() || !names.add(a.text())
                            || !says(actions.iconButton(a.id()).getAccessibleText()))
                    .map(Action::id).toList();
        });
    }

    @Test
    void everyControlOfEveryPageAndEveryActionIsNamedForAScreenReader() {
        assertEquals(List.of(), unnamed());
        for (String step : Arrays.asList("clips", "assess", "outline", "measure", "plan", "ledger", "follow",
                "export")) {
            planner.step(step);
            assertEquals(List.of(), mute(), step);
        }
    }
}
