package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {
    /** {@code -Dforamen.kills=1000} is the figure of docs/bench.md. */
    private static final int KILLS = Integer.getInteger("foramen.kills", 8);

    private final Path directory;

    KilledProcessTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void no_acknowledged_edit_is_lost_when_the_process_is_killed() throws IOException, InterruptedException {
        Random random = new Random(7);
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = editUntilKilled(1 + random.nextInt(40), random.nextInt(3_000_000));
            try (SqlCaseStore store = SqlCaseStore.open(directory.resolve("store"))) {
                StoredCase stored = store.find(AppendingProcess.ID).orElseThrow();
                assertTrue(acknowledged > before, "the process went on from where the last was killed");
                // The edit in flight may have reached the disk before its acknowledgement reached the pipe.
                assertTrue(stored.version() == acknowledged || stored.version() == acknowledged + 1,
                        "acknowledged " + acknowledged + ", stored " + stored.version());
                assertEquals(AppendingProcess.indication(stored.version()), stored.current().indication());
                List<Edit> journal = store.journal(AppendingProcess.ID);
                assertEquals(stored.version(), journal.size());
                assertEquals("Edit " + stored.version(), journal.getLast().action());
                before = stored.version();
            }
        }
        Verification found = new Verifier(StorePlace.folder(directory.resolve("store")).database(), Seal.NONE,
                List.of())
                .verify();
        assertEquals(List.of(), found.problems());
        assertEquals(before, found.entries());
    }

    /** The last version acknowledged by a process that was killed {@code nanos} after its {@code edits}th edit. */
    private long editUntilKilled(int edits, int nanos) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary, "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), AppendingProcess.class.getName(),
                directory.resolve("store").toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long last = 0;
        try (BufferedReader acknowledgements = process.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < edits; i++) {
                last = version(acknowledgements.readLine());
            }
            TimeUnit.NANOSECONDS.sleep(nanos);
            // Through the handle, because the process itself would close the pipe before it is read to its end.
            process.toHandle().destroyForcibly();
            for (String line = acknowledgements.readLine(); line != null; line = acknowledgements.readLine()) {
                last = version(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }

    private static long version(String line) {
        assertTrue(line != null, "the editing process ended by itself");
        return Long.parseLong(line);
    }
}
