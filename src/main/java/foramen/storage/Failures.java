package foramen.storage;

import foramen.domain.casefile.StoreException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Puts what SQLite or PostgreSQL says into a sentence for the user. */
final class Failures {
    /** SQLite keeps the kind of failure in the low byte of its extended result codes. */
    private static final int PRIMARY = 0xff;
    /** The class of SQLSTATE of a connection that failed. */
    private static final String LOST = "08";

    /** Data corrupted, index corrupted (PostgreSQL documentation, appendix A). */
    private static final Set<String> DAMAGED = Set.of("XX001", "XX002");

    private Failures() {}

    /**
     * The sentence for {@code cause}.
     *
     * @param doing what could not be done, such as {@code The change was not saved}
     */
    static StoreException because(String doing, Exception cause) {
        return new StoreException(doing + ": " + reason(cause), cause);
    }

    /** Whether the content of the file, or of the server's, is at fault. */
    static boolean isDamage(SQLException e) {
        if (!(e instanceof SQLiteException) && e.getSQLState() != null) {
            return DAMAGED.contains(e.getSQLState());
        }
        int code = e.getErrorCode() & PRIMARY;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static String reason(Throwable cause) {
        SQLException sql = sqlException(cause);
        if (sql == null) {
            return "the store failed (" + cause.getMessage() + ").";
        }
        String state = sql.getSQLState();
        return sql instanceof SQLiteException || state == null ? fileReason(sql) : serverReason(sql, state);
    }

    /** By the classes of SQLSTATE (PostgreSQL documentation, appendix A). */
    private static String serverReason(SQLException sql, String state) {
        if (state.startsWith(LOST) || state.startsWith("57P")) {
            return "the server cannot be reached. Check the network and that the server runs, then try again.";
        }
        if (state.startsWith("28")) {
            return "the server does not accept this user or password. Check PGUSER and PGPASSWORD.";
        }
        return switch (state) {
            case "3D000" -> "the server has no such database. Make it first, or check the name in FORAMEN_DB.";
            case "42501", "25006" -> "the user may not write there. Ask whoever keeps the server.";
            case "53100" -> "the disk of the server is full. Make room and try again.";
            case "55P03", "40001", "40P01" ->
                "another program is writing to the store. Try again in a moment.";
            case "XX001", "XX002" -> "the server found damaged data. Restore a backup into a new database.";
            default -> "the server refused it (" + sql.getMessage() + ").";
        };
    }

    /** Whether the connection is gone, so that only a new one can help. */
    static boolean isLostConnection(Throwable cause) {
        SQLException sql = sqlException(cause);
        String state = sql == null || sql instanceof SQLiteException ? null : sql.getSQLState();
        return state != null && (state.startsWith(LOST) || state.startsWith("57P"));
    }

    private static String fileReason(SQLException sql) {
        int code = sql.getErrorCode() & PRIMARY;
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "another program is writing to the store. Try again in a moment.";
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "the disk is full. Make room and try again.";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return "the store's file cannot be written. Check the rights of its folder.";
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return "the disk reported an error. Check the disk, then try again.";
        }
        if (isDamage(sql)) {
            return "the store's file is damaged. Close Foramen and restore a copy of it.";
        }
        return "the store refused it (" + sql.getMessage() + ").";
    }

    private static @Nullable SQLException sqlException(@Nullable Throwable cause) {
        Throwable t = cause;
        while (t != null && !(t instanceof SQLException)) {
            t = t.getCause();
        }
        return (SQLException) t;
    }
}
