package foramen.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal, as it is stored.
 *
 * <p>{@code hash = SHA-256(previous || record)}, the record being each field in turn with its length before it; so no
 * two different lines have the same record, and no line can be changed, removed, added or moved without the hashes of
 * all later ones changing too. It covers the stored bytes: whoever cannot decrypt them can still check them.
 */
final class Entry {
    /** Goes first into every record, so that a digest made for another purpose never passes for one of these. */
    private static final String DOMAIN = "foramen journal 1";

    private static final String COLUMNS = "seq, case_id, version, edit, body, snapshot, previous, hash";

    /** All columns, to be mapped by {@link #of}. */
    static final String SELECT = "SELECT " + COLUMNS + " FROM journal";
    static final String INSERT = "INSERT INTO journal (" + COLUMNS
            + ") VALUES (:seq, :id, :version, :edit, :body, :snapshot, :previous, :hash)";

    final long seq;
    final String caseId;
    final long version;
    final byte[] edit;
    final byte[] body;
    /** Digest of the stored snapshot of this version, empty where there is none. */
    final String snapshot;
    final String previous;
    final String hash;

    private Entry(long seq, String caseId, long version, byte[] edit, byte[] body, String snapshot, String previous,
            @Nullable String hash) {
        this.seq = seq;
        this.caseId = caseId;
        this.version = version;
        this.edit = edit;
        this.body = body;
        this.snapshot = snapshot;
        this.previous = previous;
        this.hash = hash == null ? rightHash() : hash;
    }

    /** The line after {@code head}. */
    static Entry after(Head head, String caseId, long version, byte[] edit, byte[] body, String snapshot) {
        return new Entry(head.seq() + 1, caseId, version, edit, body, snapshot, head.hash(), null);
    }

    static Entry of(ResultSet row) throws SQLException {
        return new Entry(row.getLong("seq"), row.getString("case_id"), row.getLong("version"), row.getBytes("edit"),
                row.getBytes("body"), row.getString("snapshot"), row.getString("previous"), row.getString("hash"));
    }

    /** A line as it was read elsewhere. */
    static Entry read(long seq, String caseId, long version, byte[] edit, byte[] body, String snapshot, String previous,
            String hash) {
        return new Entry(seq, caseId, version, edit, body, snapshot, previous, hash);
    }

    /** Whether this is the line after {@code head}, unchanged. */
    boolean follows(Head head) {
        return seq == head.seq() + 1 && previous.equals(head.hash()) && hash.equals(rightHash());
    }

    /** The end of the chain after this line. */
    Head head() {
        return new Head(seq, hash);
    }

    /** The hash this line should have by its content. */
    String rightHash() {
        MessageDigest digest = Canonical.sha256();
        put(digest, DOMAIN.getBytes(StandardCharsets.UTF_8));
        put(digest, previous.getBytes(StandardCharsets.UTF_8));
        put(digest, ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
        put(digest, caseId.getBytes(StandardCharsets.UTF_8));
        put(digest, ByteBuffer.allocate(Long.BYTES).putLong(version).array());
        put(digest, edit);
        put(digest, body);
        put(digest, snapshot.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(MessageDigest digest, byte[] field) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        digest.update(field);
    }

    /**
     * The end of the chain.
     *
     * @param seq number of the last line, nought where there is none
     * @param hash its hash, or where the chain begins
     */
    record Head(long seq, String hash) {
        /**
         * Where a chain begins.
         *
         * @param origin what the store was made from, in words
         */
        static Head begin(String origin) {
            return new Head(0, Canonical.digest((DOMAIN + "\n" + origin).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
