package foramen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.storage.SqlCaseStore;
import foramen.workspace.Fixtures;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A planner that is killed while its user draws loses the gesture in flight at most. */
class EditingKilledTest {
    private static final int KILLS = 3;

    private final Path folder;

    EditingKilledTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void atMostTheGestureInFlightIsLostWhenTheEditingProcessIsKilled() throws IOException, InterruptedException {
        Random random = new Random(11);
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long saved = editUntilKilled(5 + random.nextInt(60), random.nextInt(3_000_000));
            assertTrue(saved > before, "the process went on from where the last was killed");
            try (SqlCaseStore store = SqlCaseStore.open(folder.resolve("store"))) {
                StoredCase stored = store.find(EditingProcess.ID).orElseThrow();
                // The first line of the journal is the case before its first gesture.
                long version = stored.version() - 1;
                assertTrue(version == saved || version == saved + 1, "saved " + saved + ", stored " + version);
                Case expected = Case.begin(EditingProcess.ID, Fixtures.NOW);
                for (long gesture = 1; gesture <= version; gesture++) {
                    expected = EditingProcess.after(expected, gesture);
                }
                assertEquals(expected, stored.current());
                assertEquals("Gesture " + version, store.journal(EditingProcess.ID).getLast().action());
                assertEquals(version + 1, store.journal(EditingProcess.ID).size());
                before = version;
            }
        }
    }

    /** The last gesture said to be saved by a process that was killed {@code nanos} after its {@code gestures}th. */
    private long editUntilKilled(int gestures, int nanos) throws IOException, InterruptedException {
        Process process = ChildJvm.of(folder, true, EditingProcess.class.getName(), folder.resolve("store").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long last = 0;
        try (BufferedReader saved = process.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < gestures; i++) {
                last = number(saved.readLine());
            }
            TimeUnit.NANOSECONDS.sleep(nanos);
            // Through the handle, because the process itself would close the pipe before it is read to its end.
            process.toHandle().destroyForcibly();
            for (String line = saved.readLine(); line != null; line = saved.readLine()) {
                last = number(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }

    private static long number(String line) {
        assertTrue(line != null, "the editing process ended by itself");
        return Long.parseLong(line);
    }
}
