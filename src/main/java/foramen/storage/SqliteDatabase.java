package foramen.storage;

import foramen.domain.casefile.StoreException;
import foramen.job.NativeFolder;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file of a store: looked at before it is opened for writing, brought to the newest schema, opened.
 *
 * <p>A file that is foreign is refused; one that is damaged or of a newer schema is opened for reading, where that can be
 * done. Not a byte of it is changed: the first look is at the header alone (SQLite file format, section 1.3), the second
 * through a connection that cannot write.
 */
final class SqliteDatabase implements Database {
    /** {@code FORA}, the {@code application_id} of a store. */
    private static final int APPLICATION = 0x464F5241;

    private static final String DRIVER_INSTALLED = "org.sqlite.lib.path";
    private static final String DRIVER_FOLDER = "org.sqlite.tmpdir";
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    /** Up to this size every page is checked on opening; engineering default, a few tens of milliseconds. */
    private static final long CHECKED_BYTES = 64L << 20;

    private static final List<String> GUARDS = List.of("journal_keeps_its_rows", "journal_keeps_its_content",
            "journal_follows_the_last", "case_snapshot_keeps_its_rows", "case_snapshot_keeps_its_content");

    /** What a search or a list over all cases goes through, read once; engineering default. */
    private static final int CACHE_KIB = 32 << 10;

    private final Path file;
    private final Duration patience;

    /**
     * @param file the file
     * @param patience how long to wait for another program that is writing
     */
    SqliteDatabase(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    @Override
    public Opened open() throws StoreException {
        try {
            createDirectory(file.toAbsolutePath().getParent());
            keepDriverOutOfSharedFolders();
            int schema = inspect();
            if (schema > SCHEMA) {
                return openNewer(schema);
            }
            if (schema < SCHEMA) {
                migrate();
            }
            return openSound();
        } catch (Damaged e) {
            return openDamaged(e);
        } catch (SQLException e) {
            if (Failures.isDamage(e)) {
                return openDamaged(damaged());
            }
            throw Failures.because("The store " + file + " cannot be opened", e);
        } catch (IOException e) {
            throw e instanceof StoreException s ? s : unreachable(e);
        }
    }

    private Opened openSound() throws SQLException, Damaged {
        Connection connection = source(false).getConnection();
        if (!Soundness.isWhole(connection)) {
            connection.close();
            throw damaged();
        }
        try (Statement statement = connection.createStatement()) {
            // macOS acknowledges a sync before the drive has the data; elsewhere this has no effect.
            statement.execute("PRAGMA fullfsync = ON");
        }
        return new Opened(connection, Optional.empty());
    }

    /** What is whole of a damaged store is still worth reading; where its tables are not, it is refused. */
    private Opened openDamaged(Damaged refusal) throws StoreException {
        try {
            Connection connection = source(true).getConnection();
            try (Statement statement = connection.createStatement()) {
                if (number(statement, "PRAGMA user_version") == SCHEMA
                        && number(statement, "PRAGMA application_id") == APPLICATION) {
                    Soundness.requireCases(connection);
                    return new Opened(connection, Optional.of(Soundness.damaged(place())));
                }
            } catch (SQLException e) {
                refusal.addSuppressed(e);
            }
            connection.close();
        } catch (SQLException e) {
            refusal.addSuppressed(e);
        }
        throw refusal;
    }

    /** That the file is no whole database. */
    private static final class Damaged extends StoreException {
        private static final long serialVersionUID = 1L;

        Damaged(String sentence) {
            super(sentence);
        }
    }

    private Opened openNewer(int schema) throws SQLException, StoreException {
        Connection connection = source(true).getConnection();
        try {
            Soundness.requireReadable(connection);
            return new Opened(connection, Optional.of(Soundness.newer("The store " + file, schema)));
        } catch (SQLException e) {
            connection.close();
            throw new StoreException(Soundness.newer("The store " + file, schema), e);
        }
    }

    @Override
    public Connection look() throws StoreException {
        try {
            keepDriverOutOfSharedFolders();
            if (inspect() < SCHEMA) {
                throw new StoreException("There is no store in " + file
                        + " yet, or one of an older version that has to be opened once to be brought up to date.");
            }
            return source(true).getConnection();
        } catch (SQLException e) {
            throw Failures.isDamage(e) ? damaged() : Failures.because("The store " + file + " cannot be read", e);
        } catch (IOException e) {
            throw e instanceof StoreException s ? s : unreachable(e);
        }
    }

    @Override
    public String forUpdate() {
        // A transaction holds the whole file from its start.
        return "";
    }

    @Override
    public List<String> missingGuards(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>(GUARDS);
        try (Statement s = connection.createStatement();
                ResultSet rows = s.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        return missing;
    }

    @Override
    public List<String> pageProblems(Connection connection) throws SQLException {
        List<String> problems = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet rows = s.executeQuery("PRAGMA integrity_check(20)")) {
            while (rows.next()) {
                problems.add(rows.getString(1));
            }
        }
        problems.remove("ok");
        return problems;
    }

    @Override
    public String place() {
        return file.toString();
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
            int schema = number(statement, "PRAGMA user_version");
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
    }

    private void migrate() throws IOException, SQLException {
        createOwnerOnly(file);
        Path lock = file.resolveSibling("foramen.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            // Another process may have done it while this one waited.
            if (held.isValid() && inspect() < SCHEMA) {
                Flyway.configure(SqliteDatabase.class.getClassLoader()).dataSource(source(false))
                        .locations("classpath:foramen/storage/migration/sqlite")
                        .javaMigrations(new V2_1__Versions_as_changes()).load().migrate();
            }
        } catch (FlywayException e) {
            throw Failures.because("The store " + file + " could not be brought up to date", e);
        }
    }

    /** Makes an empty file, for its owner alone where the file system knows owners; leaves one that exists. */
    static void createOwnerOnly(Path file) throws IOException {
        try {
            Files.createFile(file, ownerOnly(file, "rw-------"));
        } catch (FileAlreadyExistsException _) {
            // An empty file, or another process was faster: either is as good.
            return;
        }
    }

    /** Makes {@code directory}, for its owner alone where the file system knows owners; leaves one that exists. */
    static void createDirectory(@Nullable Path directory) throws StoreException {
        try {
            if (directory != null && !Files.isDirectory(directory)) {
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
        config.setCacheSize(-CACHE_KIB);
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

    private Damaged damaged() {
        return new Damaged("The store " + file + " is damaged or no database, and was left as it is."
                + " Move it away, then start again, or put a backup in its place with foramen restore.");
    }

    private StoreException unreachable(IOException e) {
        return new StoreException("The store " + file + " cannot be reached (" + e.getMessage()
                + "). Check that its folder can be read and written.", e);
    }
}
