package foramen.ui.viewer;

import foramen.geometry.Point;
import foramen.overlay.OverlayOptions;
import foramen.overlay.PictureWords;
import foramen.overlay.RulerSide;
import foramen.ui.support.Words;
import foramen.workspace.display.PictureFilter;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the picture is looked at: zoom and place, window and level, and what of the overlay is shown. */
public final class ViewerViewModel {
    /** How near the pointer must come, in screen units (engineering default). */
    private static final double TOLERANCE = 8;
    /** The same for a finger (engineering default: a target of 44 units, halved). */
    private static final double TOUCH_TOLERANCE = 22;
    private static final double KEY_ZOOM = 1.25;
    /** In a narrower view the corners say only the most needful, in screen units (engineering default). */
    private static final double NARROW = 480;
    /** Zooms that differ by less are one. */
    private static final double SAME_ZOOM = 1e-9;

    private final ReadOnlyObjectWrapper<ViewTransform> transform = new ReadOnlyObjectWrapper<>(this, "transform",
            ViewTransform.IDENTITY);
    private final ReadOnlyObjectWrapper<WindowLevel> window = new ReadOnlyObjectWrapper<>(this, "window",
            WindowLevel.NEUTRAL);
    private final ObjectProperty<PictureLook> look = new SimpleObjectProperty<>(this, "look", PictureLook.PLAIN);
    private final ReadOnlyBooleanWrapper fitted = new ReadOnlyBooleanWrapper(this, "fitted", true);
    private final BooleanProperty annotations = new SimpleBooleanProperty(this, "annotations", true);
    private final BooleanProperty rulers = new SimpleBooleanProperty(this, "rulers", true);
    private final ObjectProperty<OverlayOptions.Info> info = new SimpleObjectProperty<>(this, "info",
            OverlayOptions.Info.FULL);
    private final ObjectProperty<LeftDrag> leftDrag = new SimpleObjectProperty<>(this, "leftDrag", LeftDrag.TOOL);
    private final ObjectProperty<LeftDrag> freeDrag = new SimpleObjectProperty<>(this, "freeDrag", LeftDrag.WINDOW);
    private final BooleanProperty loupe = new SimpleBooleanProperty(this, "loupe", true);
    private final ReadOnlyBooleanWrapper mirrored = new ReadOnlyBooleanWrapper(this, "mirrored");
    private final BooleanProperty crosshair = new SimpleBooleanProperty(this, "crosshair");
    private final Words words;
    private double width = 1;
    private double height = 1;
    private int columns = 1;
    private int rows = 1;
    private double aspect = 1;
    private boolean finger;
    private boolean resizing;

    /** Says and writes what it tells in {@code words}. */
    public ViewerViewModel(Words words) {
        this.words = words;
        info.addListener((o, was, now) -> {
            if (fitted.get()) {
                fit();
            }
        });
    }

    /** The size of the view in screen units; a fitted picture stays fitted, another keeps its middle. */
    public void resizeView(double nextWidth, double nextHeight) {
        double dx = (nextWidth - width) / 2;
        double dy = (nextHeight - height) / 2;
        width = Math.max(1, nextWidth);
        height = Math.max(1, nextHeight);
        resizing = true;
        if (fitted.get()) {
            fit();
        } else {
            transform.set(transform.get().panned(dx, dy));
        }
        resizing = false;
    }

    /** Whether the picture moves because the view became larger or smaller. */
    boolean isResizing() {
        return resizing;
    }

    /** A new picture of that size: fitted, with its grey values as stored. */
    public void showPicture(int nextColumns, int nextRows) {
        showPicture(nextColumns, nextRows, 1);
    }

    /** The same, of pixels {@code pixelAspect} times as high as wide; no picture begins mirrored. */
    void showPicture(int nextColumns, int nextRows, double pixelAspect) {
        columns = nextColumns;
        rows = nextRows;
        aspect = pixelAspect;
        mirrored.set(false);
        window.set(WindowLevel.NEUTRAL);
        look.set(PictureLook.PLAIN);
        fit();
    }

    /** The same picture, of which another scale has become known. */
    void shape(double pixelAspect) {
        if (pixelAspect == aspect) {
            return;
        }
        aspect = pixelAspect;
        if (fitted.get()) {
            fit();
        } else {
            ViewTransform t = transform.get();
            Point held = t.toImage(width / 2, height / 2);
            transform.set(new ViewTransform(t.zoom(), 0, 0, t.mirrored(), aspect).holding(held, width / 2, height / 2,
                    t.zoom()));
        }
    }

    /** Shows left and right changed, or as they are; for looking only. */
    public void toggleMirror() {
        mirrored.set(!mirrored.get());
        transform.set(transform.get().mirroredAt(width / 2));
    }

    /** Looks at the picture of {@code from} as that one does; both views are of one size. */
    void take(ViewerViewModel from) {
        columns = from.columns;
        rows = from.rows;
        aspect = from.aspect;
        fitted.set(from.fitted.get());
        window.set(from.window.get());
        mirrored.set(from.mirrored.get());
        transform.set(from.transform.get());
        if (fitted.get() && width > 1) {
            fit();
        }
    }

    /** Does to this picture what {@code was} became {@code now} by, and shows it at {@code nextZoom}. */
    void follow(ViewTransform was, ViewTransform now, double nextZoom) {
        fitted.set(false);
        transform.set(transform.get().after(was, now));
        zoomTo(nextZoom);
    }

    /** Shows so many screen units per pixel across, at the middle of the view. */
    void zoomTo(double zoom) {
        if (Math.abs(transform.get().zoom() / zoom - 1) > SAME_ZOOM) {
            zoomAt(width / 2, height / 2, zoom / transform.get().zoom());
        }
    }

