package foramen.ui.viewer;

import foramen.geometry.Point;

/**
 * How image pixels lie on the screen: a stretch, which is even unless the pixels are not square, a shift, and perhaps a
 * mirror. It is for looking only: what is drawn keeps its image coordinates, so nothing measured depends on it.
 *
 * @param zoom screen units per image pixel across, positive
 * @param tx where the image's left edge lies, in screen units of the view; where it is mirrored, its right side
 * @param ty where the image's top edge lies
 * @param mirrored whether left and right change places
 * @param aspect height of a pixel by its width, positive; 1 for square pixels
 */
public record ViewTransform(double zoom, double tx, double ty, boolean mirrored, double aspect) {
    /** Below this the picture is a stamp, above it a pixel fills the hand (engineering default). */
    static final double SMALLEST = 0.05;
    static final double LARGEST = 40;

    /** The image at one screen unit per pixel, in the corner. */
    public static final ViewTransform IDENTITY = new ViewTransform(1, 0, 0);

    /** Keeps the zoom within what is useful. */
    public ViewTransform {
        zoom = Math.clamp(zoom, SMALLEST, LARGEST);
    }

    /** Square pixels, as they are. */
    public ViewTransform(double zoom, double tx, double ty) {
        this(zoom, tx, ty, false, 1);
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

    /**
     * This view, which takes pixels for square and unmirrored, for a picture that may be neither.
     *
     * @param columns width of the picture
     */
    ViewTransform shaped(boolean mirror, double pixelAspect, double columns) {
        return new ViewTransform(zoom, mirror ? tx + columns * zoom : tx, ty, mirror, pixelAspect);
    }

    /** Where the image point {@code p} lies on the screen. */
    public Point toView(Point p) {
        return new Point(p.x() * across() + tx, p.y() * down() + ty);
    }

    /** Which image point lies at {@code (x, y)} of the view. */
    public Point toImage(double x, double y) {
        return new Point((x - tx) / across(), (y - ty) / down());
    }

    /** Screen units to the right per image pixel across; negative where mirrored. */
    double across() {
        return mirrored ? -zoom : zoom;
    }

    /** Screen units down per image pixel. */
    double down() {
        return zoom * aspect;
    }

    /** This view zoomed by {@code factor} while the image point at {@code (x, y)} of the view stays where it is. */
    public ViewTransform zoomedAt(double x, double y, double factor) {
        return holding(toImage(x, y), x, y, Math.clamp(zoom * factor, SMALLEST, LARGEST));
    }

    /** This view at {@code nextZoom} with the image point {@code held} at {@code (x, y)}. */
    ViewTransform holding(Point held, double x, double y, double nextZoom) {
        double z = Math.clamp(nextZoom, SMALLEST, LARGEST);
        return new ViewTransform(z, x - held.x() * (mirrored ? -z : z), y - held.y() * z * aspect, mirrored, aspect);
    }

    /** This view moved by so many screen units. */
    public ViewTransform panned(double dx, double dy) {
        return new ViewTransform(zoom, tx + dx, ty + dy, mirrored, aspect);
    }

    /** This view with left and right changed round the upright line at {@code x} of the view. */
    ViewTransform mirroredAt(double x) {
        return new ViewTransform(zoom, 2 * x - tx, ty, !mirrored, aspect);
    }

    /** This view after what turned {@code was} into {@code now}, both of the same mirror and aspect. */
    ViewTransform after(ViewTransform was, ViewTransform now) {
        double f = now.zoom / was.zoom;
        return new ViewTransform(zoom * f, now.tx + f * (tx - was.tx), now.ty + f * (ty - was.ty), mirrored, aspect);
    }
}
