package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is full: a small tmpfs, which only root may make. */
class FullDiskTest {
    private static final Case FIRST = Case.begin(new CaseId("first"), Instant.EPOCH);

    private final Path directory;

    FullDiskTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void an_edit_that_finds_no_room_is_refused_in_words_and_all_before_it_are_there()
            throws IOException, InterruptedException, StoreException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root may make a small disk");
        Assumptions.assumeTrue(runs("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", directory.toString()),
                "no tmpfs can be mounted here");
        try {
            long acknowledged = fill();
            try (SqlCaseStore again = SqlCaseStore.open(directory)) {
                assertEquals(acknowledged, again.find(FIRST.id()).orElseThrow().version());
                assertEquals(List.of(), again.verify().problems());
            }
        } finally {
            assertTrue(runs("umount", directory.toString()), "the small disk is let go");
        }
    }

    /** Edits until there is no room. */
    private long fill() throws StoreException {
        Random random = new Random(3);
        long acknowledged = 0;
        try (SqlCaseStore store = SqlCaseStore.open(directory)) {
            for (int i = 0; i < 2000; i++) {
                StringBuilder words = new StringBuilder();
                for (int k = 0; k < 8000; k++) {
                    words.append((char) ('a' + random.nextInt(26)));
                }
                try {
                    acknowledged = store.append(FIRST.withIndication(words.toString()), acknowledged,
                            new Edit("Type", "", Instant.EPOCH));
                } catch (StoreException e) {
                    assertEquals("The change was not saved: the disk is full. Make room and try again.",
                            e.getMessage());
                    return acknowledged;
                }
            }
        }
        return fail("the disk was never full");
    }
}
