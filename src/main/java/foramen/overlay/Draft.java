package foramen.overlay;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Shape;
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
 * @param shape what it would be if it ended now; empty where the points alone tell
 * @param radius of the brush at the pointer in image pixels; nought for none
 * @param words what stands beside it; may be empty
 * @param side the side it will be of: the one it is stored with, which need not be that of the case
 */
public record Draft(Kind kind, List<Point> placed, Optional<Point> hover, String structureId, Optional<Shape> shape,
        double radius, String words, Laterality side) {
    /** What a draft will be. */
    public enum Kind {
        OUTLINE, LINE, POINT, NEEDLE,
        /** One line of known length, or two: each pair of points is a line. */
        KNOWN_LENGTH,
        /** An open line through the placed points. */
        PATH,
        /** An outline that was found, for the operator to confirm. */
        PROPOSAL,
        /** Whatever {@link Draft#shape} is. */
        SHAPE,
        /** Words that are being typed. */
        TEXT
    }

    /** Copies the points. */
    public Draft {
        placed = List.copyOf(placed);
    }

    /** A draft that its points tell all about; it has no side yet. */
    public Draft(Kind kind, List<Point> placed, Optional<Point> hover, String structureId) {
        this(kind, placed, hover, structureId, Optional.empty(), 0);
    }

    /** A draft without words, which has no side yet. */
    public Draft(Kind kind, List<Point> placed, Optional<Point> hover, String structureId, Optional<Shape> shape,
            double radius) {
        this(kind, placed, hover, structureId, shape, radius, "");
    }

    /** A draft that has no side yet. */
    public Draft(Kind kind, List<Point> placed, Optional<Point> hover, String structureId, Optional<Shape> shape,
            double radius, String words) {
        this(kind, placed, hover, structureId, shape, radius, words, Laterality.UNSPECIFIED);
    }

    /** The same, of that side. */
    public Draft on(Laterality laterality) {
        return new Draft(kind, placed, hover, structureId, shape, radius, words, laterality);
    }
}
