package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDatabaseTest {
    private final Path directory;
    private final Path file;

    SqliteDatabaseTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("foramen.db");
    }

    @Test
    void a_new_file_syncs_every_commit_and_checks_every_reference() throws Exception {
        try (Connection c = open(); Statement s = c.createStatement()) {
            assertEquals("wal", ask(s, "PRAGMA journal_mode"));
            assertEquals("2", ask(s, "PRAGMA synchronous"), "2 is FULL");
            assertEquals("1", ask(s, "PRAGMA foreign_keys"));
        }
    }

    @Test
    void every_table_is_strict() throws Exception {
        try (Connection c = open(); Statement s = c.createStatement()) {
            assertEquals("0", ask(s, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0"
                    + " AND name NOT LIKE 'sqlite%' AND name <> 'flyway_schema_history'"));
        }
    }

    @Test
    void the_newest_migration_leaves_the_schema_number_this_version_knows() throws Exception {
        try (Connection c = open(); Statement s = c.createStatement()) {
            assertEquals(String.valueOf(SqliteDatabase.SCHEMA), ask(s, "PRAGMA user_version"));
            assertEquals(String.valueOf(SqliteDatabase.SCHEMA),
                    ask(s, "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success"));
        }
    }

    @Test
    void an_empty_file_becomes_a_store() throws IOException {
        Files.createFile(file);
        SqlCaseStore.open(directory).close();
        SqlCaseStore.open(directory).close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 99, 100, 5000})
    void a_file_that_is_no_database_is_refused_and_left_as_it_is(int length) throws IOException {
        byte[] content = Arrays.copyOf("Dear diary, ".repeat(500).getBytes(StandardCharsets.UTF_8), length);
        Files.write(file, content);
        assertRefused("is damaged or no database, and was left as it is.", content);
    }

    @Test
    void a_store_cut_short_is_refused_and_left_as_it_is() throws IOException {
        byte[] whole = filledStore();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Files.write(file, half);
        assertRefused("is damaged or no database, and was left as it is.", half);
    }

    @Test
    void a_store_with_a_broken_page_is_refused_and_left_as_it_is() throws IOException {
        byte[] broken = filledStore();
        int page = 4096;
        for (int at = page; at < broken.length; at += page) {
            Arrays.fill(broken, at, at + 64, (byte) 0xEE);
        }
        Files.write(file, broken);
        assertRefused("is damaged or no database, and was left as it is.", broken);
    }

    @Test
    void a_store_with_a_page_broken_that_hides_no_table_is_read_but_never_written() throws Exception {
        filledStore();
        int page;
        try (Connection raw = raw(); Statement s = raw.createStatement()) {
            s.execute("CREATE TABLE broken (c INTEGER)");
            page = Integer.parseInt(ask(s, "SELECT rootpage FROM sqlite_schema WHERE name = 'broken'"));
            s.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        byte[] broken = Files.readAllBytes(file);
        Arrays.fill(broken, 4096 * (page - 1), 4096 * (page - 1) + 64, (byte) 0xEE);
        Files.write(file, broken);
        try (SqlCaseStore store = SqlCaseStore.open(directory)) {
            String because = store.readOnlyBecause().orElseThrow();
            assertTrue(because.startsWith("The store " + file + " is damaged."), because);
            assertEquals(1, store.list().size());
            Case begun = Case.begin(new CaseId("first"), Instant.EPOCH);
            assertTrue(store.find(begun.id()).isPresent());
            assertThrows(StoreException.class, () -> store.append(begun, 20, new Edit("Type", "", Instant.EPOCH)));
        }
        assertArrayEquals(broken, Files.readAllBytes(file), "not a byte may change");
    }

    @Test
    void a_store_of_a_newer_version_is_read_but_never_written() throws IOException {
        byte[] newer = filledStore();
        // SQLite file format 1.3: the user version stands at byte 60.
        ByteBuffer.wrap(newer).putInt(60, SqliteDatabase.SCHEMA + 1);
        Files.write(file, newer);
        Case begun = Case.begin(new CaseId("first"), Instant.EPOCH);
        try (SqlCaseStore store = SqlCaseStore.open(directory)) {
            assertEquals(
                    "The store " + file + " was written by a newer version of Foramen (schema 4, this one knows 3);"
                            + " it is left as it is and can only be read here. Edit it with that version.",
                    store.readOnlyBecause().orElseThrow());
            assertEquals(begun.withIndication("x".repeat(2000)), store.find(begun.id()).orElseThrow().current());
            assertEquals(1, store.list().size());
            String refusal = assertThrows(StoreException.class,
                    () -> store.append(begun, 20, new Edit("Type", "", Instant.EPOCH))).getMessage();
            assertEquals("The change was not saved: " + store.readOnlyBecause().orElseThrow(), refusal);
            assertThrows(StoreException.class, () -> store.putSetting("operator", "x"));
        }
        assertArrayEquals(newer, Files.readAllBytes(file), "not a byte may change");
    }

    @Test
    void a_newer_version_is_also_seen_while_it_still_stands_in_the_write_ahead_log() throws Exception {
        filledStore();
        try (Connection newer = raw(); Statement s = newer.createStatement()) {
            s.execute("PRAGMA user_version = " + (SqliteDatabase.SCHEMA + 1));
            try (SqlCaseStore store = SqlCaseStore.open(directory)) {
                assertTrue(store.readOnlyBecause().isPresent());
            }
        }
    }

    @Test
    void a_store_of_a_newer_version_whose_tables_are_others_is_refused() throws Exception {
        filledStore();
        try (Connection newer = raw(); Statement s = newer.createStatement()) {
            s.execute("PRAGMA user_version = " + (SqliteDatabase.SCHEMA + 1));
            s.execute("ALTER TABLE journal RENAME COLUMN body TO content");
        }
        assertRefused("was written by a newer version of Foramen", Files.readAllBytes(file));
    }

    @Test
    void a_database_of_another_program_is_refused_and_left_as_it_is() throws Exception {
        try (Connection other = raw(); Statement s = other.createStatement()) {
            s.execute("CREATE TABLE song (title TEXT)");
        }
        assertRefused("is a database of another program and was left as it is.", Files.readAllBytes(file));
    }

    @Test
    void a_store_whose_creation_was_cut_off_before_its_tables_is_finished() throws Exception {
        try (Connection half = raw(); Statement s = half.createStatement()) {
            s.execute("PRAGMA journal_mode = WAL");
        }
        SqlCaseStore.open(directory).close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_in_words() throws IOException {
        Path notAFolder = Files.writeString(directory.resolve("file"), "");
        StoreException refusal = assertThrows(StoreException.class, () -> SqlCaseStore.open(notAFolder));
        assertEquals("The folder " + notAFolder
                + " for Foramen's data cannot be made. Check its rights, or choose another folder.",
                refusal.getMessage());
    }

    private Connection open() throws StoreException {
        return new SqliteDatabase(file, Duration.ZERO).open().connection();
    }

    private byte[] filledStore() throws IOException {
        try (SqlCaseStore store = SqlCaseStore.open(directory)) {
            Case begun = Case.begin(new CaseId("first"), Instant.EPOCH);
            for (int i = 0; i < 20; i++) {
                store.append(begun.withIndication("x".repeat(2000)), i, new Edit("Type", "", Instant.EPOCH));
            }
        }
        byte[] content = Files.readAllBytes(file);
        for (Path left : List.of(directory.resolve("foramen.db-wal"), directory.resolve("foramen.db-shm"))) {
            assertTrue(Files.notExists(left), "closing tidies up " + left);
        }
        return content;
    }

    private void assertRefused(String words, byte[] content) throws IOException {
        StoreException refusal = assertThrows(StoreException.class, () -> SqlCaseStore.open(directory));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(words) && message.contains(file.toString()), message);
        assertArrayEquals(content, Files.readAllBytes(file), "not a byte may change");
    }

    private Connection raw() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static String ask(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }
}
