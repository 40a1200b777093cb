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
 * @param origin the syringe of a session it came from; empty for a line typed by itself
 */
public record Injection(String id, Instant given, String productId, String productName,
        InjectateClass injectateClass, Concentration concentration, BigDecimal volumeMl, String lot,
        LocalDate expiry, Laterality laterality, String site, String planId, String operator, String note,
        Optional<Voiding> voided, Optional<Origin> origin) {
    /** The expiry of a line whose vial had none that could be read. */
    public static final LocalDate NO_EXPIRY = LocalDate.MAX;

    private static final int PLACES = 6;

    /** Refuses a volume that is not positive. */
    public Injection {
        if (volumeMl.signum() <= 0) {
            throw new IllegalArgumentException("A volume must be more than nought, not " + volumeMl);
        }
    }

    /** A line typed by itself. */
    public Injection(String id, Instant given, String productId, String productName, InjectateClass injectateClass,
            Concentration concentration, BigDecimal volumeMl, String lot, LocalDate expiry, Laterality laterality,
            String site, String planId, String operator, String note, Optional<Voiding> voided) {
        this(id, given, productId, productName, injectateClass, concentration, volumeMl, lot, expiry, laterality, site,
                planId, operator, note, voided, Optional.empty());
    }

    /**
     * Where in a session a line comes from. The concentration of such a line is that in the syringe, rounded for
     * reading; its dose is {@code amount}.
     *
     * @param sessionId which session
     * @param syringeId which of its syringes
     * @param aliquotId which portion of that
     * @param target where it was put, as in the protocols
     * @param amount how much of the product, exactly
     * @param unit in what
     */
    public record Origin(String sessionId, String syringeId, String aliquotId, String target, Rational amount,
            Dose.Unit unit) {}

    /**
     * That a line does not count.
     *
     * @param reason why, typed by {@code by}
     * @param by who said so
     * @param at when
     */
    public record Voiding(String reason, String by, Instant at) {}

    /** The dose given: concentration times volume, or what the syringe held of it, to six places. */
    public Dose dose() {
        return origin.map(o -> new Dose(o.amount().decimal(PLACES).stripTrailingZeros(), o.unit()))
                .orElseGet(() -> concentration.in(volumeMl));
    }

    /** The expiry in words, for the middle of a sentence. */
    public String expiryText() {
        return expiry.equals(NO_EXPIRY) ? "not recorded" : expiry.toString();
    }

    /** The amount given in the unit of its dose, exactly. */
    public Rational amount() {
        return origin.map(Origin::amount).orElseGet(() -> Rational.of(concentration.in(volumeMl).amount()));
    }

    /** The same line, marked as not counting. */
    public Injection voided(Voiding why) {
        return new Injection(id, given, productId, productName, injectateClass, concentration, volumeMl, lot, expiry,
                laterality, site, planId, operator, note, Optional.of(why), origin);
    }
}
