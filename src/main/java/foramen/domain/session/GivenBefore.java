package foramen.domain.session;

import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Turns recorded lines of a ledger into what a patient was given before. */
public final class GivenBefore {
    private final ProductCatalog products;
    private final ZoneId zone;

    /**
     * @param products how a product's doses are added up
     * @param zone the clinic's time zone, in which a day begins
     */
    public GivenBefore(ProductCatalog products, ZoneId zone) {
        this.products = products;
        this.zone = zone;
    }

    /**
     * What counts of {@code ledger}: voided lines do not, nor do those of the session asked about.
     *
     * @param exceptSessionId the session whose own lines are left out; empty for none
     * @param source where this is known from, in words
     */
    public List<PriorTreatment> of(List<Injection> ledger, String exceptSessionId, String source) {
        return ledger.stream()
                .filter(l -> l.voided().isEmpty()
                        && l.origin().filter(o -> o.sessionId().equals(exceptSessionId)).isEmpty())
                .map(l -> treatment(l, source)).toList();
    }

    private PriorTreatment treatment(Injection line, String source) {
        Optional<Product> product = products.find(line.productId());
        return new PriorTreatment(line.given().atZone(zone).toLocalDate(),
                product.map(Product::substance).orElse(line.productId()), line.injectateClass(),
                Optional.of(line.amount()), line.dose().unit(), line.origin().map(Injection.Origin::target).orElse(""),
                line.laterality(), product.map(Product::epinephrine).orElse(false), source,
                Optional.of(new PriorTreatment.Recorded(line.id(), line.given())));
    }
}
