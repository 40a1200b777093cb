package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A store of schema 1, made by its own SQL, becomes one of today with nothing lost. */
class SchemaOneTest {
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private final Path directory;
    private final Path file;

    SchemaOneTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("foramen.db");
    }

    @Test
    void every_version_of_every_case_is_taken_over() throws Exception {
        List<Case> first = states("first");
        List<Case> second = states("second");
        makeOld(first, second);
        try (SqlCaseStore store = SqlCaseStore.open(directory)) {
            for (List<Case> past : List.of(first, second)) {
                CaseId id = past.getFirst().id();
                assertEquals(Optional.of(new StoredCase(past.getLast(), past.size())), store.find(id));
                for (int i = 0; i < past.size(); i++) {
                    assertEquals(Optional.of(past.get(i)), store.stateAt(id, i + 1L));
                    assertEquals(new Edit("Edit " + i, "د. سالم", NINE.plusSeconds(i)), store.journal(id).get(i));
                }
            }
            assertEquals("second", store.findByClip("1.2.3").orElseThrow().current().id().value());
            assertEquals("second", store.list().getFirst().id().value());
            assertEquals(2, store.search("must", 9).size());
            assertEquals(Optional.of(new FrameRef("1.2.3", 7)), store.lastView(new CaseId("first")));
            assertEquals(Optional.of("Dr Müller"), store.setting("operator"));
            assertEquals(List.of(), store.verify().problems());
            assertEquals(first.size() + 1L, store.append(first.getFirst(), first.size(), new Edit("On", "", NINE)));
        }
        try (Connection raw = raw(); Statement s = raw.createStatement()) {
            assertFalse(exists(s, "case_version"));
        }
    }

    @Test
    void a_version_that_cannot_be_taken_over_leaves_the_old_store_as_it_was() throws Exception {
        makeOld(states("first"), states("second"));
        try (Connection raw = raw(); Statement s = raw.createStatement()) {
            s.execute("DROP TRIGGER case_version_keeps_its_content");
            s.execute("UPDATE case_version SET document = '[]' WHERE seq = 2");
        }
        assertThrows(StoreException.class, () -> SqlCaseStore.open(directory).close());
        try (Connection raw = raw();
                Statement s = raw.createStatement();
                ResultSet rows = s
                        .executeQuery("SELECT (SELECT count(*) FROM case_version), (SELECT count(*) FROM setting)")) {
            assertEquals(12, rows.getInt(1));
            assertEquals(1, rows.getInt(2));
        }
        // As the version before it would find it.
        try (Connection raw = raw();
                Statement s = raw.createStatement();
                ResultSet rows = s
                        .executeQuery("PRAGMA user_version")) {
            assertEquals(1, rows.getInt(1));
        }
    }

    private static List<Case> states(String id) {
        List<Case> states = new ArrayList<>();
        Case c = Case.begin(new CaseId(id), NINE).withPatient(CaseStoreContract.patient("Muster^Anna", "47"))
                .withClip(new ClipRef("1.2.3", "/clips/ä.dcm", "🦴"));
        for (int i = 0; i < 6; i++) {
            states.add(c);
            c = c.withIndication("why ".repeat(i * 4000));
        }
        return states;
    }

    private void makeOld(List<Case> first, List<Case> second) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        Flyway.configure(getClass().getClassLoader()).dataSource(source)
                .locations("classpath:foramen/storage/migration/sqlite").target("1").load().migrate();
        try (Connection raw = raw(); Statement s = raw.createStatement()) {
            for (int i = 0; i < first.size(); i++) {
                version(raw, first.get(i), i);
                version(raw, second.get(i), i);
            }
            s.execute("INSERT INTO case_clip VALUES ('first', '1.2.3'), ('second', '1.2.3')");
            s.execute("INSERT INTO view_state VALUES ('first', '1.2.3', 7)");
            s.execute("INSERT INTO setting VALUES ('operator', 'Dr Müller')");
        }
    }

    private static void version(Connection raw, Case c, int i) throws SQLException {
        try (PreparedStatement head = raw.prepareStatement("INSERT INTO patient_case VALUES (?, 1, 'Anna', '', '')"
                + " ON CONFLICT (id) DO UPDATE SET version = version + 1");
                PreparedStatement line = raw.prepareStatement("INSERT INTO case_version"
                        + " (case_id, version, action, operator, at, document) VALUES (?, ?, ?, ?, ?, ?)")) {
            head.setString(1, c.id().value());
            head.execute();
            line.setString(1, c.id().value());
            line.setInt(2, i + 1);
            line.setString(3, "Edit " + i);
            line.setString(4, "د. سالم");
            line.setString(5, NINE.plusSeconds(i).toString());
            line.setString(6, CaseJson.write(c));
            line.execute();
        }
    }

    private Connection raw() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static boolean exists(Statement s, String table) throws SQLException {
        try (ResultSet rows = s.executeQuery("SELECT count(*) FROM sqlite_schema WHERE name = '" + table + "'")) {
            return rows.getInt(1) > 0;
        }
    }
}
