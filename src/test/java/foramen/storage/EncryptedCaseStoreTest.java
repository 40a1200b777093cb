package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a store must do, of an encrypted one; and that nobody reads it without the passphrase. */
class EncryptedCaseStoreTest extends SqliteCaseStoreTest {
    /** Enough for a test. */
    private static final int ITERATIONS = 1000;
    private static final Case FIRST = Case.begin(new CaseId("first"), Instant.EPOCH)
            .withPatient(patient("Geheimnis^Anna", "SYN-4711")).withIndication("Piriformis-Schmerz")
            .withClip(new ClipRef("1.2.999.3", "/clips/geheim.dcm", "links"));
    private static final Edit EDIT = new Edit("Draw Ischiasnerv", "Dr Verborgen", Instant.EPOCH);

    private final Path directory;

    EncryptedCaseStoreTest(@TempDir Path directory) {
        super(directory);
        this.directory = directory;
    }

    private static char[] passphrase() {
        return "correct horse battery".toCharArray();
    }

    @Override
    SqlCaseStore open(StorePlace place, List<CaseProjection> projections) throws StoreException {
        if (place instanceof StorePlace.Folder folder && Files.notExists(folder.file())) {
            return SqlCaseStore.create(place, ZoneOffset.UTC, projections, passphrase(), ITERATIONS, "new");
        }
        SqlCaseStore store = SqlCaseStore.open(place, ZoneOffset.UTC, projections);
        store.unlock(passphrase());
        return store;
    }

    @Override
    String damage() {
        return "What the store keeps as body first 1 is damaged in the store and was left as it is:"
                + " it does not decrypt.";
    }

    @Test
    void nothing_of_a_record_stands_in_the_file_in_plain() throws IOException {
        store().append(FIRST, 0, EDIT);
        store().append(FIRST.withIndication("Piriformis-Schmerz ".repeat(20_000)), 1, EDIT);
        store().append(FIRST, 2, EDIT);
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        for (String secret : List.of("Geheimnis", "geheim", "Anna", "4711", "Piriformis", "1.2.999.3", "Ischias",
                "Verborgen", "drawnAt", "annotations")) {
            assertFalse(all.toString().contains(secret), secret);
        }
        assertTrue(all.toString().contains("first"), "a case's random name is no secret");
    }

    @Test
    void a_wrong_passphrase_is_told_in_words_and_changes_nothing() throws IOException {
        store().append(FIRST, 0, EDIT);
        store().close();
        byte[] before = Files.readAllBytes(directory.resolve("foramen.db"));
        try (SqlCaseStore again = SqlCaseStore.open(directory)) {
            assertEquals("The passphrase is not the right one; nothing was changed. Try again.",
                    assertThrows(StoreException.class, () -> again.unlock("wrong horse".toCharArray())).getMessage());
            assertTrue(again.isLocked());
        }
        assertArrayEquals(before, Files.readAllBytes(directory.resolve("foramen.db")));
    }

    @Test
    void a_locked_store_gives_nothing_and_takes_nothing_until_it_is_unlocked() throws StoreException {
        store().append(FIRST, 0, EDIT);
        store().lock();
        assertTrue(store().isLocked());
        String locked = "The records are locked. Unlock them with their passphrase.";
        assertEquals(locked,
                assertThrows(StoreException.class, () -> store().find(FIRST.id())).getMessage());
        assertThrows(StoreException.class, () -> store().list());
        assertThrows(StoreException.class, () -> store().search("anna", 9));
        assertThrows(StoreException.class, () -> store().journal(FIRST.id()));
        assertThrows(StoreException.class, () -> sides(store()));
        assertThrows(StoreException.class, () -> store().append(FIRST.withIndication("x"), 1, EDIT));
        store().unlock(passphrase());
        assertEquals(FIRST, store().find(FIRST.id()).orElseThrow().current());
        assertEquals(1, store().journal(FIRST.id()).size());
    }

    @Test
    void the_chain_is_verified_without_the_passphrase() throws StoreException, SQLException {
        store().append(FIRST, 0, EDIT);
        store().append(FIRST.withIndication("x"), 1, EDIT);
        try (SqlCaseStore locked = SqlCaseStore.open(directory)) {
            assertEquals(List.of(), locked.verify().problems());
            assertFalse(locked.verify().contents());
            try (Connection raw = raw(); Statement s = raw.createStatement()) {
                for (String step : disarm()) {
                    s.execute(step);
                }
                s.execute("UPDATE journal SET edit = (SELECT edit FROM journal WHERE seq = 1) WHERE seq = 2");
            }
            assertFalse(locked.verify().isSound());
        }
    }

    @Test
    void the_passphrase_can_be_changed_and_the_old_one_opens_no_more() throws StoreException {
        char[] next = "another horse battery".toCharArray();
        store().append(FIRST, 0, EDIT);
        assertThrows(StoreException.class, () -> store().changePassphrase("wrong horse".toCharArray(), next));
        assertThrows(StoreException.class, () -> store().changePassphrase(passphrase(), "short".toCharArray()));
        store().changePassphrase(passphrase(), next);
        try (SqlCaseStore again = SqlCaseStore.open(directory)) {
            assertThrows(StoreException.class, () -> again.unlock(passphrase()));
            again.unlock(next);
            assertEquals(FIRST, again.find(FIRST.id()).orElseThrow().current());
        }
    }

    @Test
    void a_plain_store_is_copied_with_every_version(@TempDir Path plain) throws StoreException {
        try (SqlCaseStore from = SqlCaseStore.open(plain)) {
            from.append(FIRST, 0, EDIT);
            from.append(FIRST.withIndication("x"), 1, new Edit("Type", "", Instant.MAX));
            from.putSetting("operator", "Dr Nobody");
        }
        Path to = plain.resolve("encrypted");
        EncryptedCopy.make(StorePlace.folder(plain), StorePlace.folder(to), passphrase(), ZoneOffset.UTC, ITERATIONS);
        try (SqlCaseStore copy = SqlCaseStore.open(to)) {
            copy.unlock(passphrase());
            assertEquals(Optional.of(FIRST), copy.stateAt(FIRST.id(), 1));
            assertEquals(List.of(EDIT, new Edit("Type", "", Instant.MAX)), copy.journal(FIRST.id()));
            assertEquals(Optional.of("Dr Nobody"), copy.setting("operator"));
        }
        assertThrows(StoreException.class, () -> EncryptedCopy.make(StorePlace.folder(to), another(), passphrase(),
                ZoneOffset.UTC, ITERATIONS), "what is encrypted is not encrypted again");
    }
}
