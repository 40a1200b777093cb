package foramen.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.Frame;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoldenPicturesTest {
    private static final Color YELLOW = new Color(0xF5D90A);
    private static final List<Float> DASHES = List.of(10F, 4F);
    private static final Drawn THEN = new Drawn(0, YELLOW, DASHES, "Sciatic nerve", 40, 16);

    /** An outline with dashes, and a text beneath it. */
    private record Drawn(double shift, Color colour, List<Float> dashes, String words, double x, float size) {
        Frame picture(boolean withWords) {
            BufferedImage image = new BufferedImage(200, 120, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setColor(Color.DARK_GRAY);
            g.fillRect(0, 0, 200, 120);
            g.setColor(colour);
            float[] lengths = new float[dashes.size()];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = dashes.get(i);
            }
            g.setStroke(new BasicStroke(1.6F, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, lengths, 0));
            g.translate(shift, 0);
            g.drawOval(40, 20, 120, 50);
            g.translate(-shift, 0);
            if (withWords) {
                Font font = new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(size);
                g.fill(font.createGlyphVector(g.getFontRenderContext(), words).getOutline((float) x, 105));
            }
            g.dispose();
            return GoldenPictures.of(image);
        }

        Drawn saying(String next, double at, float large) {
            return new Drawn(shift, colour, dashes, next, at, large);
        }
    }

    private static Optional<String> difference(Drawn now) {
        return GoldenPictures.difference(THEN.picture(true), now.picture(true), now.picture(false));
    }

    @Test
    void theSamePictureDoesNotDiffer() {
        assertEquals(Optional.empty(), difference(THEN));
    }

    @Test
    void aLineThatMovedByOnePixelIsFound() {
        assertTrue(difference(new Drawn(1, YELLOW, DASHES, "Sciatic nerve", 40, 16)).orElse("").contains("of lines"));
    }

    @Test
    void aColourThatLooksAlikeIsFound() {
        Drawn other = new Drawn(0, new Color(0xF5C00A), DASHES, "Sciatic nerve", 40, 16);
        assertTrue(difference(other).orElse("").contains("of lines"));
    }

    @Test
    void oneDashTooFewIsFound() {
        Drawn less = new Drawn(0, YELLOW, List.of(10F, 4F, 10F, 18F, 10F, 4F, 500F, 0F), "Sciatic nerve", 40, 16);
        assertTrue(difference(less).orElse("").contains("of lines"));
    }

    @Test
    void lettersThatAnotherMachineDrawsALittleOtherwiseAreNoDifference() {
        assertEquals(Optional.empty(), difference(THEN.saying("Sciatic nerve", 40.6, 16.1F)));
    }

    @Test
    void aTextThatIsMissingMovedOrOfAnotherSizeIsFound() {
        assertTrue(difference(THEN.saying("", 40, 16)).isPresent());
        assertTrue(difference(THEN.saying("Sciatic nerve", 50, 16)).isPresent());
        assertTrue(difference(THEN.saying("Sciatic nerve", 40, 22)).isPresent());
    }

    @Test
    void aPictureOfAnotherSizeIsFound() {
        Frame small = new Frame(1, 1, new int[1]);
        assertTrue(GoldenPictures.difference(small, THEN.picture(true), THEN.picture(true)).orElse("")
                .contains("1 × 1"));
    }
}
