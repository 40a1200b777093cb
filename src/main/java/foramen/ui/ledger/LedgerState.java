package foramen.ui.ledger;

import foramen.domain.casefile.Case;
import foramen.domain.injection.Alert.Severity;
import foramen.domain.injection.History;
import foramen.domain.safety.Risks;
import foramen.domain.session.Protocol;
import foramen.domain.session.Session;
import foramen.domain.session.rules.SessionCheck;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger's page shows.
 *
 * @param caseOpen whether there is a case to work in
 * @param casefile the case
 * @param risks the patient's answers, those of the assessment among them
 * @param history what is known from the patient's other cases
 * @param open the session that is planned; empty where none is
 * @param last the newest session that is over, with the items asked for after it
 * @param lines what was recorded, newest first
 * @param totals what was given of each product in this case, voided lines left out
 * @param said what was done last; empty where nothing was
 */
public record LedgerState(boolean caseOpen, Case casefile, Risks risks, History history, Optional<Open> open,
        Optional<Open> last, List<Line> lines, List<String> totals, String said) {
    /** Copies the lists. */
    public LedgerState {
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
    }

    /**
     * A session with what came of checking it.
     *
     * @param session as it stands
     * @param protocol the protocol it follows, where there is one
     * @param check alerts and sums
     */
    public record Open(Session session, Optional<Protocol> protocol, SessionCheck check) {
        /** How many alerts of a severity keep it from being given. */
        public long blocking(Severity severity) {
            return check.blocking().stream().filter(a -> a.severity() == severity).count();
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
