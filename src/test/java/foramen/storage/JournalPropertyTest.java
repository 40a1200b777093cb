package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import foramen.workspace.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any sequence of edits, every state again. */
class JournalPropertyTest {
    private static final int EDITS = 250;

    private final Path directory;

    JournalPropertyTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_state_of_a_random_sequence_of_edits_comes_back_byte_for_byte(long seed) throws StoreException {
        Random random = new Random(seed);
        List<List<Case>> states = List.of(new ArrayList<>(), new ArrayList<>());
        SqlCaseStore store = SqlCaseStore.open(directory);
        for (int i = 0; i < EDITS; i++) {
            int which = random.nextInt(2);
            List<Case> past = states.get(which);
            Case before = past.isEmpty()
                    ? Case.begin(new CaseId("case-" + which), Instant.EPOCH)
                    : past.getLast();
            Case after = random.nextInt(10) == 0 && !past.isEmpty()
                    ? past.get(random.nextInt(past.size()))
                    : edited(before, random);
            store.append(after, past.size(), new Edit("Edit " + i, "Dr " + which, Instant.ofEpochSecond(i)));
            past.add(after);
            if (random.nextInt(25) == 0) {
                store.close();
                store = SqlCaseStore.open(directory);
            }
        }
        for (int which = 0; which < states.size(); which++) {
            CaseId id = new CaseId("case-" + which);
            List<Case> past = states.get(which);
            assertEquals(past.size(), store.journal(id).size());
            for (int i = 0; i < past.size(); i++) {
                assertArrayEquals(CaseJson.write(past.get(i)).getBytes(StandardCharsets.UTF_8),
                        CaseJson.write(store.stateAt(id, i + 1L).orElseThrow()).getBytes(StandardCharsets.UTF_8));
            }
        }
        Verification found = store.verify();
        store.close();
        assertEquals(List.of(), found.problems());
        assertEquals(EDITS, found.entries());
        assertTrue(found.snapshots() > 0, "long enough to need whole states");
    }

    private static Case edited(Case c, Random random) {
        String id = "o" + random.nextInt(40);
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> c.withAnnotation(Fixtures.annotation(id,
                    Fixtures.square(random.nextDouble() * 99, 2, 1 + random.nextDouble())));
            case 3 -> c.withoutAnnotation(id);
            case 4 -> c.withIndication("x".repeat(random.nextInt(9000)));
            case 5 -> c.withPatient(CaseStoreContract.patient("Patient " + random.nextInt(9), "4711"));
            default -> c.withAnnotations(new ArrayList<>(c.annotations()).reversed());
        };
    }
}
