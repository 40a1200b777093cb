package foramen.ui.words;

import static org.junit.jupiter.api.Assertions.assertFalse;

import foramen.ui.support.Words;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of the window as they stand in their files, and what the sources ask for and make, read as text. */
final class WrittenWords {
    private static final Path SOURCES = Path.of("src", "main", "java", "foramen");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9.-]*[A-Za-z0-9]");

    private WrittenWords() {}

    /** The values that a text has places for. */
    static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher m = PLACE.matcher(text);
        while (m.find()) {
            places.add(m.group(1));
        }
        return places;
    }

    /** The keys of one language. */
    static Set<String> keys(String suffix) throws IOException {
        return new TreeSet<>(texts(suffix).stringPropertyNames());
    }

    /** One language's own texts, without those it would fall back to; a key that is there twice is refused. */
    static Properties texts(String suffix) throws IOException {
        String name = "/foramen/ui/words/words" + suffix + ".properties";
        Properties once = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                assertFalse(containsKey(key), () -> name + " has " + key + " twice");
                return super.put(key, value);
            }
        };
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            once.load(in);
        }
        return once;
    }

    /** What stands in quotation marks in the window's sources. */
    static Set<String> literals() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String source : sources()) {
            Matcher m = LITERAL.matcher(source);
            while (m.find()) {
                all.add(m.group(1));
            }
        }
        return all;
    }

    /** What stands in quotation marks where words are asked for, up to the end of the statement's first argument. */
    static Set<String> askedFor() throws IOException {
        Pattern call = Pattern.compile("(?:words|say|words\\(\\))\\s*\\.(?:text|count)\\(([^,;]*)");
        Set<String> all = new TreeSet<>();
        for (String source : sources()) {
            Matcher m = call.matcher(source);
            while (m.find()) {
                Matcher literal = LITERAL.matcher(m.group(1));
                while (literal.find()) {
                    if (KEY.matcher(literal.group(1)).matches()) {
                        all.add(literal.group(1));
                    }
                }
            }
        }
        return all;
    }

    /** What stands in quotation marks in some rooms, put together over line ends and cut at formats. */
    static Set<String> pieces(String... rooms) throws IOException {
        Set<String> all = new TreeSet<>();
        for (String room : rooms) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file).replaceAll("(?<!\\\\)\"\\s*\\+\\s*\"", "")
                            .replace("\\u00a0", "\u00a0");
                    Matcher m = LITERAL.matcher(source);
                    while (m.find()) {
                        for (String part : m.group(1).split("%[-.0-9]*[a-z]", -1)) {
                            all.add(part);
                            all.add(part.strip());
                        }
                    }
                }
            }
        }
        all.remove("");
        return all;
    }

    /** What of a text stands between its values. */
    static List<String> parts(String text) {
        return List.of(PLACE.split(text));
    }

    /** Whether {@code text} is {@code pieces} one after another, as sources put their sentences together. */
    static boolean isMadeOf(String text, Set<String> pieces) {
        boolean[] reached = new boolean[text.length() + 1];
        reached[0] = true;
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; reached[from] && to <= text.length(); to++) {
                reached[to] |= pieces.contains(text.substring(from, to));
            }
        }
        return reached[text.length()];
    }

    private static List<String> sources() throws IOException {
        List<String> all = new ArrayList<>();
        for (String room : List.of("ui", "app/window", "app/composition")) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    all.add(Files.readString(file));
                }
            }
        }
        return all;
    }
}
