package foramen.ui.viewer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which colour each of the 256 grey values is shown in; the maps are {@code foramen/ui/viewer/colour-maps.tsv}.
 *
 * @param id its name, such as {@code hot-iron}
 * @param colours 256 of them, 0xFFRRGGBB
 */
public record ColourMap(String id, List<Integer> colours) {
    private static final String FILE = "/foramen/ui/viewer/colour-maps.tsv";
    private static final int VALUES = 256;

    /** All maps, grey first. */
    public static final List<ColourMap> ALL = read();
    /** Grey values as grey. */
    public static final ColourMap GREY = ALL.getFirst();

    /** Copies the colours. */
    public ColourMap {
        colours = List.copyOf(colours);
    }

    /** The map after this one, in turn. */
    public ColourMap next() {
        return ALL.get((ALL.indexOf(this) + 1) % ALL.size());
    }

    private static List<ColourMap> read() {
        List<ColourMap> maps = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(ColourMap.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(line -> {
                List<String> columns = List.of(line.split("\t", -1));
                maps.add(new ColourMap(columns.getFirst(), between(columns.subList(1, columns.size()))));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read from the installation", e);
        }
        return List.copyOf(maps);
    }

    private static List<Integer> between(List<String> points) {
        List<Integer> colours = new ArrayList<>();
        for (int v = 0; v < VALUES; v++) {
            int from = 0;
            while (from < points.size() - 2 && value(points.get(from + 1)) < v) {
                from++;
            }
            String a = points.get(from);
            String b = points.get(from + 1);
            colours.add(mixed(colour(a), colour(b), (v - value(a)) / (double) (value(b) - value(a))));
        }
        return colours;
    }

    private static int value(String point) {
        return Integer.parseInt(point.substring(0, point.indexOf(':')));
    }

    private static int colour(String point) {
        return Integer.parseInt(point.substring(point.indexOf(':') + 1), 16);
    }

    private static int mixed(int a, int b, double share) {
        int out = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = a >> shift & 0xFF;
            int to = b >> shift & 0xFF;
            out = out << 8 | (int) Math.round(from + share * (to - from));
        }
        return out;
    }
}
