package foramen.ui.viewer;

import foramen.domain.clip.Frame;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.overlay.DisplayList;
import foramen.overlay.DisplayedArea;
import foramen.ui.support.OwnKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** One frame with its overlay, zoomed and placed as the view model says. */
public final class ClipView extends Region implements OwnKeys {
    /** From here on the pixels themselves are wanted, not a guess between them (engineering default). */
    private static final double NEAREST_FROM = 4;
    /** Three-dimensional scenes need a graphics processor; without one JavaFX draws in software. */
    private static final boolean IN_SOFTWARE = !Platform.isSupported(ConditionalFeature.SCENE3D);
    /** Scaling more pixels of the view than these would hold the interface for longer than a frame may take. */
    private static final double MOST_SCALED_HERE = 2560 * 1440;
    private static final double LOUPE_ZOOM = 4;
    private static final double LOUPE_RADIUS = LoupePlace.RADIUS;
    private static final double CROSSHAIR_ARM = 14;
    private static final double CROSSHAIR_GAP = 3;

    private final ViewerViewModel model;
    private final Canvas picture = new Canvas();
    /** Shown in place of the canvas where the picture was scaled here: a canvas would copy all of it once more. */
    private final ImageView scaled = new ImageView();
    private final Canvas overlay = new Canvas();
    private final Rectangle clip = new Rectangle();
    private Overlay marks = (zoom, displayed) -> DisplayList.EMPTY;
    private @Nullable FrameImage image;
    private @Nullable Frame frame;
    private Optional<Point> loupe = Optional.empty();
    private Optional<Point> crosshair = Optional.empty();
    private boolean pictureStale;
    private boolean overlayStale;
    private Predicate<KeyEvent> own = key -> false;

    /** What makes the overlay. */
    @FunctionalInterface
    public interface Overlay {
        /**
         * Composes it.
         *
         * @param zoom output units to an image pixel
         * @param displayed what of the picture can be seen
         */
        DisplayList compose(double zoom, DisplayedArea displayed);
    }

