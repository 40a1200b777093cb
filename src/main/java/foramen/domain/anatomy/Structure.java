package foramen.domain.anatomy;

import java.util.List;
import java.util.Optional;

/**
 * A structure the operator can outline. One row of {@code structures.tsv} makes one of these.
 *
 * @param id stable identifier used in stored cases
 * @param name the name shown
 * @param kind what sort of tissue it is
 * @param letter one letter that tells it apart without colour
 * @param colour recommended display colour, 0xRRGGBB, distinguishable with a colour-vision deficiency
 * @param dashes on-off lengths of its line in screen pixels; empty means solid
 * @param unsided the code without a side, where one is verified
 * @param left the code of the left one
 * @param right the code of the right one
 */
public record Structure(String id, String name, Kind kind, String letter, int colour, List<Double> dashes,
        Optional<Code> unsided, Optional<Code> left, Optional<Code> right) {
    /** What sort of tissue a structure is; needle rules differ by it. */
    public enum Kind {
        NERVE, MUSCLE, LIGAMENT, TENDON, VESSEL, BONE, CALCIFICATION,
        /** A place the needle must keep away from, whatever lies there. */
        NO_GO, OTHER
    }

    /** The most exact code for this structure on {@code side}. */
    public Optional<Code> code(Laterality side) {
        Optional<Code> sided = switch (side) {
            case LEFT -> left;
            case RIGHT -> right;
            case BILATERAL, UNSPECIFIED -> unsided;
        };
        return sided.or(() -> unsided);
    }
}
