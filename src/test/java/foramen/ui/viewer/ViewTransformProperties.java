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
