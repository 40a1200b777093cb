package foramen.domain.clip;

import foramen.geometry.Segment;

/**
 * A line drawn over something of known length, such as the burned-in depth ticks.
 *
 * @param segment the line in continuous image pixels
 * @param mm its length as it was typed, positive
 */
public record KnownLength(Segment segment, double mm) {
    /** Refuses lengths that are not positive and finite. */
    public KnownLength {
        if (!(mm > 0) || !Double.isFinite(mm)) {
            throw new IllegalArgumentException("A known length is more than 0 mm, not " + mm);
        }
    }
}
