package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.Terminal;
import foramen.app.composition.Composition;
import foramen.app.composition.ProductVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {
    private final Path home;
    private final Terminal terminal;

    UsageTest(@TempDir Path folder) {
        this.home = folder.resolve("home");
        this.terminal = new Terminal(home);
    }

    @Test
    void helpNamesEveryCommand() {
        String said = terminal.run("--help").text();
        for (String command : List.of("open", "info", "frame", "measure", "plan", "registry", "due", "demo",
                "phantom")) {
            assertTrue(said.lines().anyMatch(l -> l.strip().startsWith(command + " ")), command + " in " + said);
        }
        assertTrue(said.startsWith("Usage: foramen"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "info", "frame", "measure", "plan", "registry", "due", "demo", "phantom"})
    void everyCommandHasHelpOfItsOwn(String command) {
        assertTrue(terminal.run(command, "--help").text().startsWith("Usage: foramen " + command));
    }

    @Test
    void helpForPhantomGivesTheStandardSeed() {
        String said = terminal.run("phantom", "--help").text().replaceAll("\\s+", " ");
        assertTrue(said.contains("--seed=S") && said.contains("1 gives the committed clips"), said);
    }

    @Test
    void theVersionIsTheBuilds() {
        assertEquals("Foramen " + ProductVersion.current() + System.lineSeparator(),
                terminal.run("--version").text());
        assertTrue(ProductVersion.current().matches("\\d+\\.\\d+\\.\\d+.*"), ProductVersion.current());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bogus", "bogus", "info", "info --bogus x", "measure", "plan x", "frame x --bogus",
            "demo", "phantom", "phantom -o x --seed y", "phantom -o", "demo -o x y", "measure a b --length 1,1",
            "info --json"})
    void wrongUsageIsOneLineAndStatusTwo(String words) {
        terminal.run((Object[]) words.split(" ")).failure(2);
    }

    @Test
    void anOptionThatDoesNotExistIsNamed() {
        assertTrue(terminal.run("measure", "--area", "x.dcm").failure(2).contains("--area"));
    }

    @Test
    void askingLeavesNoTraceInTheRecord() {
        terminal.run("--help").text();
        terminal.run("info", Terminal.sample("variant-rle.dcm")).text();
        assertTrue(Files.notExists(home), "info and help have no business in " + home);
    }

    @Test
    void aFileInPlaceOfAFolderIsNamed() {
        Path file = Terminal.sample("variant-rle.dcm");
        for (String command : List.of("demo", "phantom")) {
            String said = terminal.run(command, "-o", file).failure(1);
            assertTrue(said.contains("variant-rle.dcm exists already and is no folder"), said);
        }
    }

    @Test
    void aFileAloneIsOpenedAndACommandGoesBeforeAFileOfItsName() throws Exception {
        CommandLine line = RootCommand.commandLine(Composition.ofThisProcess());
        String clip = Files.createFile(home.resolveSibling("a clip.dcm")).toString();
        assertArrayEquals(new String[]{"open", clip, "second.dcm"}, RootCommand.openFiles(line, clip, "second.dcm"));
        assertArrayEquals(new String[]{"info", clip}, RootCommand.openFiles(line, "info", clip));
        assertArrayEquals(new String[]{"nothing.dcm"}, RootCommand.openFiles(line, "nothing.dcm"));
        assertArrayEquals(new String[0], RootCommand.openFiles(line));
    }
}
