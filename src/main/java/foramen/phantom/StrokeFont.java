package foramen.phantom;

import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phantom's own lettering, read from {@code strokes.tsv}: capitals six units high, y down, origin top left. */
final class StrokeFont {
    /** Height of a capital in the table's units. */
    static final double CAPITAL = 6;

    private record Glyph(double advance, List<Segment> strokes) {}

    private final Map<Character, Glyph> glyphs = new HashMap<>();

    StrokeFont() {
        for (String[] f : PhantomTable.rows("strokes.tsv", 3)) {
            glyphs.put(f[0].charAt(0), new Glyph(Double.parseDouble(f[1]), strokes(f[2])));
        }
    }

    private static List<Segment> strokes(String text) {
        List<Segment> all = new ArrayList<>();
        for (String line : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            List<Point> points = Arrays.stream(line.split(" ", -1)).map(PhantomTable::numbers)
                    .map(n -> new Point(n[0], n[1])).toList();
            for (int i = 1; i < points.size(); i++) {
                all.add(new Segment(points.get(i - 1), points.get(i)));
            }
        }
        return all;
    }

    /** Width of {@code text} with capitals {@code height} pixels high. */
    double width(String text, double height) {
        return text.chars().mapToDouble(c -> glyph((char) c).advance()).sum() * height / CAPITAL;
    }

    /** The strokes of {@code text} with the top left of its first capital at {@code at}. */
    List<Segment> lay(String text, Point at, double height) {
        List<Segment> all = new ArrayList<>();
        double scale = height / CAPITAL;
        double x = at.x();
        for (int i = 0; i < text.length(); i++) {
            Glyph glyph = glyph(text.charAt(i));
            Point origin = new Point(x, at.y());
            glyph.strokes().forEach(s -> all
                    .add(new Segment(origin.plus(s.a().times(scale)), origin.plus(s.b().times(scale)))));
            x += glyph.advance() * scale;
        }
        return all;
    }

    private Glyph glyph(char c) {
        Glyph exact = glyphs.get(c);
        if (exact != null) {
            return exact;
        }
        Glyph capital = glyphs.get(Character.toUpperCase(c));
        if (capital == null) {
            throw new IllegalArgumentException("The phantom's lettering has no sign for '" + c + "'");
        }
        return capital;
    }
}
