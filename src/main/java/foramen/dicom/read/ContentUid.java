package foramen.dicom.read;

import foramen.dicom.data.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The name of a clip that has none (engineering default): without it, what was drawn on one nameless file would be
 * taken for another's, and would not be found again.
 */
final class ContentUid {
    private ContentUid() {}

    /** The identifier under {@code 2.25} of the bytes of {@code file}: the same for a copy, another for other bytes. */
    static String of(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Uid.fromHash(digest.digest());
    }
}
