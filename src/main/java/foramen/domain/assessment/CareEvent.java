package foramen.domain.assessment;

import foramen.domain.anatomy.Laterality;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * Something that happened to the patient besides visits and the injections of the ledger.
 *
 * @param id stable identifier
 * @param kind what happened
 * @param at when
 * @param side the side it concerns; {@link Laterality#UNSPECIFIED} concerns both
 * @param what which procedure, complication or treatment, in words; may be empty
 * @param grade of an adverse event, 1 mild to 5 death; empty for everything else
 * @param forReturnOfPain whether it was done because the pain had come back
 * @param recordedBy who wrote it; may be empty
 * @param note free words, may be empty
 */
public record CareEvent(String id, Kind kind, Instant at, Laterality side, String what, OptionalInt grade,
        boolean forReturnOfPain, String recordedBy, String note) {
    private static final int WORST = 5;

    /** Refuses an adverse event without a grade from 1 to 5, and a grade of anything else. */
    public CareEvent {
        if (grade.isPresent() != (kind == Kind.ADVERSE_EVENT)) {
            throw new IllegalArgumentException("An adverse event has a grade from 1 to 5, and nothing else has one");
        }
        if (grade.isPresent() && (grade.getAsInt() < 1 || grade.getAsInt() > WORST)) {
            throw new IllegalArgumentException("A grade goes from 1 to 5, it cannot be " + grade.getAsInt());
        }
    }

    /** What happened. */
    public enum Kind {
        /** Conservative treatment began: an arm of its own. */
        CONSERVATIVE_CARE("Conservative care begun", false),
        /** Decompression or another operation: an arm of its own. */
        SURGERY("Surgery", true),
        /** An injection that is in no ledger of this record. */
        REPEAT_INJECTION("Repeat injection elsewhere", true),
        /** Any other procedure for pain. */
        RESCUE_PROCEDURE("Rescue procedure", true), LOST_TO_FOLLOW_UP("Lost to follow-up", false), ADVERSE_EVENT(
                "Adverse event", false);

        private final String label;
        private final boolean intervention;

        Kind(String label, boolean intervention) {
            this.label = label;
            this.intervention = intervention;
        }

        /** The kind in words, first letter upper case. */
        public String label() {
            return label;
        }

        /** Whether a patient who had it is no longer treated by the procedure before alone. */
        public boolean isIntervention() {
            return intervention;
        }
    }

    /** Whether it concerns a procedure on {@code other}. */
    public boolean concerns(Laterality other) {
        return sidesMeet(side, other);
    }

    /** Whether two sides may be the same one: what is not known, or is both, meets either. */
    public static boolean sidesMeet(Laterality one, Laterality other) {
        boolean either = one == Laterality.UNSPECIFIED || one == Laterality.BILATERAL
                || other == Laterality.UNSPECIFIED || other == Laterality.BILATERAL;
        return either || one == other;
    }
}
