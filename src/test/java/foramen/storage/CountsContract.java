package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.ProjectedSums.Row;
import foramen.domain.casefile.StoreException;
import foramen.job.CancelledException;
import foramen.job.Progress;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a store finds and adds up over all cases, whatever database keeps it. */
abstract class CountsContract extends JournalContract {
    @Test
    void a_patient_is_found_by_the_beginning_of_any_word_of_name_and_identifier() throws StoreException {
        store().append(FIRST.withPatient(patient("Müller-Lüdenscheidt^Anna", "SYN-47/11")), 0, EDIT);
        store().append(SECOND.withPatient(patient("Muller^Ben", "4712")), 0, EDIT);
        assertEquals(List.of("second", "first"), found("mull"));
        assertEquals(List.of("first"), found("MÜLL an"));
        assertEquals(List.of("first"), found("luden"));
        assertEquals(List.of("first"), found("syn4711"));
        assertEquals(List.of("first"), found("SYN-47"));
        assertEquals(List.of("second"), found("471"));
        assertEquals(List.of(), found("ller"), "the middle of a word is no beginning");
        assertEquals(List.of(), found(" -^ "));
        assertEquals(List.of(), found("%"));
        store().append(FIRST.withPatient(patient("Anna Muster", "")), 1, EDIT);
        assertEquals(List.of(), found("luden"), "a name that was corrected is no longer found");
        assertEquals(1, store().search("mu", 1).size());
    }

    @Test
    void what_is_counted_over_all_cases_follows_every_edit() throws StoreException {
        store().append(FIRST.withSide(Laterality.LEFT), 0, EDIT);
        store().append(SECOND.withSide(Laterality.LEFT), 0, EDIT);
        assertEquals(Map.of("LEFT", 2), sides(store()));
        store().append(SECOND.withSide(Laterality.RIGHT), 1, EDIT);
        assertEquals(Map.of("LEFT", 1, "RIGHT", 1), sides(store()));
        assertEquals(2, store().cases());
        assertEquals(Map.of(), store().sums(new Sides(1), List.of("none")).orElseThrow());
    }

    @Test
    void what_a_program_without_the_projection_wrote_is_never_left_out_silently() throws StoreException {
        store().append(FIRST.withSide(Laterality.LEFT), 0, EDIT);
        try (SqlCaseStore other = open(place(), List.of())) {
            other.append(SECOND.withSide(Laterality.RIGHT), 0, EDIT);
        }
        assertEquals(Optional.empty(), store().sums(new Sides(1), List.of("all")));
        store().append(FIRST.withSide(Laterality.RIGHT), 1, EDIT);
        assertEquals(Optional.empty(), store().sums(new Sides(1), List.of("all")));
        try (SqlCaseStore again = open(place(), List.of(new Sides(1)))) {
            assertEquals(Map.of("RIGHT", 2), sides(again));
            assertEquals(List.of(), again.verify().problems());
        }
    }

    @Test
    void the_cases_of_one_patient_are_found_by_the_whole_identifier() throws StoreException {
        store().append(FIRST.withPatient(patient("Anna", " 47-11 ")), 0, EDIT);
        store().append(SECOND.withPatient(patient("Anna", "47-1")), 0, EDIT);
        assertEquals(List.of("first"), store().ofPatient("47-11").stream().map(c -> c.id().value()).toList());
        assertEquals(List.of("second"), store().ofPatient(" 47-1").stream().map(c -> c.id().value()).toList());
        assertEquals(List.of(), store().ofPatient("4711"));
        assertEquals(List.of(), store().ofPatient(""));
        store().append(SECOND.withPatient(patient("Anna", "")), 1, EDIT);
        assertEquals(List.of("second"), store().ofPatient(" ").stream().map(c -> c.id().value()).toList());
    }

    @Test
    void counts_made_by_an_older_version_of_a_projection_are_made_anew_on_opening() throws StoreException {
        store().append(FIRST.withSide(Laterality.LEFT), 0, EDIT);
        store().append(SECOND, 0, EDIT);
        try (SqlCaseStore again = open(place(), List.of(new Sides(2)))) {
            assertEquals(Optional.empty(), again.sums(new Sides(1), List.of("all")));
            assertEquals(Map.of("LEFT", BigDecimal.ONE, "UNSPECIFIED", BigDecimal.ONE),
                    again.sums(new Sides(2), List.of("all")).orElseThrow());
        }
    }

    /** More than are added up on opening. */
    private static final int MANY = 130;
    private static final List<Laterality> SIDES = List.of(Laterality.values());

    private static Case numbered(int i) {
        return Case.begin(new CaseId("case-" + i), NINE).withSide(SIDES.get(i % SIDES.size()))
                .withIndication("pain " + i);
    }

    private void fill() throws StoreException {
        store().appendAll(i -> i < MANY ? Optional.of(numbered(i)) : Optional.empty());
    }

