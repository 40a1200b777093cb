package foramen.storage;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import foramen.domain.casefile.StoreException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The outside of a backup: a mark, then GZIP, or GZIP inside AES-256-GCM in segments (Tink's streaming AEAD) under a key
 * of its own that a passphrase wraps.
 */
final class BackupFile {
    private static final byte[] MARK = "FORAMEN BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PLAIN = 'P';
    private static final int ENCRYPTED = 'E';
    private static final byte[] KEY = "foramen backup key".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_KEY = 10_000;

    private BackupFile() {}

    static OutputStream write(Path file, Optional<char[]> passphrase, int iterations) throws IOException {
        OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING));
        try {
            out.write(MARK);
            if (passphrase.isEmpty()) {
                out.write(PLAIN);
                return new GZIPOutputStream(out);
            }
            Passphrase.require(passphrase.get());
            StreamingAeadConfig.register();
            KeysetHandle key = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB,
                    RegistryConfiguration.get());
            byte[] salt = Passphrase.newSalt();
            Aead wrapper = Passphrase.key(passphrase.get(), salt, iterations);
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(key, wrapper, KEY,
                    RegistryConfiguration.get());
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(header);
            data.write(ENCRYPTED);
            data.write(salt);
            data.writeInt(iterations);
            data.writeInt(wrapped.length);
            data.write(wrapped);
            out.write(header.toByteArray());
            return new GZIPOutputStream(key.getPrimitive(RegistryConfiguration.get(), StreamingAead.class)
                    .newEncryptingStream(out, header.toByteArray()));
        } catch (GeneralSecurityException e) {
            out.close();
            throw new StoreException("The backup could not be encrypted; nothing was written.", e);
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    static boolean isEncrypted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return mode(in, file) == ENCRYPTED;
        }
    }

    private static int mode(InputStream in, Path file) throws IOException {
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            throw new StoreException("The file " + file + " is no backup of Foramen's records, or of a newer version.");
        }
        return in.read();
    }

    static InputStream read(Path file, Optional<char[]> passphrase) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            int mode = mode(in, file);
            if (mode == PLAIN) {
                return new GZIPInputStream(in);
            }
            if (mode != ENCRYPTED) {
                throw damaged(file, null);
            }
            if (passphrase.isEmpty()) {
                throw new StoreException("The backup " + file + " is encrypted. Give its passphrase.");
            }
            DataInputStream data = new DataInputStream(in);
            byte[] salt = data.readNBytes(Passphrase.SALT_BYTES);
            int iterations = data.readInt();
            int length = data.readInt();
            if (length < 0 || length > LONGEST_KEY) {
                throw damaged(file, null);
            }
            byte[] wrapped = data.readNBytes(length);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream copy = new DataOutputStream(header);
            copy.write(ENCRYPTED);
            copy.write(salt);
            copy.writeInt(iterations);
            copy.writeInt(length);
            copy.write(wrapped);
            return new GZIPInputStream(opened(passphrase.get(), salt, iterations, wrapped)
                    .newDecryptingStream(in, header.toByteArray()));
        } catch (GeneralSecurityException e) {
            in.close();
            throw damaged(file, e);
        } catch (IOException e) {
            in.close();
            throw e instanceof StoreException ? e : damaged(file, e);
        }
    }

    private static StreamingAead opened(char[] passphrase, byte[] salt, int iterations, byte[] wrapped)
            throws StoreException {
        try {
            StreamingAeadConfig.register();
            Aead wrapper = Passphrase.key(passphrase, salt, iterations);
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapper, KEY, RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw Passphrase.wrong(e);
        }
    }

    static StoreException damaged(Path file, @Nullable Exception cause) {
        String sentence = "The backup " + file + " is damaged or incomplete; nothing was changed. Take another one.";
        return cause == null ? new StoreException(sentence) : new StoreException(sentence, cause);
    }
}
