package foramen.domain.plan;

import foramen.geometry.Point;
import java.util.List;

/**
 * From where on the skin a target can be reached without a rule that forbids it.
 *
 * @param sectors stretches of the skin, from left to right
 */
public record Fan(List<Sector> sectors) {
    /** Nothing is known to be allowed: without a scale, or out of plane. */
    public static final Fan NONE = new Fan(List.of());

    /** Copies the list. */
    public Fan {
        sectors = List.copyOf(sectors);
    }

    /**
     * One stretch of the skin within which every entry is allowed.
     *
     * @param from its left end, in image pixels
     * @param to its right end
     * @param fromDegrees angle to the skin of the path from its left end
     * @param toDegrees of the path from its right end
     */
    public record Sector(Point from, Point to, double fromDegrees, double toDegrees) {}
}
