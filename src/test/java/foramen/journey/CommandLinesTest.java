package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.command.RootCommand;
import foramen.app.composition.Composition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Every command line of guide, README and the pages beside them, read by the program's own parser. */
class CommandLinesTest {
    private static final Pattern INLINE = Pattern.compile("(?<!`)`(foramen(?: [^`]+)?)`");
    private static final Pattern IN_BLOCK = Pattern.compile("(?m)^ *(?:[A-Z_]+=\\S+ )*(foramen(?: .*)?)$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```|(?<=\\n\\n)((?:    \\S[^\\n]*\\n)+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

    private static final Path EXAMPLES = Path.of("CONTRIBUTING.md");

    private final CommandLine program = RootCommand.commandLine(Composition.ofThisProcess());

    /** A command line and the page it stands on; a whole one can be typed as it is, others are mentioned in a sentence. */
    private record Line(String page, String words, boolean whole) {}

    @Test
    void everyCommandLineIsOneThatTheProgramTakes() throws IOException {
        List<String> wrong = new ArrayList<>();
        int whole = 0;
        for (Line line : lines()) {
            whole += line.whole() ? 1 : 0;
            for (String one : line.words().split(" \\| ")) {
                String command = one.startsWith("foramen") ? one : "foramen " + one;
                complaint(command, line.whole()).ifPresent(c -> wrong.add(line.page() + ": " + command + ": " + c));
            }
        }
        assertTrue(whole > 20, "too few command lines were found");
        assertEquals(List.of(), wrong);
    }

    private Optional<String> complaint(String command, boolean whole) {
        String[] args = words(command);
        try {
            program.parseArgs(args);
            return Optional.empty();
        } catch (MissingParameterException e) {
            // In a sentence a command may stand for itself.
            return whole ? Optional.of(String.valueOf(e.getMessage())) : Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(e.getMessage() + " " + Arrays.toString(args));
        }
    }

    /** The words after the program's name, with something typed where the page says what is to be typed. */
    private static String[] words(String command) {
        String plain = command.replaceAll("\\s+#.*$", "").replaceAll("\\[\\+?([^\\]]*)\\]", "$1")
                .replaceAll("\\\\?\\|[\\w-]+", "").replaceAll("\"(x,y )*…\"", "\"1,2 3,4 5,9\"").replace(" …", "")
                .replace("…", "0");
        List<String> words = new ArrayList<>();
        for (Matcher m = WORD.matcher(plain); m.find();) {
            words.add(typed(m.group(1) == null ? m.group(2) : m.group(1)));
        }
        return words.stream().skip(1).toArray(String[]::new);
    }

    private static String typed(String word) {
        return switch (word) {
            case "N", "K", "S", "A", "B", "MM", "MM2", "DEG" -> "2";
            case "x,y", "x,y x,y" -> word.replace("x", "1").replace("y", "2");
            case "x,y x,y x,y", "" -> "1,2 3,4 5,9";
            case "x,y,width,height", "x,y,w,h" -> "1,2,3,4";
            case "x1,y1,x2,y2=40mm" -> "1,2,30,40=40mm";
            case "DATE" -> "2026-01-31";
            case "KINDS" -> "png";
            default -> word.startsWith("x,y") || word.equals("0") ? "1,2 3,4 5,9" : word;
        };
    }

    @Test
    void everyOptionThatIsNamedAnywhereIsOneOfTheProgramOrOfABuildTool() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("--module-path", "--add-modules", "--enable-native-access"));
        options(program, known);
        Set<String> unknown = new TreeSet<>();
        for (Path page : userPages()) {
            OPTION.matcher(Files.readString(page)).results().map(MatchResult::group).filter(o -> !known.contains(o))
                    .forEach(o -> unknown.add(page.getFileName() + " " + o));
        }
        assertEquals(Set.of(), unknown);
    }

    private static void options(CommandLine command, Set<String> known) {
        known.addAll(command.getCommandSpec().optionsMap().keySet());
        command.getSubcommands().values().forEach(c -> options(c, known));
    }

    @Test
    void theTwoCommandsOfTheReadmeAreThoseThatTheBuildMachinesRun() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.contains("mvn -q -DskipTests package exec:exec"));
        assertTrue(readme.contains("mvn verify"));
        assertTrue(Files.readString(Path.of(".ci/run")).contains("mvn -B -ntp verify"));
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<artifactId>exec-maven-plugin</artifactId>") && pom.contains("foramen.app.Main"));
        assertTrue(Files.readString(Path.of("installers/README.md")).contains("mvn -DskipTests package"));
        assertTrue(Files.readString(Path.of(".github/workflows/installers.yml")).contains("-DskipTests package"));
    }

    @Test
    void everyFileThatACommandNamesIsThere() throws IOException {
        Pattern script = Pattern.compile("(?<![\\w/])((?:installers|\\.ci|src|docs|sample-dicom)/[\\w./-]*\\w)");
        Set<String> missing = new TreeSet<>();
        for (Path page : pages()) {
            for (MatchResult r : script.matcher(Files.readString(page)).results().toList()) {
                // What the worked examples make is not there yet.
                if (!page.equals(EXAMPLES) && !Files.exists(Path.of(r.group(1)))) {
                    missing.add(page.getFileName() + " " + r.group(1));
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static List<Path> userPages() throws IOException {
        try (Stream<Path> guide = Files.list(Path.of("docs/user-guide"))) {
            return Stream.concat(guide, Stream.of(Path.of("README.md"))).sorted().toList();
        }
    }

    private static List<Path> pages() throws IOException {
        return Stream
                .concat(userPages().stream(), Stream.of(EXAMPLES.toString(), "installers/README.md", "docs/bench.md",
                        "docs/architecture.md", "sample-dicom/README.md").map(Path::of))
                .toList();
    }

    private static List<Line> lines() throws IOException {
        return pages().stream().flatMap(CommandLinesTest::lines).toList();
    }

    private static Stream<Line> lines(Path page) {
        try {
            String text = Files.readString(page);
            String name = page.toString();
            String blocks = BLOCK.matcher(text).results().map(MatchResult::group).collect(Collectors.joining("\n"));
            return Stream.concat(
                    IN_BLOCK.matcher(blocks).results().map(r -> new Line(name, r.group(1), true)),
                    INLINE.matcher(text).results().map(r -> new Line(name, r.group(1), false)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
