package foramen.domain.outcome;

import java.time.LocalDate;
import java.util.Locale;

/**
 * That the pain came back after a response.
 *
 * @param on the day it was first seen
 * @param cause by what it was seen
 * @param words the same in one sentence
 */
public record Recurrence(LocalDate on, Cause cause, String words) {
    /** By what a recurrence is seen. */
    public enum Cause {
        PAIN, REPEAT_PROCEDURE, SURGERY;

        /** The stable name. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
