package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleTruth;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** An outline found by one click is kept or dropped by every hand: mouse, finger and key. */
@ExtendWith(ApplicationExtension.class)
class ProposalJourneyTest {
    private static final int KEY = 20;
    private static final int FRAMES = 60;

    private final Path folder;
    private final Polygon nerve;
    private PlannerRobot planner;

    ProposalJourneyTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        nerve = SampleTruth.read(SampleJob.samples().resolve(SampleJob.CLIP + ".truth.json"))
                .outline(KEY - 1, "sciatic-nerve").orElseThrow().polygon();
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US));
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        planner.goToFrame(KEY, FRAMES);
        planner.step("outline");
    }

    @AfterEach
    void close() {
        planner.close();
    }

    @Test
    void byMouse() {
        propose();
        assertClearOfTheOutline();
        planner.click("#proposal-drop");
        assertEquals(0, drawn());
        assertEquals(0, planner.count("#proposal"));
        propose();
        planner.click("#proposal-keep");
        assertEquals(1, drawn());
        assertEquals("clip-view", planner.keyboardAt(), "the next shortcut goes to the picture again");
        planner.shortcut(KeyCode.Z);
        propose();
        planner.clickAt(nerve.centroid());
        assertEquals(0, drawn(), "one click inside keeps nothing");
        waitOutDoubleClick();
        planner.clickAt(nerve.centroid(), nerve.centroid());
        assertEquals(1, drawn());
    }

    @Test
    void byFingerWithLargeTargets() {
        planner.shortcut(KeyCode.COMMA);
        planner.click("#settings-large");
        planner.type(KeyCode.ESCAPE);
        propose();
        for (String id : List.of("#proposal-keep", "#proposal-drop")) {
            var b = planner.find(id).getLayoutBounds();
            assertTrue(b.getWidth() >= 44 && b.getHeight() >= 44, () -> id + " " + b);
        }
        tap("#proposal-drop", centre("#proposal-drop"), 1);
        assertEquals(0, drawn());
        propose();
        tap("#proposal-keep", centre("#proposal-keep"), 1);
        assertEquals(1, drawn());
        planner.shortcut(KeyCode.Z);
        propose();
        Node view = planner.find("#clip-view");
        Point2D inside = Hand.onFx(() -> view.localToScene(view.screenToLocal(planner.at(nerve.centroid()))));
        tap("#clip-view", inside, 1);
        assertEquals(0, drawn());
        tap("#clip-view", inside, 2);
        assertEquals(1, drawn());
    }

    private void propose() {
        planner.type(KeyCode.I);
        planner.clickAt(nerve.centroid());
        planner.waitFor("a proposal", () -> planner.find("#proposal").isVisible());
        assertEquals(0, drawn());
    }

    private int drawn() {
        return planner.casefile().annotations().size();
    }

    /** The border is to be checked all round, so nothing may lie on it. */
    private void assertClearOfTheOutline() {
        Node bar = planner.find("#proposal");
        var b = Hand.onFx(() -> bar.localToScreen(bar.getLayoutBounds()));
        Bounds round = Bounds.of(nerve.vertices().stream().map(p -> {
            Point2D at = planner.at(p);
            return new Point(at.getX(), at.getY());
        }).toList());
        assertFalse(b.intersects(round.minX(), round.minY(), round.width(), round.height()), () -> b + " " + round);
    }

    /** Two clicks far apart on the screen are never a double click. */
    private void waitOutDoubleClick() {
        planner.rest();
        planner.click("#cine-count");
    }

    private Point2D centre(String id) {
        Node node = planner.find(id);
        var b = Hand.onFx(() -> node.localToScene(node.getLayoutBounds()));
        return new Point2D(b.getCenterX(), b.getCenterY());
    }

    /** A finger at a place of the scene: its touch, then the mouse events that the toolkit makes of it. */
    private void tap(String id, Point2D at, int clicks) {
        Node node = planner.find(id);
        planner.robot().interact(() -> {
            PickResult hit = new PickResult(node, at.getX(), at.getY());
            TouchPoint point = new TouchPoint(1, TouchPoint.State.PRESSED, at.getX(), at.getY(), at.getX(), at.getY(),
                    node, hit);
            node.fireEvent(new TouchEvent(TouchEvent.TOUCH_PRESSED, point, List.of(point), 1, false, false, false,
                    false));
            node.fireEvent(mouse(MouseEvent.MOUSE_ENTERED, at, clicks, hit));
            node.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, at, clicks, hit));
            node.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, at, clicks, hit));
        });
        planner.settle();
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Point2D at, int clicks, PickResult hit) {
        return new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, clicks, false,
                false,
                false, false, type != MouseEvent.MOUSE_RELEASED, false, false, true, false, true, hit);
    }
}
