package foramen.domain.clip;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a clip stands among the others of its study; a text that the file lacks is empty.
 *
 * @param kind what kind of object it is, in words
 * @param studyDate Study Date (0008,0020)
 * @param study Study Description (0008,1030)
 * @param seriesNumber (0020,0011)
 * @param series Series Description (0008,103E)
 * @param instanceNumber (0020,0013)
 */
public record ClipContext(String kind, Optional<LocalDate> studyDate, String study, OptionalInt seriesNumber,
        String series, OptionalInt instanceNumber) {
    /** A clip that says nothing of itself but its kind. */
    public static ClipContext of(String kind) {
        return new ClipContext(kind, Optional.empty(), "", OptionalInt.empty(), "", OptionalInt.empty());
    }
}
