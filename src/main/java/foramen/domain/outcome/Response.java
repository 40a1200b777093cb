package foramen.domain.outcome;

import foramen.domain.assessment.Visit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a procedure helped in the short term, or why that cannot be said.
 *
 * @param status the verdict
 * @param reason the verdict in one sentence
 * @param change baseline and the value it was judged by, where both are known
 * @param visit the visit it was judged by, where there was one
 * @param closes the last day on which a visit can still decide it
 */
public record Response(Status status, String reason, Optional<Change> change, Optional<Visit> visit,
        LocalDate closes) {
    /** What can be said. */
    public enum Status {
        RESPONDER(true), NON_RESPONDER(true),
        /** Another procedure came before the visit, which is no response. */
        RESCUED(true),
        /** Another session of the course followed; the outcome is read after the last. */
        COURSE_CONTINUED(false), NO_BASELINE(false),
        /** There were visits, but with another instrument or state than the baseline. */
        NOT_COMPARABLE(false),
        /** Nobody came yet, or nobody came: {@link Response#closes} tells which on a day. */
        NOT_SEEN(false), LOST(false);

        private final boolean evaluated;

        Status(boolean evaluated) {
            this.evaluated = evaluated;
        }

        /** Whether it counts in the denominator of the response. */
        public boolean evaluated() {
            return evaluated;
        }
    }

    /** Whether a visit may still come on {@code day}. */
    public boolean pendingOn(LocalDate day) {
        return status == Status.NOT_SEEN && !day.isAfter(closes);
    }
}
