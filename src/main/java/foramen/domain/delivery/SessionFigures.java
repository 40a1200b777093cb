package foramen.domain.delivery;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.injection.History;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.session.DoseBook;
import foramen.domain.session.GivenBefore;
import foramen.domain.session.Session;
import foramen.domain.session.rules.DoseQuestion;
import foramen.domain.session.rules.SessionCheck;
import foramen.domain.session.rules.SessionRules;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sums and alerts of a session as documents state them: of its case alone, which the document says. */
public final class SessionFigures {
    private final SessionRules rules;
    private final GivenBefore given;

    /**
     * @param book products, limits and questions
     * @param zone the clinic's time zone
     */
    public SessionFigures(DoseBook book, ZoneId zone) {
        this.rules = new SessionRules(book);
        this.given = new GivenBefore(book.products(), zone);
    }

    /** Alerts and sums of {@code session}, which belongs to {@code casefile}. */
    public SessionCheck check(Session session, Case casefile) {
        Map<String, Laterality> plans = casefile.plans().stream()
                .collect(Collectors.toMap(NeedlePlan::id, NeedlePlan::laterality, (a, b) -> b));
        History before = new History(given.of(casefile.ledger(), session.id(), "this case"), Optional.empty());
        return rules.check(new DoseQuestion(session, casefile.patient().weightKg(), casefile.patient().weighing(),
                casefile.patient().sex(),
                casefile.risks(), casefile.side(), List.of(), plans, before,
                casefile.sessions().stream().filter(o -> !o.id().equals(session.id())).toList(), session.closed(),
                false));
    }
}
