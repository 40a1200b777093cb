package foramen.domain.session;

import foramen.domain.anatomy.Laterality;
import java.math.BigDecimal;

/**
 * A portion of a syringe at one place.
 *
 * @param id stable name within the session
 * @param syringeId which syringe
 * @param planId the needle plan it follows, or empty
 * @param target what kind of place, as in the protocols; empty for another
 * @param site where exactly, in words
 * @param side on which side
 * @param volumeMl how much, mL, positive
 */
public record Aliquot(String id, String syringeId, String planId, String target, String site, Laterality side,
        BigDecimal volumeMl) {
    /** Refuses a volume that is not positive. */
    public Aliquot {
        if (volumeMl.signum() <= 0) {
            throw new IllegalArgumentException("A portion must be more than nought, not " + volumeMl);
        }
    }

    /** The same with another volume. */
    public Aliquot withVolumeMl(BigDecimal next) {
        return new Aliquot(id, syringeId, planId, target, site, side, next);
    }
}