    /** Tells {@code step} of every report, which answers whether to go on. */
    private static Progress progress(Predicate<String> step) {
        return new Progress() {
            private boolean cancelled;

            @Override
            public void report(double fraction, String message) {
                cancelled |= !step.test(message);
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }

    /** The same by reading every case. */
    private static Map<String, Integer> walked(SqlCaseStore store) throws StoreException {
        Map<String, Integer> sides = new HashMap<>();
        for (Summary s : store.list()) {
            sides.merge(store.find(s.id()).orElseThrow().current().side().name(), 1, Integer::sum);
        }
        return sides;
    }

    private static void assertWhole(SqlCaseStore store, Sides sides) throws StoreException {
        assertTrue(store.addedUp().whole(), store.addedUp().sentence());
        Map<String, Integer> counted = new HashMap<>();
        store.sums(sides, List.of("all")).orElseThrow().forEach((side, n) -> counted.put(side, n.intValueExact()));
        assertEquals(walked(store), counted);
        Map<String, String> rows = new HashMap<>();
        for (Row row : store.rows(sides, counted.keySet()).orElseThrow()) {
            Case c = store.find(row.id()).orElseThrow().current();
            assertEquals(c.side().name(), row.key());
            assertEquals(c.indication(), row.text());
            assertNull(rows.put(row.id().value(), row.key()), "one row a case");
        }
        assertEquals(store.cases(), rows.size());
        assertEquals(List.of(), store.verify().problems());
    }

    @Test
    void many_cases_are_added_up_after_opening_and_no_part_of_them_passes_for_the_whole() throws StoreException {
        fill();
        Sides next = new Sides(2);
        try (SqlCaseStore again = open(place(), List.of(next))) {
            assertEquals("Adding up: 0 of 130 cases.", again.addedUp().sentence());
            List<String> told = new ArrayList<>();
            again.addUp(progress(said -> {
                told.add(said);
                try {
                    assertEquals(Optional.empty(), again.sums(next, List.of("all")));
                    assertEquals(Optional.empty(), again.rows(next, List.of("LEFT")));
                } catch (StoreException e) {
                    throw new IllegalStateException(e);
                }
                return true;
            }), 40);
            assertEquals("Adding up: 1 of 130 cases.", told.getFirst());
            assertEquals("Adding up: 130 of 130 cases.", told.getLast());
            assertWhole(again, next);
        }
    }

    @Test
    void adding_up_that_is_broken_off_anywhere_goes_on_there_and_comes_to_the_same() throws StoreException {
        fill();
        Random random = new Random(4);
        for (int version = 2; version < 6; version++) {
            Sides next = new Sides(version);
            int cut = 1 + random.nextInt(MANY - 1);
            try (SqlCaseStore again = open(place(), List.of(next))) {
                AtomicInteger reports = new AtomicInteger();
                assertThrows(CancelledException.class,
                        () -> again.addUp(progress(said -> reports.incrementAndGet() < cut), 25));
            }
            try (SqlCaseStore again = open(place(), List.of(next))) {
                assertEquals(cut / 25 * 25L, again.addedUp().cases(), "whole batches stay");
                CaseId early = new CaseId("case-" + random.nextInt(20));
                StoredCase stored = again.find(early).orElseThrow();
                again.append(stored.current().withSide(Laterality.LEFT).withIndication("edited"), stored.version(),
                        EDIT);
                again.addUp(Progress.NONE, 25);
                assertWhole(again, next);
            }
        }
    }

    @Test
    void edits_while_cases_are_added_up_are_neither_lost_nor_counted_twice() throws StoreException {
        fill();
        Sides next = new Sides(2);
        Random random = new Random(6);
        try (SqlCaseStore again = open(place(), List.of(next))) {
            AtomicInteger reports = new AtomicInteger();
            again.addUp(progress(said -> {
                if (reports.incrementAndGet() <= MANY && reports.get() % 5 == 0) {
                    edit(again, new CaseId("case-" + random.nextInt(MANY + 20)), random);
                }
                return true;
            }), 30);
            assertTrue(reports.get() > MANY, "cases that were edited meanwhile came again");
            assertWhole(again, next);
            edit(again, new CaseId("case-3"), random);
            assertWhole(again, next);
        }
    }

    private static void edit(SqlCaseStore store, CaseId id, Random random) {
        try {
            Optional<StoredCase> stored = store.find(id);
            Case c = stored.map(StoredCase::current).orElse(Case.begin(id, NINE));
            store.append(c.withSide(SIDES.get(random.nextInt(SIDES.size()))).withIndication("edit " + random.nextInt()),
                    stored.map(StoredCase::version).orElse(0L), EDIT);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_programs_that_add_up_at_once_share_the_work() throws StoreException {
        fill();
        Sides next = new Sides(2);
        try (SqlCaseStore one = open(place(), List.of(next)); SqlCaseStore other = open(place(), List.of(next))) {
            AtomicInteger reports = new AtomicInteger();
            one.addUp(progress(said -> {
                if (reports.incrementAndGet() == 35) {
                    try {
                        AtomicInteger theirs = new AtomicInteger();
                        assertThrows(CancelledException.class,
                                () -> other.addUp(progress(s -> theirs.incrementAndGet() < 50), 20));
                    } catch (RuntimeException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return true;
            }), 30);
            assertWhole(one, next);
            assertWhole(other, next);
        }
    }

    @Test
    void nothing_is_added_up_while_a_case_cannot_be_read() throws StoreException, SQLException {
        fill();
        rewrite("UPDATE journal SET body = edit WHERE case_id = 'case-77'");
        Sides next = new Sides(2);
        try (SqlCaseStore again = open(place(), List.of(next))) {
            again.addUp(Progress.NONE, 20);
            assertFalse(again.addedUp().whole());
            assertEquals(Optional.empty(), again.sums(next, List.of("all")));
        }
    }

    @Test
    void a_store_that_is_closed_while_it_adds_up_ends_it_in_silence() throws StoreException {
        fill();
        SqlCaseStore again = open(place(), List.of(new Sides(2)));
        AtomicInteger reports = new AtomicInteger();
        assertThrows(CancelledException.class, () -> again.addUp(progress(said -> {
            if (reports.incrementAndGet() == 30) {
                again.close();
            }
            return true;
        }), 20));
    }
}
