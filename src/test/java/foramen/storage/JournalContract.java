package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the journal of a store, whatever database keeps it. */
abstract class JournalContract extends StoreFixture {
    @ParameterizedTest
    @ValueSource(strings = {"UPDATE journal SET body = edit", "UPDATE journal SET hash = previous",
            "DELETE FROM journal", "DELETE FROM case_snapshot", "UPDATE case_snapshot SET version = 1",
            "INSERT INTO journal (seq, case_id, version, edit, body, snapshot, previous, hash)"
                    + " SELECT 9, case_id, 3, edit, body, snapshot, previous, hash FROM journal WHERE seq = 1",
            "INSERT INTO journal (seq, case_id, version, edit, body, snapshot, previous, hash)"
                    + " SELECT 3, case_id, 2, edit, body, snapshot, previous, hash FROM journal WHERE seq = 1"})
    void the_journal_cannot_be_rewritten_even_by_hand(String sql) throws StoreException, SQLException {
        Case kept = FIRST.withIndication("kept".repeat(50_000));
        store().append(FIRST.withIndication("x".repeat(200_000)), 0, EDIT);
        store().append(kept, 1, EDIT);
        try (Connection raw = raw(); Statement statement = raw.createStatement()) {
            SQLException refusal = assertThrows(SQLException.class, () -> statement.executeUpdate(sql));
            assertTrue(String.valueOf(refusal.getMessage()).contains("append-only"), refusal.getMessage());
        }
        assertEquals(Optional.of(new StoredCase(kept, 2)), store().find(FIRST.id()));
    }

    @Test
    void a_case_damaged_in_the_store_is_named_and_the_others_stay_readable() throws StoreException, SQLException {
        store().append(FIRST, 0, EDIT);
        store().append(SECOND, 0, EDIT);
        rewrite("UPDATE journal SET body = edit WHERE case_id = 'first'");
        try (SqlCaseStore again = open()) {
            StoreException refusal = assertThrows(StoreException.class, () -> again.find(FIRST.id()));
            assertEquals(damage() + " Run foramen verify, and restore a backup where it confirms the damage.",
                    refusal.getMessage());
            assertEquals(Optional.of(new StoredCase(SECOND, 1)), again.find(SECOND.id()));
            assertEquals(2, again.list().size());
        }
    }

