package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.ProjectedSums.AddedUp;
import foramen.job.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledAddingUpTest {
    private static final int KILLS = Integer.getInteger("foramen.addingup.kills", 3);

    private final Path directory;

    KilledAddingUpTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_killed_process_leaves_whole_batches_and_the_sums_come_out_as_those_of_a_fresh_store()
            throws IOException, InterruptedException {
        Path folder = directory.resolve("store");
        try (SqlCaseStore store = SqlCaseStore.open(folder)) {
            store.appendAll(i -> i < AddingUpProcess.CASES
                    ? Optional.of(AddingUpProcess.numbered(i))
                    : Optional.empty());
        }
        Random random = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            killed(folder, 1 + random.nextInt(AddingUpProcess.CASES / KILLS));
            try (SqlCaseStore store = AddingUpProcess.open(folder)) {
                AddedUp found = store.addedUp();
                assertTrue(found.whole() || store.sums(AddingUpProcess.SIDES, List.of("all")).isEmpty(),
                        found.sentence());
                StoredCase edited = store.find(AddingUpProcess.numbered(kill).id()).orElseThrow();
                store.append(edited.current().withIndication("edited"), edited.version(),
                        new Edit("Type", "", Instant.EPOCH));
            }
        }
        try (SqlCaseStore store = AddingUpProcess.open(folder)) {
            assertFalse(store.addedUp().whole(), "every kill was early enough");
            store.addUp(Progress.NONE);
            assertTrue(store.addedUp().whole());
            assertEquals(fresh(), store.sums(AddingUpProcess.SIDES, List.of("all")).orElseThrow());
            assertEquals(List.of(), store.verify().problems());
        }
    }

    private Map<String, BigDecimal> fresh() throws IOException {
        try (SqlCaseStore store = SqlCaseStore.open(StorePlace.folder(directory.resolve("fresh")), ZoneOffset.UTC,
                List.of(AddingUpProcess.SIDES))) {
            store.appendAll(i -> i < AddingUpProcess.CASES
                    ? Optional.of(AddingUpProcess.numbered(i))
                    : Optional.empty());
            return store.sums(AddingUpProcess.SIDES, List.of("all")).orElseThrow();
        }
    }

    /** Kills a process that adds up, once it has told of {@code reports} cases. */
    private void killed(Path folder, int reports) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary, "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), AddingUpProcess.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader told = process.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < reports; i++) {
                assertTrue(told.readLine() != null, "the process ended by itself");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
