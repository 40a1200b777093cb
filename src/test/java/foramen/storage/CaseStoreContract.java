package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import foramen.domain.patient.Patient;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store must do, whatever database keeps it. */
abstract class CaseStoreContract {
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Case FIRST = Case.begin(new CaseId("first"), NINE);
    private static final Case SECOND = Case.begin(new CaseId("second"), NINE);
    private static final Edit EDIT = new Edit("Begin", "Dr Salem", NINE);

    private SqlCaseStore store;

    /** Where the store lies, empty at first. */
    abstract StorePlace place() throws StoreException;

    /** A connection that goes past the store. */
    abstract Connection raw() throws SQLException;

    /** Statements that take the guards of the journal and the checks of its rows away. */
    abstract List<String> disarm();

    /** Opens the store as whoever uses it does. */
    SqlCaseStore open(StorePlace place, List<CaseProjection> projections) throws StoreException {
        return SqlCaseStore.open(place, ZoneOffset.UTC, projections);
    }

    /** What is said of an entry that was changed. */
    String damage() {
        return "The case first is damaged in the store and was left as it is: in its edit 1 format is missing.";
    }

    /** Another place of the same kind, with no store in it. */
    abstract StorePlace another() throws Exception;

    final SqlCaseStore open() throws StoreException {
        return open(place(), List.of(new Sides(1)));
    }

    final SqlCaseStore store() {
        return store;
    }

