package foramen.report.table;

import foramen.domain.casefile.Case;
import foramen.domain.delivery.CaseFindings;
import foramen.domain.outcome.OutcomeRules;
import java.time.ZoneId;

/**
 * What the rows of one case come from.
 *
 * @param casefile the case
 * @param findings what was read off it
 * @param rules what a response is
 * @param zone the clinic's time zone
 */
public record TableSource(Case casefile, CaseFindings findings, OutcomeRules rules, ZoneId zone) {}
