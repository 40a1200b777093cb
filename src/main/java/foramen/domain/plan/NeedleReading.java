package foramen.domain.plan;

import foramen.domain.measurement.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a needle plan.
 *
 * @param depth how much deeper the target lies than the entry point, along the beam through each, mm
 * @param depthFromTransducer how far the target lies below the transducer face at its middle, where the clip's region
 *     gives a reference pixel, mm
 * @param pathLength how much of the needle is under the skin, mm
 * @param lateralOffset the way along the skin from the entry point to the beam that the target lies on, mm
 * @param angleToSkin angle between needle and skin where it enters, 0° along it, 90° straight down
 * @param angleToBeam angle between needle and beam at the tip, 90° where the needle is seen best
 * @param visibility how well an in-plane needle is seen at that angle; absent without a scale or a direction
 * @param skin the skin line that angles and depths are of, in millimetre space; absent without a scale
 * @param clearances the distance to each obstacle, nearest first, those without a distance last
 */
public record NeedleReading(Reading depth, Optional<Reading> depthFromTransducer, Reading pathLength,
        Reading lateralOffset, Reading angleToSkin, Reading angleToBeam, Optional<VisibilityBand> visibility,
        Optional<SkinLine> skin, List<Clearance> clearances) {
    /** Copies the clearances. */
    public NeedleReading {
        clearances = List.copyOf(clearances);
    }

    /**
     * How near the needle comes to one obstacle.
     *
     * @param obstacle which one
     * @param fromPath smallest distance from the whole path, nought where it touches or crosses
     * @param fromTip distance from the tip, nought inside
     */
    public record Clearance(Obstacle obstacle, Reading fromPath, Reading fromTip) {}
}
