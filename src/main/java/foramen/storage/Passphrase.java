package foramen.storage;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import foramen.domain.casefile.StoreException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes a key from a passphrase: PBKDF2-HMAC-SHA-512 (RFC 8018 section 5.2), then AES-256-GCM. It wraps other keys. */
final class Passphrase {
    /** Above the 210,000 that OWASP's Password Storage Cheat Sheet asks for; some half a second. */
    static final int ITERATIONS = 600_000;
    /** What a stored count may be at most, so that a changed one does not stop the machine (engineering default). */
    static final int MOST_ITERATIONS = 20_000_000;
    static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    /** Fewer characters are soon guessed (NIST SP 800-63B section 5.1.1.2). */
    private static final int LEAST_CHARACTERS = 8;

    private Passphrase() {}

    static byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /** Refuses one that is too short to be of use. */
    static void require(char[] passphrase) throws StoreException {
        if (passphrase.length < LEAST_CHARACTERS) {
            throw new StoreException("The passphrase is too short. Choose one of " + LEAST_CHARACTERS
                    + " characters or more, better several words.");
        }
    }

    /** The wrapping key is made of the passphrase, not kept, so its bytes have to pass through here. */
    @AccessesPartialKey
    static Aead key(char[] passphrase, byte[] salt, int iterations) throws GeneralSecurityException {
        if (iterations < 1 || iterations > MOST_ITERATIONS || salt.length != SALT_BYTES) {
            throw new GeneralSecurityException("Not a key this version could have made");
        }
        AeadConfig.register();
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, KEY_BYTES * Byte.SIZE);
        byte[] bytes = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
        spec.clearPassword();
        try {
            AesGcmParameters parameters = AesGcmParameters.builder().setKeySizeBytes(KEY_BYTES).setIvSizeBytes(12)
                    .setTagSizeBytes(16).setVariant(AesGcmParameters.Variant.NO_PREFIX).build();
            AesGcmKey key = AesGcmKey.builder().setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get())).build();
            return KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary()).build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static StoreException wrong(GeneralSecurityException cause) {
        return new StoreException("The passphrase is not the right one; nothing was changed. Try again.", cause);
    }
}
