package foramen.domain.session;

import foramen.domain.injection.AlertCatalog;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.safety.SafetyBook;
import java.util.List;

/**
 * All the data files that the checks of a session hold to.
 *
 * @param products what can be injected
 * @param limits how much of it
 * @param alerts how grave each alert is
 * @param safety questions and checklist
 * @param protocols published procedures
 * @param complaints why a clinic's own copy of one is not used, a sentence each; such a copy is never replaced silently
 */
public record DoseBook(ProductCatalog products, DoseLimits limits, AlertCatalog alerts, SafetyBook safety,
        ProtocolCatalog protocols, List<String> complaints) {
    /** Copies the complaints. */
    public DoseBook {
        complaints = List.copyOf(complaints);
    }

    /** What ships with the planner. */
    public static DoseBook standard() {
        return new DoseBook(ProductCatalog.standard(), DoseLimits.standard(), AlertCatalog.standard(),
                SafetyBook.standard(), ProtocolCatalog.standard(), List.of());
    }
}
