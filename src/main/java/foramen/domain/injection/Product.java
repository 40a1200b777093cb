package foramen.domain.injection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A substance the ledger offers.
 *
 * @param id stable name
 * @param name the name shown
 * @param injectateClass what sort of substance
 * @param strengths usual concentrations, the commonest first
 * @param limit what a single record may not exceed, where a source says so
 * @param offLabel whether its use here is off-label, which is shown
 * @param source where the row comes from
 */
public record Product(String id, String name, InjectateClass injectateClass, List<Concentration> strengths,
        Optional<Limit> limit, boolean offLabel, String source) {
    /** Copies the strengths. */
    public Product {
        strengths = List.copyOf(strengths);
    }

    /**
     * The most of a substance in one record.
     *
     * @param maximum absolute maximum in the product's dose unit
     * @param perKg maximum per kilogram of body weight, where the rule has one
     * @param source the citation shown with the alert
     */
    public record Limit(BigDecimal maximum, Optional<BigDecimal> perKg, String source) {}
}
