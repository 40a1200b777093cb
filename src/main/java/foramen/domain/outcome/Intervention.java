package foramen.domain.outcome;

import foramen.domain.assessment.CareEvent;
import java.time.Instant;

/**
 * Something done on a side after a procedure that is not of its course.
 *
 * @param at when
 * @param surgery whether it was an operation
 * @param forReturnOfPain whether it was done because the pain came back
 * @param label what it was, first letter upper case
 */
record Intervention(Instant at, boolean surgery, boolean forReturnOfPain, String label) {
    static Intervention of(CareEvent e) {
        return new Intervention(e.at(), e.kind() == CareEvent.Kind.SURGERY, e.forReturnOfPain(), e.kind().label());
    }

    /** An unplanned second injection after a response has no other reason than pain. */
    static Intervention of(Procedure p) {
        return new Intervention(p.at(), p.arm() == Arm.SURGERY, true, p.label());
    }
}