    @BeforeEach
    void openStore() throws StoreException {
        store = open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Counts cases by side. */
    record Sides(int version) implements CaseProjection {
        @Override
        public String name() {
            return "sides";
        }

        @Override
        public String edition() {
            return String.valueOf(version);
        }

        @Override
        public Map<String, Map<String, BigDecimal>> cells(Case c) {
            return Map.of("all", Map.of(c.side().name(), BigDecimal.ONE));
        }
    }

    /** How many cases there are by side. */
    static Map<String, Integer> sides(SqlCaseStore store) throws StoreException {
        Map<String, Integer> sides = new HashMap<>();
        store.sums(new Sides(1), List.of("all")).orElseThrow().forEach((side, n) -> sides.put(side, n.intValueExact()));
        return sides;
    }

    private void rewrite(String... sql) throws SQLException {
        try (Connection raw = raw(); Statement statement = raw.createStatement()) {
            for (String step : disarm()) {
                statement.execute(step);
            }
            for (String step : sql) {
                statement.executeUpdate(step);
            }
        }
    }

    @Test
    void a_case_that_was_never_saved_is_not_found() throws StoreException {
        assertEquals(Optional.empty(), store.find(FIRST.id()));
        assertEquals(List.of(), store.list());
        assertEquals(List.of(), store.journal(FIRST.id()));
    }

    @Test
    void each_edit_goes_one_version_on_and_the_newest_state_is_found() throws StoreException {
        assertEquals(1, store.append(FIRST, 0, EDIT));
        assertEquals(2, store.append(FIRST.withIndication("buttock pain"), 1, EDIT));
        assertEquals(Optional.of(new StoredCase(FIRST.withIndication("buttock pain"), 2)), store.find(FIRST.id()));
    }

    @Test
    void every_state_a_case_ever_had_can_be_read_again() throws StoreException {
        Case later = FIRST.withIndication("buttock pain");
        store.append(FIRST, 0, EDIT);
        store.append(SECOND, 0, EDIT);
        store.append(later, 1, EDIT);
        store.append(FIRST, 2, EDIT);
        assertEquals(Optional.of(FIRST), store.stateAt(FIRST.id(), 1));
        assertEquals(Optional.of(later), store.stateAt(FIRST.id(), 2));
        assertEquals(Optional.of(FIRST), store.stateAt(FIRST.id(), 3));
        assertEquals(Optional.empty(), store.stateAt(FIRST.id(), 4));
        assertEquals(Optional.empty(), store.stateAt(FIRST.id(), 0));
        assertEquals(Optional.empty(), store.stateAt(new CaseId("third"), 1));
    }

    @Test
    void the_journal_tells_what_was_done_oldest_first() throws StoreException {
        Edit begin = new Edit("Begin", "Dr Salem", NINE);
        Edit draw = new Edit("Draw sciatic nerve", "", NINE.minusNanos(1));
        Edit undo = new Edit("Undo draw", "د. سالم", NINE.plusSeconds(1));
        store.append(FIRST, 0, begin);
        store.append(SECOND, 0, new Edit("Elsewhere", "", NINE));
        store.append(FIRST, 1, draw);
        store.append(FIRST, 2, undo);
        assertEquals(List.of(begin, draw, undo), store.journal(FIRST.id()));
    }

    @Test
    void an_edit_of_an_old_version_is_refused_in_words_and_changes_nothing() throws StoreException {
        store.append(FIRST, 0, EDIT);
        store.append(FIRST.withIndication("theirs"), 1, EDIT);
        StoreException refusal = assertThrows(StoreException.class,
                () -> store.append(FIRST.withIndication("mine"), 1, EDIT));
        assertEquals("Another operator (Dr Salem) changed this case at 2026-11-21 09:00; your change was not saved."
                + " Reload the case and make the change again.", refusal.getMessage());
        assertEquals(Optional.of(new StoredCase(FIRST.withIndication("theirs"), 2)), store.find(FIRST.id()));
        assertEquals(2, store.journal(FIRST.id()).size());
        assertEquals(3, store.append(FIRST.withIndication("mine"), 2, EDIT), "the store still takes the right version");
    }

    @Test
    void a_new_case_does_not_replace_one_of_the_same_name() throws StoreException {
        store.append(FIRST, 0, EDIT);
        assertThrows(StoreException.class, () -> store.append(FIRST.withIndication("mine"), 0, EDIT));
    }

    @Test
    void an_edit_of_a_version_the_store_never_had_is_refused() {
        StoreException refusal = assertThrows(StoreException.class, () -> store.append(FIRST, 3, EDIT));
        assertEquals("The store has version 0 of this case, but the change was made to version 3; it was not saved."
                + " Reload the case and make the change again.", refusal.getMessage());
    }

    @Test
    void two_stores_on_one_folder_see_each_other_and_the_slower_one_is_told() throws StoreException {
        try (SqlCaseStore other = open()) {
            store.append(FIRST, 0, EDIT);
            assertEquals(Optional.of(new StoredCase(FIRST, 1)), other.find(FIRST.id()));
            other.append(FIRST.withIndication("theirs"), 1, EDIT);
            assertThrows(StoreException.class, () -> store.append(FIRST.withIndication("mine"), 1, EDIT));
        }
    }

    @Test
    void the_list_has_the_last_changed_case_first_whatever_the_clock_said() throws StoreException {
        Patient patient = new Patient("Anna Muster", "4711", Optional.empty(), "F", Optional.empty());
        store.append(FIRST.withPatient(patient).withIndication("buttock pain"), 0, EDIT);
        store.append(SECOND, 0, EDIT);
        store.append(FIRST.withPatient(patient).withIndication("sitting pain"), 1,
                new Edit("Change indication", "", NINE.minusSeconds(3600)));
        assertEquals(List.of(new Summary(FIRST.id(), "Anna Muster", "sitting pain", NINE.minusSeconds(3600)),
                new Summary(SECOND.id(), "Patient not named", "", NINE)), store.list());
    }

    @Test
    void the_side_of_a_clip_is_kept_and_one_without_a_side_reads_as_before() throws StoreException {
        Case c = FIRST.withClip(new ClipRef("1.2.3", "/clips/a.dcm", "left", foramen.domain.anatomy.Laterality.LEFT))
                .withClip(new ClipRef("1.2.4", "/clips/b.dcm", "unsaid"));
        store.append(c, 0, EDIT);
        assertEquals(c.clips(), store.find(FIRST.id()).orElseThrow().current().clips());
    }

    @Test
    void a_clip_leads_to_the_case_that_was_last_changed_with_it() throws StoreException {
        ClipRef clip = new ClipRef("1.2.3", "/clips/a.dcm", "left");
        store.append(FIRST.withClip(clip), 0, EDIT);
        store.append(SECOND.withClip(clip), 0, EDIT);
        assertEquals(SECOND.id(), store.findByClip("1.2.3").orElseThrow().current().id());
        store.append(FIRST.withClip(clip).withIndication("again"), 1, EDIT);
        assertEquals(FIRST.id(), store.findByClip("1.2.3").orElseThrow().current().id());
        assertEquals(Optional.empty(), store.findByClip("1.2.4"));
    }

    @Test
    void a_clip_taken_out_of_a_case_leads_there_no_more() throws StoreException {
        store.append(FIRST.withClip(new ClipRef("1.2.3", "", "")), 0, EDIT);
        store.append(FIRST, 1, new Edit("Undo", "", NINE));
        assertEquals(Optional.empty(), store.findByClip("1.2.3"));
    }

    @Test
    void the_view_is_remembered_apart_from_the_journal() throws StoreException {
        store.append(FIRST, 0, EDIT);
        assertEquals(Optional.empty(), store.lastView(FIRST.id()));
        store.rememberView(FIRST.id(), new FrameRef("1.2.3", 4));
        store.rememberView(FIRST.id(), new FrameRef("1.2.4", 17));
        assertEquals(Optional.of(new FrameRef("1.2.4", 17)), store.lastView(FIRST.id()));
        assertEquals(1, store.journal(FIRST.id()).size());
    }

    @Test
    void settings_survive_closing_and_the_last_value_counts() throws StoreException {
        assertEquals(Optional.empty(), store.setting("operator"));
        store.putSetting("operator", "Dr Nobody");
        store.putSetting("operator", "د. سالم 🦴");
        store.putSetting("empty", "");
        store.close();
        try (SqlCaseStore again = open()) {
            assertEquals(Optional.of("د. سالم 🦴"), again.setting("operator"));
            assertEquals(Optional.of(""), again.setting("empty"));
        }
    }

    @Test
    void a_closed_store_says_so() {
        store.close();
        assertEquals("The store is closed. Start Foramen again.",
                assertThrows(StoreException.class, () -> store.list()).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE journal SET body = edit", "UPDATE journal SET hash = previous",
            "DELETE FROM journal", "DELETE FROM case_snapshot", "UPDATE case_snapshot SET version = 1",
            "INSERT INTO journal (seq, case_id, version, edit, body, snapshot, previous, hash)"
                    + " SELECT 9, case_id, 3, edit, body, snapshot, previous, hash FROM journal WHERE seq = 1",
            "INSERT INTO journal (seq, case_id, version, edit, body, snapshot, previous, hash)"
                    + " SELECT 3, case_id, 2, edit, body, snapshot, previous, hash FROM journal WHERE seq = 1"})
    void the_journal_cannot_be_rewritten_even_by_hand(String sql) throws StoreException, SQLException {
        Case kept = FIRST.withIndication("kept".repeat(50_000));
        store.append(FIRST.withIndication("x".repeat(200_000)), 0, EDIT);
        store.append(kept, 1, EDIT);
        try (Connection raw = raw(); Statement statement = raw.createStatement()) {
            SQLException refusal = assertThrows(SQLException.class, () -> statement.executeUpdate(sql));
            assertTrue(String.valueOf(refusal.getMessage()).contains("append-only"), refusal.getMessage());
        }
        assertEquals(Optional.of(new StoredCase(kept, 2)), store.find(FIRST.id()));
    }

    @Test
    void a_case_damaged_in_the_store_is_named_and_the_others_stay_readable() throws StoreException, SQLException {
        store.append(FIRST, 0, EDIT);
        store.append(SECOND, 0, EDIT);
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
    void an_edit_sent_again_because_its_answer_was_lost_is_not_taken_for_another_operators() throws StoreException {
        Edit draw = new Edit("Draw", "Dr Salem", NINE.plusSeconds(1));
        store.append(FIRST, 0, EDIT);
        store.append(FIRST.withIndication("mine"), 1, draw);
        assertEquals(2, store.append(FIRST.withIndication("mine"), 1, draw));
        assertEquals(2, store.journal(FIRST.id()).size());
        assertThrows(StoreException.class, () -> store.append(FIRST.withIndication("other"), 1, draw));
    }

    @Test
    void a_patient_is_found_by_the_beginning_of_any_word_of_name_and_identifier() throws StoreException {
        store.append(FIRST.withPatient(patient("Müller-Lüdenscheidt^Anna", "SYN-47/11")), 0, EDIT);
        store.append(SECOND.withPatient(patient("Muller^Ben", "4712")), 0, EDIT);
        assertEquals(List.of("second", "first"), found("mull"));
        assertEquals(List.of("first"), found("MÜLL an"));
        assertEquals(List.of("first"), found("luden"));
        assertEquals(List.of("first"), found("syn4711"));
        assertEquals(List.of("first"), found("SYN-47"));
        assertEquals(List.of("second"), found("471"));
        assertEquals(List.of(), found("ller"), "the middle of a word is no beginning");
        assertEquals(List.of(), found(" -^ "));
        assertEquals(List.of(), found("%"));
        store.append(FIRST.withPatient(patient("Anna Muster", "")), 1, EDIT);
        assertEquals(List.of(), found("luden"), "a name that was corrected is no longer found");
        assertEquals(1, store.search("mu", 1).size());
    }

    @Test
    void what_is_counted_over_all_cases_follows_every_edit() throws StoreException {
        store.append(FIRST.withSide(Laterality.LEFT), 0, EDIT);
        store.append(SECOND.withSide(Laterality.LEFT), 0, EDIT);
        assertEquals(Map.of("LEFT", 2), sides(store));
        store.append(SECOND.withSide(Laterality.RIGHT), 1, EDIT);
        assertEquals(Map.of("LEFT", 1, "RIGHT", 1), sides(store));
        assertEquals(2, store.cases());
        assertEquals(Map.of(), store.sums(new Sides(1), List.of("none")).orElseThrow());
    }

    @Test
    void what_a_program_without_the_projection_wrote_is_never_left_out_silently() throws StoreException {
        store.append(FIRST.withSide(Laterality.LEFT), 0, EDIT);
        try (SqlCaseStore other = open(place(), List.of())) {
            other.append(SECOND.withSide(Laterality.RIGHT), 0, EDIT);
        }
        assertEquals(Optional.empty(), store.sums(new Sides(1), List.of("all")));
        store.append(FIRST.withSide(Laterality.RIGHT), 1, EDIT);
        assertEquals(Optional.empty(), store.sums(new Sides(1), List.of("all")));
        try (SqlCaseStore again = open(place(), List.of(new Sides(1)))) {
            assertEquals(Map.of("RIGHT", 2), sides(again));
            assertEquals(List.of(), again.verify().problems());
        }
    }

    @Test
    void the_cases_of_one_patient_are_found_by_the_whole_identifier() throws StoreException {
        store.append(FIRST.withPatient(patient("Anna", " 47-11 ")), 0, EDIT);
        store.append(SECOND.withPatient(patient("Anna", "47-1")), 0, EDIT);
        assertEquals(List.of("first"), store.ofPatient("47-11").stream().map(c -> c.id().value()).toList());
        assertEquals(List.of("second"), store.ofPatient(" 47-1").stream().map(c -> c.id().value()).toList());
        assertEquals(List.of(), store.ofPatient("4711"));
        assertEquals(List.of(), store.ofPatient(""));
        store.append(SECOND.withPatient(patient("Anna", "")), 1, EDIT);
        assertEquals(List.of("second"), store.ofPatient(" ").stream().map(c -> c.id().value()).toList());
    }

    @Test
    void counts_made_by_an_older_version_of_a_projection_are_made_anew_on_opening() throws StoreException {
        store.append(FIRST.withSide(Laterality.LEFT), 0, EDIT);
        store.append(SECOND, 0, EDIT);
        try (SqlCaseStore again = open(place(), List.of(new Sides(2)))) {
            assertEquals(Optional.empty(), again.sums(new Sides(1), List.of("all")));
            assertEquals(Map.of("LEFT", BigDecimal.ONE, "UNSPECIFIED", BigDecimal.ONE),
                    again.sums(new Sides(2), List.of("all")).orElseThrow());
        }
    }

    @Test
    void a_sound_store_verifies_and_its_head_stands_for_its_whole_journal() throws StoreException {
        store.append(FIRST, 0, EDIT);
        String before = store.verify().head();
        store.append(FIRST.withIndication("x".repeat(200_000)), 1, EDIT);
        store.append(FIRST.withIndication("y".repeat(200_000)), 2, EDIT);
        Verification found = store.verify();
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
            "UPDATE case_term SET case_id = 'nobody'"})
    void verify_finds_whatever_was_changed_removed_or_put_in(String sql) throws StoreException, SQLException {
        Case named = FIRST.withPatient(patient("Anna Muster", "4711"));
        store.append(named, 0, EDIT);
        store.append(named.withIndication("x".repeat(100_000)), 1, EDIT);
        store.append(named.withIndication("y".repeat(100_000)), 2, new Edit("Type", "", NINE));
        store.append(named.withIndication("z"), 3, EDIT);
        assertEquals(List.of(), store.verify().problems());
        rewrite(sql);
        Verification found = store.verify();
        assertFalse(found.isSound(), sql);
    }

    /** Two neighbours that changed places, each with a hash that fits what it says now. */
    @Test
    void verify_finds_entries_that_changed_places_even_with_fitting_hashes() throws StoreException, SQLException {
        for (int i = 0; i < 3; i++) {
            store.append(FIRST.withIndication("state " + i), i, new Edit("Edit " + i, "", NINE));
        }
        rewrite("UPDATE journal SET seq = 100 WHERE seq = 2", "UPDATE journal SET seq = 2, version = 20 WHERE seq = 3",
                "UPDATE journal SET seq = 3, version = 2 WHERE seq = 100",
                "UPDATE journal SET version = 3 WHERE version = 20");
        assertFalse(store.verify().isSound());
    }

    @Test
    void a_backup_taken_while_the_store_is_in_use_restores_to_what_it_was(@TempDir Path folder) throws Exception {
        Case named = FIRST.withPatient(patient("Anna Muster", "4711")).withClip(new ClipRef("1.2.3", "", ""));
        store.append(named, 0, EDIT);
        store.append(named.withIndication("x".repeat(300_000)), 1, EDIT);
        store.append(named.withIndication("y".repeat(300_000)), 2, EDIT);
        store.rememberView(FIRST.id(), new FrameRef("1.2.3", 4));
        store.putSetting("operator", "د. سالم");
        Path file = folder.resolve("records.fbackup");
        StoreBackups.Done done = StoreBackups.backUp(place(), file, Optional.empty());
        assertEquals(store.verify().head(), done.head());
        store.append(named, 3, EDIT);
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

    private List<String> found(String words) throws StoreException {
        return store.search(words, 10).stream().map(s -> s.id().value()).toList();
    }

    static Patient patient(String name, String id) {
        return new Patient(name, id, Optional.empty(), "F", Optional.empty());
    }
}
