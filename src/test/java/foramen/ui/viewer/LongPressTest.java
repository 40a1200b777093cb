package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.PickResult;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A resting finger and what is none. */
@ExtendWith(ApplicationExtension.class)
class LongPressTest {
    private final Pane pane = new Pane();
    private final List<Point2D> opened = new ArrayList<>();
    private boolean meant = true;

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(pane, 200, 200));
        stage.show();
        new LongPress(pane, () -> meant, (x, y) -> opened.add(new Point2D(x, y)));
    }

    private void touch(FxRobot robot, EventType<TouchEvent> what, double x, double y, int fingers) {
        robot.interact(() -> {
            TouchPoint.State state = what == TouchEvent.TOUCH_PRESSED
                    ? TouchPoint.State.PRESSED
                    : TouchPoint.State.MOVED;
            List<TouchPoint> points = new ArrayList<>();
            for (int i = 0; i < fingers; i++) {
                points.add(new TouchPoint(i + 1, state, x, y, x, y, pane, new PickResult(pane, x, y)));
            }
            pane.fireEvent(new TouchEvent(what, points.getFirst(), points, 1, false, false, false, false));
        });
    }

    /** Twice as long as a finger has to rest, by the clock of the animations themselves. */
    private void wait(FxRobot robot) throws Exception {
        boolean[] over = new boolean[1];
        robot.interact(() -> {
            PauseTransition pause = new PauseTransition(Duration.millis(1200));
            pause.setOnFinished(e -> over[0] = true);
            pause.play();
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> over[0]);
    }

    @Test
    void aFingerThatRestsWithATremorOpensOnceWhereItCameDown(FxRobot robot) throws Exception {
        touch(robot, TouchEvent.TOUCH_PRESSED, 50, 60, 1);
        touch(robot, TouchEvent.TOUCH_MOVED, 54, 61, 1);
        wait(robot);
        touch(robot, TouchEvent.TOUCH_RELEASED, 54, 61, 1);
        assertEquals(List.of(new Point2D(50, 60)), opened);
    }

    @Test
    void aFingerThatMovesOrLeavesOrIsNotAloneOrDrawsOpensNothing(FxRobot robot) throws Exception {
        touch(robot, TouchEvent.TOUCH_PRESSED, 50, 60, 1);
        touch(robot, TouchEvent.TOUCH_MOVED, 70, 61, 1);
        wait(robot);
        touch(robot, TouchEvent.TOUCH_PRESSED, 50, 60, 1);
        touch(robot, TouchEvent.TOUCH_RELEASED, 50, 60, 1);
        wait(robot);
        touch(robot, TouchEvent.TOUCH_PRESSED, 50, 60, 1);
        touch(robot, TouchEvent.TOUCH_PRESSED, 50, 60, 2);
        wait(robot);
        meant = false;
        touch(robot, TouchEvent.TOUCH_PRESSED, 50, 60, 1);
        wait(robot);
        assertEquals(List.of(), opened);
    }
}
