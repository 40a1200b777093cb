package foramen.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** JSON as the one sequence of bytes that stands for it in the store, and the digest of such bytes. */
final class Canonical {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Canonical() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The bytes of {@code node}: ASCII, without white space, fields in their order. */
    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    /**
     * The object of {@code bytes}.
     *
     * @param what to call it in an error message, such as {@code The case 12}
     */
    static ObjectNode object(byte[] bytes, String what) throws StoreException {
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw damaged(what, "it is no JSON object", null);
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw damaged(what, "it is not JSON", e);
        }
    }

    static StoreException damaged(String what, @Nullable String why, @Nullable Exception cause) {
        String sentence = what + " is damaged in the store and was left as it is: " + why
                + ". Run foramen verify, and restore a backup where it confirms the damage.";
        return cause == null ? new StoreException(sentence) : new StoreException(sentence, cause);
    }

    /** SHA-256 (FIPS 180-4). */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The SHA-256 of {@code bytes} in 64 hexadecimal digits. */
    static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }
}
