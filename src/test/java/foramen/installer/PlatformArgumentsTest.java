package foramen.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the installers of Windows and macOS are told, and the script that starts Foramen there, read where neither runs. */
class PlatformArgumentsTest {
    private static final Path SCRIPTS = Path.of("src/dist/bin");

    private static List<String[]> arguments(String version) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "installers/common/builder/Package.java", "arguments", version).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().map(l -> l.split("\t", -1)).toList();
    }

    private static List<String> of(List<String[]> all, String platform, String kind) {
        return all.stream().filter(a -> a[0].equals(platform) && a[1].equals(kind)).map(a -> a[2]).toList();
    }

    private static List<String> after(List<String> arguments, String option) {
        return IntStream.range(0, arguments.size() - 1).filter(i -> arguments.get(i).equals(option))
                .mapToObj(i -> arguments.get(i + 1)).toList();
    }

    @Test
    void eachPlatformGetsTheVersionAsItWantsIt() throws Exception {
        List<String[]> all = arguments("3.14.15-SNAPSHOT");
        for (String kind : List.of("image", "msi")) {
            assertEquals(List.of("3.14.15"), after(of(all, "windows", kind), "--app-version"));
        }
        for (String kind : List.of("image", "deb", "rpm")) {
            assertEquals(List.of("3.14.15"), after(of(all, "linux", kind), "--app-version"));
        }
        // Apple wants a first number of one or more.
        for (String kind : List.of("image", "dmg", "pkg")) {
            assertEquals(List.of("4.14.15"), after(of(all, "mac", kind), "--app-version"));
        }
    }

    @Test
    void windowsGetsIconMenuAssociationAnUpgradeIdentityAndALauncherForTheCommandLine() throws Exception {
        List<String[]> all = arguments("0.1.0");
        List<String> image = of(all, "windows", "image");
        List<String> msi = of(all, "windows", "msi");
        assertTrue(after(image, "--icon").getFirst().endsWith("foramen.ico"));
        assertTrue(after(image, "--add-launcher").getFirst().startsWith("foramen-cli="));
        assertTrue(msi.containsAll(List.of("--win-menu", "--win-dir-chooser", "--win-shortcut-prompt",
                "--file-associations", "--license-file")), msi::toString);
        assertEquals("5d1f0c52-6a0e-4f8e-9d0e-3c1f6ad2b7a4",
                UUID.fromString(after(msi, "--win-upgrade-uuid").getFirst()).toString());
    }

    @Test
    void macOsGetsIconIdentifierAndAssociationAndNoSignatureUnlessAskedFor() throws Exception {
        List<String[]> all = arguments("0.1.0");
        List<String> image = of(all, "mac", "image");
        assertTrue(after(image, "--icon").getFirst().endsWith("foramen.icns"));
        assertEquals(List.of("io.github.foramen"), after(image, "--mac-package-identifier"));
        assertFalse(image.contains("--mac-sign"));
        for (String kind : List.of("dmg", "pkg")) {
            assertTrue(of(all, "mac", kind).containsAll(List.of("--file-associations", "--license-file")), kind);
        }
    }

    @Test
    void dicomFilesAreAssociatedEverywhereAndRecordsAreNeverKeptBesideTheProgram() throws Exception {
        List<String[]> all = arguments("0.1.0");
        for (String platform : List.of("linux", "windows", "mac")) {
            assertEquals(List.of("extension=dcm", "mime-type=application/dicom", "description=DICOM image"),
                    of(all, platform, "association"), platform);
            // Where records lie is the user's own folder, unless the user names another.
            assertTrue(of(all, platform, "image").stream().noneMatch(a -> a.contains("FORAMEN_HOME")
                    || a.contains("user.home") || a.contains("user.dir")), platform);
        }
    }

    @Test
    void bothScriptsStartTheSameProgramWithTheSameOptions() throws IOException {
        String shell = Files.readString(SCRIPTS.resolve("foramen"));
        String batch = Files.readString(SCRIPTS.resolve("foramen.bat"));
        Pattern option = Pattern.compile("(?<![\\w-])(--[a-z-]+(?:=[\\w.,-]+)?|-XX:[+A-Za-z]+|-Xlog:cds\\*=off)");
        Set<String> ofShell = named(option, shell.substring(shell.indexOf("classes() {")));
        assertEquals(ofShell, named(option, batch));
        assertTrue(
                ofShell.contains("--sun-misc-unsafe-memory-access=allow") && ofShell.contains("-XX:SharedArchiveFile"),
                ofShell::toString);
        assertTrue(batch.contains("foramen.app.Main %*"));
        assertTrue(batch.contains("%FORAMEN_JVM_OPTIONS%"));
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theScriptOfWindowsBearsSpacesInPathsAndHandsOnTheExitCode() throws IOException {
        List<String> lines = Files.readAllLines(SCRIPTS.resolve("foramen.bat"));
        assertEquals("exit /b %ERRORLEVEL%", lines.getLast().strip());
        // Nothing may stand between the call of Java and that line, or the code would be another's.
        assertTrue(lines.get(lines.size() - 2).strip().endsWith("%*"));
        for (String line : lines) {
            if (line.startsWith("rem") || line.startsWith("@")) {
                continue;
            }
            assertEquals(0, line.chars().filter(c -> c == '"').count() % 2, line);
            for (String path : List.of("%HERE%", "%JAVA%", "%CLASSES%", "%JAVA_HOME%", "%FORAMEN_JAVA%",
                    "%LOCALAPPDATA%", "%FORAMEN_HOME%")) {
                for (int at = line.indexOf(path); at >= 0; at = line.indexOf(path, at + 1)) {
                    assertTrue(line.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 1,
                            path + " without quotation marks: " + line);
                }
            }
            // Labels are found wrongly in files without carriage returns, and "!" in a path would be lost.
            assertFalse(line.startsWith(":") || line.contains("goto") || line.contains(" enabledelayedexpansion"),
                    line);
        }
    }

    @Test
    void theWorkflowIsYamlAndBuildsWithTheCommandsThatThePagesName() throws Exception {
        Path workflow = Path.of(".github/workflows/installers.yml");
        String text = Files.readString(workflow);
        assertFalse(text.contains("\t"), "a tab is no indentation in YAML");
        for (String script : List.of("installers/linux/build.sh", "installers/windows/build.ps1",
                "installers/mac/build.sh", ".ci/installer-check")) {
            assertTrue(text.contains(script) && Files.isRegularFile(Path.of(script)), script);
        }
        String readme = Files.readString(Path.of("installers/README.md"));
        assertTrue(readme.contains("installers/linux/build.sh") && readme.contains("installers\\windows\\build.ps1")
                && readme.contains("installers/mac/build.sh"));
        Assumptions.assumeTrue(status("python3", "-c", "import yaml") == 0, "Python's YAML parser is not installed");
        assertEquals(0, status("python3", "-c", "import yaml,sys; d=yaml.safe_load(open(sys.argv[1]));"
                + "assert len(d['jobs']['installer']['strategy']['matrix']['include']) == 5", workflow.toString()));
    }

    @Test
    void shellcheckFindsNothingInAnyScript() throws Exception {
        Assumptions.assumeTrue(Stream.of("/usr/bin/shellcheck", "/usr/local/bin/shellcheck")
                .anyMatch(p -> Files.isExecutable(Path.of(p))), "shellcheck is not installed");
        assertEquals(0, status("shellcheck", ".ci/run", ".ci/installer-check", "installers/linux/build.sh",
                "installers/mac/build.sh", "src/dist/bin/foramen"));
    }

    private static int status(String... line) throws Exception {
        try {
            return new ProcessBuilder(Arrays.asList(line)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            // The program is not there.
            return -1;
        }
    }
}
