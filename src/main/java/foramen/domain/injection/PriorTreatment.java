package foramen.domain.injection;

import foramen.domain.anatomy.Laterality;
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
 */
public record PriorTreatment(LocalDate day, String substance, InjectateClass injectateClass,
        Optional<Rational> amount, Dose.Unit unit, String target, Laterality side, boolean epinephrine,
        String source) {
    /** Where a treatment that was typed in is known from; the same words in every case, so that one is counted once. */
    public static final String TYPED_IN = "typed in";

    /** Whether it may have been at that place: what is not known is taken for the same. */
    public boolean mayBeAt(String otherTarget, Laterality otherSide) {
        boolean place = target.isEmpty() || otherTarget.isEmpty() || target.equals(otherTarget);
        boolean sameSide = side == otherSide || side == Laterality.BILATERAL || otherSide == Laterality.BILATERAL
                || side == Laterality.UNSPECIFIED || otherSide == Laterality.UNSPECIFIED;
        return place && sameSide;
    }
}
