package foramen.ui.ledger;

import foramen.domain.injection.Alert;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Product;
import foramen.workspace.ledger.InjectionDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger panel shows.
 *
 * @param caseOpen whether there is a case to record in
 * @param form the line being filled in
 * @param lines what was recorded, newest first
 * @param totals what was given of each product in this case, voided lines left out
 * @param confirmation what was recorded or voided last; empty where nothing was
 */
public record LedgerState(boolean caseOpen, Form form, List<Line> lines, List<String> totals, String confirmation) {
    /** Copies the lists. */
    public LedgerState {
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
    }

    /**
     * The line being filled in.
     *
     * @param injectateClass what sort of substance
     * @param products the products of that sort
     * @param product the chosen one
     * @param draft what was typed
     * @param dose the dose, exact, or a dash
     * @param working how the dose comes about; empty where there is none
     * @param offLabel that the use is off-label; empty where it is not
     * @param problems what is missing, for the fields that were touched or asked for
     * @param alerts what the rules say
     * @param blocked whether a stop keeps the line from being recorded
     * @param plans the plans that the line can follow
     */
    public record Form(InjectateClass injectateClass, List<Product> products, Optional<Product> product,
            InjectionDraft draft, String dose, String working, String offLabel,
            Map<InjectionDraft.Field, String> problems, List<Alert> alerts, boolean blocked,
            List<PlanChoice> plans) {
        /** Copies the collections. */
        public Form {
            products = List.copyOf(products);
            problems = Map.copyOf(problems);
            alerts = List.copyOf(alerts);
            plans = List.copyOf(plans);
        }
    }

    /**
     * A plan that a line can follow.
     *
     * @param id its identifier; empty for none
     * @param words its target, side and frame
     */
    public record PlanChoice(String id, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A recorded line.
     *
     * @param id its identifier
     * @param what product and dose
     * @param details concentration, volume, side, site, lot, expiry and operator
     * @param when date and time
     * @param voided why it does not count, by whom and when; empty where it counts
     */
    public record Line(String id, String what, String details, String when, String voided) {}
}
