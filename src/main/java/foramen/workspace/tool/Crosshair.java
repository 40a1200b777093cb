package foramen.workspace.tool;

import foramen.geometry.Point;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The pointer of who draws with the keyboard: arrows move it, it clicks, and it can hold the button down while it moves.
 * The tools cannot tell it from a mouse. Lives on the home thread.
 */
public final class Crosshair {
    private final ToolController tools;
    private final Consumer<ToolInput> sink;
    private final ReadOnlyObjectWrapper<Optional<Point>> at = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean held;
    private Optional<Clicked> last = Optional.empty();

    /** Where it clicked, with what. */
    private record Clicked(Point at, ToolId tool) {}

    /**
     * @param tools know what is in view
     * @param sink takes what the crosshair does
     */
    public Crosshair(ToolController tools, Consumer<ToolInput> sink) {
        this.tools = tools;
        this.sink = sink;
    }

    /** Where it is, in image pixels; empty while it is not used. */
    public ReadOnlyObjectProperty<Optional<Point>> atProperty() {
        return at.getReadOnlyProperty();
    }

    /** Whether it is used. */
    public boolean isOn() {
        return at.get().isPresent();
    }

    /** Shows it at {@code start}, or puts it away. */
    public void toggle(Point start) {
        if (isOn()) {
            putAway();
        } else {
            tools.view().ifPresent(v -> at.set(Optional.of(v.bounds().clamp(start))));
            tools.say("Arrows move the crosshair, with Shift by ten; Space clicks, Shift+Space holds and lets go,"
                    + " Enter finishes.");
        }
    }

    /** Puts it away; what is held is let go. */
    public void putAway() {
        at.get().filter(p -> held).ifPresent(p -> sink.accept(new ToolInput.Release(p, Modifiers.NONE)));
        held = false;
        last = Optional.empty();
        at.set(Optional.empty());
    }

    /** Moves it by that many image pixels. */
    public void move(double dx, double dy) {
        if (at.get().isEmpty() || tools.view().isEmpty()) {
            return;
        }
        Point to = tools.view().get().bounds().clamp(at.get().get().plus(new Point(dx, dy)));
        at.set(Optional.of(to));
        sink.accept(held ? new ToolInput.Drag(to, Modifiers.NONE) : new ToolInput.Move(to, Modifiers.NONE));
    }

    /**
     * Clicks; lets go where the button is held. A second click with the same tool on the very same place makes it a
     * double click, however long after: who uses keys need not be quick.
     *
     * @param keys held down with it
     */
    public void click(Modifiers keys) {
        at.get().ifPresent(p -> {
            if (!held) {
                Clicked now = new Clicked(p, tools.toolProperty().get());
                boolean twice = last.equals(Optional.of(now));
                last = twice ? Optional.empty() : Optional.of(now);
                sink.accept(new ToolInput.Press(p, twice ? 2 : 1, keys));
            }
            held = false;
            sink.accept(new ToolInput.Release(p, keys));
        });
    }

    /** Presses the button and keeps it down, or lets it go. */
    public void hold(Modifiers keys) {
        at.get().ifPresent(p -> {
            held = !held;
            last = Optional.empty();
            sink.accept(held ? new ToolInput.Press(p, 1, keys) : new ToolInput.Release(p, keys));
        });
    }

    /** Forgets that the button is held, as after Esc. */
    public void letGo() {
        held = false;
    }
}
