package foramen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.window.RunningWindow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program started on a file while its window is open on the same records, as a file association does. */
class SecondStartTest {
    @Test
    void theFileGoesToTheWindowThatIsOpenAndTheSecondProcessEndsQuietly(@TempDir Path folder) throws Exception {
        Path clip = Terminal.sample("variant-rle.dcm").toAbsolutePath();
        try (RunningWindow window = RunningWindow.over(folder.resolve("home"))) {
            Terminal.Said said = ChildJvm.run(folder,
                    ChildJvm.of(folder, true, Main.class.getName(), "open", clip.toString()));
            assertEquals(0, said.status(), said.err());
            assertEquals("", said.out());
            assertEquals(List.of(List.of(clip)), window.came());
        }
    }

    @Test
    void aStartThatNobodyLooksAtHandsNothingOverAndSaysThatTheRecordsAreInUse(@TempDir Path folder) throws Exception {
        try (RunningWindow window = RunningWindow.over(folder.resolve("home"))) {
            Terminal.Said said = ChildJvm.run(folder, ChildJvm.of(folder, true, Main.class.getName(), "open",
                    "--exit-after-first-frame", Terminal.sample("variant-rle.dcm").toString()));
            assertTrue(said.failure(1).contains("open already"), said.err());
            assertEquals(List.of(), window.came());
        }
    }
}
