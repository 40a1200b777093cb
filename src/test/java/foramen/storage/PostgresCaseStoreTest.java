package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class PostgresCaseStoreTest extends CaseStoreContract {
    private static final Case FIRST = Case.begin(new CaseId("first"), Instant.EPOCH);
    private static final Edit EDIT = new Edit("Begin", "Dr Salem", Instant.EPOCH);

    private final PostgresServer server;
    private final StorePlace.Server place;

    PostgresCaseStoreTest(PostgresServer server) throws SQLException {
        this.server = server;
        this.place = server.database();
    }

    @Override
    StorePlace place() {
        return place;
    }

    @Override
    StorePlace another() throws SQLException {
        return server.database();
    }

    @Override
    Connection raw() throws SQLException {
        return PostgresServer.raw(place);
    }

    @Override
    List<String> disarm() {
        return List.of("DROP FUNCTION foramen_append_only CASCADE", "DROP FUNCTION foramen_follows_the_last CASCADE",
                "ALTER TABLE case_snapshot DROP CONSTRAINT case_snapshot_case_id_version_fkey");
    }

    @Test
    void text_of_any_kind_comes_back() throws StoreException {
        Case odd = FIRST.withIndication("a\u0000b 🦴 د \ud83e").withPatient(patient("N\u0000 O", "\u0000"));
        store().append(odd, 0, new Edit("a\u0000", "\u0000", Instant.EPOCH));
        assertEquals(odd, store().find(FIRST.id()).orElseThrow().current());
        assertEquals("a\u0000", store().journal(FIRST.id()).getFirst().action());
        assertEquals(List.of(), store().verify().problems());
    }

    @Test
    void a_connection_that_the_server_dropped_is_made_again() throws StoreException, SQLException {
        store().append(FIRST, 0, EDIT);
        try (Connection raw = raw(); Statement s = raw.createStatement()) {
            s.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Foramen'");
        }
        String lost = String.valueOf(assertThrows(StoreException.class,
                () -> store().append(FIRST.withIndication("x"), 1, EDIT)).getMessage());
        assertTrue(lost.contains("the server cannot be reached"), lost);
        assertEquals(2, store().append(FIRST.withIndication("x"), 1, EDIT));
    }

    @Test
    void a_write_while_another_holds_the_end_of_the_journal_waits_and_then_fails_in_words() throws Exception {
        try (Connection raw = raw(); Statement s = raw.createStatement()) {
            raw.setAutoCommit(false);
            s.execute("SELECT * FROM chain_head FOR UPDATE");
            assertEquals("The change was not saved: another program is writing to the store. Try again in a moment.",
                    assertThrows(StoreException.class, () -> store().append(FIRST, 0, EDIT)).getMessage());
        }
        assertEquals(1, store().append(FIRST, 0, EDIT));
    }

    @Test
    void a_store_of_a_newer_version_is_read_but_never_written() throws StoreException, SQLException {
        store().append(FIRST, 0, EDIT);
        try (Connection raw = raw(); Statement s = raw.createStatement()) {
            s.execute("UPDATE store_fact SET value = '4' WHERE name = 'schema'");
        }
        try (SqlCaseStore newer = open()) {
            assertTrue(newer.readOnlyBecause().orElseThrow().contains("schema 4, this one knows 3"));
            assertEquals(FIRST, newer.find(FIRST.id()).orElseThrow().current());
            assertThrows(StoreException.class, () -> newer.append(FIRST, 1, EDIT));
        }
    }

    @Test
    void a_page_that_the_server_finds_damaged_leaves_the_rest_to_be_read() throws Exception {
        store().append(FIRST.withPatient(patient("Muster", "4711")), 0, EDIT);
        store().close();
        StorePlace damaged = server.damaged(place, "case_term");
        try (SqlCaseStore store = SqlCaseStore.open(damaged, ZoneOffset.UTC, List.of())) {
            assertTrue(store.readOnlyBecause().orElseThrow().contains("is damaged. It is left as it is"));
            assertTrue(store.find(FIRST.id()).isPresent());
            String unsearched = String.valueOf(
                    assertThrows(StoreException.class, () -> store.search("must", 10)).getMessage());
            assertTrue(unsearched.endsWith("the server found damaged data. Restore a backup into a new database."),
                    unsearched);
        }
    }

    @Test
    void cases_whose_pages_are_damaged_are_refused_in_words() throws Exception {
        store().append(FIRST, 0, EDIT);
        store().close();
        StorePlace damaged = server.damaged(place, "case_head");
        String refusal = String.valueOf(assertThrows(StoreException.class,
                () -> SqlCaseStore.open(damaged, ZoneOffset.UTC, List.of())).getMessage());
        assertTrue(refusal.contains("is damaged"), refusal);
    }

    @Test
    void a_database_or_server_that_is_not_there_is_told_in_words() {
        StorePlace none = new StorePlace.Server(place.url() + "x", place.user(), Optional.empty());
        String missing = String.valueOf(assertThrows(StoreException.class,
                () -> SqlCaseStore.open(none, ZoneOffset.UTC, List.of())).getMessage());
        assertTrue(missing.endsWith("the server has no such database. Make it first, or check the name in"
                + " FORAMEN_DB."), missing);
        StorePlace nobody = new StorePlace.Server("jdbc:postgresql://127.0.0.1:1/x?password=secret", Optional.empty(),
                Optional.empty());
        assertEquals("The store jdbc:postgresql://127.0.0.1:1/x cannot be opened: the server cannot be reached. Check"
                + " the network and that the server runs, then try again.",
                assertThrows(StoreException.class, () -> SqlCaseStore.open(nobody, ZoneOffset.UTC, List.of()))
                        .getMessage());
    }

    @Test
    void the_environment_says_where_the_store_lies() throws StoreException {
        Path folder = Path.of("records");
        assertEquals(StorePlace.folder(folder), StorePlace.of(folder, Map.of()));
        assertEquals(new StorePlace.Server("jdbc:postgresql://db/x", Optional.of("u"), Optional.of("p")),
                StorePlace.of(folder, Map.of("FORAMEN_DB", "jdbc:postgresql://db/x", "PGUSER", "u", "PGPASSWORD",
                        "p")));
        assertThrows(StoreException.class, () -> StorePlace.of(folder, Map.of("FORAMEN_DB", "jdbc:mysql://db/x")));
    }
}
