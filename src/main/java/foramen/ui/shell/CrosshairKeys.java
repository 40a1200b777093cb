package foramen.ui.shell;

import foramen.workspace.tool.Crosshair;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.ToolController;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of who draws without a mouse, while the crosshair is out: they come before the shortcuts. */
final class CrosshairKeys {
    private static final int FAR = 10;

    private final Crosshair crosshair;
    private final ToolController tools;
    private final BooleanSupplier mirrored;

    /**
     * @param crosshair what the keys move
     * @param tools the tool in hand
     * @param mirrored whether the picture is shown with left and right changed: the arrows are those of the screen
     */
    CrosshairKeys(Crosshair crosshair, ToolController tools, BooleanSupplier mirrored) {
        this.crosshair = crosshair;
        this.tools = tools;
        this.mirrored = mirrored;
    }

    /** Does what the key asks of the crosshair; whether it asked anything. */
    boolean take(KeyEvent e) {
        if (!crosshair.isOn() || e.isAltDown() || (e.isShortcutDown() && e.getCode() != KeyCode.SPACE)) {
            return false;
        }
        // As with the mouse, with Ctrl a point is moved without its neighbours.
        Modifiers keys = new Modifiers(false, e.isShortcutDown(), false);
        double step = e.isShiftDown() ? FAR : 1;
        return switch (e.getCode()) {
            case LEFT -> moved(-step, 0);
            case RIGHT -> moved(step, 0);
            case UP -> moved(0, -step);
            case DOWN -> moved(0, step);
            case SPACE -> {
                if (e.isShiftDown()) {
                    crosshair.hold(keys);
                } else {
                    crosshair.click(keys);
                }
                yield true;
            }
            case ENTER, ESCAPE -> ended(e.getCode());
            default -> false;
        };
    }

    private boolean moved(double dx, double dy) {
        crosshair.move(mirrored.getAsBoolean() ? -dx : dx, dy);
        return true;
    }

    /** With nothing in progress Enter clicks and Esc puts the crosshair away; else both are the tool's. */
    private boolean ended(KeyCode code) {
        if (tools.busyProperty().get()) {
            crosshair.letGo();
            return false;
        }
        if (code == KeyCode.ENTER) {
            crosshair.click(Modifiers.NONE);
        } else {
            crosshair.putAway();
        }
        return true;
    }
}
