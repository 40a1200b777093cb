package foramen.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every claim of the README has a test that would fail without it, and the table that says which is true. */
class ClaimsTest {
    private static final Pattern CLAIM = Pattern.compile("(?m)^- \\*\\*([^*]+)\\*\\*");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|`]+) \\| (.*`.*) \\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+Test)`");

    private final String readme;
    private final Map<String, List<String>> table = new LinkedHashMap<>();

    ClaimsTest() throws IOException {
        readme = Files.readString(Path.of("README.md"));
        for (MatchResult r : ROW.matcher(Files.readString(Path.of("docs/claims.md"))).results().toList()) {
            table.put(r.group(1), TEST.matcher(r.group(2)).results().map(t -> t.group(1)).toList());
        }
    }

    @Test
    void everyClaimOfTheReadmeIsInTheTableAndHasTests() {
        List<String> claims = CLAIM.matcher(readme).results().map(r -> r.group(1)).toList();
        assertTrue(claims.size() > 8, claims::toString);
        for (String claim : claims) {
            assertTrue(table.containsKey(claim), () -> "no test is named for: " + claim);
        }
        table.forEach((claim, tests) -> assertTrue(!tests.isEmpty(), claim));
    }

    @Test
    void everyTestThatIsNamedIsThereAndTestsSomething() throws IOException {
        Map<String, String> sources;
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            sources = all.filter(f -> f.toString().endsWith("Test.java")).collect(Collectors.toMap(
                    f -> f.getFileName().toString().replace(".java", ""), ClaimsTest::read, (a, b) -> a + b));
        }
        Set<String> wrong = new TreeSet<>();
        table.values().stream().flatMap(List::stream)
                .filter(t -> !sources.getOrDefault(t, "")
                        .matches("(?s).*@(Test|ParameterizedTest|Property|ArchTest).*"))
                .forEach(wrong::add);
        assertEquals(Set.of(), wrong);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theReadmeBeginsWithWhatItIsThenOnePictureThenTwoCommands() {
        int picture = readme.indexOf("![");
        int commands = readme.indexOf("## Two commands");
        assertTrue(0 < picture && picture < commands && commands < readme.indexOf("## What it does"));
        assertEquals(picture, readme.lastIndexOf("!["), "one picture");
    }
}
