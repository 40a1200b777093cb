package foramen.app.about;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The libraries that are part of the program, from {@code libraries.tsv}, and the notices made of them. */
public final class Libraries {
    private static final String RESOURCE = "/foramen/about/libraries.tsv";
    private static final int COLUMNS = 6;

    private Libraries() {}

    /** All of them, by coordinates. */
    public static List<Library> all() {
        try (InputStream in = Libraries.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the installation");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank()).map(Libraries::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private static Library row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": a row has " + cells.length + " columns: " + line);
        }
        return new Library(cells[0], cells[1], cells[2], List.of(cells[3].split(" ")), cells[4], cells[5]);
    }

    /** The notices in words, one paragraph a library; artifacts of one library, licence and holder stand together. */
    public static String notices() {
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        for (Library l : all()) {
            String rest = "\n  " + l.licence() + "\n  " + l.holder() + "\n  " + l.source() + "\n"
                    + (l.isReplaceable()
                            ? "  May be replaced by another build of the same version: it is a file of its own.\n"
                            : "");
            String artifact = l.coordinates().substring(l.coordinates().indexOf(':') + 1);
            StringBuilder names = parts.computeIfAbsent(l.name() + "|" + rest, k -> new StringBuilder());
            names.append(names.isEmpty() ? "" : ", ").append(artifact);
        }
        StringBuilder text = new StringBuilder();
        parts.forEach((key, artifacts) -> {
            int bar = key.indexOf('|');
            text.append(text.isEmpty() ? "" : "\n").append(key, 0, bar).append(" (").append(artifacts).append(')')
                    .append(key, bar + 1, key.length());
        });
        return text.toString();
    }
}
