package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import foramen.domain.patient.Patient;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store must do, whatever database keeps it. */
abstract class CaseStoreContract extends CountsContract {
    @Test
    void a_case_that_was_never_saved_is_not_found() throws StoreException {
        assertEquals(Optional.empty(), store().find(FIRST.id()));
        assertEquals(List.of(), store().list());
        assertEquals(List.of(), store().journal(FIRST.id()));
    }

    @Test
    void each_edit_goes_one_version_on_and_the_newest_state_is_found() throws StoreException {
        assertEquals(1, store().append(FIRST, 0, EDIT));
        assertEquals(2, store().append(FIRST.withIndication("buttock pain"), 1, EDIT));
        assertEquals(Optional.of(new StoredCase(FIRST.withIndication("buttock pain"), 2)), store().find(FIRST.id()));
    }

    @Test
    void every_state_a_case_ever_had_can_be_read_again() throws StoreException {
        Case later = FIRST.withIndication("buttock pain");
        store().append(FIRST, 0, EDIT);
        store().append(SECOND, 0, EDIT);
        store().append(later, 1, EDIT);
        store().append(FIRST, 2, EDIT);
        assertEquals(Optional.of(FIRST), store().stateAt(FIRST.id(), 1));
        assertEquals(Optional.of(later), store().stateAt(FIRST.id(), 2));
        assertEquals(Optional.of(FIRST), store().stateAt(FIRST.id(), 3));
        assertEquals(Optional.empty(), store().stateAt(FIRST.id(), 4));
        assertEquals(Optional.empty(), store().stateAt(FIRST.id(), 0));
        assertEquals(Optional.empty(), store().stateAt(new CaseId("third"), 1));
    }

    @Test
    void the_journal_tells_what_was_done_oldest_first() throws StoreException {
        Edit begin = new Edit("Begin", "Dr Salem", NINE);
        Edit draw = new Edit("Draw sciatic nerve", "", NINE.minusNanos(1));
        Edit undo = new Edit("Undo draw", "د. سالم", NINE.plusSeconds(1));
        store().append(FIRST, 0, begin);
        store().append(SECOND, 0, new Edit("Elsewhere", "", NINE));
        store().append(FIRST, 1, draw);
        store().append(FIRST, 2, undo);
        assertEquals(List.of(begin, draw, undo), store().journal(FIRST.id()));
    }

    @Test
    void an_edit_of_an_old_version_is_refused_in_words_and_changes_nothing() throws StoreException {
        store().append(FIRST, 0, EDIT);
        store().append(FIRST.withIndication("theirs"), 1, EDIT);
        StoreException refusal = assertThrows(StoreException.class,
                () -> store().append(FIRST.withIndication("mine"), 1, EDIT));
        assertEquals("Another operator (Dr Salem) changed this case at 2026-11-21 09:00; your change was not saved."
                + " Reload the case and make the change again.", refusal.getMessage());
        assertEquals(Optional.of(new StoredCase(FIRST.withIndication("theirs"), 2)), store().find(FIRST.id()));
        assertEquals(2, store().journal(FIRST.id()).size());
        assertEquals(3, store().append(FIRST.withIndication("mine"), 2, EDIT),
                "the store still takes the right version");
    }

    @Test
    void a_new_case_does_not_replace_one_of_the_same_name() throws StoreException {
        store().append(FIRST, 0, EDIT);
        assertThrows(StoreException.class, () -> store().append(FIRST.withIndication("mine"), 0, EDIT));
    }

    @Test
    void an_edit_of_a_version_the_store_never_had_is_refused() {
        StoreException refusal = assertThrows(StoreException.class, () -> store().append(FIRST, 3, EDIT));
        assertEquals("The store has version 0 of this case, but the change was made to version 3; it was not saved."
                + " Reload the case and make the change again.", refusal.getMessage());
    }

    @Test
    void two_stores_on_one_folder_see_each_other_and_the_slower_one_is_told() throws StoreException {
        try (SqlCaseStore other = open()) {
            store().append(FIRST, 0, EDIT);
            assertEquals(Optional.of(new StoredCase(FIRST, 1)), other.find(FIRST.id()));
            other.append(FIRST.withIndication("theirs"), 1, EDIT);
            assertThrows(StoreException.class, () -> store().append(FIRST.withIndication("mine"), 1, EDIT));
        }
    }

    @Test
    void the_list_has_the_last_changed_case_first_whatever_the_clock_said() throws StoreException {
        Patient patient = new Patient("Anna Muster", "4711", Optional.empty(), "F", Optional.empty());
        store().append(FIRST.withPatient(patient).withIndication("buttock pain"), 0, EDIT);
        store().append(SECOND, 0, EDIT);
        store().append(FIRST.withPatient(patient).withIndication("sitting pain"), 1,
                new Edit("Change indication", "", NINE.minusSeconds(3600)));
        assertEquals(List.of(new Summary(FIRST.id(), "Anna Muster", "sitting pain", NINE.minusSeconds(3600)),
                new Summary(SECOND.id(), "Patient not named", "", NINE)), store().list());
        assertEquals(store().list().subList(0, 1), store().newest(1));
        assertEquals(store().list(), store().newest(9));
    }

