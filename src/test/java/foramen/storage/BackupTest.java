package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Case FIRST = Case.begin(new CaseId("first"), Instant.EPOCH).withIndication("Geheimnis");
    private static final Edit EDIT = new Edit("Begin", "", Instant.EPOCH);

    private final Path directory;
    private final StorePlace store;
    private final Path file;

    BackupTest(@TempDir Path directory) {
        this.directory = directory;
        this.store = StorePlace.folder(directory.resolve("store"));
        this.file = directory.resolve("records.fbackup");
    }

    private static Optional<char[]> passphrase(String words) {
        return Optional.of(words.toCharArray());
    }

    @BeforeEach
    void fill() throws StoreException {
        try (SqlCaseStore s = SqlCaseStore.open(directory.resolve("store"))) {
            for (int i = 0; i < 30; i++) {
                s.append(FIRST.withIndication("Geheimnis " + i), i, EDIT);
            }
        }
    }

    @Test
    void an_encrypted_backup_is_restored_by_its_passphrase_alone() throws IOException {
        StoreBackups.Done done = StoreBackups.backUp(store, file, passphrase("correct horse"), 1000);
        assertTrue(StoreBackups.isEncrypted(file));
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("Geheimnis"));
        StorePlace to = StorePlace.folder(directory.resolve("to"));
        assertEquals("The backup " + file + " is encrypted. Give its passphrase.", assertThrows(StoreException.class,
                () -> StoreBackups.restore(file, Optional.empty(), to)).getMessage());
        assertEquals("The passphrase is not the right one; nothing was changed. Try again.",
                assertThrows(StoreException.class,
                        () -> StoreBackups.restore(file, passphrase("wrong horse"), to)).getMessage());
        assertFalse(Files.exists(directory.resolve("to/foramen.db")));
        assertEquals(done, StoreBackups.restore(file, passphrase("correct horse"), to));
    }

    @Test
    void any_changed_byte_and_any_cut_is_found_and_nothing_is_restored() throws IOException {
        for (Optional<char[]> passphrase : List.of(Optional.<char[]>empty(), passphrase("correct horse"))) {
            Path whole = directory.resolve(passphrase.isPresent() ? "encrypted" : "plain");
            StoreBackups.backUp(store, whole, passphrase, 10);
            byte[] bytes = Files.readAllBytes(whole);
            StorePlace to = StorePlace.folder(directory.resolve("to"));
            Random random = new Random(5);
            for (int i = 0; i < 60; i++) {
                byte[] wrong = bytes.clone();
                int at = i < 30 ? i : random.nextInt(bytes.length);
                wrong[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, wrong);
                // The header of GZIP has a time, a mark of the system and flags that say nothing of the content.
                boolean says = passphrase.isPresent() || at < 18 || at > 27;
                if (says) {
                    assertThrows(IOException.class, () -> StoreBackups.restore(file, passphrase, to), "byte " + at);
                }
                Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                assertThrows(IOException.class, () -> StoreBackups.restore(file, passphrase, to));
            }
            assertFalse(Files.exists(directory.resolve("to/foramen.db")));
        }
    }

    @Test
    void a_restore_leaves_an_existing_store_as_it_is() throws IOException {
        StoreBackups.backUp(store, file, Optional.empty());
        byte[] before = Files.readAllBytes(directory.resolve("store/foramen.db"));
        assertEquals("There is a store in " + directory.resolve("store/foramen.db")
                + " already and it was left as it is. Restore into another folder with --to, or move that store away"
                + " first.",
                assertThrows(StoreException.class,
                        () -> StoreBackups.restore(file, Optional.empty(), store)).getMessage());
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(directory.resolve("store/foramen.db"))));
    }

    @Test
    void a_backup_that_cannot_be_written_leaves_nothing_behind() throws IOException {
        Path nowhere = directory.resolve("missing/records.fbackup");
        assertThrows(StoreException.class, () -> StoreBackups.backUp(store, nowhere, Optional.empty()));
        assertThrows(StoreException.class, () -> StoreBackups.backUp(StorePlace.folder(directory.resolve("empty")),
                file, Optional.empty()), "there is nothing to back up");
        try (var left = Files.list(directory)) {
            assertEquals(0, left.filter(f -> f.toString().contains("fbackup")).count());
        }
    }
}
