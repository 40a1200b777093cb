package foramen.domain.casefile;

import java.util.Arrays;
import java.util.Optional;

/**
 * The pictures that document a procedure: one frame each, marked by the operator (clinical facts 7, "proposed saved image
 * set"; engineering default). The first five are of the plan, the last two of the procedure.
 */
public enum ImageRole {
    /** The target before the procedure, without Doppler. */
    TARGET(1, "target", "Target, Doppler off", false),
    /** The target before the procedure, with Doppler. */
    TARGET_DOPPLER(2, "target-doppler", "Target, Doppler on", false),
    /** The cross-section of the nerve on the side with complaints. */
    NERVE(3, "nerve", "Nerve cross-section, symptomatic side", false),
    /** The cross-section of the nerve on the other side, at the same level. */
    NERVE_OTHER_SIDE(4, "nerve-other-side", "Nerve cross-section, other side, same level", false),
    /** The needle as planned. */
    PLAN(5, "plan", "Plan overlay", false),
    /** The tip of the needle where it was to be. */
    NEEDLE(6, "needle", "Needle tip at target", true),
    /** What was injected, where it went. */
    SPREAD(7, "spread", "Spread after injection", true);

    private final int number;
    private final String id;
    private final String label;
    private final boolean procedure;

    ImageRole(int number, String id, String label, boolean procedure) {
        this.number = number;
        this.id = id;
        this.label = label;
        this.procedure = procedure;
    }

    /** The stable name, as files have it. */
    public String id() {
        return id;
    }

    /** The picture in words, first letter upper case. */
    public String label() {
        return label;
    }

    /** The place in the set, from 1. */
    public int number() {
        return number;
    }

    /** Whether it shows the procedure itself; the others show what was planned. */
    public boolean isProcedure() {
        return procedure;
    }

    /** The role with that stable name. */
    public static Optional<ImageRole> find(String id) {
        return Arrays.stream(values()).filter(r -> r.id.equals(id)).findFirst();
    }
}