    @Test
    void a_sound_store_verifies_and_its_head_stands_for_its_whole_journal() throws StoreException {
        store().append(FIRST, 0, EDIT);
        String before = store().verify().head();
        store().append(FIRST.withIndication("x".repeat(200_000)), 1, EDIT);
        store().append(FIRST.withIndication("y".repeat(200_000)), 2, EDIT);
        Verification found = store().verify();
        assertEquals(List.of(), found.problems());
        assertEquals(3, found.entries());
        assertEquals(1, found.cases());
        assertEquals(1, found.snapshots());
        assertNotEquals(before, found.head());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE journal SET edit = body WHERE seq = 2",
            "UPDATE journal SET body = edit WHERE seq = 2",
            "UPDATE journal SET hash = previous WHERE seq = 3", "UPDATE journal SET previous = hash WHERE seq = 2",
            "UPDATE journal SET snapshot = hash WHERE seq = 1", "UPDATE journal SET snapshot = '' WHERE snapshot <> ''",
            "UPDATE journal SET case_id = 'second' WHERE seq = 3", "UPDATE journal SET seq = 9 WHERE seq = 4",
            "UPDATE journal SET version = 7 WHERE seq = 4", "DELETE FROM journal WHERE seq = 4",
            "DELETE FROM journal WHERE seq = 2", "DELETE FROM journal WHERE seq = 1",
            "INSERT INTO journal SELECT 0, 'third', 1, edit, body, snapshot, previous, hash FROM journal WHERE seq = 1",
            "INSERT INTO journal SELECT 5, 'third', 1, edit, body, snapshot, previous, hash FROM journal WHERE seq = 1",
            "DELETE FROM case_snapshot", "UPDATE case_snapshot SET body = (SELECT body FROM journal WHERE seq = 1)",
            "INSERT INTO case_snapshot SELECT case_id, version, edit FROM journal WHERE seq = 1",
            "UPDATE chain_head SET seq = 3", "UPDATE chain_head SET hash = 'x'", "DELETE FROM chain_head",
            "UPDATE store_fact SET value = 'other' WHERE name = 'origin'", "UPDATE case_head SET version = 1",
            "UPDATE case_head SET seq = 7", "DELETE FROM case_head",
            "UPDATE case_head SET summary = term FROM case_term",
            "DELETE FROM case_term", "UPDATE case_term SET kind = 'clip' WHERE kind = 'patient'",
            "UPDATE projection_cell SET sums = (SELECT summary FROM case_head)",
            "DELETE FROM projection_row", "UPDATE projection_row SET content = (SELECT summary FROM case_head)",
            "UPDATE projection_row SET case_id = 'nobody'",
            "UPDATE case_term SET case_id = 'nobody'"})
    void verify_finds_whatever_was_changed_removed_or_put_in(String sql) throws StoreException, SQLException {
        Case named = FIRST.withPatient(patient("Anna Muster", "4711"));
        store().append(named, 0, EDIT);
        store().append(named.withIndication("x".repeat(100_000)), 1, EDIT);
        store().append(named.withIndication("y".repeat(100_000)), 2, new Edit("Type", "", NINE));
        store().append(named.withIndication("z"), 3, EDIT);
        assertEquals(List.of(), store().verify().problems());
        rewrite(sql);
        Verification found = store().verify();
        assertFalse(found.isSound(), sql);
    }

    /** Two neighbours that changed places, each with a hash that fits what it says now. */
    @Test
    void verify_finds_entries_that_changed_places_even_with_fitting_hashes() throws StoreException, SQLException {
        for (int i = 0; i < 3; i++) {
            store().append(FIRST.withIndication("state " + i), i, new Edit("Edit " + i, "", NINE));
        }
        rewrite("UPDATE journal SET seq = 100 WHERE seq = 2", "UPDATE journal SET seq = 2, version = 20 WHERE seq = 3",
                "UPDATE journal SET seq = 3, version = 2 WHERE seq = 100",
                "UPDATE journal SET version = 3 WHERE version = 20");
        assertFalse(store().verify().isSound());
    }

    @Test
    void a_backup_taken_while_the_store_is_in_use_restores_to_what_it_was(@TempDir Path folder) throws Exception {
        Case named = FIRST.withPatient(patient("Anna Muster", "4711")).withClip(new ClipRef("1.2.3", "", ""));
        store().append(named, 0, EDIT);
        store().append(named.withIndication("x".repeat(300_000)), 1, EDIT);
        store().append(named.withIndication("y".repeat(300_000)), 2, EDIT);
        store().rememberView(FIRST.id(), new FrameRef("1.2.3", 4));
        store().putSetting("operator", "د. سالم");
        Path file = folder.resolve("records.fbackup");
        StoreBackups.Done done = StoreBackups.backUp(place(), file, Optional.empty());
        assertEquals(store().verify().head(), done.head());
        store().append(named, 3, EDIT);
        for (StorePlace to : List.of(another(), StorePlace.folder(folder.resolve("restored")))) {
            assertEquals(done, StoreBackups.restore(file, Optional.empty(), to));
            try (SqlCaseStore restored = open(to, List.of(new Sides(1)))) {
                assertEquals(done.head(), restored.verify().head());
                assertEquals(List.of(), restored.verify().problems());
                assertEquals(3, restored.find(FIRST.id()).orElseThrow().version());
                assertEquals(Optional.of(named), restored.stateAt(FIRST.id(), 1));
                assertEquals(1, restored.search("muster", 9).size());
                assertEquals("first", restored.findByClip("1.2.3").orElseThrow().current().id().value());
                assertEquals(Optional.of(new FrameRef("1.2.3", 4)), restored.lastView(FIRST.id()));
                assertEquals(Optional.of("د. سالم"), restored.setting("operator"));
                assertEquals(Map.of("UNSPECIFIED", 1), sides(restored));
                assertEquals(4, restored.append(FIRST, 3, EDIT));
            }
            String refusal = String.valueOf(assertThrows(StoreException.class,
                    () -> StoreBackups.restore(file, Optional.empty(), to)).getMessage());
            assertTrue(refusal.contains(" already and it was left as it is. Restore into another folder"), refusal);
        }
        assertThrows(StoreException.class, () -> StoreBackups.backUp(place(), file, Optional.empty()),
                "a backup does not replace another");
    }
}
