package foramen.domain.session.rules;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The sums that the rules hold to, all exact.
 *
 * @param substances by substance, in the order of the catalogue; a toxin's brand is its substance
 * @param anaesthetics each local anaesthetic as a fraction of its maximum
 * @param fraction the sum of these; empty where a maximum could not be told
 * @param weightKg the weight the maxima were taken for
 * @param steroid corticosteroid as milligrams of the reference; empty where none is given
 * @param syringes dextrose by syringe
 * @param lastGiven when what is given was last given, by sort and place
 */
public record Totals(List<Substance> substances, List<Fraction> anaesthetics, Optional<Rational> fraction,
        Optional<Rational> weightKg, Optional<Steroid> steroid, List<Osmolarity> syringes,
        List<LastGiven> lastGiven) {
    /** Copies the lists. */
    public Totals {
        substances = List.copyOf(substances);
        anaesthetics = List.copyOf(anaesthetics);
        syringes = List.copyOf(syringes);
        lastGiven = List.copyOf(lastGiven);
    }

    /**
     * One substance.
     *
     * @param id which substance
     * @param name as shown
     * @param injectateClass what sort
     * @param session in this session
     * @param day on the same day, this session and what else is known of
     * @param unit in what
     * @param perKg of this session, by body weight
     */
    public record Substance(String id, String name, InjectateClass injectateClass, Rational session, Rational day,
            Dose.Unit unit, Optional<Rational> perKg) {}

    /** A local anaesthetic on the day, with or without epinephrine, as a fraction of its maximum in mg. */
    public record Fraction(String substance, boolean epinephrine, Rational mg, Optional<Rational> maximumMg,
            Optional<Rational> fraction) {}

    /** Corticosteroid as milligrams of {@code reference}: in this session, and over the months with it. */
    public record Steroid(String reference, Rational session, Rational months, int overMonths) {}

    /**
     * When a sort of injectate was last given, as far as is known.
     *
     * @param injectateClass what sort
     * @param substance which brand of toxin; empty for the other sorts
     * @param target at what kind of place; empty where nobody said, and for toxins, which count for the whole body
     * @param side on which side
     * @param day when; empty where nothing is known of
     * @param daysAgo how many days before the session
     * @param usualDays the usual interval in days; empty where no source has one
     * @param source where this is known from, in words
     * @param gap why more may have been given than is known; empty where all is known
     */
    public record LastGiven(InjectateClass injectateClass, String substance, String target, Laterality side,
            Optional<LocalDate> day, Optional<Long> daysAgo, Optional<Integer> usualDays, String source,
            Optional<String> gap) {}

    /** The calculated osmolarity of the dextrose in a syringe, mOsm/L. */
    public record Osmolarity(String syringeId, Rational percent, Rational mOsmPerL) {}
}
