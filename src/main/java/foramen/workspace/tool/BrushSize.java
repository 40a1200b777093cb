package foramen.workspace.tool;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** How large brush and eraser are. */
final class BrushSize {
    /** Radius of a fresh brush, in image pixels; the others bound it (engineering defaults). */
    private static final double FRESH = 12;
    private static final double SMALLEST = 1;
    private static final double LARGEST = 200;

    private final ReadOnlyDoubleWrapper radius = new ReadOnlyDoubleWrapper(FRESH);

    /** Radius in image pixels. */
    ReadOnlyDoubleProperty radiusProperty() {
        return radius.getReadOnlyProperty();
    }

    /** Makes it {@code factor} times as large, as far as it goes. */
    void resize(double factor) {
        radius.set(Math.clamp(radius.get() * factor, SMALLEST, LARGEST));
    }

    /** How wide it is, one sentence. */
    String words() {
        return "The brush is " + Math.round(2 * radius.get()) + " px wide.";
    }
}
