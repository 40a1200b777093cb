package foramen.ui.deident;

import foramen.domain.clip.Frame;
import foramen.domain.deident.Box;
import foramen.domain.deident.CopyPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A frame with what would be overwritten laid over it, on which rectangles are drawn by dragging. */
final class MaskPicture extends Pane {
    private final Consumer<Box> onDrawn;
    private final ImageView view = new ImageView();
    private final List<Placed> placed = new ArrayList<>();
    private final Rectangle rubber = new Rectangle();
    private int columns;
    private int rows;
    private double fromX;
    private double fromY;
    private boolean veiled = true;
    private @Nullable Frame shown;

    /** A rectangle in pixels of the picture, and the node that stands for it. */
    private record Placed(Box box, Rectangle node) {}

    /** Tells {@code onDrawn} of each rectangle drawn, in whole pixels of the picture. */
    MaskPicture(String name, Consumer<Box> onDrawn) {
        this.onDrawn = onDrawn;
        setId("deident-picture");
        getStyleClass().add("mask-picture");
        setAccessibleText(name);
        setMinSize(0, 0);
        view.setSmooth(true);
        rubber.getStyleClass().add("mask-rubber");
        rubber.setVisible(false);
        rubber.setManaged(false);
        getChildren().addAll(view, rubber);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
    }

    /** Shows what would become of a file. */
    void show(CopyPreview preview, List<Box> boxes, List<Box> kept) {
        Frame frame = preview.picture();
        if (frame != shown) {
            shown = frame;
            columns = frame.columns();
            rows = frame.rows();
            WritableImage image = new WritableImage(columns, rows);
            image.getPixelWriter().setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), frame.argb(), 0,
                    columns);
            view.setImage(image);
        }
        placed.clear();
        preview.overwritten().forEach(b -> place(b, veiled ? "mask-veil" : "mask-hint"));
        boxes.forEach(b -> place(b, "mask-box"));
        kept.forEach(b -> place(b, "mask-keep"));
        List<Node> all = new ArrayList<>(List.of(view));
        placed.forEach(p -> all.add(p.node()));
        all.add(rubber);
        getChildren().setAll(all);
        setCursor(Cursor.CROSSHAIR);
        requestLayout();
    }

    /** Shows nothing. */
    void clear() {
        shown = null;
        placed.clear();
        columns = 0;
        view.setImage(null);
        setCursor(Cursor.DEFAULT);
        getChildren().setAll(view, rubber);
    }

    /** Whether what would be overwritten is black, as in the copy, or only outlined, so that one sees what is there. */
    void veil(boolean black) {
        veiled = black;
    }

    private void place(Box box, String style) {
        Rectangle node = new Rectangle();
        node.getStyleClass().add(style);
        node.setManaged(false);
        node.setMouseTransparent(true);
        placed.add(new Placed(box, node));
    }

    private double scale() {
        return columns == 0 ? 1 : Math.min(getWidth() / columns, getHeight() / rows);
    }

    private double left() {
        return (getWidth() - columns * scale()) / 2;
    }

    @Override
    protected void layoutChildren() {
        double scale = scale();
        view.setFitWidth(columns * scale);
        view.setFitHeight(rows * scale);
        view.relocate(left(), 0);
        for (Placed p : placed) {
            double right = Math.min(p.box().x() + p.box().width(), columns);
            double bottom = Math.min(p.box().y() + p.box().height(), rows);
            p.node().setX(left() + Math.min(p.box().x(), columns) * scale);
            p.node().setY(Math.min(p.box().y(), rows) * scale);
            p.node().setWidth(Math.max(0, right - p.box().x()) * scale);
            p.node().setHeight(Math.max(0, bottom - p.box().y()) * scale);
        }
    }

    private double imageX(double x) {
        return Math.clamp((x - left()) / scale(), 0, columns);
    }

    private double imageY(double y) {
        return Math.clamp(y / scale(), 0, rows);
    }

    private void press(MouseEvent e) {
        fromX = imageX(e.getX());
        fromY = imageY(e.getY());
    }

    private void drag(MouseEvent e) {
        if (columns == 0) {
            return;
        }
        double scale = scale();
        double x = imageX(e.getX());
        double y = imageY(e.getY());
        rubber.setX(left() + Math.min(x, fromX) * scale);
        rubber.setY(Math.min(y, fromY) * scale);
        rubber.setWidth(Math.abs(x - fromX) * scale);
        rubber.setHeight(Math.abs(y - fromY) * scale);
        rubber.setVisible(true);
    }

    /** Whole pixels, outwards: what is under the edge of the rectangle is in it. */
    private void release(MouseEvent e) {
        if (!rubber.isVisible()) {
            return;
        }
        rubber.setVisible(false);
        double x = imageX(e.getX());
        double y = imageY(e.getY());
        int minX = (int) Math.floor(Math.min(x, fromX));
        int minY = (int) Math.floor(Math.min(y, fromY));
        int width = (int) Math.ceil(Math.max(x, fromX)) - minX;
        int height = (int) Math.ceil(Math.max(y, fromY)) - minY;
        // A click that slipped is no rectangle.
        if (width > 1 && height > 1) {
            onDrawn.accept(new Box(minX, minY, width, height));
        }
    }
}
