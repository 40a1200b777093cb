package foramen.journey;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.testfx.util.WaitForAsyncUtils;

/** The pointer, by the platform's own robot: TestFX wanders to a place first, which takes long over a picture. */
final class Hand {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Robot robot = new Robot();

    void moveTo(Point2D to) {
        byHand(() -> robot.mouseMove(to));
    }

    /** One click. */
    void press(Point2D at) {
        moveTo(at);
        byHand(() -> robot.mouseClick(MouseButton.PRIMARY));
    }

    /** Presses, goes by half of the way, and lets go. */
    void drag(Point2D from, Point2D to, MouseButton button) {
        moveTo(from);
        byHand(() -> robot.mousePress(button));
        moveTo(from.midpoint(to));
        moveTo(to);
        byHand(() -> robot.mouseRelease(button));
    }

    /** Presses at the first, goes through the others with the button down, and lets go at the last. */
    void stroke(List<Point2D> points) {
        moveTo(points.getFirst());
        byHand(() -> robot.mousePress(MouseButton.PRIMARY));
        points.stream().skip(1).forEach(this::moveTo);
        byHand(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    /** Types a key, with Shift or without, where the keyboard is. */
    void type(KeyCode code, boolean shift) {
        byHand(() -> {
            if (shift) {
                robot.keyPress(KeyCode.SHIFT);
            }
            robot.keyType(code);
            if (shift) {
                robot.keyRelease(KeyCode.SHIFT);
            }
        });
    }

    /** Does it, and waits until what it caused has been done too. */
    private static void byHand(Runnable gesture) {
        onFx(() -> {
            gesture.run();
            return true;
        });
        onFx(() -> true);
    }

    /** Asks on the interface thread. */
    static <T> T onFx(Callable<T> question) {
        if (Platform.isFxApplicationThread()) {
            try {
                return question.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, question);
    }
}
