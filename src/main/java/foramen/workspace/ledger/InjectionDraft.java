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
    /** A field of the line, so that a sentence stands beside what it is about. */
    public enum Field {
        PRODUCT, CONCENTRATION, VOLUME, LOT, EXPIRY, SIDE, SITE, OPERATOR
    }
}
