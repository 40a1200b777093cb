package foramen.app.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForamenHomeTest {
    private static final Path USER = Path.of("/home/nora").toAbsolutePath();

    private static Path resolve(String os, Map<String, String> environment) {
        return ForamenHome.resolve(environment, os, USER);
    }

    @Test
    void foramenHomeGoesBeforeEverything() {
        Path chosen = Path.of("/records/foramen").toAbsolutePath();
        for (String os : new String[]{"Linux", "Windows 11", "Mac OS X"}) {
            assertEquals(chosen, resolve(os, Map.of("FORAMEN_HOME", chosen.toString(), "XDG_DATA_HOME", "/data",
                    "APPDATA", "/appdata")));
        }
    }

    @Test
    void aRelativeForamenHomeIsTakenFromTheWorkingFolder() {
        Path home = resolve("Linux", Map.of("FORAMEN_HOME", "records/../here"));
        assertTrue(home.isAbsolute());
        assertEquals(Path.of("here").toAbsolutePath(), home);
    }

    @Test
    void aBlankForamenHomeIsNone() {
        assertEquals(USER.resolve(".local/share/foramen"), resolve("Linux", Map.of("FORAMEN_HOME", " ")));
    }

    @Test
    void linuxFollowsTheXdgFolderAndIgnoresARelativeOne() {
        Path data = Path.of("/data").toAbsolutePath();
        assertEquals(data.resolve("foramen"), resolve("Linux", Map.of("XDG_DATA_HOME", data.toString())));
        assertEquals(USER.resolve(".local/share/foramen"), resolve("Linux", Map.of("XDG_DATA_HOME", "data")));
        assertEquals(USER.resolve(".local/share/foramen"), resolve("FreeBSD", Map.of()));
    }

    @Test
    void macUsesApplicationSupportWhateverXdgSays() {
        Path expected = USER.resolve("Library/Application Support/Foramen");
        assertEquals(expected, resolve("Mac OS X", Map.of("XDG_DATA_HOME", "/data")));
        assertEquals(USER.resolve(".local/share/foramen"), resolve("Darwin", Map.of()), "Darwin is no Windows");
    }

    @Test
    void windowsUsesAppData() {
        Path appData = Path.of("/appdata").toAbsolutePath();
        assertEquals(appData.resolve("Foramen"), resolve("Windows 11", Map.of("APPDATA", appData.toString())));
        assertEquals(USER.resolve("AppData/Roaming/Foramen"), resolve("Windows Server 2025", Map.of()));
    }

    @Test
    void theVersionIsFilledInByTheBuild() {
        assertTrue(ProductVersion.current().matches("\\d+\\.\\d+\\.\\d+(-[A-Za-z0-9.]+)?"), ProductVersion.current());
    }
}
