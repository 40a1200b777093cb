package foramen.ui.viewer;

import foramen.geometry.Point;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.ToolInput;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * Mouse, wheel and touch on the picture: left works with the tool or the chosen view mode, middle pans, right zooms or,
 * as a click, opens the menu; the wheel turns frames, with Ctrl it zooms, with Shift it turns ten (field notes 1).
 */
final class PointerInput {
    private static final double WHEEL_ZOOM = 1.2;
    private static final double NOTCH = 40;
    /** A touch pad sends many small steps; this much of them is a notch. */
    private static final double SMALLEST_NOTCH = 20;
    private static final double DRAG_ZOOM = 1.01;
    private static final double CLICK_SLOP = 4;
    private static final int FAR = 10;

    private final ClipView view;
    private final ViewerViewModel model;
    private final Consumer<ToolInput> tool;
    private final Predicate<Point> isFree;
    private final IntConsumer step;
    private final Consumer<MouseEvent> menu;
    private @Nullable Gesture gesture;
    private @Nullable Cursor resting;
    private double wheel;
    private boolean several;

    /** What a drag does, and where it is. */
    private static final class Gesture {
        private final MouseButton button;
        private final LeftDrag effect;
        private final double startX;
        private final double startY;
        private double x;
        private double y;
        private boolean moved;

        Gesture(MouseEvent e, LeftDrag effect) {
            this.button = e.getButton();
            this.effect = effect;
            startX = e.getX();
            startY = e.getY();
            x = startX;
            y = startY;
        }
    }

    /**
     * @param view the picture
     * @param model how it is looked at
     * @param tool takes what is done with the left button in image pixels
     * @param touch is told whether a finger or a mouse is at work, before what it does
     * @param isFree whether the tool has no use for a press there, so that the drag may be window and level
     * @param step turns that many frames
     * @param menu opens the menu
     * @param unpress takes back the press that turned out to be the first of two fingers
     */
    PointerInput(ClipView view, ViewerViewModel model, Consumer<ToolInput> tool, Consumer<Boolean> touch,
            Predicate<Point> isFree, IntConsumer step, Consumer<MouseEvent> menu, Runnable unpress) {
        this.view = view;
        this.model = model;
        this.tool = tool;
        this.isFree = isFree;
        this.step = step;
        this.menu = menu;
        // A finger announces itself before the mouse events made of it; only a mouse moves without a button.
        view.addEventFilter(TouchEvent.TOUCH_PRESSED, e -> {
            touch.accept(true);
            fingers(e.getTouchCount(), unpress);
        });
        view.addEventFilter(TouchEvent.TOUCH_RELEASED, e -> several = e.getTouchCount() > 1 && several);
        view.addEventFilter(MouseEvent.MOUSE_MOVED, e -> touch.accept(false));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        view.addEventHandler(ZoomEvent.ZOOM, e -> model.zoomAt(e.getX(), e.getY(), e.getZoomFactor()));
    }

    private void pressed(MouseEvent e) {
        view.requestFocus();
        if (gesture != null || several) {
            return;
        }
        LeftDrag effect = switch (e.getButton()) {
            case PRIMARY -> model.leftDragProperty().get();
            case MIDDLE -> LeftDrag.PAN;
            case SECONDARY -> LeftDrag.ZOOM;
            default -> null;
        };
        if (effect == null) {
            return;
        }
        if (effect == LeftDrag.TOOL) {
            boolean free = isFree.test(at(e));
            tool.accept(new ToolInput.Press(at(e), e.getClickCount(), keys(e)));
            if (free) {
                tool.accept(new ToolInput.Release(at(e), keys(e)));
                effect = model.freeDragProperty().get();
            }
        }
        gesture = new Gesture(e, effect);
        if (effect == LeftDrag.WINDOW && e.getClickCount() == 2) {
            model.resetWindow();
        } else if (effect == LeftDrag.PAN) {
            resting = view.getCursor();
            view.setCursor(Cursor.CLOSED_HAND);
        }
        e.consume();
    }

    /** Two fingers move and zoom the picture; what the first began by itself was not meant. */
    private void fingers(int count, Runnable unpress) {
        several = count > 1;
        Gesture g = gesture;
        if (!several || g == null) {
            return;
        }
        gesture = null;
        if (g.effect == LeftDrag.PAN) {
            view.setCursor(resting);
        } else if (g.effect == LeftDrag.TOOL) {
            unpress.run();
        }
    }

    private void dragged(MouseEvent e) {
        Gesture g = gesture;
        if (g == null) {
            return;
        }
        double dx = e.getX() - g.x;
        double dy = e.getY() - g.y;
        g.x = e.getX();
        g.y = e.getY();
        g.moved |= Math.hypot(g.x - g.startX, g.y - g.startY) >= CLICK_SLOP;
        switch (g.effect) {
            case TOOL -> tool.accept(new ToolInput.Drag(at(e), keys(e)));
            case WINDOW -> model.changeWindow(dx, dy);
            case PAN -> model.pan(dx, dy);
            case ZOOM -> {
                if (g.moved) {
                    model.zoomAt(g.startX, g.startY, Math.pow(DRAG_ZOOM, -dy));
                }
            }
        }
        e.consume();
    }

    private void released(MouseEvent e) {
        Gesture g = gesture;
        if (g == null || g.button != e.getButton()) {
            return;
        }
        gesture = null;
        if (g.effect == LeftDrag.PAN) {
            view.setCursor(resting);
        }
        if (g.effect == LeftDrag.TOOL) {
            tool.accept(new ToolInput.Release(at(e), keys(e)));
        } else if (g.button == MouseButton.SECONDARY && !g.moved) {
            menu.accept(e);
        }
        e.consume();
    }

    /** Gives up what is held down, as where it was pressed, for what opens under a finger that rests. */
    void letGo() {
        Gesture g = gesture;
        gesture = null;
        if (g == null) {
            return;
        }
        if (g.effect == LeftDrag.PAN) {
            view.setCursor(resting);
        } else if (g.effect == LeftDrag.TOOL) {
            tool.accept(new ToolInput.Release(view.toImage(g.startX, g.startY), Modifiers.NONE));
        }
    }

    private void moved(MouseEvent e) {
        if (model.leftDragProperty().get() == LeftDrag.TOOL) {
            tool.accept(new ToolInput.Move(at(e), keys(e)));
        }
    }

    private void scrolled(ScrollEvent e) {
        // With Shift held, JavaFX turns an upright wheel into a sideways one.
        double delta = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
        if (delta == 0) {
            return;
        }
        if (e.getTouchCount() > 1) {
            model.pan(e.getDeltaX(), e.getDeltaY());
        } else if (e.isDirect()) {
            // One finger on the screen draws, by the mouse events made of it; the same stroke must not turn frames.
            wheel = 0;
        } else if (e.isShortcutDown()) {
            model.zoomAt(e.getX(), e.getY(), Math.pow(WHEEL_ZOOM, delta / NOTCH));
        } else {
            turn(delta, e.isShiftDown() ? FAR : 1);
        }
        e.consume();
    }

    private void turn(double delta, int frames) {
        wheel = Math.signum(wheel) == Math.signum(delta) ? wheel + delta : delta;
        if (Math.abs(wheel) >= SMALLEST_NOTCH) {
            step.accept(wheel < 0 ? frames : -frames);
            wheel = 0;
        }
    }

    private Point at(MouseEvent e) {
        return view.toImage(e.getX(), e.getY());
    }

    private static Modifiers keys(MouseEvent e) {
        return new Modifiers(e.isShiftDown(), e.isShortcutDown(), e.isAltDown());
    }
}
