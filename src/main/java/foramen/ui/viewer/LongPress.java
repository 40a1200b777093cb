package foramen.ui.viewer;

import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.TouchEvent;
import javafx.util.Duration;

/** A finger that rests in one place does what a click with the right button does. */
final class LongPress {
    /** How long a finger rests, and how far it may tremble meanwhile, in screen units (engineering defaults). */
    private static final Duration REST = Duration.millis(600);
    private static final double TREMOR = 10;

    private final PauseTransition rest = new PauseTransition(REST);
    private final BooleanSupplier isMeant;
    private double x;
    private double y;

    /** Takes a place on the screen. */
    interface Place {
        void at(double screenX, double screenY);
    }

    /**
     * @param view what the finger rests on
     * @param isMeant whether a resting finger means that now, and not the careful begin of a stroke
     * @param done told once, while the finger still rests
     */
    LongPress(Node view, BooleanSupplier isMeant, Place done) {
        this.isMeant = isMeant;
        rest.setOnFinished(e -> done.at(x, y));
        view.addEventFilter(TouchEvent.TOUCH_PRESSED, this::pressed);
        view.addEventFilter(TouchEvent.TOUCH_MOVED, this::moved);
        view.addEventFilter(TouchEvent.TOUCH_RELEASED, e -> rest.stop());
    }

    private void pressed(TouchEvent e) {
        rest.stop();
        if (e.getTouchCount() == 1 && isMeant.getAsBoolean()) {
            x = e.getTouchPoint().getScreenX();
            y = e.getTouchPoint().getScreenY();
            rest.playFromStart();
        }
    }

    private void moved(TouchEvent e) {
        if (Math.hypot(e.getTouchPoint().getScreenX() - x, e.getTouchPoint().getScreenY() - y) > TREMOR) {
            rest.stop();
        }
    }
}
