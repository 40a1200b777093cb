package foramen.domain.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.CareEvent;
import foramen.domain.injection.InjectateClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One treatment of a case: an injection at one target on one day, the begin of conservative care, or an operation.
 *
 * @param id stable identifier within its case
 * @param at when; of an injection its first line of the ledger
 * @param arm how the patient was treated
 * @param side the side
 * @param site where it was put, in words; may be empty
 * @param target what was treated, in words; may be empty
 * @param injectate the class that names the injection, where it is one
 * @param anaesthetic whether a local anaesthetic was among it, so that it can be read as a diagnostic block
 * @param volumeMl total volume injected, mL, where it is an injection
 * @param planned whether a needle plan stands behind it
 * @param course which procedures belong together
 */
public record Procedure(String id, Instant at, Arm arm, Laterality side, String site, String target,
        Optional<InjectateClass> injectate, boolean anaesthetic, Optional<BigDecimal> volumeMl, boolean planned,
        Course course) {
    /**
     * The place of a procedure in a course of sessions, whose outcome is read once, after the last session.
     *
     * @param session its number, from 1
     * @param sessions how many the course has so far
     * @param began when the first session was; the baseline lies before it
     */
    public record Course(int session, int sessions, Instant began) {
        /** Whether this is the last session so far, the one whose outcome counts. */
        public boolean last() {
            return session == sessions;
        }
    }

    /** Whether {@code other} is on the same side, or either side is not known. */
    public boolean sameSide(Procedure other) {
        return CareEvent.sidesMeet(side, other.side);
    }

    /** The procedure in words, such as {@code Steroid injection, piriformis, left}. */
    public String label() {
        String what = switch (arm) {
            case CONSERVATIVE -> "Conservative care";
            case SURGERY -> "Surgery";
            case INJECTION -> injectate.map(InjectateClass::label).orElse("Other") + " injection";
        };
        return what + (target.isBlank() ? "" : ", " + target)
                + (side == Laterality.UNSPECIFIED ? "" : ", " + side.words());
    }
}
