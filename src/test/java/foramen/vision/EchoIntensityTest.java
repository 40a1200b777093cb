package foramen.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EchoIntensityTest {
    private static final int COLUMNS = 40;
    private static final int ROWS = 30;

    @Test
    void anEvenAreaHasItsOwnGreyAndNoSpread() {
        EchoIntensity e = EchoIntensity.inside(picture(77, 77), COLUMNS, ROWS, box(5, 5, 15, 25)).orElseThrow();

        assertEquals(77, e.mean());
        assertEquals(77, e.median());
        assertEquals(0, e.sd());
        assertEquals(10 * 20, e.pixels());
    }

    @Test
    void halfDarkAndHalfBrightMeetInTheMiddle() {
        EchoIntensity e = EchoIntensity.inside(picture(50, 150), COLUMNS, ROWS, box(10, 5, 30, 15)).orElseThrow();

        assertEquals(100, e.mean(), 1e-9);
        assertEquals(50, e.minimum());
        assertEquals(150, e.maximum());
        // 100 pixels of either kind: the sample's deviation is 50 · sqrt(200 / 199).
        assertEquals(50 * Math.sqrt(200.0 / 199), e.sd(), 1e-6);
    }

    @Test
    void aPixelCountsWhenItsCentreLiesInside() {
        EchoIntensity e = EchoIntensity.inside(picture(9, 9), COLUMNS, ROWS, box(4.6, 4.6, 7.4, 7.4)).orElseThrow();

        assertEquals(2 * 2, e.pixels());
    }

    @Test
    void colourCountsByItsLuma() {
        int[] red = new int[COLUMNS * ROWS];
        java.util.Arrays.fill(red, 0xFFFF0000);

        assertEquals(76, EchoIntensity.inside(red, COLUMNS, ROWS, box(2, 2, 9, 9)).orElseThrow().mean());
    }

    @Test
    void whatLiesOutsideThePictureDoesNotCount() {
        EchoIntensity e = EchoIntensity.inside(picture(20, 20), COLUMNS, ROWS, box(-10, -10, 5, 5)).orElseThrow();

        assertEquals(25, e.pixels());
        assertEquals(Optional.empty(), EchoIntensity.inside(picture(1, 1), COLUMNS, ROWS, box(50, 50, 60, 60)));
    }

    @Test
    void aRoundOutlineHoldsAboutItsArea() {
        List<Point> circle = java.util.stream.IntStream.range(0, 64)
                .mapToObj(i -> new Point(20 + 10 * Math.cos(i * Math.PI / 32), 15 + 10 * Math.sin(i * Math.PI / 32)))
                .toList();

        long pixels = EchoIntensity.inside(picture(3, 3), COLUMNS, ROWS, new Polygon(circle)).orElseThrow().pixels();

        assertTrue(Math.abs(pixels - Math.PI * 100) < 12, "pixels " + pixels);
    }

    private static int[] picture(int left, int right) {
        int[] argb = new int[COLUMNS * ROWS];
        for (int i = 0; i < argb.length; i++) {
            int g = i % COLUMNS < COLUMNS / 2 ? left : right;
            argb[i] = 0xFF000000 | g * 0x010101;
        }
        return argb;
    }

    private static Polygon box(double x0, double y0, double x1, double y1) {
        return new Polygon(List.of(new Point(x0, y0), new Point(x1, y0), new Point(x1, y1), new Point(x0, y1)));
    }
}