    /** Shows nothing yet. */
    public ClipView(ViewerViewModel model) {
        this.model = model;
        getStyleClass().add("clip-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(model.words().text("picture.name"));
        picture.setMouseTransparent(true);
        scaled.setMouseTransparent(true);
        scaled.setSmooth(false);
        overlay.setMouseTransparent(true);
        getChildren().addAll(picture, scaled, overlay);
        setClip(clip);
        model.transformProperty().subscribe(this::repaintAll);
        model.windowProperty().subscribe(this::repaintPicture);
        model.lookProperty().subscribe(this::repaintPicture);
        model.annotationsProperty().subscribe(this::repaintOverlay);
        model.infoProperty().subscribe(this::repaintOverlay);
        model.rulersProperty().subscribe(this::repaintOverlay);
    }

    /** From now on these keys are the picture's own while it has the keyboard, and no shortcuts of the window. */
    void setOwnKeys(Predicate<KeyEvent> keys) {
        own = keys;
    }

    @Override
    public boolean takes(KeyEvent key) {
        return own.test(key);
    }

    /** Shows {@code next}, or nothing. */
    public void showFrame(@Nullable Frame next) {
        frame = next;
        if (next == null) {
            image = null;
        } else if (image == null || !image.fits(next)) {
            image = new FrameImage(next.columns(), next.rows());
        }
        repaintAll();
    }

    /** Takes the overlay from {@code source}. */
    public void setOverlay(Overlay source) {
        marks = source;
        repaintOverlay();
    }

    /** Shows a magnified round of the picture beside that point of the view, or none. */
    public void showLoupe(Optional<Point> at) {
        loupe = at;
        repaintOverlay();
    }

    /** Shows the keyboard's crosshair at that image point, or none. */
    public void showCrosshair(Optional<Point> at) {
        crosshair = at;
        repaintOverlay();
    }

    /** Which image point lies at {@code (x, y)} of this view. */
    public Point toImage(double x, double y) {
        return model.transformProperty().get().toImage(x, y);
    }

    /** Paints the overlay again at the next moment. */
    public void repaintOverlay() {
        stale(false, true);
    }

    private void repaintPicture() {
        stale(true, true);
    }

    private void repaintAll() {
        stale(true, true);
    }

    /** Many changes of one moment make one painting. */
    private void stale(boolean pictureToo, boolean overlayToo) {
        boolean waiting = pictureStale || overlayStale;
        pictureStale |= pictureToo;
        overlayStale |= overlayToo;
        if (!waiting) {
            Platform.runLater(this::paint);
        }
    }

    private void paint() {
        if (pictureStale) {
            paintPicture();
        }
        if (overlayStale) {
            paintOverlay();
        }
        pictureStale = false;
        overlayStale = false;
    }

    private void paintPicture() {
        ViewTransform view = model.transformProperty().get();
        boolean here = frame != null && image != null && isScaledHere(view);
        scaled.setVisible(here);
        picture.setVisible(!here);
        if (frame != null && image != null) {
            image.show(frame, model.windowProperty().get(), model.lookProperty().get());
        }
        if (here && image != null) {
            scaled.setImage(image.scaled(view, (int) picture.getWidth(), (int) picture.getHeight()));
            return;
        }
        GraphicsContext g = picture.getGraphicsContext2D();
        g.setFill(Color.BLACK);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        draw(g, view);
    }

    /** Whether the renderer would be slow at it: in software it scales ten times as slowly as {@link PictureScaler}. */
    private boolean isScaledHere(ViewTransform view) {
        boolean plain = view.across() == 1 && view.down() == 1 && view.tx() == Math.rint(view.tx())
                && view.ty() == Math.rint(view.ty());
        @Nullable
        Window window = getScene() == null ? null : getScene().getWindow();
        boolean dense = window != null && (window.getRenderScaleX() != 1 || window.getRenderScaleY() != 1);
        double area = picture.getWidth() * picture.getHeight();
        return IN_SOFTWARE && !plain && !dense && view.zoom() < NEAREST_FROM && area >= 1 && area <= MOST_SCALED_HERE;
    }

    private void draw(GraphicsContext g, ViewTransform view) {
        if (frame == null || image == null) {
            return;
        }
        g.setImageSmoothing(view.zoom() < NEAREST_FROM);
        g.save();
        g.translate(view.tx(), view.ty());
        g.scale(view.mirrored() ? -1 : 1, 1);
        g.drawImage(image.image(), 0, 0, frame.columns() * view.zoom(), frame.rows() * view.down());
        g.restore();
    }

    private void paintOverlay() {
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        if (frame == null) {
            return;
        }
        ViewTransform view = model.transformProperty().get();
        Point corner = view.toImage(0, 0);
        Point opposite = view.toImage(overlay.getWidth(), overlay.getHeight());
        DisplayList list = marks.compose(view.zoom(),
                new DisplayedArea(Bounds.of(List.of(corner, opposite)), view.mirrored()));
        new OverlayPainter(g, view, overlay.getWidth(), overlay.getHeight()).paint(list);
        crosshair.map(view::toView).ifPresent(at -> paintCrosshair(g, at));
        loupe.ifPresent(at -> paintLoupe(g, view, at, list));
    }

    /** Four arms round a free middle, light on a dark casing. */
    private static void paintCrosshair(GraphicsContext g, Point at) {
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? Color.BLACK : Color.WHITE);
            g.setLineWidth(pass == 0 ? 3 : 1);
            for (int way = -1; way <= 1; way += 2) {
                g.strokeLine(at.x() + way * CROSSHAIR_GAP, at.y(), at.x() + way * CROSSHAIR_ARM, at.y());
                g.strokeLine(at.x(), at.y() + way * CROSSHAIR_GAP, at.x(), at.y() + way * CROSSHAIR_ARM);
            }
        }
    }

    private void paintLoupe(GraphicsContext g, ViewTransform view, Point at, DisplayList list) {
        LoupePlace place = LoupePlace.beside(at.x(), at.y(), getWidth());
        double cx = place.x();
        double cy = place.y();
        Point held = view.toImage(at.x(), at.y());
        ViewTransform near = view.holding(held, cx, cy, view.zoom() * LOUPE_ZOOM);
        g.save();
        g.beginPath();
        g.arc(cx, cy, LOUPE_RADIUS, LOUPE_RADIUS, 0, 360);
        g.closePath();
        g.clip();
        g.setFill(Color.BLACK);
        g.fillRect(cx - LOUPE_RADIUS, cy - LOUPE_RADIUS, 2 * LOUPE_RADIUS, 2 * LOUPE_RADIUS);
        draw(g, near);
        new OverlayPainter(g, near, 0, 0).paintPlaced(list);
        paintCrosshair(g, new Point(cx, cy));
        g.restore();
        g.setStroke(Color.WHITE);
        g.setLineWidth(1);
        g.strokeOval(cx - LOUPE_RADIUS, cy - LOUPE_RADIUS, 2 * LOUPE_RADIUS, 2 * LOUPE_RADIUS);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        if (w == picture.getWidth() && h == picture.getHeight()) {
            return;
        }
        clip.setWidth(w);
        clip.setHeight(h);
        picture.setWidth(w);
        picture.setHeight(h);
        overlay.setWidth(w);
        overlay.setHeight(h);
        model.resizeView(w, h);
        repaintAll();
    }
}
