package foramen.storage;

import foramen.domain.casefile.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL database of a store: brought to the newest schema, opened. */
final class PostgresDatabase implements Database {
    static final String PREFIX = "jdbc:postgresql:";

    private static final List<String> GUARDS = List.of("journal_keeps_its_rows", "journal_follows_the_last",
            "case_snapshot_keeps_its_rows");
    /** How long to wait for a server that does not answer, in seconds (engineering default). */
    private static final int ANSWER = 10;
    /** Up to this size every row is read on opening; engineering default, a few tenths of a second. */
    private static final long CHECKED_BYTES = 16L << 20;

    private final StorePlace.Server server;

    PostgresDatabase(StorePlace.Server server) {
        this.server = server;
    }

    @Override
    public Opened open() throws StoreException {
        PGSimpleDataSource source = source();
        try {
            int schema = schema(source);
            if (schema > SCHEMA) {
                return reading(source, Soundness::requireReadable, Soundness.newer(place(), schema));
            }
            if (schema < SCHEMA) {
                Flyway.configure(PostgresDatabase.class.getClassLoader()).dataSource(source)
                        .locations("classpath:foramen/storage/migration/postgresql").load().migrate();
            }
            return isSound(source)
                    ? writing(source)
                    : reading(source, Soundness::requireCases, Soundness.damaged(place()));
        } catch (SQLException | FlywayException e) {
            throw Failures.because("The store " + place() + " cannot be opened", e);
        }
    }

    private static Opened writing(PGSimpleDataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            // A server may be set to acknowledge before it has written; a clinical edit waits.
            statement.execute("SET synchronous_commit = on");
            statement.execute("SET lock_timeout = " + StorePlace.PATIENCE.toMillis());
        }
        return new Opened(connection, Optional.empty());
    }

    /** Whether all tables are there and, where that is soon told, none of their pages is damaged. */
    private static boolean isSound(PGSimpleDataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!Soundness.isWhole(connection)) {
                return false;
            }
            if (bytes(connection) <= CHECKED_BYTES) {
                Soundness.readAll(connection);
            }
            return true;
        } catch (SQLException e) {
            if (Failures.isDamage(e)) {
                return false;
            }
            throw e;
        }
    }

    private static long bytes(Connection connection) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet row = s.executeQuery("SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
                        + " WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What a connection is asked before it is used for reading. */
    private interface Requirement {
        void of(Connection connection) throws SQLException;
    }

    private static Opened reading(PGSimpleDataSource source, Requirement requirement, String because)
            throws SQLException, StoreException {
        Connection connection = source.getConnection();
        try {
            connection.setReadOnly(true);
            requirement.of(connection);
            return new Opened(connection, Optional.of(because));
        } catch (SQLException e) {
            connection.close();
            throw new StoreException(because, e);
        }
    }

    /** The schema of the tables, nought where there are none. */
    private static int schema(PGSimpleDataSource source) throws SQLException {
        try (Connection c = source.getConnection(); Statement s = c.createStatement()) {
            try (ResultSet table = s.executeQuery("SELECT to_regclass('store_fact') IS NOT NULL")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet row = s.executeQuery("SELECT value FROM store_fact WHERE name = 'schema'")) {
                return row.next() ? Integer.parseInt(row.getString(1)) : 0;
            }
        }
    }

    @Override
    public Connection look() throws StoreException {
        PGSimpleDataSource source = source();
        try {
            if (schema(source) == 0) {
                throw new StoreException("There is no store in " + place() + ".");
            }
            Connection connection = source.getConnection();
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        } catch (SQLException e) {
            throw Failures.because("The store " + place() + " cannot be read", e);
        }
    }

    private PGSimpleDataSource source() throws StoreException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(server.url());
        } catch (IllegalArgumentException e) {
            throw new StoreException("FORAMEN_DB does not name a PostgreSQL database. Write it as"
                    + " jdbc:postgresql://server/database, or leave it out to keep records in a folder.", e);
        }
        server.user().ifPresent(source::setUser);
        server.password().ifPresent(source::setPassword);
        source.setConnectTimeout(ANSWER);
        source.setTcpKeepAlive(true);
        source.setApplicationName("Foramen");
        return source;
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }

    @Override
    public List<String> missingGuards(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>(GUARDS);
        try (Statement s = connection.createStatement();
                ResultSet rows = s.executeQuery("SELECT tgname FROM pg_trigger"
                        + " WHERE tgenabled <> 'D' AND tgrelid IN ('journal'::regclass, 'case_snapshot'::regclass)")) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        return missing;
    }

    @Override
    public List<String> pageProblems(Connection connection) {
        // Only a superuser may look at the server's pages (pg_amcheck); the chain covers what they hold.
        return List.of();
    }

    @Override
    public String place() {
        return server.toString();
    }
}
