package foramen.storage;

import foramen.domain.casefile.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to a store, opened again where a server dropped it; one piece of work at a time. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Database database;
    private final Optional<String> readOnly;
    /** Fair: an edit must not wait for more than one batch of a long job. */
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Connection connection;
    private @Nullable Jdbi jdbi;
    private boolean closed;

    Session(Database database) throws StoreException {
        this.database = database;
        Database.Opened opened = database.open();
        this.readOnly = opened.readOnly();
        connect(opened.connection());
    }

    Database database() {
        return database;
    }

    Optional<String> readOnlyBecause() {
        return readOnly;
    }

    private Jdbi connect(Connection next) {
        connection = next;
        Jdbi made = silent(next);
        jdbi = made;
        return made;
    }

    private static Jdbi silent(Connection connection) {
        Jdbi made = Jdbi.create(connection);
        // A bound argument may be a patient's name, which has no business in a log.
        made.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return made;
    }

    /** What reads beside the session for a while. */
    interface Beside<T> {
        T apply(Jdbi jdbi) throws StoreException;
    }

    /** Reads on a connection of its own for as long as {@code work} takes; each transaction sees what is there then. */
    static <T> T beside(Database database, String failed, Beside<T> work) throws StoreException {
        try (Connection connection = database.look()) {
            return work.apply(silent(connection));
        } catch (JdbiException | SQLException | DateTimeException e) {
            throw Failures.because(failed, e);
        }
    }

    /** Work on one picture of all tables as they are now, on a connection of its own that holds nobody up. */
    static <T> T look(Database database, HandleCallback<T, StoreException> work) throws StoreException {
        try (Connection connection = database.look()) {
            return silent(connection).inTransaction(work);
        } catch (JdbiException | SQLException | DateTimeException e) {
            throw Failures.because("The store could not be read to its end", e);
        }
    }

    <T> T read(HandleCallback<T, StoreException> work) throws StoreException {
        turn.lock();
        try {
            return jdbi().withHandle(work);
        } catch (JdbiException | DateTimeException e) {
            throw failed("The store could not be read", e);
        } finally {
            turn.unlock();
        }
    }

    <T> T write(String failed, HandleCallback<T, StoreException> work) throws StoreException {
        if (readOnly.isPresent()) {
            throw new StoreException(failed + ": " + readOnly.get());
        }
        turn.lock();
        try {
            return jdbi().inTransaction(work);
        } catch (JdbiException | DateTimeException e) {
            throw failed(failed, e);
        } finally {
            turn.unlock();
        }
    }

    private Jdbi jdbi() throws StoreException {
        if (closed) {
            throw closedStore();
        }
        Jdbi now = jdbi;
        return now == null ? connect(database.open().connection()) : now;
    }

    private static StoreException closedStore() {
        return new StoreException("The store is closed. Start Foramen again.");
    }

    private StoreException failed(String doing, Exception e) {
        if (Failures.isLostConnection(e)) {
            // The next piece of work asks the server again.
            letGo();
        }
        return Failures.because(doing, e);
    }

    void close() {
        turn.lock();
        try {
            closed = true;
            letGo();
        } finally {
            turn.unlock();
        }
    }

    /** Whether it was closed for good. */
    boolean isClosed() {
        turn.lock();
        try {
            return closed;
        } finally {
            turn.unlock();
        }
    }

    private void letGo() {
        Connection now = connection;
        connection = null;
        jdbi = null;
        if (now != null) {
            try {
                now.close();
            } catch (SQLException e) {
                // Every change was on disk before it was acknowledged, so there is nothing to tell the user.
                LOG.warn("The store did not close in good order", e);
            }
        }
    }
}
