package foramen.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every class, package and file that the pages for those who carry on name is there, so that they can be followed. */
class DocumentedNamesTest {
    private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern TYPE = Pattern
            .compile("((?:[a-z][a-z0-9]*\\.)*)([A-Z][A-Za-z0-9]+)((?:\\.[A-Za-z_]+)*)");
    private static final Pattern ROOM = Pattern.compile("[a-z]+(\\.[a-z]+)+");
    private static final Pattern FILE = Pattern
            .compile("[\\w-]+\\.(java|tsv|json|properties|css|md|xml|sh|ps1|yml|txt)");
    /** What the worked examples make, and names of other people's things. */
    private static final Set<String> NOT_OURS = Set.of("src/main/java/foramen/workspace/tool/CircleTool.java",
            "src/main/java/foramen/report/OutlinesSvgExporter.java", "case.dcm", "settings.json",
            "words_xx.properties");

    private final Map<String, List<Path>> files = new HashMap<>();

    DocumentedNamesTest() throws IOException {
        for (String root : List.of("src", "docs", "installers", "sample-dicom", ".github", ".ci")) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                all.filter(Files::isRegularFile).forEach(
                        f -> files.computeIfAbsent(f.getFileName().toString(), n -> new ArrayList<>()).add(f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "docs/architecture.md"})
    void everyNameIsThere(String page) throws IOException {
        String text = FENCE.matcher(Files.readString(Path.of(page))).replaceAll("");
        Set<String> missing = new TreeSet<>();
        int looked = 0;
        for (Matcher m = CODE.matcher(text); m.find();) {
            String name = m.group(1);
            if (NOT_OURS.contains(name) || name.contains("…") || name.contains(" ") || name.contains("*")) {
                continue;
            }
            looked++;
            if (!isThere(name)) {
                missing.add(name);
            }
        }
        assertTrue(looked > 20, "hardly anything was found to look for");
        assertEquals(Set.of(), missing);
    }

    private boolean isThere(String name) throws IOException {
        Matcher type = TYPE.matcher(name);
        if (name.contains("/")) {
            return Files.exists(Path.of(name)) || Files.exists(Path.of("src/main/resources", name));
        }
        if (FILE.matcher(name).matches()) {
            return files.containsKey(name) || Files.exists(Path.of(name));
        }
        if (type.matches() && !name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
            return isType(type.group(1), type.group(2), type.group(3));
        }
        if (ROOM.matcher(name).matches()) {
            String folder = name.replace('.', '/').replaceFirst("^foramen/", "");
            return Stream.of("src/main/java/foramen/", "src/test/java/foramen/", "src/test/java/")
                    .anyMatch(r -> Files.isDirectory(Path.of(r + folder))) || isKey(name);
        }
        return true;
    }

    /** A package as far as it is given, a class, and what is said to be in it. */
    private boolean isType(String room, String type, String member) throws IOException {
        String folder = room.replace('.', '/').replaceFirst("^foramen/", "");
        for (Path file : files.getOrDefault(type + ".java", List.of())) {
            if (file.toString().replace('\\', '/').endsWith("/" + folder + type + ".java")) {
                String text = Files.readString(file);
                if (Stream.of(member.split("\\.")).allMatch(m -> m.isEmpty() || text.contains(m))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isKey(String name) throws IOException {
        return Files.readString(Path.of("src/main/resources/foramen/ui/words/words.properties"))
                .contains("\n" + name + "=");
    }

    @Test
    void everyLinkBetweenThePagesLeadsSomewhere() throws IOException {
        Set<String> broken = new TreeSet<>();
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"),
                Path.of("installers/README.md"), Path.of("sample-dicom/README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            pages.addAll(docs.filter(f -> f.toString().endsWith(".md")).collect(Collectors.toList()));
        }
        for (Path page : pages) {
            LINK.matcher(FENCE.matcher(Files.readString(page)).replaceAll("")).results().map(r -> r.group(1))
                    .filter(l -> !l.contains("://") && !Files.exists(page.resolveSibling(l).normalize()))
                    .forEach(l -> broken.add(page + " -> " + l));
        }
        assertEquals(Set.of(), broken);
    }
}
