package foramen.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One weight of the bundled typeface in one document: measures, cuts and wraps text. Sizes are points. */
final class PdfFace {
    /** Nobody reads more in one place of one page; it bounds the work for hostile input. */
    private static final int LONGEST_TEXT = 600;
    private static final double PER_MILLE = 1000;
    private static final String ELLIPSIS = "…";

    private final PDFont font;
    private final CmapLookup glyphs;

    /** Embeds {@code weight} ({@code Regular}, {@code Medium}, {@code Bold}) as a subset. */
    PdfFace(PDDocument document, String weight) throws IOException {
        try (InputStream in = Typefaces.open(weight)) {
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(in));
            this.glyphs = file.getUnicodeCmapLookup();
            this.font = PDType0Font.load(document, file, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** {@code text} on one line, with a replacement for each character the typeface lacks. */
    String shown(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(LONGEST_TEXT).forEach(c -> {
            if (Character.isWhitespace(c)) {
                out.append(' ');
            } else if (Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT) {
                out.appendCodePoint(glyphs.getGlyphId(c) != 0 ? c : Typefaces.REPLACEMENT);
            }
        });
        return out.toString().strip();
    }

    /** The width of {@code shown}, which {@link #shown} has returned. */
    double width(String shown, double size) throws IOException {
        return shown.isEmpty() ? 0 : font.getStringWidth(shown) / PER_MILLE * size;
    }

    /** {@code text} on one line no wider than {@code room}, cut with an ellipsis where it must be. */
    String fit(String text, double size, double room) throws IOException {
        String all = shown(text);
        return width(all, size) <= room ? all : cut(all, size, room);
    }

    private String cut(String all, double size, double room) throws IOException {
        int length = prefix(all, size, room - width(ELLIPSIS, size));
        return all.substring(0, length).stripTrailing() + ELLIPSIS;
    }

    /** How many characters of {@code all} fit into {@code room}; never half of a surrogate pair. */
    private int prefix(String all, double size, double room) throws IOException {
        double used = 0;
        int length = 0;
        while (length < all.length()) {
            int next = all.offsetByCodePoints(length, 1);
            used += width(all.substring(length, next), size);
            if (used > room) {
                break;
            }
            length = next;
        }
        return length;
    }

    /** {@code text} over at most {@code most} lines no wider than {@code room}; the last is cut where more is left. */
    List<String> wrap(String text, double size, double room, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        String rest = shown(text);
        while (!rest.isEmpty()) {
            if (width(rest, size) <= room) {
                lines.add(rest);
                break;
            }
            if (lines.size() == most - 1) {
                lines.add(cut(rest, size, room));
                break;
            }
            int fits = Math.max(rest.offsetByCodePoints(0, 1), prefix(rest, size, room));
            int space = rest.lastIndexOf(' ', fits);
            int end = space > 0 ? space : fits;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        return lines;
    }
}
