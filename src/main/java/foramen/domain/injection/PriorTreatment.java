package foramen.domain.injection;

import foramen.domain.anatomy.Laterality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the same patient was given before, here or elsewhere.
 *
 * @param day when
 * @param substance what, as doses are added up
 * @param injectateClass what sort of substance
 * @param amount how much, exactly; empty where nobody knows, which is never taken for nought
 * @param unit in what
 * @param target where, as in the protocols; empty where nobody knows
 * @param side on which side
 * @param epinephrine whether a local anaesthetic had epinephrine
 * @param source where this is known from, in words
 * @param recorded the line of a ledger it is; empty where it was typed in
 */
public record PriorTreatment(LocalDate day, String substance, InjectateClass injectateClass,
        Optional<Rational> amount, Dose.Unit unit, String target, Laterality side, boolean epinephrine,
        String source, Optional<Recorded> recorded) {
    /** Where a treatment that was typed in is known from; the same words in every case, so that one is counted once. */
    public static final String TYPED_IN = "typed in";

    /**
     * The line of a ledger that a treatment is.
     *
     * @param lineId its identifier, the same in every copy of its case
     * @param given when it was given
     */
    public record Recorded(String lineId, Instant given) {}

    /** A treatment that was typed in, of which only the day is known. */
    public PriorTreatment(LocalDate day, String substance, InjectateClass injectateClass, Optional<Rational> amount,
            Dose.Unit unit, String target, Laterality side, boolean epinephrine, String source) {
        this(day, substance, injectateClass, amount, unit, target, side, epinephrine, source, Optional.empty());
    }

    /** Whether it may have been at that place: what is not known is taken for the same. */
    public boolean mayBeAt(String otherTarget, Laterality otherSide) {
        boolean place = target.isEmpty() || otherTarget.isEmpty() || target.equals(otherTarget);
        boolean sameSide = side == otherSide || side == Laterality.BILATERAL || otherSide == Laterality.BILATERAL
                || side == Laterality.UNSPECIFIED || otherSide == Laterality.UNSPECIFIED;
        return place && sameSide;
    }
}
