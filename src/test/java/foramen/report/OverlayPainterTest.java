package foramen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Affine;
import foramen.geometry.Point;
import foramen.overlay.DisplayList;
import foramen.overlay.Mark;
import foramen.overlay.Stroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlayPainterTest {
    private static final int GREY = 0xFF808080;
    private static final int YELLOW = 0xFFFFFF00;
    private static final int SIZE = 200;

    private final OverlayPainter painter = new OverlayPainter(Typefaces.load());

    @Test
    void aLineLiesWhereTheTransformPutsItWithinHalfAPixel() {
        BufferedImage picture = paint(Affine.scale(3, 3).then(Affine.translate(7, 11.2)), 1,
                path(List.of(new Point(10, 10), new Point(50, 10)), 2, false));
        assertEquals(10 * 3 + 11.2, middle(picture, 100), 0.1);
    }

    @Test
    void anOutlinePassesThroughEachVertexAndCloses() {
        List<Point> square = List.of(new Point(20, 20), new Point(80, 20), new Point(80, 80), new Point(20, 80));
        BufferedImage picture = paint(Affine.scale(2, 2), 1,
                new Mark.Path(square, true, new Stroke(YELLOW, 3, List.of(), true), Optional.empty()));
        square.forEach(p -> assertTrue(isYellow(picture, (int) (p.x() * 2), (int) (p.y() * 2)), p::toString));
        assertTrue(isYellow(picture, 40, 100), "the closing edge");
    }

    @Test
    void theCasingIsDarkOnBothSidesOfTheLine() {
        BufferedImage picture = paint(Affine.IDENTITY, 2,
                path(List.of(new Point(0, 100), new Point(200, 100)), 2, true));
        // Two units of line are four pixels: 98 to 102; the casing is 1.4 units more on either side.
        assertTrue(isYellow(picture, 100, 99) && isYellow(picture, 100, 100));
        assertTrue(grey(picture, 100, 96) < 60 && grey(picture, 100, 103) < 60);
        assertEquals(0x80, grey(picture, 100, 92));
        assertEquals(0x80, grey(picture, 100, 107));
    }

    @Test
    void withoutACasingNothingIsDark() {
        BufferedImage picture = paint(Affine.IDENTITY, 2,
                path(List.of(new Point(0, 100), new Point(200, 100)), 2, false));
        assertEquals(0x80, grey(picture, 100, 96));
    }

    @Test
    void widthsFollowTheOutputUnitAndNotTheZoomOfTheImage() {
        BufferedImage zoomed = paint(Affine.scale(10, 10), 1,
                path(List.of(new Point(0, 10), new Point(20, 10)), 4, false));
        assertEquals(4, yellowRows(zoomed, 100), 0.5);
        BufferedImage large = paint(Affine.IDENTITY, 3,
                path(List.of(new Point(0, 100), new Point(200, 100)), 4, false));
        assertEquals(12, yellowRows(large, 100), 0.5);
    }

    @Test
    void dashesLeaveGaps() {
        BufferedImage picture = paint(Affine.IDENTITY, 1, new Mark.Path(List.of(new Point(0, 100), new Point(200, 100)),
                false, new Stroke(YELLOW, 4, List.of(10.0, 10.0), false), Optional.empty()));
        assertTrue(isYellow(picture, 5, 100));
        assertEquals(0x80, grey(picture, 15, 100));
    }

    @Test
    void aFillIsTranslucentAndInsideOnly() {
        BufferedImage picture = paint(Affine.IDENTITY, 1,
                new Mark.Path(List.of(new Point(50, 50), new Point(150, 50), new Point(150, 150), new Point(50, 150)),
                        true, new Stroke(YELLOW, 1, List.of(), false), Optional.of(0x40FFFF00)));
        assertEquals(160, new Color(picture.getRGB(100, 100)).getRed(), 2);
        assertEquals(GREY, picture.getRGB(20, 20));
    }

    @Test
    void aGlyphIsCentredOnItsPoint() {
        BufferedImage picture = paint(Affine.scale(2, 2), 1,
                new Mark.Glyph(new Point(50, 40), Mark.Symbol.DOT, YELLOW, 12));
        assertEquals(80, middle(picture, 100), 0.5);
        assertTrue(isYellow(picture, 95, 79) && isYellow(picture, 104, 79));
    }

    @Test
    void aPlusHasArmsAndACrossDiagonals() {
        BufferedImage plus = paint(Affine.IDENTITY, 1,
                new Mark.Glyph(new Point(100, 100), Mark.Symbol.PLUS, YELLOW, 40));
        BufferedImage cross = paint(Affine.IDENTITY, 1,
                new Mark.Glyph(new Point(100, 100), Mark.Symbol.CROSS, YELLOW, 40));
        assertTrue(anyYellow(plus, 110, 100) && !anyYellow(plus, 108, 108));
        assertTrue(anyYellow(cross, 108, 108) && !anyYellow(cross, 112, 100));
    }

    @Test
    void aLabelStandsToTheRightOfItsPointOrToTheLeftAsAligned() {
        BufferedImage start = paint(Affine.IDENTITY, 1, label(Mark.Align.START));
        BufferedImage end = paint(Affine.IDENTITY, 1, label(Mark.Align.END));
        assertTrue(columns(start, 0, 97) == 0 && columns(start, 100, 200) > 10);
        assertTrue(columns(end, 0, 100) > 10 && columns(end, 103, 200) == 0);
    }

    @Test
    void aRulersTicksPointLeftWhenItRunsDownAndUpWhenItRunsRight() {
        BufferedImage down = paint(Affine.IDENTITY, 1, new Mark.Ruler(new Point(100, 20), new Point(100, 180),
                List.of(new Mark.Tick(new Point(100, 100), 20, "")), YELLOW));
        assertTrue(anyYellow(down, 85, 100) && !anyYellow(down, 115, 100));
        BufferedImage right = paint(Affine.IDENTITY, 1, new Mark.Ruler(new Point(20, 100), new Point(180, 100),
                List.of(new Mark.Tick(new Point(100, 100), 20, "")), YELLOW));
        assertTrue(anyYellow(right, 100, 85) && !anyYellow(right, 100, 115));
    }

    @Test
    void cornerTextStandsInItsCorner() {
        BufferedImage picture = paint(Affine.scale(9, 9), 1,
                new Mark.CornerText(Mark.Corner.BOTTOM_RIGHT, "", List.of("Frame 1/2", "25 fps"), YELLOW, 12));
        assertEquals(0, columns(picture, 0, 100));
        assertTrue(columns(picture, 110, 195) > 20);
    }

    @Test
    void aCharacterThatTheTypefaceLacksIsReplacedAndDoesNoHarm() {
        BufferedImage picture = paint(Affine.IDENTITY, 1,
                new Mark.Label(new Point(100, 100), 0, 0, Mark.Align.MIDDLE, "王\u0007\uD83D\uDE00", YELLOW, 14));
        assertTrue(columns(picture, 0, 200) > 10);
    }

    private BufferedImage paint(Affine transform, double unit, Mark mark) {
        BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(new Color(GREY));
        g.fillRect(0, 0, SIZE, SIZE);
        painter.paint(g, new DisplayList(List.of(mark)), new OverlayPainter.Placement(transform, unit, SIZE, SIZE));
        g.dispose();
        return picture;
    }

    private static Mark path(List<Point> points, double width, boolean halo) {
        return new Mark.Path(points, false, new Stroke(YELLOW, width, List.of(), halo), Optional.empty());
    }

    private static Mark label(Mark.Align align) {
        return new Mark.Label(new Point(100, 100), 0, 0, align, "5.2 mm", YELLOW, 16);
    }

    private static boolean isYellow(BufferedImage picture, int x, int y) {
        Color c = new Color(picture.getRGB(x, y));
        return c.getRed() > 200 && c.getGreen() > 200 && c.getBlue() < 90;
    }

    private static boolean anyYellow(BufferedImage picture, int x, int y) {
        return yellowness(picture, x, y) + yellowness(picture, x - 1, y) + yellowness(picture, x, y - 1) > 0.5;
    }

    /** How far a pixel is from the grey ground towards yellow, 0 to 1. */
    private static double yellowness(BufferedImage picture, int x, int y) {
        Color c = new Color(picture.getRGB(x, y));
        return Math.max(0, c.getRed() - c.getBlue()) / 255.0;
    }

    private static double yellowRows(BufferedImage picture, int x) {
        double sum = 0;
        for (int y = 0; y < SIZE; y++) {
            sum += yellowness(picture, x, y);
        }
        return sum;
    }

    /** The centre of what is yellow in column {@code x}, in continuous pixels. */
    private static double middle(BufferedImage picture, int x) {
        double weighted = 0;
        for (int y = 0; y < SIZE; y++) {
            weighted += (y + 0.5) * yellowness(picture, x, y);
        }
        return weighted / yellowRows(picture, x);
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return new Color(picture.getRGB(x, y)).getGreen();
    }

    private static int columns(BufferedImage picture, int from, int to) {
        int count = 0;
        for (int x = from; x < to; x++) {
            if (yellowRows(picture, x) > 0.5) {
                count++;
            }
        }
        return count;
    }
}
