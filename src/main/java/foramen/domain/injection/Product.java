package foramen.domain.injection;

import java.util.List;
import java.util.Set;

/**
 * Something the ledger offers. Limits are no part of it: they belong to a {@link DoseProfile}.
 *
 * @param id stable name
 * @param name the name shown
 * @param injectateClass what sort of substance
 * @param substance what its doses are added up as; a toxin's brand is its substance, so brands never meet
 * @param form how it comes
 * @param strengths usual concentrations as given, the commonest first
 * @param vials usual contents of a vial of powder, in its dose unit
 * @param epinephrine whether it contains epinephrine
 * @param allergens what an allergy would have to be to, as in the risks of {@code safety.json}
 * @param offLabel whether its use here is off-label, which is shown
 * @param source where the row comes from
 */
public record Product(String id, String name, InjectateClass injectateClass, String substance, Form form,
        List<Concentration> strengths, List<Dose> vials, boolean epinephrine, Set<String> allergens, boolean offLabel,
        String source) {
    /** How a product comes. */
    public enum Form {
        /** Ready, with its strength on the label. */
        SOLUTION,
        /** A dry vial with a stated content. */
        POWDER,
        /** Without a stated strength. */
        FLUID
    }

    /** Copies the collections. */
    public Product {
        strengths = List.copyOf(strengths);
        vials = List.copyOf(vials);
        allergens = Set.copyOf(allergens);
    }

    /** In what it is dosed. */
    public Dose.Unit doseUnit() {
        return strengths.getFirst().doseUnit();
    }
}
