package foramen.domain.plan;

import foramen.domain.measurement.Reading;
import java.util.Optional;

/**
 * How the needle seen in the procedure differs from the plan.
 *
 * @param actual what was marked
 * @param tipError how far the tip lies from the target as seen on that frame, in the plane, mm
 * @param depthError how much deeper the tip lies than the target, along the beam, mm; negative for too shallow
 * @param lateralError how far to the right of the target's beam the tip lies, mm; negative for the left
 * @param angleToSkin of the needle as seen
 * @param spreadArea of the spread, where outlined
 * @param targetInSpread whether the spread reached the target, where outlined
 */
public record ActualReading(ActualNeedle actual, Reading tipError, Reading depthError, Reading lateralError,
        Reading angleToSkin, Optional<Reading> spreadArea, Optional<Boolean> targetInSpread) {}
