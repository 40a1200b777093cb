package foramen.storage;

import foramen.domain.casefile.StoreException;
import foramen.job.NativeFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file of a store: looked at before it is opened for writing, brought to the newest schema, opened.
 *
 * <p>A file that is damaged, foreign or of a newer schema is refused and not a byte of it is changed: the first look
 * is at the header alone (SQLite file format, section 1.3), the second through a connection that cannot write.
 */
final class DatabaseFile {
    /** The schema that the newest migration leaves behind as {@code user_version}. */
    static final int SCHEMA = 1;

    /** {@code FORA}, the {@code application_id} of a store. */
    private static final int APPLICATION = 0x464F5241;

    private static final String DRIVER_INSTALLED = "org.sqlite.lib.path";
    private static final String DRIVER_FOLDER = "org.sqlite.tmpdir";
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    private static final int USER_VERSION_OFFSET = 60;
    /** Up to this size every page is checked on opening; engineering default, a few tens of milliseconds. */
    private static final long CHECKED_BYTES = 64L << 20;

    private final Path file;
    private final Duration patience;

    /**
     * @param file the file
     * @param patience how long to wait for another program that is writing
     */
    DatabaseFile(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /**
     * Opens the file for writing, creating it or bringing it up to date where needed.
     *
     * @throws StoreException where it is not a store this version can write, or cannot be reached
     */
    Connection open() throws StoreException {
        try {
            keepDriverOutOfSharedFolders();
            if (inspect() < SCHEMA) {
                migrate();
            }
            Connection connection = source(false).getConnection();
            try (Statement statement = connection.createStatement()) {
                // macOS acknowledges a sync before the drive has the data; elsewhere this has no effect.
                statement.execute("PRAGMA fullfsync = ON");
            }
            return connection;
        } catch (SQLException e) {
            throw Failures.isDamage(e) ? damaged() : Failures.because("The store " + file + " cannot be opened", e);
        } catch (IOException e) {
            throw e instanceof StoreException s ? s : unreachable(e);
        }
    }

    /** The driver unpacks its library into the temporary folder of all users where it is told no other. */
    private static void keepDriverOutOfSharedFolders() throws IOException {
        if (System.getProperty(DRIVER_INSTALLED) == null && System.getProperty(DRIVER_FOLDER) == null) {
            NativeFolder natives = NativeFolder.ofThisProcess();
            natives.makeForTheUserOnly();
            System.setProperty(DRIVER_FOLDER, natives.path().toString());
        }
    }

    /** The schema of the file, nought where there is nothing in it; refuses what must not be written to. */
    private int inspect() throws IOException, SQLException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            return 0;
        }
        inspectHeader();
        try (Connection look = source(true).getConnection(); Statement statement = look.createStatement()) {
            int schema = refuseNewer(number(statement, "PRAGMA user_version"));
            int application = number(statement, "PRAGMA application_id");
            if (application != APPLICATION && number(statement, "SELECT count(*) FROM sqlite_schema"
                    + " WHERE type = 'table' AND name <> 'flyway_schema_history'") > 0) {
                throw new StoreException("The file " + file + " is a database of another program and was left as it is."
                        + " Move it away, or choose another folder for Foramen.");
            }
            if (Files.size(file) <= CHECKED_BYTES && !"ok".equals(text(statement, "PRAGMA quick_check(1)"))) {
                throw damaged();
            }
            return schema;
        }
    }

    private void inspectHeader() throws IOException {
        byte[] header;
        try (var in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER_BYTES);
        }
        if (header.length < HEADER_BYTES || !Arrays.equals(Arrays.copyOf(header, MAGIC.length), MAGIC)) {
            throw damaged();
        }
        refuseNewer(ByteBuffer.wrap(header).getInt(USER_VERSION_OFFSET));
    }

    private int refuseNewer(int schema) throws StoreException {
        if (schema > SCHEMA) {
            throw new StoreException("The store " + file + " was written by a newer version of Foramen (schema "
                    + schema + ", this one knows " + SCHEMA + ") and was left as it is. Open it with that version.");
        }
        return schema;
    }

    private void migrate() throws IOException, SQLException {
        createOwnerOnly();
        Path lock = file.resolveSibling("foramen.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            // Another process may have done it while this one waited.
            if (held.isValid() && inspect() < SCHEMA) {
                Flyway.configure(DatabaseFile.class.getClassLoader()).dataSource(source(false))
                        .locations("classpath:foramen/storage/migration").load().migrate();
            }
        } catch (FlywayException e) {
            throw Failures.because("The store " + file + " could not be brought up to date", e);
        }
    }

    private void createOwnerOnly() throws IOException {
        try {
            Files.createFile(file, ownerOnly(file, "rw-------"));
        } catch (FileAlreadyExistsException _) {
            // An empty file, or another process was faster: either is as good.
            return;
        }
    }

    /** Makes {@code directory}, for its owner alone where the file system knows owners; leaves one that exists. */
    static void createDirectory(Path directory) throws StoreException {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
            }
        } catch (IOException e) {
            throw new StoreException("The folder " + directory
                    + " for Foramen's data cannot be made. Check its rights, or choose another folder.", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private SQLiteDataSource source(boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.enforceForeignKeys(true);
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            // A transaction that reads and then writes must hold the write lock from its start.
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        // As a URI, because a plain path with a question mark in it would be cut there.
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri());
        return source;
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.getInt(1);
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }

    private StoreException damaged() {
        return new StoreException("The store " + file + " is damaged or no database, and was left as it is."
                + " Move it away or put a copy in its place, then start again.");
    }

    private StoreException unreachable(IOException e) {
        return new StoreException("The store " + file + " cannot be reached (" + e.getMessage()
                + "). Check that its folder can be read and written.", e);
    }
}
