package foramen.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The bundled typeface for pictures; it is the one the interface shows.
 *
 * @param regular plain weight, size 1
 * @param medium a little heavier, size 1
 * @param bold heavy, size 1
 */
public record Typefaces(Font regular, Font medium, Font bold) {
    /** Shown for a character that the typeface lacks. */
    static final int REPLACEMENT = 0xFFFD;

    /** Loads the typeface from the installation. */
    public static Typefaces load() {
        return new Typefaces(font("Regular"), font("Medium"), font("Bold"));
    }

    /** The file of one weight: {@code Regular}, {@code Medium} or {@code Bold}; the caller closes it. */
    static InputStream open(String weight) {
        String name = "/foramen/fonts/Roboto-" + weight + ".ttf";
        InputStream in = Typefaces.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The typeface " + name + " is missing from the installation");
        }
        return in;
    }

    /** The file of one weight, for a library that sets text itself; it closes it. */
    public static InputStream file(String weight) {
        return open(weight);
    }

    private static Font font(String weight) {
        try (InputStream in = open(weight)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The bundled typeface Roboto " + weight + " is damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled typeface Roboto " + weight + " cannot be read", e);
        }
    }

    /** {@code text} with a replacement character for each one the typeface lacks. */
    String displayable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(regular.canDisplay(c) ? c : REPLACEMENT));
        return shown.toString();
    }
}
