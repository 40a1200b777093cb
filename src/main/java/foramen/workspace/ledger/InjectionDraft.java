package foramen.workspace.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Concentration;
import foramen.domain.plan.NeedlePlan;
import java.util.Optional;

/**
 * A line of the ledger as it is typed, right or wrong.
 *
 * @param productId which product, as in the catalogue; empty where none is chosen
 * @param concentration the number typed
 * @param concentrationUnit its unit
 * @param volumeMl the volume typed, mL
 * @param lot the lot number typed
 * @param expiry the expiry typed, an ISO date
 * @param side the side injected
 * @param site where it was put, in words
 * @param operator who gave it
 * @param note free words, may be empty
 * @param plan the needle plan it followed
 */
public record InjectionDraft(String productId, String concentration, Concentration.Unit concentrationUnit,
        String volumeMl, String lot, String expiry, Laterality side, String site, String operator, String note,
        Optional<NeedlePlan> plan) {
    /**
     * The same line with other text in one field.
     *
     * @throws IllegalArgumentException for a field that is chosen, not typed
     */
    public InjectionDraft typed(Field field, String text) {
        return switch (field) {
            case CONCENTRATION -> new InjectionDraft(productId, text, concentrationUnit, volumeMl, lot, expiry, side,
                    site, operator, note, plan);
            case VOLUME -> new InjectionDraft(productId, concentration, concentrationUnit, text, lot, expiry, side,
                    site, operator, note, plan);
            case LOT -> new InjectionDraft(productId, concentration, concentrationUnit, volumeMl, text, expiry, side,
                    site, operator, note, plan);
            case EXPIRY -> new InjectionDraft(productId, concentration, concentrationUnit, volumeMl, lot, text, side,
                    site, operator, note, plan);
            case SITE -> new InjectionDraft(productId, concentration, concentrationUnit, volumeMl, lot, expiry, side,
                    text, operator, note, plan);
            case OPERATOR -> new InjectionDraft(productId, concentration, concentrationUnit, volumeMl, lot, expiry,
                    side, site, text, note, plan);
            case PRODUCT, SIDE -> throw new IllegalArgumentException(field + " is chosen, not typed");
        };
    }

    /** The same line for another product; another vial has another lot and expiry. */
    public InjectionDraft withProduct(String id, String strength, Concentration.Unit unit) {
        return new InjectionDraft(id, strength, unit, volumeMl, "", "", side, site, operator, note, plan);
    }

    /** The same line with its strength in another unit. */
    public InjectionDraft withUnit(Concentration.Unit unit) {
        return new InjectionDraft(productId, concentration, unit, volumeMl, lot, expiry, side, site, operator, note,
                plan);
    }

    /** The same line on another side. */
    public InjectionDraft withSide(Laterality next) {
        return new InjectionDraft(productId, concentration, concentrationUnit, volumeMl, lot, expiry, next, site,
                operator, note, plan);
    }

    /** The same line after another plan, or none. */
    public InjectionDraft withPlan(Optional<NeedlePlan> next) {
        return new InjectionDraft(productId, concentration, concentrationUnit, volumeMl, lot, expiry, side, site,
                operator, note, next);
    }

    /** The same line with other free words. */
    public InjectionDraft withNote(String words) {
        return new InjectionDraft(productId, concentration, concentrationUnit, volumeMl, lot, expiry, side, site,
                operator, words, plan);
    }

    /** A field of the line, so that a sentence stands beside what it is about. */
    public enum Field {
        PRODUCT, CONCENTRATION, VOLUME, LOT, EXPIRY, SIDE, SITE, OPERATOR
    }
}
