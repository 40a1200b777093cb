package foramen.overlay;

import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/**
 * A shape being drawn, not yet part of the case.
 *
 * @param kind what it will be
 * @param placed points already placed
 * @param hover where the pointer is, if the next point would go there
 * @param structureId which structure it will show
 * @param words what stands beside it; may be empty
 */
public record Draft(Kind kind, List<Point> placed, Optional<Point> hover, String structureId, String words) {
    /** What a draft will be. */
    public enum Kind {
        OUTLINE, LINE, POINT, NEEDLE,
        /** One line of known length, or two: each pair of points is a line. */
        KNOWN_LENGTH,
        /** An outline that was found, for the operator to confirm. */
        PROPOSAL
    }

    /** Copies the points. */
    public Draft {
        placed = List.copyOf(placed);
    }

    /** A draft without words. */
    public Draft(Kind kind, List<Point> placed, Optional<Point> hover, String structureId) {
        this(kind, placed, hover, structureId, "");
    }
}
