package foramen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with programs that play Java. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows starts with foramen.bat")
class LauncherTest {
    private final Path folder;

    LauncherTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder.resolve("programs")).resolve(name),
                "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A Java that tells its version, and prints each of its arguments in brackets. */
    private Path java(String name, String version) throws IOException {
        return program(name, "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\" 2026-01-01' >&2;"
                + " else echo " + name + "; for a in \"$@\"; do echo \"[$a]\"; done; exit 7; fi");
    }

    private Terminal.Said launch(Map<String, String> environment, String... args) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("sh", Path.of("src/dist/bin/foramen").toAbsolutePath().toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String name : List.of("FORAMEN_JAVA", "JAVA_HOME", "FORAMEN_JVM_OPTIONS")) {
            builder.environment().remove(name);
        }
        builder.environment().put("FORAMEN_HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        return ChildJvm.run(folder, builder);
    }

    private String pathWithPrograms() {
        return folder.resolve("programs") + ":" + System.getenv("PATH");
    }

    @Test
    void withoutAJavaThatIsNewEnoughItSaysSo() throws Exception {
        // Whatever Java this machine has, its version is read by sed: this one reads 17 off each.
        program("sed", "echo 17");
        String said = launch(Map.of("PATH", pathWithPrograms()), "info", "x.dcm").failure(1);
        assertTrue(said.contains("no Java 25 or newer") && said.contains("FORAMEN_JAVA"), said);
    }

    @Test
    void argumentsArriveAsTheyWereWritten() throws Exception {
        Terminal.Said said = launch(Map.of("FORAMEN_JAVA", java("chosen", "25.0.1").toString()), "measure",
                "my clip.dcm", "--polygon", "1,1 2,2 3,3", "", "$HOME", "*");
        assertEquals(7, said.status(), said.toString());
        List<String> lines = said.out().lines().toList();
        int main = lines.indexOf("[foramen.app.Main]");
        assertEquals(List.of("[measure]", "[my clip.dcm]", "[--polygon]", "[1,1 2,2 3,3]", "[]", "[$HOME]", "[*]"),
                lines.subList(main + 1, lines.size()));
        assertTrue(lines.contains("[--enable-native-access=javafx.graphics,ALL-UNNAMED]"), said.out());
    }

    @Test
    void foramenJavaGoesBeforeTheOneOnThePath() throws Exception {
        Path chosen = java("chosen", "26");
        java("java", "25");
        assertEquals("chosen", launch(Map.of("FORAMEN_JAVA", chosen.toString(), "PATH", pathWithPrograms())).out()
                .lines().findFirst().orElseThrow());
        assertEquals("java", launch(Map.of("PATH", pathWithPrograms())).out().lines().findFirst().orElseThrow());
    }

    @Test
    void aJavaThatIsTooOldIsPassedOver() throws Exception {
        Path old = java("old", "17.0.2");
        java("java", "25.0.1");
        Terminal.Said said = launch(Map.of("FORAMEN_JAVA", old.toString(), "PATH", pathWithPrograms()));
        assertEquals("java", said.out().lines().findFirst().orElseThrow());
    }

    @Test
    void optionsForTheMachineComeBeforeTheProgram() throws Exception {
        List<String> lines = launch(Map.of("FORAMEN_JAVA", java("chosen", "25").toString(), "FORAMEN_JVM_OPTIONS",
                "-Xmx4g -Dforamen.log=WARN"), "info").out().lines().toList();
        assertTrue(lines.indexOf("[-Xmx4g]") > 0 && lines.indexOf("[-Dforamen.log=WARN]") < lines
                .indexOf("[foramen.app.Main]"), lines.toString());
    }

    @Test
    void onlyTheWindowKeepsItsClassesAndInTheUsersOwnFolder() throws Exception {
        Path home = folder.resolve("a home");
        Map<String, String> environment = Map.of("FORAMEN_JAVA", java("chosen", "25").toString(), "FORAMEN_HOME",
                home.toString());
        String archive = "[-XX:SharedArchiveFile=" + home.resolve("cache/classes.jsa") + "]";
        assertTrue(launch(environment).out().contains(archive));
        assertTrue(launch(environment, "open", "x.dcm").out().contains(archive));
        assertFalse(launch(environment, "info", "x.dcm").out().contains("SharedArchiveFile"));
        assertEquals(PosixFilePermissions.fromString("rwx------"),
                Files.getPosixFilePermissions(home.resolve("cache")));
    }

    @Test
    void whereNoFolderCanBeMadeTheWindowStartsWithout() throws Exception {
        Path file = Files.createFile(folder.resolve("a file"));
        List<String> lines = launch(
                Map.of("FORAMEN_JAVA", java("chosen", "25").toString(), "FORAMEN_HOME", file.toString())).out().lines()
                .toList();
        assertTrue(lines.contains("[foramen.app.Main]"), lines.toString());
        assertFalse(lines.toString().contains("SharedArchiveFile"), lines.toString());
    }
}
