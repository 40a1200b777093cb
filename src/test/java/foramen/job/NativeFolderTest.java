package foramen.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What the loader of natives is told, in a process of which it has been told nothing yet. */
@Isolated
class NativeFolderTest {
    private static final List<String> OURS = List.of("org.bytedeco.javacpp.cachedir", "org.bytedeco.javacpp.pathsFirst",
            NativeFolder.INSTALLED);

    private final Properties before = new Properties();
    private final Path folder;

    NativeFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void forget() {
        before.putAll(System.getProperties());
        OURS.forEach(System::clearProperty);
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void installedNativesAreLookedForBeforeAnythingIsUnpacked() throws IOException {
        Path installed = Files.createDirectory(folder.resolve("installed"));
        System.setProperty(NativeFolder.INSTALLED, installed.toString());
        new NativeFolder(folder.resolve("own")).prepare();
        assertEquals("true", System.getProperty("org.bytedeco.javacpp.pathsFirst"));
        assertTrue(System.getProperty("java.library.path").startsWith(installed + File.pathSeparator));
        assertEquals(folder.resolve("own").toString(), System.getProperty("org.bytedeco.javacpp.cachedir"));
    }

    @Test
    void withoutAnInstallationTheLoaderUnpacksIntoTheUsersFolder() throws IOException {
        System.setProperty(NativeFolder.INSTALLED, folder.resolve("not there").toString());
        new NativeFolder(folder.resolve("own")).prepare();
        assertFalse(System.getProperties().containsKey("org.bytedeco.javacpp.pathsFirst"));
        assertTrue(Files.isDirectory(folder.resolve("own")));
    }
}
