package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.patient.Patient;
import foramen.domain.registry.RegistryCells;
import foramen.testing.TreatedCase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Encrypted records on a server: found again by who has the passphrase, nothing to read for who has the tables. */
@ExtendWith(OnPostgres.class)
class EncryptedPostgresTest {
    private static final RegistryCells CELLS = new RegistryCells(OutcomeRules.FILE.standard(),
            FollowUpSchedule.FILE.standard(), ZoneOffset.UTC);

    private final StorePlace.Server place;

    EncryptedPostgresTest(PostgresServer server) throws SQLException {
        this.place = server.empty();
    }

    @Test
    void search_patient_and_registry_answer_and_no_table_has_a_word_in_plain() throws StoreException, SQLException {
        Patient patient = new Patient("Mustermann^Anna", "SYN-4711", Optional.empty(), "F", Optional.empty());
        try (SqlCaseStore store = SqlCaseStore.create(place, ZoneOffset.UTC, List.of(CELLS),
                "correct horse battery".toCharArray(), 1000, SqlCaseStore.NEW)) {
            store.append(TreatedCase.named("first").vas(-1, 80).injected(0, InjectateClass.STEROID, "piriformis")
                    .vas(14, 20).build().withPatient(patient), 0, new Edit("Begin", "Dr Salem", Instant.EPOCH));
        }
        try (SqlCaseStore store = SqlCaseStore.open(place, ZoneOffset.UTC, List.of(CELLS))) {
            assertTrue(store.isLocked());
            assertThrows(StoreException.class, () -> store.search("muster", 9));
            store.unlock("correct horse battery".toCharArray());
            assertEquals(1, store.search("muster anna", 9).size());
            assertEquals(1, store.ofPatient("SYN-4711").size());
            assertFalse(store.sums(CELLS, List.of("pain-50 2026")).orElseThrow().isEmpty());
            assertEquals(List.of(), store.verify().problems());
        }
        String all = everything();
        for (String word : List.of("ustermann", "anna", "4711", "iriformis", "Steroid", "Salem", "deep gluteal")) {
            assertFalse(all.contains(word), word);
        }
    }

    private String everything() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection raw = PostgresServer.raw(place); Statement s = raw.createStatement()) {
            for (Table table : Table.ALL) {
                try (ResultSet rows = s.executeQuery(table.select())) {
                    while (rows.next()) {
                        for (int i = 1; i <= table.columns().size(); i++) {
                            all.append(new String(rows.getBytes(i), StandardCharsets.ISO_8859_1)).append(' ');
                        }
                    }
                }
            }
        }
        assertTrue(all.toString().contains("first"), "the tables were read");
        return all.toString();
    }
}
