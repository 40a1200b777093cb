package foramen.dicom.deident;

import foramen.domain.clip.ContentUid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which new UIDs, pseudonyms and offsets of dates are made (HMAC-SHA-256, RFC 2104): the same key makes
 * the same ones, and without it nobody finds the way back or can try out whom a pseudonym stands for.
 */
public final class DeidentKey {
    /** The length of a key in bytes. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTER_BITS = 5;
    /** Dates move back by up to ten years, by no less than one (engineering default). */
    private static final int LEAST_DAYS = 366;
    private static final int MOST_DAYS = 3653;

    private final SecretKeySpec secret;

    private DeidentKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The key of these bytes. */
    public static DeidentKey of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("A key has " + BYTES + " bytes, not " + secret.length);
        }
        return new DeidentKey(secret.clone());
    }

    /** A new key. */
    public static DeidentKey random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new DeidentKey(secret);
    }

    /** The bytes to be kept. */
    byte[] secret() {
        return secret.getEncoded();
    }

    private byte[] mac(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** The UID under {@code 2.25} that stands for {@code original} in every file. */
    public String uid(String original) {
        return ContentUid.ofHash(mac("uid", original));
    }

    /** The pseudonym of {@code patient}, fit for Patient's Name, Patient ID and the name of a folder. */
    public String pseudonym(String patient) {
        return "P-" + letters(mac("patient", patient), 10);
    }

    /** A name for the file of an instance. */
    String fileName(String instance) {
        return "I-" + letters(mac("file", instance), 12);
    }

    /** The identifier that stands for the one by which a drawing is known in several objects. */
    String tracking(String identifier) {
        return "T-" + letters(mac("tracking", identifier), 12);
    }

    /** A name for the folder of a study. */
    String folderName(String study) {
        return "S-" + letters(mac("study", study), 8);
    }

    /** By how many days the dates of {@code patient} move; always back. */
    int shiftDays(String patient) {
        long number = ByteBuffer.wrap(mac("dates", patient)).getLong() & Long.MAX_VALUE;
        return -(int) (LEAST_DAYS + number % (MOST_DAYS - LEAST_DAYS + 1));
    }

    /** By which two batches can be told to share a key, without telling anything of it. */
    public String fingerprint() {
        return HexFormat.of().formatHex(Arrays.copyOf(mac("fingerprint", ""), 8));
    }

    private static String letters(byte[] hash, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int bit = i * LETTER_BITS;
            int word = (hash[bit / 8] & 0xFF) << 8 | (hash[bit / 8 + 1] & 0xFF);
            text.append(LETTERS.charAt(word >> (16 - LETTER_BITS - bit % 8) & 31));
        }
        return text.toString();
    }
}
