package foramen.storage;

import foramen.domain.casefile.StoreException;
import foramen.storage.Table.Column;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The inside of a backup: every row of every table, the same from SQLite and PostgreSQL, and a digest at its end.
 *
 * <p>Per table a {@code T} and its name, per row an {@code R} and its values (a whole number of eight bytes, or length
 * and bytes, text as UTF-8), at the end an {@code E} and the SHA-256 of all before it. Rows of an encrypted store stand
 * there as they are stored.
 */
final class Backup {
    private static final int TABLE = 'T';
    private static final int ROW = 'R';
    private static final int END = 'E';
    private static final int AT_A_TIME = 200;
    /** No row is as long (engineering default). */
    private static final int LONGEST_VALUE = 1 << 30;

    private Backup() {}

    /** What a backup holds. */
    record Content(long entries, String head) {}

    static void write(Connection connection, OutputStream to) throws SQLException, IOException {
        MessageDigest digest = Canonical.sha256();
        DataOutputStream out = new DataOutputStream(new DigestOutputStream(to, digest));
        out.writeInt(Database.SCHEMA);
        for (Table table : Table.ALL) {
            out.write(TABLE);
            out.writeUTF(table.name());
            try (Statement s = connection.createStatement()) {
                s.setFetchSize(AT_A_TIME);
                try (ResultSet rows = s.executeQuery(table.select())) {
                    while (rows.next()) {
                        out.write(ROW);
                        writeRow(table, rows, out);
                    }
                }
            }
        }
        out.write(END);
        out.flush();
        to.write(digest.digest());
        to.close();
    }

    private static void writeRow(Table table, ResultSet rows, DataOutputStream out) throws SQLException, IOException {
        for (Column column : table.columns()) {
            switch (column.kind()) {
                case WHOLE -> out.writeLong(rows.getLong(column.name()));
                case TEXT -> writeBytes(out, rows.getString(column.name()).getBytes(StandardCharsets.UTF_8));
                case BYTES -> writeBytes(out, rows.getBytes(column.name()));
            }
        }
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Takes the values of one row. */
    private interface RowReader {
        void read(Table table, DataInputStream in) throws IOException, SQLException;
    }

    /** Follows the chain of a backup to its end, without a database. */
    static Content check(Path file, Optional<char[]> passphrase) throws IOException {
        ChainReader chain = new ChainReader();
        try (InputStream in = BackupFile.read(file, passphrase)) {
            walk(file, in, chain);
        } catch (SQLException e) {
            throw new IllegalStateException("No database is asked here", e);
        }
        if (!chain.isWhole()) {
            throw BackupFile.damaged(file, null);
        }
        return new Content(chain.head.seq(), chain.head.hash());
    }

    /** Puts every row of a backup into empty tables; the caller commits. */
    static void restore(Path file, Optional<char[]> passphrase, Connection connection)
            throws IOException, SQLException {
        try (InputStream in = BackupFile.read(file, passphrase); Inserts inserts = new Inserts(connection)) {
            walk(file, in, inserts);
            inserts.flush();
        }
    }

    private static void walk(Path file, InputStream from, RowReader rows) throws IOException, SQLException {
        MessageDigest digest = Canonical.sha256();
        try {
            DataInputStream in = new DataInputStream(new DigestInputStream(from, digest));
            int schema = in.readInt();
            if (schema > Database.SCHEMA) {
                throw new StoreException("The backup " + file + " was written by a newer version of Foramen (schema "
                        + schema + ", this one knows " + Database.SCHEMA + "). Restore it with that version.");
            }
            int next = in.read();
            for (Table table : Table.ALL.stream().filter(t -> t.since() <= schema).toList()) {
                if (next != TABLE || !in.readUTF().equals(table.name())) {
                    throw BackupFile.damaged(file, null);
                }
                next = in.read();
                while (next == ROW) {
                    rows.read(table, in);
                    next = in.read();
                }
            }
            byte[] right = digest.digest();
            if (next != END || !MessageDigest.isEqual(right, from.readNBytes(right.length)) || from.read() >= 0) {
                throw BackupFile.damaged(file, null);
            }
        } catch (StoreException e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            throw BackupFile.damaged(file, e);
        }
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_VALUE) {
            throw new EOFException("A value of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("A value is cut short");
        }
        return bytes;
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    /** Recomputes every hash of the journal. */
    private static final class ChainReader implements RowReader {
        private Entry.Head head = Entry.Head.begin("");
        private boolean broken;
        private boolean ended;

        boolean isWhole() {
            return ended && !broken;
        }

        @Override
        public void read(Table table, DataInputStream in) throws IOException {
            switch (table.name()) {
                case "store_fact" -> {
                    String name = readText(in);
                    String value = readText(in);
                    if (name.equals("origin")) {
                        head = Entry.Head.begin(value);
                    }
                }
                case "journal" -> {
                    Entry e = Entry.read(in.readLong(), readText(in), in.readLong(), readBytes(in), readBytes(in),
                            readText(in), readText(in), readText(in));
                    broken |= !e.follows(head);
                    head = e.head();
                }
                case "chain_head" -> {
                    in.readLong();
                    ended = head.equals(new Entry.Head(in.readLong(), readText(in)));
                }
                default -> skip(table, in);
            }
        }

        private static void skip(Table table, DataInputStream in) throws IOException {
            for (Column column : table.columns()) {
                if (column.kind() == Table.Kind.WHOLE) {
                    in.readLong();
                } else {
                    readBytes(in);
                }
            }
        }
    }

    /** Inserts the rows, some at a time. */
    private static final class Inserts implements RowReader, AutoCloseable {
        private final Connection connection;
        private Optional<Table> table = Optional.empty();
        private Optional<PreparedStatement> statement = Optional.empty();
        private int waiting;

        Inserts(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void read(Table next, DataInputStream in) throws IOException, SQLException {
            if (statement.isEmpty() || !table.equals(Optional.of(next))) {
                flush();
                close();
                table = Optional.of(next);
                statement = Optional.of(connection.prepareStatement(next.insert()));
            }
            PreparedStatement insert = statement.get();
            int at = 1;
            for (Column column : next.columns()) {
                switch (column.kind()) {
                    case WHOLE -> insert.setLong(at++, in.readLong());
                    case TEXT -> insert.setString(at++, readText(in));
                    case BYTES -> insert.setBytes(at++, readBytes(in));
                }
            }
            insert.addBatch();
            if (++waiting == AT_A_TIME) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (statement.isPresent() && waiting > 0) {
                statement.get().executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            if (statement.isPresent()) {
                statement.get().close();
            }
        }
    }
}
