package foramen.domain.assessment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A hip score as it was recorded, with the rules it was counted by, so that it never changes with a later data file.
 *
 * @param measure {@link Instrument#HHS} with its rules, or {@link Instrument#MHHS}
 * @param edition version of the data file it was counted with; empty where the total was typed from elsewhere
 * @param raw the points before scaling, where the score is scaled
 * @param total 0 to 100 points
 */
public record HipScore(Measure measure, String edition, Optional<BigDecimal> raw, BigDecimal total) {
    /** Refuses a total off the scale, and a measure of pain. */
    public HipScore {
        if (measure.instrument().isPain()) {
            throw new IllegalArgumentException(measure.label() + " is no hip score");
        }
        if (total.signum() < 0 || total.compareTo(measure.instrument().maximum()) > 0) {
            throw new IllegalArgumentException(
                    measure.instrument().label() + " goes from 0 to 100, it cannot be " + total.toPlainString());
        }
    }

    /** A total from a letter or another record, whose items are not known. */
    public static HipScore typed(Measure measure, BigDecimal total) {
        return new HipScore(measure, "", Optional.empty(), total);
    }
}
