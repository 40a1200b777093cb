package foramen.journey;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

/** The pointer, by the platform's own robot: TestFX wanders to a place first, which takes long over a picture. */
final class Hand {
    /** The first window of a process takes long on a busy machine. */
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int LOOK_AGAIN_MILLIS = 100;
    private static final long BETWEEN_GESTURES_NANOS = 60_000_000;

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

    /** Types a key, with others held down, where the keyboard is. */
    void type(KeyCode code, KeyCode... held) {
        byHand(() -> {
            for (KeyCode key : held) {
                robot.keyPress(key);
            }
            robot.keyType(code);
            for (KeyCode key : held) {
                robot.keyRelease(key);
            }
        });
    }

    /** Types characters, whatever key has them, where the keyboard is in {@code scene}. */
    static void write(Scene scene, String words) {
        words.chars().forEach(c -> {
            String character = Character.toString(c);
            onFx(() -> {
                EventTarget at = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
                for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED,
                        KeyEvent.KEY_RELEASED)) {
                    boolean typed = type == KeyEvent.KEY_TYPED;
                    Event.fireEvent(at, new KeyEvent(type, typed ? character : KeyEvent.CHAR_UNDEFINED, "",
                            KeyCode.UNDEFINED, false, false, false, false));
                }
                return true;
            });
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

    /** Waits until {@code condition}, asked on the interface thread, holds. */
    static void waitFor(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS, () -> onFx(() -> holds(condition)));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain for " + what, e);
        }
    }

    /** Whether it holds, which it does not while what it asks of is not there yet. */
    static boolean holds(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (EmptyNodeQueryException _) {
            return false;
        }
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

    /**
     * Waits until the window has drawn what it was told, and what is done beside it has arrived, for as long as anybody
     * would take between two gestures; what takes longer has to be waited for by what it shows.
     *
     * @param busy whether something is done beside the window
     */
    static void settle(Stage stage, BooleanSupplier busy) {
        long end = System.nanoTime() + BETWEEN_GESTURES_NANOS;
        do {
            drawn(stage);
            onFx(() -> true);
        } while (busy.getAsBoolean() && System.nanoTime() < end);
    }

    private static void drawn(Stage stage) {
        CountDownLatch laidOut = new CountDownLatch(1);
        onFx(() -> {
            if (!stage.isShowing()) {
                laidOut.countDown();
                return true;
            }
            Scene scene = stage.getScene();
            Runnable[] once = new Runnable[1];
            once[0] = () -> {
                scene.removePostLayoutPulseListener(once[0]);
                laidOut.countDown();
            };
            scene.addPostLayoutPulseListener(once[0]);
            Platform.requestNextPulse();
            return true;
        });
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            // What was pressed may have closed the window before its pulse.
            while (!laidOut.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS) && onFx(stage::isShowing)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("The window is not drawn any more");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
