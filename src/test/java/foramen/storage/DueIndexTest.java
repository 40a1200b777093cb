package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.assessment.CareEvent;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.DueIndex;
import foramen.domain.outcome.DueList;
import foramen.domain.outcome.DueVisit;
import foramen.report.RegistryCsv;
import foramen.testing.TreatedCase;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.RegistryDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The due list from what the store keeps by the time, held to the one that walks every case. */
class DueIndexTest {
    private static final AssessmentFiles FILES = AssessmentFiles.standard();
    private static final DueIndex INDEX = new DueIndex(FILES.schedule(), FILES.outcome(), ZoneOffset.UTC);
    private static final RegistryDesk DESK = new RegistryDesk(FILES, new RegistryCsv(), ZoneOffset.UTC);
    private static final List<CaseProjection> KEPT = RegistryDesk.projections(FILES, ZoneOffset.UTC);
    private static final List<CareEvent.Kind> KINDS = List.of(CareEvent.Kind.values());
    private static final List<InjectateClass> SORTS = List.of(InjectateClass.values());

    private final Path directory;

    DueIndexTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static Case treated(String id, Random random) {
        TreatedCase c = TreatedCase.named(id);
        int day = -random.nextInt(900);
        for (int i = 0; i < random.nextInt(7); i++) {
            day += random.nextInt(200);
            switch (random.nextInt(5)) {
                case 0 -> c.event(day, KINDS.get(random.nextInt(KINDS.size())),
                        random.nextBoolean());
                case 1 -> c.vas(day, random.nextInt(100));
                default -> {
                    c.injected(day, SORTS.get(random.nextInt(SORTS.size())), random.nextBoolean() ? "piriformis" : "");
                    if (random.nextBoolean()) {
                        c.vas(day + random.nextInt(400), random.nextInt(100));
                    }
                }
            }
        }
        return c.build();
    }

    private static List<DueVisit> walked(SqlCaseStore store, Instant now) throws StoreException {
        DueList list = new DueList(FILES.schedule(), FILES.outcome(), ZoneOffset.UTC);
        List<DueVisit> all = new ArrayList<>();
        for (Summary s : store.list()) {
            list.of(store.find(s.id()).orElseThrow().current(), now).stream().filter(DueVisit::open).forEach(all::add);
        }
        return all.stream().sorted(ORDER).toList();
    }

    private static final Comparator<DueVisit> ORDER = Comparator.comparing(DueVisit::due)
            .thenComparing(v -> v.caseId().value()).thenComparing(v -> v.procedure().id());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void on_any_day_the_same_is_due_as_by_reading_every_case(long seed) throws StoreException {
        Random random = new Random(seed);
        int seen = 0;
        try (SqlCaseStore store = SqlCaseStore.open(StorePlace.folder(directory), ZoneOffset.UTC, KEPT)) {
            Map<String, Long> versions = new HashMap<>();
            for (int i = 0; i < 80; i++) {
                String id = "case-" + random.nextInt(40);
                versions.put(id, store.append(treated(id, random), versions.getOrDefault(id, 0L),
                        new Edit("Edit " + i, "", Instant.ofEpochSecond(i))));
                Instant now = TreatedCase.day(random.nextInt(2200) - 1000)
                        .plus(Duration.ofMinutes(random.nextInt(1440)));
                List<DueVisit> right = walked(store, now);
                assertEquals(right, DESK.due(store, now).visits().stream().sorted(ORDER).toList(), now::toString);
                seen += right.size();
            }
            assertTrue(seen > 100, "some were due: " + seen);
            assertEquals(List.of(), store.verify().problems());
        }
    }

    @Test
    void a_list_for_today_reads_no_case() throws StoreException {
        Random random = new Random(4);
        try (SqlCaseStore store = SqlCaseStore.open(StorePlace.folder(directory), ZoneOffset.UTC, KEPT)) {
            for (int i = 0; i < 30; i++) {
                store.append(treated("case-" + i, random), 0, new Edit("Edit", "", Instant.EPOCH));
            }
            Instant late = TreatedCase.day(1300);
            assertEquals(List.of(), INDEX.open(store, late).orElseThrow().read());
            DueIndex.Answer early = INDEX.open(store, TreatedCase.day(-2000)).orElseThrow();
            assertEquals(List.of(), early.visits());
            assertFalse(early.read().isEmpty());
        }
    }

    @Test
    void a_patient_who_is_renamed_is_listed_under_the_new_name() throws StoreException {
        Case c = TreatedCase.named("a").injected(0, InjectateClass.STEROID, "piriformis").build();
        Instant now = TreatedCase.day(14);
        try (SqlCaseStore store = SqlCaseStore.open(StorePlace.folder(directory), ZoneOffset.UTC, KEPT)) {
            store.append(c, 0, new Edit("Begin", "", Instant.EPOCH));
            store.append(c.withPatient(StoreFixture.patient("Muster^Anna", "4711")), 1,
                    new Edit("Name", "", Instant.EPOCH));
            assertEquals(walked(store, now), DESK.due(store, now).visits());
            StoredCase stored = store.find(new CaseId("a")).orElseThrow();
            assertEquals(stored.current().patient().label(), DESK.due(store, now).visits().getFirst().patient());
        }
    }

    @Test
    void an_encrypted_store_keeps_it_without_a_word_in_plain() throws StoreException, IOException {
        Instant now = TreatedCase.day(14);
        try (SqlCaseStore store = SqlCaseStore.create(StorePlace.folder(directory), ZoneOffset.UTC, KEPT,
                "correct horse battery".toCharArray(), 1000, SqlCaseStore.NEW)) {
            store.append(TreatedCase.named("a").injected(0, InjectateClass.STEROID, "piriformis").build()
                    .withPatient(StoreFixture.patient("Muster^Anna", "4711")), 0, new Edit("Begin", "", Instant.EPOCH));
            assertEquals(walked(store, now), DESK.due(store, now).visits());
            assertFalse(DESK.due(store, now).visits().isEmpty());
        }
        String all = Files.readString(directory.resolve("foramen.db"), StandardCharsets.ISO_8859_1);
        for (String word : List.of("uster", "iriformis", "STEROID", "open 8", "newest", "2wk")) {
            assertFalse(all.contains(word), word);
        }
    }
}
