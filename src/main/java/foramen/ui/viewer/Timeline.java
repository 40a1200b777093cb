package foramen.ui.viewer;

import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** The clip as a line to scrub along, with marks at the frames that carry something. */
public final class Timeline extends Region {
    private static final double TRACK = 4;
    private static final double THUMB = 14;
    private static final double MARK_WIDTH = 3;
    private static final double MARK_HEIGHT = 6;
    private static final double TALL = 11;
    private static final double LOW = 2;
    private static final double DIAMOND = 9;
    private static final double HEIGHT = 32;

    private final IntegerProperty frame = new SimpleIntegerProperty(this, "frame");
    private final IntegerProperty frames = new SimpleIntegerProperty(this, "frames", 1);
    private final Region track = styled("track");
    private final Region done = styled("done");
    private final Region thumb = styled("thumb");
    private final List<Region> markViews = new ArrayList<>();
    private final Tooltip legend;
    private final Words words;
    private FrameMarks marks = FrameMarks.NONE;
    private java.util.function.IntConsumer onSeek = f -> {};

    /** A line of one frame. */
    public Timeline(Words words) {
        this.words = words;
        legend = new Tooltip(words.text("timeline.legend"));
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(words.text("timeline.name"));
        getChildren().addAll(track, done, thumb);
        frame.subscribe(this::moved);
        frames.subscribe(this::moved);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
    }

    private static Region styled(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setMouseTransparent(true);
        return region;
    }

    /** The frame shown, from 0. */
    public IntegerProperty frameProperty() {
        return frame;
    }

    /** How many frames there are. */
    public IntegerProperty framesProperty() {
        return frames;
    }

    /** What happens when somebody points at a frame. */
    public void setOnSeek(java.util.function.IntConsumer action) {
        onSeek = action;
    }

    /** Marks the frames that carry something. */
    void setMarks(FrameMarks next) {
        if (next.equals(marks)) {
            return;
        }
        marks = next;
        getChildren().removeAll(markViews);
        markViews.clear();
        for (FrameMarks.Run run : marks.runs()) {
            Region view = styled("mark");
            view.getStyleClass().add(run.kind().styleClass());
            markViews.add(view);
        }
        getChildren().addAll(1, markViews);
        Tooltip.uninstall(this, legend);
        if (!marks.words(words).isEmpty()) {
            Tooltip.install(this, legend);
        }
        setAccessibleHelp(marks.words(words));
        requestLayout();
    }

    private void scrub(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || frames.get() < 2) {
            return;
        }
        double way = (e.getX() - THUMB / 2) / Math.max(1, getWidth() - THUMB);
        onSeek.accept((int) Math.round(Math.clamp(way, 0, 1) * (frames.get() - 1)));
        e.consume();
    }

    private void moved() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    private double x(int index) {
        double fraction = frames.get() < 2 ? 0 : index / (frames.get() - 1.0);
        return THUMB / 2 + fraction * (getWidth() - THUMB);
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        track.resizeRelocate(THUMB / 2, middle - TRACK / 2, Math.max(0, getWidth() - THUMB), TRACK);
        double at = x(Math.clamp(frame.get(), 0, Math.max(0, frames.get() - 1)));
        done.resizeRelocate(THUMB / 2, middle - TRACK / 2, at - THUMB / 2, TRACK);
        thumb.resizeRelocate(at - THUMB / 2, middle - THUMB / 2, THUMB, THUMB);
        for (int i = 0; i < markViews.size(); i++) {
            place(markViews.get(i), marks.runs().get(i), middle - TRACK / 2 - 2);
        }
    }

    /** All stand on the same line above the track; how tall each is tells it apart without its colour. */
    private void place(Region view, FrameMarks.Run run, double foot) {
        double height = switch (run.kind()) {
            case KEY -> DIAMOND;
            case DRIFTING -> TALL;
            case REJECTED -> LOW;
            case OPEN, ACCEPTED, DRAWN -> MARK_HEIGHT;
        };
        // The low one would be a speck if it were not wider than the others.
        double least = switch (run.kind()) {
            case KEY, REJECTED -> DIAMOND;
            case DRIFTING, OPEN, ACCEPTED, DRAWN -> MARK_WIDTH;
        };
        // Runs that touch leave no gap, so that a long one reads as one.
        double half = Math.max(MARK_WIDTH / 2, 0.5 * (x(1) - x(0)));
        double from = x(run.first()) - (run.first() == run.last() ? least / 2 : half);
        double to = x(run.last()) + (run.first() == run.last() ? least / 2 : half);
        view.resizeRelocate(from, foot - height, Math.max(least, to - from), height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) frame.get() + 1;
            case MIN_VALUE -> 1.0;
            case MAX_VALUE -> (double) frames.get();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
