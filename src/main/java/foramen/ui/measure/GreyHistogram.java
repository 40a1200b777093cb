package foramen.ui.measure;

import foramen.ui.support.Words;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/** How many pixels have each grey, from black on the left to white on the right. */
final class GreyHistogram extends Region {
    private static final double HEIGHT = 36;
    private static final int BINS = 64;
    private static final int GREYS = 256;

    private final Words words;
    private final Polygon bars = new Polygon();
    private List<Long> counts = List.of();

    GreyHistogram(Words words) {
        this.words = words;
        getStyleClass().add("grey-histogram");
        bars.getStyleClass().add("histogram-bars");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(bars);
    }

    /** Shows {@code next}, a count for each grey. */
    void show(List<Long> next) {
        counts = next;
        int low = first(next);
        int high = last(next);
        setAccessibleText(low < 0 ? "" : words.text("histogram", low, high));
        requestLayout();
    }

    private static int first(List<Long> counts) {
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                return i;
            }
        }
        return -1;
    }

    private static int last(List<Long> counts) {
        for (int i = counts.size() - 1; i >= 0; i--) {
            if (counts.get(i) > 0) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected void layoutChildren() {
        bars.getPoints().clear();
        if (counts.size() != GREYS) {
            return;
        }
        long[] bins = new long[BINS];
        for (int i = 0; i < GREYS; i++) {
            bins[i * BINS / GREYS] += counts.get(i);
        }
        long most = Math.max(1, java.util.Arrays.stream(bins).max().orElse(1));
        double step = getWidth() / BINS;
        bars.getPoints().addAll(0.0, getHeight());
        for (int i = 0; i < BINS; i++) {
            double y = getHeight() * (1 - (double) bins[i] / most);
            bars.getPoints().addAll(i * step, y, (i + 1) * step, y);
        }
        bars.getPoints().addAll(getWidth(), getHeight());
    }
}
