package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.geometry.Point;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ViewTransformProperties {
    private static final double TINY = 1e-6;

    @Property(tries = 200)
    void aPointOfTheViewComesBackFromTheImage(@ForAll @DoubleRange(min = 0.05, max = 40) double zoom,
            @ForAll @DoubleRange(min = -5000, max = 5000) double tx,
            @ForAll @DoubleRange(min = -5000, max = 5000) double ty,
            @ForAll @DoubleRange(min = 0, max = 4000) double x, @ForAll @DoubleRange(min = 0, max = 4000) double y) {
        ViewTransform view = new ViewTransform(zoom, tx, ty);
        Point back = view.toView(view.toImage(x, y));
        assertEquals(x, back.x(), TINY);
        assertEquals(y, back.y(), TINY);
    }

    @Property(tries = 200)
    void theImagePointUnderThePointerStaysThereWhenZooming(@ForAll @DoubleRange(min = 0.05, max = 40) double zoom,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor,
            @ForAll @DoubleRange(min = 0, max = 2000) double x, @ForAll @DoubleRange(min = 0, max = 2000) double y) {
        ViewTransform before = new ViewTransform(zoom, 17, -23);
        Point held = before.toImage(x, y);
        Point after = before.zoomedAt(x, y, factor).toView(held);
        assertEquals(x, after.x(), TINY * 10);
        assertEquals(y, after.y(), TINY * 10);
    }

    @Property(tries = 200)
    void aMirroredOrOblongPictureLeadsBackToTheSameImagePoint(@ForAll @DoubleRange(min = 0.05, max = 40) double zoom,
            @ForAll @DoubleRange(min = 0.2, max = 5) double aspect, @ForAll boolean mirrored,
            @ForAll @DoubleRange(min = 0, max = 4000) double x, @ForAll @DoubleRange(min = 0, max = 4000) double y,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        ViewTransform view = new ViewTransform(zoom, 31, -7, mirrored, aspect);
        Point back = view.toView(view.toImage(x, y));
        assertEquals(x, back.x(), TINY);
        assertEquals(y, back.y(), TINY);
        Point held = view.zoomedAt(x, y, factor).toView(view.toImage(x, y));
        assertEquals(x, held.x(), TINY * 10);
        assertEquals(y, held.y(), TINY * 10);
    }

    @Property(tries = 100)
    void mirroringTwiceIsNotMirroring(@ForAll @DoubleRange(min = 0.05, max = 40) double zoom,
            @ForAll @DoubleRange(min = -500, max = 500) double tx, @ForAll @DoubleRange(min = 0, max = 900) double at) {
        ViewTransform view = new ViewTransform(zoom, tx, 3);
        Point p = new Point(123, 45);
        assertEquals(2 * at - view.toView(p).x(), view.mirroredAt(at).toView(p).x(), TINY);
        assertEquals(view.toView(p).x(), view.mirroredAt(at).mirroredAt(at).toView(p).x(), TINY);
    }

    @Property(tries = 100)
    void twoPicturesMovedAlikeKeepTheirScalesInProportion(@ForAll @DoubleRange(min = 0.2, max = 5) double factor,
            @ForAll @DoubleRange(min = -500, max = 500) double dx, @ForAll boolean mirrored) {
        ViewTransform one = new ViewTransform(1.5, 10, 20);
        ViewTransform other = new ViewTransform(0.75, -40, 5, mirrored, 1.2);
        ViewTransform moved = one.zoomedAt(100, 50, factor).panned(dx, 3);
        ViewTransform after = other.after(one, moved);
        assertEquals(other.zoom() / one.zoom(), after.zoom() / moved.zoom(), TINY);
        // What lay at the same place of both views still does.
        Point one1 = moved.toView(one.toImage(200, 80));
        Point other1 = after.toView(other.toImage(200, 80));
        assertEquals(one1.x(), other1.x(), TINY * 10);
        assertEquals(one1.y(), other1.y(), TINY * 10);
    }

    @Property(tries = 100)
    void aFittedPictureLiesWhollyInTheView(@ForAll @DoubleRange(min = 100, max = 4000) double width,
            @ForAll @DoubleRange(min = 100, max = 4000) double height) {
        ViewTransform view = ViewTransform.fit(width, height, 640, 480);
        Point corner = view.toView(new Point(0, 0));
        Point opposite = view.toView(new Point(640, 480));
        assertEquals(Math.min(width / 640, height / 480), view.zoom(), TINY);
        assertEquals(corner.x(), width - opposite.x(), TINY);
        assertEquals(corner.y(), height - opposite.y(), TINY);
    }
}
