package foramen.ui.viewer;

import foramen.geometry.Point;

/**
 * How image pixels lie on the screen: an even stretch and a shift.
 *
 * @param zoom screen units per image pixel, positive
 * @param tx where the image's left edge lies, in screen units of the view
 * @param ty where the image's top edge lies
 */
public record ViewTransform(double zoom, double tx, double ty) {
    /** Below this the picture is a stamp, above it a pixel fills the hand (engineering default). */
    static final double SMALLEST = 0.05;
    static final double LARGEST = 40;

    /** The image at one screen unit per pixel, in the corner. */
    public static final ViewTransform IDENTITY = new ViewTransform(1, 0, 0);

    /** Keeps the zoom within what is useful. */
    public ViewTransform {
        zoom = Math.clamp(zoom, SMALLEST, LARGEST);
    }

    /** The whole picture of {@code columns × rows} pixels, as large as the view of {@code width × height} allows. */
    public static ViewTransform fit(double width, double height, double columns, double rows) {
        return centred(Math.min(width / columns, height / rows), width, height, columns, rows);
    }

    /** The same, leaving strips at the top and bottom free. */
    static ViewTransform fit(double width, double height, CornerBands bands, double columns, double rows) {
        double free = height - bands.top() - bands.bottom();
        ViewTransform fitted = centred(Math.min(width / columns, free / rows), width, height, columns, rows);
        // Where the middle of the view leaves both strips free, the picture stays there.
        double lowest = height - bands.bottom() - rows * fitted.zoom();
        return new ViewTransform(fitted.zoom(), fitted.tx(), Math.min(Math.max(fitted.ty(), bands.top()), lowest));
    }

    /** The picture at {@code zoom} with its middle in the middle of the view. */
    public static ViewTransform centred(double zoom, double width, double height, double columns, double rows) {
        double z = Math.clamp(zoom, SMALLEST, LARGEST);
        return new ViewTransform(z, (width - columns * z) / 2, (height - rows * z) / 2);
    }

    /** Where the image point {@code p} lies on the screen. */
    public Point toView(Point p) {
        return new Point(p.x() * zoom + tx, p.y() * zoom + ty);
    }

    /** Which image point lies at {@code (x, y)} of the view. */
    public Point toImage(double x, double y) {
        return new Point((x - tx) / zoom, (y - ty) / zoom);
    }

    /** This view zoomed by {@code factor} while the image point at {@code (x, y)} of the view stays where it is. */
    public ViewTransform zoomedAt(double x, double y, double factor) {
        double next = Math.clamp(zoom * factor, SMALLEST, LARGEST);
        Point held = toImage(x, y);
        return new ViewTransform(next, x - held.x() * next, y - held.y() * next);
    }

    /** This view moved by so many screen units. */
    public ViewTransform panned(double dx, double dy) {
        return new ViewTransform(zoom, tx + dx, ty + dy);
    }
}