    @Test
    void the_side_of_a_clip_is_kept_and_one_without_a_side_reads_as_before() throws StoreException {
        Case c = FIRST.withClip(new ClipRef("1.2.3", "/clips/a.dcm", "left", foramen.domain.anatomy.Laterality.LEFT))
                .withClip(new ClipRef("1.2.4", "/clips/b.dcm", "unsaid"));
        store().append(c, 0, EDIT);
        assertEquals(c.clips(), store().find(FIRST.id()).orElseThrow().current().clips());
    }

    @Test
    void a_clip_leads_to_the_case_that_was_last_changed_with_it() throws StoreException {
        ClipRef clip = new ClipRef("1.2.3", "/clips/a.dcm", "left");
        store().append(FIRST.withClip(clip), 0, EDIT);
        store().append(SECOND.withClip(clip), 0, EDIT);
        assertEquals(SECOND.id(), store().findByClip("1.2.3").orElseThrow().current().id());
        store().append(FIRST.withClip(clip).withIndication("again"), 1, EDIT);
        assertEquals(FIRST.id(), store().findByClip("1.2.3").orElseThrow().current().id());
        assertEquals(Optional.empty(), store().findByClip("1.2.4"));
    }

    @Test
    void a_clip_taken_out_of_a_case_leads_there_no_more() throws StoreException {
        store().append(FIRST.withClip(new ClipRef("1.2.3", "", "")), 0, EDIT);
        store().append(FIRST, 1, new Edit("Undo", "", NINE));
        assertEquals(Optional.empty(), store().findByClip("1.2.3"));
    }

    @Test
    void the_view_is_remembered_apart_from_the_journal() throws StoreException {
        store().append(FIRST, 0, EDIT);
        assertEquals(Optional.empty(), store().lastView(FIRST.id()));
        store().rememberView(FIRST.id(), new FrameRef("1.2.3", 4));
        store().rememberView(FIRST.id(), new FrameRef("1.2.4", 17));
        assertEquals(Optional.of(new FrameRef("1.2.4", 17)), store().lastView(FIRST.id()));
        assertEquals(1, store().journal(FIRST.id()).size());
    }

    @Test
    void settings_survive_closing_and_the_last_value_counts() throws StoreException {
        assertEquals(Optional.empty(), store().setting("operator"));
        store().putSetting("operator", "Dr Nobody");
        store().putSetting("operator", "د. سالم 🦴");
        store().putSetting("empty", "");
        store().close();
        try (SqlCaseStore again = open()) {
            assertEquals(Optional.of("د. سالم 🦴"), again.setting("operator"));
            assertEquals(Optional.of(""), again.setting("empty"));
        }
    }

    @Test
    void a_closed_store_says_so() {
        store().close();
        assertEquals("The store is closed. Start Foramen again.",
                assertThrows(StoreException.class, () -> store().list()).getMessage());
    }

    @Test
    void an_edit_sent_again_because_its_answer_was_lost_is_not_taken_for_another_operators() throws StoreException {
        Edit draw = new Edit("Draw", "Dr Salem", NINE.plusSeconds(1));
        store().append(FIRST, 0, EDIT);
        store().append(FIRST.withIndication("mine"), 1, draw);
        assertEquals(2, store().append(FIRST.withIndication("mine"), 1, draw));
        assertEquals(2, store().journal(FIRST.id()).size());
        assertThrows(StoreException.class, () -> store().append(FIRST.withIndication("other"), 1, draw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain_head", "projection_cell", "projection_build", "case_term", "store_fact"})
    void a_store_without_a_table_that_cases_are_read_without_is_opened_for_reading(String table) throws Exception {
        store().append(FIRST.withIndication("buttock pain"), 0, EDIT);
        drop(table);
        try (SqlCaseStore damaged = open()) {
            String because = damaged.readOnlyBecause().orElseThrow();
            assertTrue(because.startsWith("The store " + place().name() + " is damaged. It is left as it is"), because);
            assertEquals("buttock pain", damaged.find(FIRST.id()).orElseThrow().current().indication());
            assertEquals(1, damaged.list().size());
            assertEquals(1, damaged.journal(FIRST.id()).size());
            assertEquals("The change was not saved: " + because,
                    assertThrows(StoreException.class, () -> damaged.append(FIRST, 1, EDIT)).getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "case_head", "case_snapshot"})
    void a_store_without_its_cases_is_refused_and_said_to_be_damaged(String table) throws Exception {
        store().append(FIRST, 0, EDIT);
        drop(table);
        String refusal = String.valueOf(assertThrows(StoreException.class, this::open).getMessage());
        assertTrue(refusal.contains("is damaged") && refusal.contains("foramen restore"), refusal);
    }

    private void drop(String table) throws Exception {
        store().close();
        try (Connection raw = raw(); Statement s = raw.createStatement()) {
            for (String trigger : disarm()) {
                s.execute(trigger);
            }
            s.execute("DROP TABLE " + table);
        }
    }
}
