package foramen.storage;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import foramen.domain.patient.Patient;
import java.math.BigDecimal;
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

/** A store in a place of its own, whatever database keeps it, and a way past its guards. */
abstract class StoreFixture {
    static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    static final Case FIRST = Case.begin(new CaseId("first"), NINE);
    static final Case SECOND = Case.begin(new CaseId("second"), NINE);
    static final Edit EDIT = new Edit("Begin", "Dr Salem", NINE);

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

    /** Counts cases by side, and finds them by it. */
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

        @Override
        public Map<String, String> rows(Case c) {
            return Map.of(c.side().name(), c.indication());
        }
    }

    /** How many cases there are by side. */
    static Map<String, Integer> sides(SqlCaseStore store) throws StoreException {
        Map<String, Integer> sides = new HashMap<>();
        store.sums(new Sides(1), List.of("all")).orElseThrow().forEach((side, n) -> sides.put(side, n.intValueExact()));
        return sides;
    }

    final void rewrite(String... sql) throws SQLException {
        try (Connection raw = raw(); Statement statement = raw.createStatement()) {
            for (String step : disarm()) {
                statement.execute(step);
            }
            for (String step : sql) {
                statement.executeUpdate(step);
            }
        }
    }

    final List<String> found(String words) throws StoreException {
        return store().search(words, 10).stream().map(s -> s.id().value()).toList();
    }

    static Patient patient(String name, String id) {
        return new Patient(name, id, Optional.empty(), "F", Optional.empty());
    }
}
