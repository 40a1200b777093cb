package foramen.storage;

import foramen.domain.casefile.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where the tables of a store lie, and all that SQLite and PostgreSQL do not have in common. */
interface Database {
    /** The newest schema this version knows, of either kind. */
    int SCHEMA = 3;

    /**
     * A connection to the tables.
     *
     * @param connection which commits each statement unless told otherwise
     * @param readOnly why nothing may be written, one sentence; empty where it may
     */
    record Opened(Connection connection, Optional<String> readOnly) {}

    /**
     * Opens for writing, making the tables or bringing them up to date where needed.
     *
     * @throws StoreException where what lies there is damaged, or of another program; it is left as it is then
     */
    Opened open() throws StoreException;

    /**
     * Opens for reading what is there, and changes nothing.
     *
     * @throws StoreException where there is no store, or one that has to be brought up to date first
     */
    Connection look() throws StoreException;

    /** What makes a query hold its rows until the transaction ends. */
    String forUpdate();

    /** The names of the triggers and the like that keep the journal from being rewritten and are not there. */
    List<String> missingGuards(Connection connection) throws SQLException;

    /** What the database itself finds wrong with its pages; nothing where all is well, or where it cannot tell. */
    List<String> pageProblems(Connection connection) throws SQLException;

    /** What to call it in a sentence, without secrets. */
    String place();
}
