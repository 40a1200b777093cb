package foramen.domain.plan;

import java.util.Optional;

/**
 * A puncture beside the plane of the picture: the needle comes down towards the plane at right angles to it.
 *
 * @param planeDistanceMm how far from the plane the skin is punctured, measured on the skin, mm, positive; empty until
 *     measured
 * @param angleDegrees angle between needle and skin, more than 0° and at most 90°; empty for the one that reaches the
 *     target
 */
public record Puncture(Optional<Double> planeDistanceMm, Optional<Double> angleDegrees) {
    /** A puncture of which nothing is measured yet. */
    public static final Puncture UNMEASURED = new Puncture(Optional.empty(), Optional.empty());

    private static final double UPRIGHT = 90;

    /** Refuses distances and angles that no puncture has. */
    public Puncture {
        planeDistanceMm.filter(mm -> !(mm > 0) || !Double.isFinite(mm)).ifPresent(mm -> {
            throw new IllegalArgumentException("The distance to the plane must be more than 0 mm, not " + mm);
        });
        angleDegrees.filter(a -> !(a > 0 && a <= UPRIGHT)).ifPresent(a -> {
            throw new IllegalArgumentException("The angle must be more than 0° and at most 90°, not " + a);
        });
    }
}
