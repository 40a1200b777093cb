package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.Frame;
import foramen.geometry.Point;
import foramen.overlay.OverlayOptions;
import foramen.ui.support.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ViewerViewModelTest {
    private final ViewerViewModel model = new ViewerViewModel(Words.in(Locale.ENGLISH, Locale.US));

    @Test
    void aNewPictureIsFittedWithItsGreyValuesAsStored() {
        model.resizeView(1280, 960);
        model.changeWindow(-50, 10);
        model.showPicture(640, 480);
        assertEquals(WindowLevel.NEUTRAL, model.windowProperty().get());
        assertTrue(model.fittedProperty().get());
    }

    @Test
    void aFittedPictureLeavesStripsForTheCornerTextsAndWithoutThemTakesAll() {
        model.resizeView(1280, 960);
        model.showPicture(640, 480);
        ViewTransform beside = model.transformProperty().get();
        assertTrue(beside.ty() >= CornerBands.height(CornerBands.MOST_LINES), beside::toString);
        assertTrue(beside.ty() + 480 * beside.zoom() <= 960 - CornerBands.height(1), beside::toString);
        model.infoProperty().set(OverlayOptions.Info.NONE);
        assertEquals(new ViewTransform(2, 0, 0), model.transformProperty().get());
    }

    @Test
    void aWidePictureThatLeavesTheStripsFreeStaysInTheMiddle() {
        model.resizeView(1280, 960);
        model.showPicture(640, 240);
        assertEquals(new ViewTransform(2, 0, 240), model.transformProperty().get());
    }

    @Test
    void aFittedPictureFollowsTheViewAndAZoomedOneKeepsItsMiddle() {
        model.infoProperty().set(OverlayOptions.Info.NONE);
        model.resizeView(640, 480);
        model.showPicture(640, 480);
        model.resizeView(1280, 960);
        assertEquals(2, model.transformProperty().get().zoom());
        model.zoomIn();
        assertFalse(model.fittedProperty().get());
        Point middle = model.transformProperty().get().toImage(640, 480);
        model.resizeView(800, 600);
        assertEquals(middle, model.transformProperty().get().toImage(400, 300));
        model.fit();
        assertTrue(model.fittedProperty().get());
    }

    @Test
    void anOblongPictureIsFittedInItsTrueShapeAlsoMirroredAndAPressFindsItsPixel() {
        model.infoProperty().set(OverlayOptions.Info.NONE);
        model.resizeView(800, 600);
        model.showPicture(640, 240, 2);
        for (int mirrors = 0; mirrors < 2; mirrors++) {
            ViewTransform t = model.transformProperty().get();
            assertEquals(new Point(mirrors == 0 ? 0 : 800, 0), t.toView(new Point(0, 0)));
            assertEquals(new Point(mirrors == 0 ? 800 : 0, 600), t.toView(new Point(640, 240)));
            assertEquals(new Point(320, 120), t.toImage(400, 300));
            model.toggleMirror();
        }
        model.zoomIn();
        Point middle = model.transformProperty().get().toImage(400, 300);
        model.shape(1);
        assertEquals(middle, model.transformProperty().get().toImage(400, 300));
    }

    @Test
    void oneToOneIsOnePixelAPixelInTheMiddle() {
        model.resizeView(800, 600);
        model.showPicture(640, 480);
        model.actualSize();
        assertEquals(new ViewTransform(1, 80, 60), model.transformProperty().get());
    }

    @Test
    void theTextInTheCornersGoesFromFullToNoneAndBack() {
        assertEquals(OverlayOptions.Info.FULL, model.options().info());
        model.cycleInfo();
        assertEquals(OverlayOptions.Info.MINIMAL, model.options().info());
        model.cycleInfo();
        assertEquals(OverlayOptions.Info.NONE, model.options().info());
        model.cycleInfo();
        assertEquals(OverlayOptions.Info.FULL, model.options().info());
    }

    @Test
    void aNarrowWindowSpreadsItsValuesOverBlackToWhite() {
        Frame frame = new Frame(3, 1, new int[]{0xFF404040, 0xFF808080, 0xFFC0C0C0});
        int[] out = new int[3];
        new WindowLevel(128, 128).apply(frame, out);
        assertArrayEquals(new int[]{0xFF000000, 0xFF808080, 0xFFFFFFFF}, out);
        WindowLevel.NEUTRAL.apply(frame, out);
        assertArrayEquals(frame.argb(), out);
    }

    @Test
    void theNotesTellZoomAndWindow() {
        model.resizeView(320, 240);
        model.showPicture(640, 480);
        assertEquals("Zoom 50\u00a0%", model.notes().getFirst());
        assertEquals("W 256  L 128", model.notes().getLast());
    }
}
