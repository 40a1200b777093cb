package foramen.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What decides whether a store is opened for writing, for reading, or not at all: which of its tables are there, and
 * whether they can be read; the same for SQLite and PostgreSQL.
 */
final class Soundness {
    /** Without one of them an edit could not be kept whole. */
    private static final List<String> TABLES = List.of("journal", "case_snapshot", "chain_head", "case_head",
            "case_term", "projection", "projection_cell", "projection_row", "projection_build", "case_view",
            "store_setting", "store_fact", "vault");
    /** What showing a case goes through. */
    private static final List<String> CASES = List.of(Entry.SELECT, "SELECT case_id, version, summary FROM case_head",
            "SELECT case_id, version, body FROM case_snapshot", "SELECT name, value FROM store_setting",
            "SELECT case_id, view FROM case_view", "SELECT salt, iterations, documents, terms FROM vault");
    /** What searching goes through. */
    private static final String TERMS = "SELECT kind, term, case_id FROM case_term";

    private Soundness() {}

    /** Whether every table is there. */
    static boolean isWhole(Connection connection) throws SQLException {
        Set<String> missing = new HashSet<>(TABLES);
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%",
                new String[]{"TABLE"})) {
            while (tables.next()) {
                missing.remove(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return missing.isEmpty();
    }

    /** Fails where the tables of a newer version are not those this version reads. */
    static void requireReadable(Connection connection) throws SQLException {
        requireCases(connection);
        requireAnswer(connection, TERMS);
    }

    /** Fails where not even cases can be read. */
    static void requireCases(Connection connection) throws SQLException {
        for (String query : CASES) {
            requireAnswer(connection, query);
        }
    }

    private static void requireAnswer(Connection connection, String query) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.executeQuery(query + " LIMIT 1").close();
        }
    }

    /** Reads every row of every table to its end, which fails where the server finds a page of it damaged. */
    static void readAll(Connection connection) throws SQLException {
        try (Statement s = connection.createStatement()) {
            for (String table : TABLES) {
                // As text, because the length of a long value is known without reading it.
                s.executeQuery("SELECT count(md5(t::text)) FROM " + table + " t").close();
            }
        }
    }

    /** Why a store of a newer version is not written to. */
    static String newer(String place, int schema) {
        return place + " was written by a newer version of Foramen (schema " + schema + ", this one knows "
                + Database.SCHEMA + "); it is left as it is and can only be read here. Edit it with that version.";
    }

    /** Why a damaged store is not written to. */
    static String damaged(String place) {
        return "The store " + place
                + " is damaged. It is left as it is, and what can still be read is shown; nothing can"
                + " be changed. Put a backup in its place with foramen restore.";
    }
}
