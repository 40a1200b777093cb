package foramen.app.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of libraries and their licences against the jars that the program runs with and the build that names them. */
class LibrariesTest {
    /** Jars that only the tests run with, veraPDF's with all that it brings among them; nothing else is called so. */
    private static final List<String> OF_THE_TESTS = List.of("junit-", "opentest4j-", "apiguardian-", "jqwik",
            "archunit", "testfx-", "org.osgi.core-", "hamcrest-", "assertj-", "console", "surefire",
            "validation-model-jakarta-", "core-jakarta-", "feature-reporting-jakarta-", "metadata-fixer-jakarta-",
            "verapdf-xmp-core-jakarta-", "pdf-model-", "parser-", "rhino-", "angus-activation-",
            "istack-commons-runtime-", "jakarta.activation-api-", "jakarta.xml.bind-api-", "jaxb-core-",
            "jaxb-runtime-",
            "txw2-", "stax-utils-");
    private static final Pattern JAR = Pattern
            .compile("(.+?)-(\\d[^/]*?)(-(linux|windows|macosx|mac|win)(-[a-z0-9_]+)?)?\\.jar");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Path TEXTS = Path.of("src/dist/licences");

    private final Map<String, Library> byArtifact = Libraries.all().stream().collect(
            Collectors.toMap(l -> l.coordinates().substring(l.coordinates().indexOf(':') + 1), Function.identity()));

    @Test
    void everyJarTheProgramRunsWithIsInTheListAndNothingElseIs() {
        Set<String> unknown = new TreeSet<>();
        Set<String> unused = new TreeSet<>(byArtifact.keySet());
        for (String jar : jars().filter(j -> OF_THE_TESTS.stream().noneMatch(j::startsWith)).toList()) {
            Matcher m = JAR.matcher(jar);
            assertTrue(m.matches(), () -> jar + " does not say its version");
            if (byArtifact.containsKey(m.group(1))) {
                unused.remove(m.group(1));
            } else {
                unknown.add(jar);
            }
        }
        assertEquals(Set.of(), unknown, "jars without a row in libraries.tsv: look up their licences");
        assertEquals(Set.of(), unused, "rows of libraries.tsv without a jar");
    }

    /** The names of the files on class path and module path. */
    private static Stream<String> jars() {
        return Stream.of("java.class.path", "jdk.module.path").map(p -> System.getProperty(p, ""))
                .flatMap(p -> Arrays.stream(p.split(Pattern.quote(File.pathSeparator)))).filter(p -> !p.isEmpty())
                .flatMap(LibrariesTest::inFolder).map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".jar"))
                .distinct();
    }

    /** A module path names a folder; a class path names jars. */
    private static Stream<Path> inFolder(String entry) {
        Path path = Path.of(entry);
        File[] files = path.toFile().listFiles((folder, name) -> name.endsWith(".jar"));
        return files == null ? Stream.of(path) : Arrays.stream(files).map(File::toPath);
    }

    @Test
    void everyDependencyOfTheBuildIsInTheListUnlessOnlyTestsHaveIt() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String own = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (Matcher m = DEPENDENCY.matcher(own); m.find();) {
            found++;
            String coordinates = tag(m.group(1), "groupId").orElseThrow() + ":"
                    + tag(m.group(1), "artifactId").orElseThrow();
            if (!tag(m.group(1), "scope").equals(Optional.of("test"))
                    && byArtifact.values().stream().noneMatch(l -> l.coordinates().equals(coordinates))) {
                missing.add(coordinates);
            }
        }
        assertTrue(found > 30, "the dependencies of the pom were not found");
        assertEquals(Set.of(), missing);
    }

    private static Optional<String> tag(String xml, String name) {
        Matcher m = Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(xml);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    @Test
    void everyLicenceThatIsNamedHasItsTextAndEveryTextIsOfALicenceThatIsNamed() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> used = new TreeSet<>(Set.of("NATIVES.txt"));
        for (Library l : byArtifact.values()) {
            used.addAll(l.texts());
            l.texts().stream().filter(t -> !Files.isRegularFile(TEXTS.resolve(t))).forEach(missing::add);
            // Of alternatives one is chosen; of licences that hold together each has its text.
            for (String all : l.licence().split(" AND ")) {
                if (Arrays.stream(all.split(" OR ")).noneMatch(one -> hasText(l, one))) {
                    missing.add(l.coordinates() + ": " + all);
                }
            }
        }
        assertEquals(Set.of(), missing);
        try (Stream<Path> files = Files.list(TEXTS)) {
            assertEquals(used,
                    files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static boolean hasText(Library library, String licence) {
        return Arrays.stream(licence.split(" WITH ")).allMatch(id -> {
            String plain = id.replaceFirst("-(only|or-later)$", "").replace(' ', '-')
                    .replaceFirst("^Classpath-exception-2.0$", "GPL-2.0-with-classpath");
            return library.texts().stream().anyMatch(t -> t.startsWith(plain));
        });
    }

    @Test
    void theTextsAreWhatTheirNamesSay() throws IOException {
        Map<String, String> begins = Map.of("Apache-2.0.txt", "Apache License", "MIT.txt", "MIT License",
                "EPL-2.0.txt", "Eclipse Public License - v 2.0", "LGPL-2.1.txt", "GNU LESSER GENERAL PUBLIC LICENSE",
                "LGPL-3.0.txt", "GNU LESSER GENERAL PUBLIC LICENSE", "GPL-3.0.txt", "GNU GENERAL PUBLIC LICENSE",
                "GCC-exception-3.1.txt", "GCC RUNTIME LIBRARY EXCEPTION");
        for (var e : begins.entrySet()) {
            String text = Files.readString(TEXTS.resolve(e.getKey()));
            assertTrue(text.strip().startsWith(e.getValue()), e.getKey());
        }
        assertEquals(Files.readString(Path.of("LICENSE")), Files.readString(TEXTS.resolve("Apache-2.0.txt")));
    }

    @Test
    void theNoticeTellsOfEachLibraryThatCanBeReplacedWhereItsSourceIsAndThatItCan() throws IOException {
        String notice = Files.readString(Path.of("NOTICE")).replaceAll("\\s+", " ");
        List<Library> replaceable = byArtifact.values().stream().filter(Library::isReplaceable).toList();
        assertFalse(replaceable.isEmpty());
        List<String> left = new ArrayList<>();
        for (Library l : replaceable) {
            Stream.concat(Stream.of(l.coordinates().substring(l.coordinates().indexOf(':') + 1)),
                    Arrays.stream(l.source().split(", | and "))).filter(w -> !notice.contains(w)).forEach(left::add);
            l.texts().stream().filter(t -> t.startsWith("LGPL") && !notice.contains("licences/" + t))
                    .forEach(left::add);
        }
        assertEquals(List.of(), left, "not said in NOTICE");
        assertTrue(notice.contains("may be replaced by another build of the same version"));
    }
}
