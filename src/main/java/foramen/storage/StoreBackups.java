package foramen.storage;

import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Backs a store up while it is in use, and restores a backup where there is no store. */
public final class StoreBackups {
    private StoreBackups() {}

    /**
     * What was backed up or restored.
     *
     * @param entries lines of the journal
     * @param head the hash of the last one
     */
    public record Done(long entries, String head) {}

    /**
     * Writes all of the store at {@code place}, as it is at one moment, to {@code file}, and reads it back to check its
     * chain. Nothing is at {@code file} until it is whole.
     *
     * @param file must not exist
     * @param passphrase to encrypt the whole file with
     * @throws StoreException where the store cannot be read, or the file exists or cannot be written
     */
    public static Done backUp(StorePlace place, Path file, Optional<char[]> passphrase) throws StoreException {
        return backUp(place, file, passphrase, Passphrase.ITERATIONS);
    }

    static Done backUp(StorePlace place, Path file, Optional<char[]> passphrase, int iterations)
            throws StoreException {
        refuseExisting(file);
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            SqliteDatabase.createOwnerOnly(partial);
            try (Connection connection = place.database().look()) {
                connection.setAutoCommit(false);
                Backup.write(connection, BackupFile.write(partial, passphrase, iterations));
                connection.rollback();
            }
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Backup.Content content = Backup.check(partial, passphrase);
            refuseExisting(file);
            Files.move(partial, file);
            return new Done(content.entries(), content.head());
        } catch (SQLException e) {
            throw leaving(partial, Failures.because("The store could not be backed up", e));
        } catch (IOException e) {
            throw leaving(partial, e instanceof StoreException s
                    ? s
                    : new StoreException("The backup " + file + " cannot be written (" + e.getMessage()
                            + "). Check the folder, its rights and the room on the disk.", e));
        }
    }

    private static StoreException leaving(Path partial, StoreException e) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException left) {
            e.addSuppressed(left);
        }
        return e;
    }

    private static void refuseExisting(Path file) throws StoreException {
        if (Files.exists(file)) {
            throw new StoreException(
                    "The file " + file + " exists already and was left as it is. Choose another name.");
        }
    }

    /** Whether {@code file} needs a passphrase to be read. */
    public static boolean isEncrypted(Path file) throws IOException {
        return BackupFile.isEncrypted(file);
    }

    /** Reads {@code file} to its end and checks its chain; changes nothing. */
    public static Done check(Path file, Optional<char[]> passphrase) throws IOException {
        Backup.Content content = Backup.check(file, passphrase);
        return new Done(content.entries(), content.head());
    }

    /**
     * Makes a store at {@code place} from {@code file}, which is checked before and after.
     *
     * @throws StoreException where there is a store already, or the backup is damaged; nothing is changed then
     */
    public static Done restore(Path file, Optional<char[]> passphrase, StorePlace place) throws IOException {
        Backup.Content content = Backup.check(file, passphrase);
        switch (place) {
            case StorePlace.Folder folder -> restoreFile(file, passphrase, folder);
            case StorePlace.Server server -> {
                fill(file, passphrase, server.database());
                verify(server.database());
            }
        }
        return new Done(content.entries(), content.head());
    }

    private static void restoreFile(Path file, Optional<char[]> passphrase, StorePlace.Folder folder)
            throws IOException {
        SqliteDatabase.createDirectory(folder.directory());
        if (Files.exists(folder.file())) {
            throw there(folder.file().toString());
        }
        Path partial = folder.directory().resolve("foramen-restoring.db");
        List<Path> remains = List.of(partial, folder.directory().resolve("foramen-restoring.db-wal"),
                folder.directory().resolve("foramen-restoring.db-shm"));
        try {
            for (Path old : remains) {
                Files.deleteIfExists(old);
            }
            Database database = new SqliteDatabase(partial, folder.patience());
            fill(file, passphrase, database);
            verify(database);
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial, folder.file());
        } catch (FileAlreadyExistsException e) {
            throw there(folder.file().toString());
        } finally {
            for (Path left : remains) {
                Files.deleteIfExists(left);
            }
        }
    }

    private static StoreException there(String place) {
        return new StoreException("There is a store in " + place + " already and it was left as it is."
                + " Restore into another folder with --to, or move that store away first.");
    }

    private static void fill(Path file, Optional<char[]> passphrase, Database database) throws IOException {
        Database.Opened opened = database.open();
        try (Connection connection = opened.connection()) {
            connection.setAutoCommit(false);
            try (Statement s = connection.createStatement();
                    ResultSet rows = s.executeQuery("SELECT count(*) FROM chain_head")) {
                rows.next();
                if (opened.readOnly().isPresent() || rows.getLong(1) > 0) {
                    throw there(database.place());
                }
            }
            Backup.restore(file, passphrase, connection);
            connection.commit();
        } catch (SQLException e) {
            throw Failures.because("The backup could not be restored; nothing was changed", e);
        }
    }

    private static void verify(Database database) throws StoreException {
        Verification found = new Verifier(database, sealOf(database), List.of()).verify();
        if (!found.isSound()) {
            throw new StoreException("The restored store is not sound: " + found.problems().getFirst()
                    + " Take another backup.");
        }
    }

    /** The contents of an encrypted store are not looked into, only its chain. */
    static Seal sealOf(Database database) throws StoreException {
        return Session.look(database, KeyedSeal::isIn) ? new KeyedSeal() : Seal.NONE;
    }
}
