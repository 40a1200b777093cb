package foramen.domain.clip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The name of a clip that has none (engineering default): without it, what was drawn on one nameless file would be
 * taken for another's, and would not be found again.
 */
public final class ContentUid {
    private ContentUid() {}

    /** The identifier under {@code 2.25} of the bytes of {@code file}: the same for a copy, another for other bytes. */
    public static String of(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return ofHash(digest.digest());
    }

    /**
     * The identifier under {@code 2.25} (DICOM PS3.5 annex B.2) that always belongs to {@code hash}, a SHA-256, in the
     * form of a version 8 UUID (RFC 9562).
     */
    public static String ofHash(byte[] hash) {
        ByteBuffer b = ByteBuffer.wrap(hash);
        long high = (b.getLong() & ~0xF000L) | 0x8000L;
        long low = (b.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        byte[] uuid = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        return "2.25." + new BigInteger(1, uuid);
    }
}
