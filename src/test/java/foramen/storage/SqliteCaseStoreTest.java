package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCaseStoreTest extends CaseStoreContract {
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private final Path directory;

    SqliteCaseStoreTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Override
    StorePlace place() {
        return StorePlace.folder(directory);
    }

    @Override
    StorePlace another() {
        return StorePlace.folder(directory.resolve("another"));
    }

    @Override
    Connection raw() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("foramen.db"));
    }

    @Override
    List<String> disarm() {
        return List.of("PRAGMA foreign_keys = OFF", "DROP TRIGGER journal_keeps_its_rows",
                "DROP TRIGGER journal_keeps_its_content", "DROP TRIGGER journal_follows_the_last",
                "DROP TRIGGER case_snapshot_keeps_its_rows", "DROP TRIGGER case_snapshot_keeps_its_content");
    }

    @Test
    void a_write_while_another_program_holds_the_store_fails_in_words() throws StoreException, SQLException {
        Case first = Case.begin(new CaseId("first"), NINE);
        Edit edit = new Edit("Begin", "Dr Salem", NINE);
        try (SqlCaseStore hasty = open(new StorePlace.Folder(directory, Duration.ZERO), List.of());
                Connection raw = raw();
                Statement statement = raw.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            StoreException refusal = assertThrows(StoreException.class, () -> hasty.append(first, 0, edit));
            assertEquals("The change was not saved: another program is writing to the store. Try again in a moment.",
                    refusal.getMessage());
            statement.execute("ROLLBACK");
            assertEquals(1, hasty.append(first, 0, edit));
        }
    }

    @Test
    void the_folder_and_the_file_are_for_their_owner_alone() throws IOException {
        Assumptions.assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this file system knows no owners");
        Path home = directory.resolve("made/for Foramen? 100 %/#1 Übung");
        SqlCaseStore.open(home).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home)));
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("foramen.db"))));
    }
}