    /** The whole picture as large as it goes beside the corner texts. */
    public void fit() {
        fitted.set(true);
        place(ViewTransform.fit(width, height, CornerBands.of(info.get(), height), columns, rows * aspect));
    }

    /** One screen unit per image pixel. */
    public void actualSize() {
        fitted.set(false);
        place(ViewTransform.centred(1, width, height, columns, rows * aspect));
    }

    private void place(ViewTransform plain) {
        transform.set(plain.shaped(mirrored.get(), aspect, columns));
    }

    /** Zooms by {@code factor} at a point of the view. */
    public void zoomAt(double x, double y, double factor) {
        fitted.set(false);
        transform.set(transform.get().zoomedAt(x, y, factor));
    }

    /** One step closer, at the middle of the view. */
    public void zoomIn() {
        zoomAt(width / 2, height / 2, KEY_ZOOM);
    }

    /** One step back. */
    public void zoomOut() {
        zoomAt(width / 2, height / 2, 1 / KEY_ZOOM);
    }

    /** Moves the picture by so many screen units. */
    public void pan(double dx, double dy) {
        fitted.set(false);
        transform.set(transform.get().panned(dx, dy));
    }

    /** Changes contrast and brightness. */
    public void changeWindow(double dWidth, double dLevel) {
        window.set(window.get().changed(dWidth, dLevel));
    }

    /** Shows the grey values as stored. */
    public void resetWindow() {
        window.set(WindowLevel.NEUTRAL);
    }

    /** Shows more, less or no text in the corners, in turn. */
    public void cycleInfo() {
        info.set(switch (info.get()) {
            case FULL -> OverlayOptions.Info.MINIMAL;
            case MINIMAL -> OverlayOptions.Info.NONE;
            case NONE -> OverlayOptions.Info.FULL;
        });
    }

    /** Shows or hides what was drawn. */
    public void toggleAnnotations() {
        annotations.set(!annotations.get());
    }

    /** Whether the keyboard has a pointer of its own. */
    public BooleanProperty crosshairProperty() {
        return crosshair;
    }

    /** Says whether a finger or a mouse is at work. */
    void touched(boolean byFinger) {
        finger = byFinger;
    }

    /** How near pointer, finger or key must come to what it means, in image pixels. */
    public double tolerance() {
        return (finger ? TOUCH_TOLERANCE : TOLERANCE) / transform.get().zoom();
    }

    /** What of the overlay is shown. */
    public OverlayOptions options() {
        // The corners of a narrow picture would run into one another; whose it is stands in the case bar.
        boolean narrow = width > 1 && width < NARROW && info.get() == OverlayOptions.Info.FULL;
        return new OverlayOptions(annotations.get(), narrow ? OverlayOptions.Info.MINIMAL : info.get(), rulers.get(),
                new PictureWords(words.locale(), Optional.of(words.lengthsProperty().get()), words::of, words::said),
                RulerSide.RIGHT);
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** What to say of the view itself in the corner: zoom and window. */
    public List<String> notes() {
        WindowLevel w = window.get();
        return List.of(words.text("picture.zoom", Math.round(transform.get().zoom() * 100)),
                words.text("picture.window", Math.round(w.width()), Math.round(w.level())));
    }

    /** What the display does to the picture; plain with each new clip. */
    public ObjectProperty<PictureLook> lookProperty() {
        return look;
    }

    /** What the display does to the picture, in words for its permanent mark; empty where it does nothing. */
    public String lookWords() {
        PictureLook now = look.get();
        List<String> parts = new ArrayList<>();
        if (now.filter() != PictureFilter.NONE) {
            parts.add(words.of(now.filter()));
        }
        if (now.inverted()) {
            parts.add(words.text("picture.inverted"));
        }
        if (now.gamma() != 1) {
            NumberFormat two = NumberFormat.getNumberInstance(words.locale());
            two.setMaximumFractionDigits(2);
            parts.add(words.text("picture.gamma", two.format(now.gamma())));
        }
        if (!now.map().equals(ColourMap.GREY)) {
            parts.add(words.named("ColourMap." + now.map().id(), now.map().id()));
        }
        return parts.isEmpty() ? "" : words.text("picture.mark", String.join(" · ", parts));
    }

    /** What the left mouse button does. */
    public ObjectProperty<LeftDrag> leftDragProperty() {
        return leftDrag;
    }

    /** What it does with the select tool where there is nothing to hold; never {@link LeftDrag#TOOL}. */
    public ObjectProperty<LeftDrag> freeDragProperty() {
        return freeDrag;
    }

    /** Whether a magnified round shows beside what is placed or dragged. */
    public BooleanProperty loupeProperty() {
        return loupe;
    }

    /** Where the picture lies. */
    public ReadOnlyObjectProperty<ViewTransform> transformProperty() {
        return transform.getReadOnlyProperty();
    }

    /** Whether left and right are changed. */
    public ReadOnlyBooleanProperty mirroredProperty() {
        return mirrored.getReadOnlyProperty();
    }

    /** Contrast and brightness. */
    public ReadOnlyObjectProperty<WindowLevel> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** Whether the picture follows the size of the view. */
    public ReadOnlyBooleanProperty fittedProperty() {
        return fitted.getReadOnlyProperty();
    }

    /** Whether outlines, lines, points and plans are shown. */
    public BooleanProperty annotationsProperty() {
        return annotations;
    }

    /** Whether depth ruler and scale bar are shown. */
    public BooleanProperty rulersProperty() {
        return rulers;
    }

    /** How much text stands in the corners. */
    public ObjectProperty<OverlayOptions.Info> infoProperty() {
        return info;
    }
}
