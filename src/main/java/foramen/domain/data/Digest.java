package foramen.domain.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether what data files say is the same; a clinic may change a figure and forget the version of the file. */
public final class Digest {
    private static final int BYTES = 8;

    private Digest() {}

    /** The first eight bytes of the SHA-256 (FIPS 180-4) of {@code content} in hexadecimal digits. */
    public static String of(String content) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
