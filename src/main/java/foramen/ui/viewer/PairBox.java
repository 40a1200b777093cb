package foramen.ui.viewer;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One picture, or two of the same size: side by side, or one above the other where that makes them much larger. */
final class PairBox extends Pane {
    private static final double GAP = 2;
    /** Width by height of most pictures (engineering default). */
    private static final double PICTURE = 4 / 3.0;
    /** How much larger pictures must become before they leave their places beside one another (engineering default). */
    private static final double MUCH = 1.3;

    private final Region first;
    private @Nullable Region second;
    private boolean secondFirst;

    PairBox(Region first) {
        this.first = first;
        getChildren().add(first);
        setMinSize(0, 0);
        setPrefSize(0, 0);
    }

    /** Shows {@code next} beside the first picture, or that one alone. */
    void show(Optional<? extends Region> next) {
        if (second != null) {
            getChildren().remove(second);
        }
        second = next.orElse(null);
        next.ifPresent(getChildren()::add);
        requestLayout();
    }

    /** Which stands first: on the left, or above. Neither loses the keyboard by it. */
    void setSecondFirst(boolean before) {
        secondFirst = before;
        requestLayout();
    }

    /** The places of the former and the latter picture in a box of that size. */
    static Bounds[] places(double width, double height) {
        double half = (width - GAP) / 2;
        double low = (height - GAP) / 2;
        boolean above = scale(width, low) > MUCH * scale(half, height);
        return above
                ? new Bounds[]{new BoundingBox(0, 0, width, low), new BoundingBox(0, low + GAP, width, low)}
                : new Bounds[]{new BoundingBox(0, 0, half, height), new BoundingBox(half + GAP, 0, half, height)};
    }

    private static double scale(double width, double height) {
        return Math.min(width / PICTURE, height);
    }

    @Override
    protected void layoutChildren() {
        if (second == null) {
            first.resizeRelocate(0, 0, getWidth(), getHeight());
            return;
        }
        Bounds[] places = places(getWidth(), getHeight());
        put(first, places[secondFirst ? 1 : 0]);
        put(second, places[secondFirst ? 0 : 1]);
    }

    private void put(Region picture, Bounds place) {
        double x = snapPositionX(place.getMinX());
        double y = snapPositionY(place.getMinY());
        // Both of one size, so that what fits in one fits in the other.
        picture.resizeRelocate(x, y, snapSizeX(place.getWidth()), snapSizeY(place.getHeight()));
    }
}
