package foramen.report;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.plan.NeedleRules;
import foramen.domain.session.DoseBook;

/**
 * The data files that a plan on paper names.
 *
 * @param structures names and codes of structures
 * @param needles needles, visibility bands and margins
 * @param doses products and limits
 */
public record PlanBooks(StructureCatalog structures, NeedleRules needles, DoseBook doses) {}
