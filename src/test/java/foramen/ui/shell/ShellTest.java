package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.ClipException;
import foramen.domain.patient.Patient;
import foramen.geometry.Point;
import foramen.testing.FakeClip;
import foramen.ui.viewer.ClipView;
import foramen.ui.viewer.WindowLevel;
import foramen.workspace.tool.RegionWay;
import foramen.workspace.tool.ToolId;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShellTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    private final ShellFixture f = new ShellFixture(file -> {
        if (file.endsWith("src")) {
            throw new ClipException("src is not a clip.");
        }
        return FakeClip.calibrated();
    }, Optional.of(HERE));
    private @Nullable Scene scene;

    @Start
    void start(Stage primary) {
        f.show(primary, 1000, 700);
        scene = primary.getScene();
    }

    private void open(FxRobot robot) {
        robot.interact(() -> f.model.open(List.of(HERE)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Point2D at(FxRobot robot, double x, double y) {
        ClipView view = robot.lookup("#clip-view").queryAs(ClipView.class);
        Point p = f.viewerModel.transformProperty().get().toView(new Point(x, y));
        return view.localToScreen(p.x(), p.y());
    }

    @Test
    void theSampleOpensWithOneClick(FxRobot robot) {
        robot.clickOn("#welcome-sample");
        assertEquals(ShellViewModel.Phase.SHOWING, f.model.phaseProperty().get());
        assertTrue(robot.lookup("#clip-view").queryAs(ClipView.class).isVisible());
    }

    @Test
    void theWheelTurnsFramesAndWithCtrlZoomsAtThePointer(FxRobot robot) {
        open(robot);
        robot.moveTo(at(robot, 200, 150));
        robot.scroll(1, VerticalDirection.DOWN);
        assertEquals(1, f.player.frameIndexProperty().get());
        wheel(robot, -40, true, false);
        assertEquals(11, f.player.frameIndexProperty().get());
        double before = f.viewerModel.transformProperty().get().zoom();
        Point2D screen = at(robot, 200, 150);
        wheel(robot, 40, false, true);
        assertTrue(f.viewerModel.transformProperty().get().zoom() > before);
        assertEquals(0, screen.distance(at(robot, 200, 150)), 1.5);
        assertEquals(11, f.player.frameIndexProperty().get());
    }

    @Test
    void keysStepPlayAndPause(FxRobot robot) {
        open(robot);
        robot.type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.LEFT);
        assertEquals(1, f.player.frameIndexProperty().get());
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertEquals(11, f.player.frameIndexProperty().get());
        robot.type(KeyCode.END);
        assertEquals(FakeClip.FRAMES - 1, f.player.frameIndexProperty().get());
        robot.type(KeyCode.HOME);
        robot.type(KeyCode.SPACE);
        assertTrue(f.player.playingProperty().get());
        robot.type(KeyCode.C);
        assertFalse(f.player.playingProperty().get());
    }

    @Test
    void anOutlineDrawnWithTheMouseBecomesAnAnnotationAndUndoTakesItBack(FxRobot robot) {
        open(robot);
        robot.type(KeyCode.P);
        assertEquals(ToolId.POLYGON, f.tools.toolProperty().get());
        for (Point p : List.of(new Point(200, 150), new Point(300, 150), new Point(300, 250), new Point(200, 250))) {
            robot.clickOn(at(robot, p.x(), p.y()));
        }
        robot.type(KeyCode.ENTER);
        assertEquals(1, f.editor.current().annotations().size());
        Shape shape = f.editor.current().annotations().getFirst().shape();
        assertEquals(10_000, ((Shape.Outline) shape).polygon().area(), 300);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertEquals(0, f.editor.current().annotations().size());
    }

    @Test
    void draggingAnEmptyPlaceIsWindowAndLevelAndTheMiddleButtonPans(FxRobot robot) {
        open(robot);
        Point2D from = at(robot, 300, 200);
        robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(40, 0).moveBy(0, 20).release(MouseButton.PRIMARY);
        WindowLevel w = f.viewerModel.windowProperty().get();
        assertEquals(296, w.width(), 1);
        assertEquals(148, w.level(), 1);
        robot.moveTo(from).press(MouseButton.MIDDLE).moveBy(30, 10).release(MouseButton.MIDDLE);
        assertEquals(0, at(robot, 300, 200).distance(from.add(30, 10)), 1.5);
    }

    @Test
    void lettersTypedIntoAFieldAreNoShortcuts(FxRobot robot) {
        open(robot);
        robot.clickOn("#indication").write("pwn c").type(KeyCode.ENTER);
        assertEquals("pwn c", f.editor.current().indication());
        assertEquals(ToolId.SELECT, f.tools.toolProperty().get());
        assertFalse(f.player.playingProperty().get());
    }

    @Test
    void spaceAndLettersAreTypedIntoTheFieldsAndAreShortcutsAgainAfterEnterOrEscape(FxRobot robot) {
        open(robot);
        robot.clickOn("#patient").type(KeyCode.P).type(KeyCode.SPACE);
        assertEquals(ToolId.SELECT, f.tools.toolProperty().get());
        assertFalse(f.player.playingProperty().get());
        robot.type(KeyCode.ESCAPE);
        assertEquals("Example, Anna", robot.lookup("#patient").queryAs(TextField.class).getText());
        robot.type(KeyCode.P);
        assertEquals(ToolId.POLYGON, f.tools.toolProperty().get());
        robot.clickOn("#indication").write("pain").type(KeyCode.ENTER).type(KeyCode.N);
        assertEquals("pain", f.editor.current().indication());
        assertEquals(ToolId.NEEDLE, f.tools.toolProperty().get());
    }

    @Test
    void afterAClickOnAButtonSpaceStillPlays(FxRobot robot) {
        open(robot);
        robot.clickOn("#needle").type(KeyCode.SPACE);
        assertTrue(f.player.playingProperty().get());
    }

    @Test
    void beforeAClipIsOpenTheCaseBarSaysNothingOfACase(FxRobot robot) {
        for (String id : List.of("#patient", "#indication", "#side-left", ".chip.amber")) {
            assertTrue(robot.lookup(id).queryAll().stream().noneMatch(Node::isVisible), id);
        }
    }

    @Test
    void theToolsFitBesideThePictureOfTheSmallestWindow(FxRobot robot) {
        open(robot);
        Node strip = robot.lookup("#tool-strip").query();
        Node picture = robot.lookup("#clip-view").query();
        double bottom = robot.lookup("#zoom").query().localToScene(0, 40).getY();
        assertTrue(strip.localToScene(strip.getBoundsInLocal()).getMaxX() <= picture.localToScene(0, 0).getX());
        assertTrue(bottom <= strip.localToScene(strip.getBoundsInLocal()).getMaxY(), () -> "bottom " + bottom);
        // What adds to a needle plan stands in the picture's menu: the strip has no room for it.
        for (ToolId id : EnumSet.complementOf(EnumSet.of(ToolId.NEXT_TARGET, ToolId.PUNCTURE, ToolId.SKIN_ARC,
                ToolId.NEEDLE_SEEN, ToolId.SPREAD))) {
            assertTrue(robot.lookup("#" + ShellActions.id(id)).tryQuery().isPresent(), id::name);
        }
    }

    @Test
    void whatPaintingNeedsOfKeysHasButtonsWhileItIsInHand(FxRobot robot) {
        open(robot);
        assertFalse(robot.lookup("#paint-bar").query().isVisible());
        robot.type(KeyCode.B);
        double radius = f.tools.brushRadiusProperty().get();
        robot.clickOn("#brush-larger");
        assertTrue(f.tools.brushRadiusProperty().get() > radius);
        robot.clickOn("#region-take");
        assertEquals(RegionWay.TAKE, f.tools.regionWayProperty().get());
        assertTrue(robot.lookup("#region-take").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("#region-take");
        assertEquals(RegionWay.AS_USUAL, f.tools.regionWayProperty().get());
        robot.press(KeyCode.CONTROL).type(KeyCode.U).release(KeyCode.CONTROL);
        assertEquals(RegionWay.ADD, f.tools.regionWayProperty().get());
        robot.type(KeyCode.S);
        assertFalse(robot.lookup("#paint-bar").query().isVisible());
    }

    @Test
    void thePicturesMenuHasWhatElseWasDoneByKeysAlone(FxRobot robot) {
        open(robot);
        robot.rightClickOn("#clip-view");
        List<String> items = Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(w -> ((ContextMenu) w).getItems().stream()).map(MenuItem::getText).toList();
        for (String id : List.of("copy-previous", "copy-next", "copy-keys", "gamma-up", "gamma-down")) {
            String name = f.words.text("action." + id);
            assertTrue(items.stream().anyMatch(i -> i.startsWith(name)), () -> id + " is not among " + items);
        }
    }

    @Test
    void shortcutsSurviveAClickOnAButton(FxRobot robot) {
        open(robot);
        robot.clickOn("#needle");
        robot.type(KeyCode.RIGHT);
        assertEquals(1, f.player.frameIndexProperty().get());
        assertEquals(ToolId.NEEDLE, f.tools.toolProperty().get());
        robot.type(KeyCode.ESCAPE);
        assertEquals(ToolId.SELECT, f.tools.toolProperty().get());
    }

    @Test
    void aFileThatIsNoClipGetsASentenceAcrossTheTop(FxRobot robot) {
        open(robot);
        robot.interact(() -> f.model.open(List.of(HERE.resolve("src"))));
        assertTrue(robot.lookup("src is not a clip.").tryQuery().isPresent());
        robot.type(KeyCode.RIGHT);
        assertEquals(1, f.player.frameIndexProperty().get());
    }

    @Test
    void everyControlThatTakesTheKeyboardHasWords(FxRobot robot) {
        open(robot);
        List<String> wordless = nodes(Objects.requireNonNull(scene).getRoot()).filter(Node::isFocusTraversable)
                .filter(n -> n.getAccessibleText() == null || n.getAccessibleText().isBlank())
                .filter(n -> !(n instanceof Labeled l && !l.getText().isBlank()))
                .filter(n -> !(n instanceof ScrollPane)).map(Node::toString).toList();
        assertEquals(List.of(), wordless);
    }

    @Test
    void theSideAndTheNameAreEditedInPlace(FxRobot robot) {
        open(robot);
        robot.clickOn("#side-left");
        assertEquals(Laterality.LEFT, f.editor.current().side());
        assertTrue(robot.lookup("The clip says right").tryQuery().isPresent());
        TextField patient = robot.lookup("#patient").queryAs(TextField.class);
        assertEquals("Example, Anna", patient.getText());
        robot.clickOn(patient);
        robot.interact(patient::selectAll);
        robot.write("Case 7").type(KeyCode.ENTER);
        assertEquals("Case 7", f.editor.current().patient().name());
        assertNotEquals("", f.editor.undoAction());
    }

    @Test
    void aNameHalfTypedForOneCaseNeverEndsUpInAnother(FxRobot robot) {
        open(robot);
        robot.clickOn("#patient");
        robot.interact(() -> robot.lookup("#patient").queryAs(TextField.class).setText("Somebody Else"));
        Case another = Case.begin(new CaseId("another"), f.editor.now())
                .withPatient(new Patient("Second, Patient", "2", Optional.empty(), "", Optional.empty()));

        robot.interact(() -> f.editor.begin(another));
        robot.clickOn("#indication");

        assertEquals("Second, Patient", f.editor.current().patient().name());
        assertEquals("Second, Patient", robot.lookup("#patient").queryAs(TextField.class).getText());
    }

    @Test
    void pointingAtTheTimelineScrubs(FxRobot robot) {
        open(robot);
        Node timeline = robot.lookup(".timeline").query();
        Bounds b = timeline.localToScreen(timeline.getBoundsInLocal());
        robot.clickOn(new Point2D(b.getMinX() + b.getWidth() / 2, b.getMinY() + b.getHeight() / 2));
        assertEquals(FakeClip.FRAMES / 2, f.player.frameIndexProperty().get(), 1);
    }

    /** The headless platform's wheel knows no modifier keys, so this wheel is made by hand. */
    private void wheel(FxRobot robot, double delta, boolean shift, boolean ctrl) {
        ClipView view = robot.lookup("#clip-view").queryAs(ClipView.class);
        Point place = f.viewerModel.transformProperty().get().toView(new Point(200, 150));
        Point2D p = view.localToScene(place.x(), place.y());
        // With Shift held, JavaFX turns an upright wheel into a sideways one.
        double dx = shift ? delta : 0;
        double dy = shift ? 0 : delta;
        robot.interact(() -> Event.fireEvent(view,
                new ScrollEvent(ScrollEvent.SCROLL, p.getX(), p.getY(), 0, 0, shift, ctrl, false, false, false, false,
                        dx,
                        dy, dx, dy, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof Parent p
                ? Stream.concat(Stream.of(node), p.getChildrenUnmodifiable().stream().flatMap(ShellTest::nodes))
                : Stream.of(node);
    }
}
