package foramen.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's program where nobody looks at it, as the installer's check and the start benchmark use it. */
class UnattendedStartTest {
    @Test
    void whatKeepsItFromStartingIsSaidAndEndsIt(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("home"), "a file where the folder of records should be");
        Terminal.Said said = ChildJvm.run(folder, ChildJvm.of(folder, true, Main.class.getName(), "open",
                "--exit-after-first-frame", Terminal.sample("variant-rle.dcm").toString()));
        String failure = said.failure(1);
        assertTrue(failure.contains(folder.resolve("home").toString()), failure);
    }
}
