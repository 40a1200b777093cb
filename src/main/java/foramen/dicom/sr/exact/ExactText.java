package foramen.dicom.sr.exact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Words that come back letter for letter. UT loses spaces at its ends and cannot hold control characters or half a
 * surrogate pair; what has such travels as a JSON string, which begins with a quotation mark.
 */
final class ExactText {
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ExactText() {}

    /** {@code text}, not empty, as it is written. */
    static String written(String text) {
        if (!isDelicate(text)) {
            return text;
        }
        try {
            // The one control character that JSON leaves as it is.
            return JSON.writeValueAsString(text).replace("\u007f", "\\u007f");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A text could not be written as JSON", e);
        }
    }

    /** What {@link #written} was given. */
    static String read(String written) {
        if (!written.startsWith("\"")) {
            return written;
        }
        try {
            return JSON.readValue(written, String.class);
        } catch (JsonProcessingException e) {
            throw new Malformed("has a text that is no JSON string", e);
        }
    }

    private static boolean isDelicate(String text) {
        return text.isBlank() || text.startsWith("\"") || text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' '
                || text.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
