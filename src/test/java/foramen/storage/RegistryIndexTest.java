package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import foramen.domain.assessment.CareEvent;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.ProjectedSums;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.registry.CaseRegistry;
import foramen.domain.registry.CohortLine;
import foramen.domain.registry.IndexedRegistry;
import foramen.domain.registry.RegistryCells;
import foramen.domain.registry.RegistryQuery;
import foramen.domain.registry.RegistryQuery.Grouping;
import foramen.domain.registry.RegistryRow;
import foramen.domain.registry.RegistryRows;
import foramen.domain.registry.RegistrySource;
import foramen.job.Progress;
import foramen.testing.TreatedCase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry from what the store adds up, held to the one that walks every case. */
class RegistryIndexTest {
    private static final OutcomeRules RULES = OutcomeRules.FILE.standard();
    private static final FollowUpSchedule SCHEDULE = FollowUpSchedule.FILE.standard();
    private static final RegistryCells CELLS = new RegistryCells(RULES, SCHEDULE, ZoneOffset.UTC);
    private static final List<CareEvent.Kind> KINDS = List.of(CareEvent.Kind.values());
    private static final List<InjectateClass> SORTS = List.of(InjectateClass.values());
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    private final Path directory;

    RegistryIndexTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** Walks cases where it is let, so that a test sees whether the index answered. */
    private record Walking(CaseRegistry registry, boolean allowed) implements RegistrySource {
        @Override
        public Cohort cohort(RegistryQuery query) throws StoreException {
            if (!allowed) {
                throw new StoreException("The cases were walked");
            }
            return registry.cohort(query);
        }

        @Override
        public List<String> rows(RegistryQuery query, Consumer<RegistryRow> sink) throws StoreException {
            return registry.rows(query, sink);
        }
    }

    private static CaseRegistry walked(SqlCaseStore store) {
        return new CaseRegistry(store, new RegistryRows(RULES, SCHEDULE, ZoneOffset.UTC), RULES);
    }

    private static RegistrySource indexed(SqlCaseStore store, boolean mayWalk) {
        return new IndexedRegistry(new Walking(walked(store), mayWalk), store, CELLS, RULES, Progress.NONE);
    }

    private static Case treated(String id, Random random) {
        TreatedCase c = TreatedCase.named(id);
        int day = -random.nextInt(700);
        for (int i = 0; i < random.nextInt(6); i++) {
            day += random.nextInt(90);
            switch (random.nextInt(6)) {
                case 0 -> c.event(day, KINDS.get(random.nextInt(KINDS.size())),
                        random.nextBoolean());
                case 1 -> c.harris(day, 30 + random.nextInt(70));
                default -> {
                    c.vas(day - 1, 40 + random.nextInt(60));
                    c.injected(day, SORTS.get(random.nextInt(SORTS.size())),
                            List.of("piriformis", "Piriformis ", "", "Ischiofemoral space").get(random.nextInt(4)));
                    if (random.nextBoolean()) {
                        c.vas(day + random.nextInt(60), random.nextInt(100));
                    }
                }
            }
        }
        return c.build();
    }

    /** A line with its sums to the digit, whatever the noughts behind them. */
    private static List<String> told(RegistrySource.Cohort cohort) {
        List<String> told = new ArrayList<>(List.of("cases " + cohort.cases()));
        for (CohortLine line : cohort.lines()) {
            Map<String, String> sums = new HashMap<>();
            line.sums().forEach((measure, sum) -> {
                if (sum.n() > 0) {
                    sums.put(measure.id(), sum.n() + " " + plain(sum.before()) + " " + plain(sum.last()));
                }
            });
            told.add(line.group() + line.procedures() + line.statuses() + line.pending() + " " + line.recurred() + " "
                    + line.operated() + " " + line.withAdverseEvent() + " " + line.lost() + sums);
        }
        return told;
    }

    private static String plain(BigDecimal n) {
        return n.signum() == 0 ? "0" : n.stripTrailingZeros().toPlainString();
    }

    private static RegistryQuery query(Random random) {
        List<Grouping> by = List.of(Grouping.values());
        Optional<LocalDate> since = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(START.plusDays(random.nextInt(1200) - 800L));
        Optional<LocalDate> until = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(START.plusDays(random.nextInt(1200) - 700L));
        return new RegistryQuery(by.get(random.nextInt(by.size())), since, until,
                START.plusDays(random.nextInt(900) - 450L),
                RULES.responders().get(random.nextInt(RULES.responders().size())).id());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_question_has_the_answer_that_walking_every_case_gives(long seed) throws StoreException {
        Random random = new Random(seed);
        try (SqlCaseStore store = SqlCaseStore.open(StorePlace.folder(directory), ZoneOffset.UTC, List.of(CELLS))) {
            Map<String, Long> versions = new HashMap<>();
            for (int i = 0; i < 120; i++) {
                String id = "case-" + random.nextInt(50);
                versions.put(id, store.append(treated(id, random), versions.getOrDefault(id, 0L),
                        new Edit("Edit " + i, "", Instant.ofEpochSecond(i))));
                if (i % 4 == 0) {
                    RegistryQuery query = query(random);
                    assertEquals(told(walked(store).cohort(query)), told(indexed(store, false).cohort(query)),
                            query::toString);
                }
            }
            assertEquals(List.of(), store.verify().problems());
        }
    }

    @Test
    void other_rules_or_another_time_zone_are_added_up_anew_and_never_mixed() throws StoreException {
        RegistryCells elsewhere = new RegistryCells(RULES, SCHEDULE, ZoneId.of("Asia/Tokyo"));
        assertNotEquals(CELLS.edition(), elsewhere.edition());
        RegistryQuery query = query(new Random(1));
        try (SqlCaseStore store = SqlCaseStore.open(StorePlace.folder(directory), ZoneOffset.UTC, List.of(CELLS))) {
            store.append(treated("a", new Random(5)), 0, new Edit("Edit", "", Instant.EPOCH));
            try (SqlCaseStore other = SqlCaseStore.open(StorePlace.folder(directory), ZoneOffset.UTC,
                    List.of(elsewhere))) {
                ProjectedSums sums = other;
                assertFalse(sums.sums(elsewhere, List.of("years")).isEmpty());
                store.append(treated("b", new Random(6)), 0, new Edit("Edit", "", Instant.EPOCH));
                assertEquals(Optional.empty(), sums.sums(elsewhere, List.of("years")), "behind, so not asked");
            }
            assertEquals(told(walked(store).cohort(query)), told(indexed(store, true).cohort(query)));
        }
    }

    @Test
    void an_encrypted_store_has_the_same_answers_and_no_word_of_them_in_plain() throws StoreException, IOException {
        Random random = new Random(9);
        try (SqlCaseStore store = SqlCaseStore.create(StorePlace.folder(directory), ZoneOffset.UTC, List.of(CELLS),
                "correct horse battery".toCharArray(), 1000, SqlCaseStore.NEW)) {
            for (int i = 0; i < 20; i++) {
                store.append(treated("case-" + i, random), 0, new Edit("Edit", "", Instant.EPOCH));
            }
            for (int i = 0; i < 20; i++) {
                RegistryQuery query = query(random);
                assertEquals(told(walked(store).cohort(query)), told(indexed(store, false).cohort(query)));
            }
        }
        String all = Files.readString(directory.resolve("foramen.db"), StandardCharsets.ISO_8859_1);
        for (String word : List.of("iriformis", "schiofemoral", "Steroid", "pain-50", "RESPONDER", "2025-",
                "2026-01")) {
            assertFalse(all.contains(word), word);
        }
    }
}
