package foramen.storage;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import foramen.domain.casefile.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Encryption by keys that a passphrase opens: AES-256-GCM for documents, AES-256-SIV (RFC 5297) for what must be found
 * again, the context as associated data of both.
 *
 * <p>The keys are made once at random and kept in the table {@code vault}, wrapped by a key from the passphrase; so the
 * passphrase can be changed without touching the journal. Locked at first.
 */
final class KeyedSeal implements Seal {
    private static final byte[] DOCUMENTS = "foramen vault documents".getBytes(StandardCharsets.UTF_8);
    private static final byte[] INDEX = "foramen vault index".getBytes(StandardCharsets.UTF_8);

    private volatile @Nullable Keys keys;

    private record Keys(KeysetHandle documents, KeysetHandle index, Aead aead, DeterministicAead alike) {
        static Keys of(KeysetHandle documents, KeysetHandle index) throws GeneralSecurityException {
            return new Keys(documents, index, documents.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    index.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class));
        }
    }

    /** Whether the store has a vault, and so is encrypted. */
    static boolean isIn(Handle h) {
        return h.createQuery("SELECT count(*) FROM vault").mapTo(Long.class).one() > 0;
    }

    /** Makes keys and a vault for them; unlocked from then on. */
    void make(Handle h, char[] passphrase, int iterations) throws StoreException {
        Passphrase.require(passphrase);
        try {
            AeadConfig.register();
            DeterministicAeadConfig.register();
            keys = Keys.of(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    KeysetHandle.generateNew(PredefinedDeterministicAeadParameters.AES256_SIV,
                            RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new StoreException("The keys for the store could not be made.", e);
        }
        keep(h, passphrase, iterations);
    }

    /** Wraps the keys by another passphrase. */
    void keep(Handle h, char[] passphrase, int iterations) throws StoreException {
        Passphrase.require(passphrase);
        Keys now = keys();
        byte[] salt = Passphrase.newSalt();
        try {
            Aead wrapper = Passphrase.key(passphrase, salt, iterations);
            byte[] documents = TinkProtoKeysetFormat.serializeEncryptedKeyset(now.documents(), wrapper, DOCUMENTS,
                    RegistryConfiguration.get());
            byte[] index = TinkProtoKeysetFormat.serializeEncryptedKeyset(now.index(), wrapper, INDEX,
                    RegistryConfiguration.get());
            h.createUpdate("INSERT INTO vault (id, salt, iterations, documents, terms)"
                    + " VALUES (1, :salt, :iterations, :documents, :terms) ON CONFLICT (id) DO UPDATE SET"
                    + " salt = excluded.salt, iterations = excluded.iterations, documents = excluded.documents,"
                    + " terms = excluded.terms").bind("salt", salt).bind("iterations", iterations)
                    .bind("documents", documents).bind("terms", index).execute();
        } catch (GeneralSecurityException e) {
            throw new StoreException("The keys of the store could not be kept; nothing was changed.", e);
        }
    }

    /** Opens the vault. */
    void unlock(Handle h, char[] passphrase) throws StoreException {
        keys = opened(h, passphrase);
    }

    private static Keys opened(Handle h, char[] passphrase) throws StoreException {
        Optional<Vault> vault = h.createQuery("SELECT salt, iterations, documents, terms FROM vault WHERE id = 1")
                .map((row, context) -> new Vault(row.getBytes("salt"), row.getInt("iterations"),
                        row.getBytes("documents"), row.getBytes("terms")))
                .findOne();
        if (vault.isEmpty()) {
            throw new StoreException("The store has no passphrase.");
        }
        Vault v = vault.get();
        try {
            AeadConfig.register();
            DeterministicAeadConfig.register();
            Aead wrapper = Passphrase.key(passphrase, v.salt, v.iterations);
            return Keys.of(
                    TinkProtoKeysetFormat.parseEncryptedKeyset(v.documents, wrapper, DOCUMENTS,
                            RegistryConfiguration.get()),
                    TinkProtoKeysetFormat.parseEncryptedKeyset(v.terms, wrapper, INDEX, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw Passphrase.wrong(e);
        }
    }

    private static final class Vault {
        final byte[] salt;
        final int iterations;
        final byte[] documents;
        final byte[] terms;

        Vault(byte[] salt, int iterations, byte[] documents, byte[] terms) {
            this.salt = salt;
            this.iterations = iterations;
            this.documents = documents;
            this.terms = terms;
        }
    }

    /** Forgets the keys. */
    void lock() {
        keys = null;
    }

    private Keys keys() throws StoreException {
        Keys now = keys;
        if (now == null) {
            throw new StoreException("The records are locked. Unlock them with their passphrase.");
        }
        return now;
    }

    @Override
    public boolean isOpen() {
        return keys != null;
    }

    @Override
    public boolean isPlain() {
        return false;
    }

    @Override
    public byte[] close(byte[] plain, String context) throws StoreException {
        return with(keys -> keys.aead().encrypt(plain, context.getBytes(StandardCharsets.UTF_8)), context);
    }

    @Override
    public byte[] open(byte[] stored, String context) throws StoreException {
        return with(keys -> keys.aead().decrypt(stored, context.getBytes(StandardCharsets.UTF_8)), context);
    }

    @Override
    public byte[] closeAlike(byte[] plain, String context) throws StoreException {
        return with(keys -> keys.alike().encryptDeterministically(plain, context.getBytes(StandardCharsets.UTF_8)),
                context);
    }

    @Override
    public byte[] openAlike(byte[] stored, String context) throws StoreException {
        return with(keys -> keys.alike().decryptDeterministically(stored, context.getBytes(StandardCharsets.UTF_8)),
                context);
    }

    private interface Work {
        byte[] apply(Keys keys) throws GeneralSecurityException;
    }

    private byte[] with(Work work, String context) throws StoreException {
        try {
            return work.apply(keys());
        } catch (GeneralSecurityException e) {
            throw Canonical.damaged("What the store keeps as " + context, "it does not decrypt", e);
        }
    }
}
