package foramen.domain.injection;

import foramen.domain.anatomy.Laterality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of the ledger: what was given. It is never edited or deleted; a wrong line is voided with a reason.
 *
 * @param id stable identifier
 * @param given when it was given
 * @param productId which product, as in the catalogue
 * @param productName its name as recorded, so that the line reads the same when the catalogue changes
 * @param injectateClass what sort of substance
 * @param concentration as drawn up
 * @param volumeMl volume given, mL, positive
 * @param lot lot number on the vial
 * @param expiry last day of use on the vial
 * @param laterality the side
 * @param site where it was put, in words
 * @param planId the needle plan it followed, or empty
 * @param operator who gave it
 * @param note free words, may be empty
 * @param voided that the line does not count, and why
 */
public record Injection(String id, Instant given, String productId, String productName,
        InjectateClass injectateClass, Concentration concentration, BigDecimal volumeMl, String lot,
        LocalDate expiry, Laterality laterality, String site, String planId, String operator, String note,
        Optional<Voiding> voided) {
    /** Refuses a volume that is not positive. */
    public Injection {
        if (volumeMl.signum() <= 0) {
            throw new IllegalArgumentException("A volume must be more than nought, not " + volumeMl);
        }
    }

    /**
     * That a line does not count.
     *
     * @param reason why, typed by {@code by}
     * @param by who said so
     * @param at when
     */
    public record Voiding(String reason, String by, Instant at) {}

    /** The dose given: concentration times volume, exact. */
    public Dose dose() {
        return concentration.in(volumeMl);
    }

    /** The same line, marked as not counting. */
    public Injection voided(Voiding why) {
        return new Injection(id, given, productId, productName, injectateClass, concentration, volumeMl, lot, expiry,
                laterality, site, planId, operator, note, Optional.of(why));
    }
}
