package foramen.installer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All installers are made from {@code installers/common}, by one program. */
class InstallerSourcesTest {
    private static final Path COMMON = Path.of("installers/common");
    private static final List<String> PLATFORMS = List.of("linux", "windows", "mac");

    private static String java(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /** The values that follow {@code option} in the list of {@code platform}. */
    private static List<String> values(List<String[]> arguments, String platform, String option) {
        List<String> own = arguments.stream().filter(a -> a[0].equals(platform)).map(a -> a[2]).toList();
        return Stream.iterate(0, i -> i + 1).limit(own.size() - 1L).filter(i -> own.get(i).equals(option))
                .map(i -> own.get(i + 1)).toList();
    }

    @Test
    void whatJpackageIsToldIsTheSameOnAllPlatforms() throws Exception {
        List<String[]> arguments = java(COMMON.resolve("builder/Package.java").toString(), "arguments").lines()
                .map(l -> l.split("\t", -1)).toList();
        Properties product = new Properties();
        try (var in = Files.newBufferedReader(COMMON.resolve("package.properties"))) {
            product.load(in);
        }
        for (String platform : PLATFORMS) {
            assertEquals(List.of(product.getProperty("java-options").split("\\s+")),
                    values(arguments, platform, "--java-options"), platform);
            assertEquals(Set.of("foramen.app.Main"), Set.copyOf(values(arguments, platform, "--main-class")), platform);
            for (String shared : List.of("vendor", "description", "copyright")) {
                assertEquals(Set.of(product.getProperty(shared)),
                        Set.copyOf(values(arguments, platform, "--" + shared)), platform);
            }
            assertTrue(Files.isRegularFile(Path.of(values(arguments, platform, "--icon").getFirst())), platform);
        }
        assertEquals(List.of(product.getProperty("windows-upgrade-uuid")),
                values(arguments, "windows", "--win-upgrade-uuid"));
    }

    @Test
    void everyScriptCallsTheOneBuilder() throws Exception {
        for (String script : List.of("linux/build.sh", "windows/build.ps1", "mac/build.sh")) {
            String text = Files.readString(Path.of("installers", script)).replace('\\', '/');
            assertTrue(text.contains("installers/common/builder/Package.java"), script);
            assertTrue(text.lines().noneMatch(l -> l.contains("--java-options") || l.contains("--main-class")), script);
        }
    }

    @Test
    void theIconsAreThoseOfTheDrawing(@TempDir Path made) throws Exception {
        java(COMMON.resolve("builder/Icons.java").toString(), COMMON.resolve("foramen.svg").toString(),
                made.toString());
        assertEquals(names(made), names(COMMON.resolve("icons")));
        for (String name : names(made)) {
            assertArrayEquals(Files.readAllBytes(made.resolve(name)),
                    Files.readAllBytes(COMMON.resolve("icons").resolve(name)), name);
        }
    }

    @Test
    void theWindowWearsTheSameIcon() throws Exception {
        Path own = Path.of("src/main/resources/foramen/ui/icons");
        assertEquals(3, names(own).size());
        for (String name : names(own)) {
            assertArrayEquals(Files.readAllBytes(COMMON.resolve("icons").resolve(name)),
                    Files.readAllBytes(own.resolve(name)), name);
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
