package foramen.storage;

import foramen.domain.casefile.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Puts what SQLite says into a sentence for the user. */
final class Failures {
    /** SQLite keeps the kind of failure in the low byte of its extended result codes. */
    private static final int PRIMARY = 0xff;

    private Failures() {}

    /**
     * The sentence for {@code cause}.
     *
     * @param doing what could not be done, such as {@code The change was not saved}
     */
    static StoreException because(String doing, Exception cause) {
        return new StoreException(doing + ": " + reason(cause), cause);
    }

    /** Whether the file's content is at fault. */
    static boolean isDamage(SQLException e) {
        int code = e.getErrorCode() & PRIMARY;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static String reason(Throwable cause) {
        SQLException sql = sqlException(cause);
        if (sql == null) {
            return "the store failed (" + cause.getMessage() + ").";
        }
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
