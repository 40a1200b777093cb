package foramen.workspace.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.injection.Alert;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Component;
import foramen.domain.injection.History;
import foramen.domain.injection.Injection;
import foramen.domain.injection.Syringe;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.safety.Risks;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Course;
import foramen.domain.session.DoseBook;
import foramen.domain.session.GivenBefore;
import foramen.domain.session.Session;
import foramen.domain.session.rules.DoseQuestion;
import foramen.domain.session.rules.SessionCheck;
import foramen.domain.session.rules.SessionRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds what is recorded in a ledger to the rules of sessions: a line that was typed by itself, as the first releases did,
 * counts as a session of its own. Only what is wrong with the record itself is said, not what should have been asked
 * before the needle. The answer is kept while the record stays the same.
 */
public final class LedgerReview {
    /** What a record can be wrong in, and voiding or a correction mends. */
    private static final Set<AlertKind> OF_THE_RECORD = EnumSet.of(AlertKind.SIDE_MISSING, AlertKind.SIDE_PLAN,
            AlertKind.SIDE_CASE, AlertKind.OPERATOR_MISSING, AlertKind.LOT_MISSING, AlertKind.EXPIRED,
            AlertKind.UNIT_MISMATCH, AlertKind.STRENGTH_IMPOSSIBLE, AlertKind.LA_SUM_OVER, AlertKind.TOXIN_CAP_OVER);

    private final SessionRules rules;
    private final GivenBefore given;
    private final ZoneId zone;
    private volatile Optional<Answer> last = Optional.empty();

    /**
     * @param book the data files
     * @param zone the clinic's time zone, in which a vial expires
     */
    public LedgerReview(DoseBook book, ZoneId zone) {
        this.rules = new SessionRules(book);
        this.given = new GivenBefore(book.products(), zone);
        this.zone = zone;
    }

    /** What was asked, by the parts of a case that its states share, and what came of it. */
    private record Answer(Case asked, List<Alert> stops) {
        boolean answers(Case c) {
            return c.ledger() == asked.ledger() && c.sessions() == asked.sessions() && c.plans() == asked.plans()
                    && c.side() == asked.side() && c.patient().equals(asked.patient())
                    && c.risks().equals(asked.risks());
        }
    }

    /** The stops that nobody has passed over, over all lines that count. */
    public List<Alert> stops(Case casefile) {
        Optional<Answer> before = last.filter(a -> a.answers(casefile));
        if (before.isPresent()) {
            return before.get().stops();
        }
        List<Injection> lines = casefile.ledger().stream().filter(l -> l.voided().isEmpty()).toList();
        Set<String> whole = whole(casefile);
        List<Alert> all = new ArrayList<>();
        for (Session s : casefile.sessions()) {
            if (whole.contains(s.id())) {
                all.addAll(stops(s, s.closed(), casefile, casefile.risks(),
                        lines.stream().filter(l -> !isOf(l, s.id())).toList()));
            }
        }
        for (Injection line : lines) {
            if (line.origin().filter(o -> whole.contains(o.sessionId())).isEmpty()) {
                // Nobody was asked anything when such a line was typed.
                String profile = line.origin().flatMap(o -> casefile.session(o.sessionId())).map(Session::profileId)
                        .orElse("");
                all.addAll(stops(alone(line).withProfile(profile), Optional.of(line.given()), casefile, Risks.UNKNOWN,
                        lines.stream().filter(l -> !l.id().equals(line.id())).toList()));
            }
        }
        last = Optional.of(new Answer(casefile, List.copyOf(all)));
        return all;
    }

    /** The sessions of which lines are recorded and none is voided: what was drawn up then is what was given. */
    private static Set<String> whole(Case casefile) {
        Set<String> recorded = new HashSet<>();
        Set<String> voided = new HashSet<>();
        casefile.ledger().forEach(l -> l.origin()
                .ifPresent(o -> (l.voided().isEmpty() ? recorded : voided).add(o.sessionId())));
        recorded.removeAll(voided);
        recorded.retainAll(casefile.sessions().stream().map(Session::id).collect(Collectors.toSet()));
        return recorded;
    }

    private static boolean isOf(Injection line, String sessionId) {
        return line.origin().filter(o -> o.sessionId().equals(sessionId)).isPresent();
    }

    private List<Alert> stops(Session session, Optional<Instant> at, Case casefile, Risks risks,
            List<Injection> others) {
        Patient p = casefile.patient();
        Map<String, Laterality> plans = casefile.plans().stream()
                .collect(Collectors.toMap(NeedlePlan::id, NeedlePlan::laterality, (a, b) -> b));
        History history = new History(given.of(others, "", "this case"), Optional.empty());
        SessionCheck check = rules
                .check(new DoseQuestion(session, p.weightKg(), Optional.empty(), p.sex(), risks, casefile.side(),
                        List.of(), plans, history, List.of(), at, true));
        return check.alerts().stream().filter(a -> a.severity() == Alert.Severity.STOP
                && OF_THE_RECORD.contains(a.kind()) && check.override(a).isEmpty()).toList();
    }

    /** A line as the session that gave it and nothing else. */
    private Session alone(Injection line) {
        Component what = new Component(line.productId(), line.productName(), line.injectateClass(),
                new Component.Solution(line.concentration(), line.volumeMl()), line.lot(),
                Optional.of(line.expiry()).filter(e -> !e.equals(Injection.NO_EXPIRY)), "");
        String target = line.origin().map(Injection.Origin::target).orElse("");
        return Session.plan(line.id(), new Course(line.id(), 1, 0, "", ""), line.given().atZone(zone).toLocalDate(),
                line.laterality(), line.operator()).with(new Syringe("A", "A", List.of(what)))
                .with(new Aliquot("1", "A", line.planId(), target, line.site(), line.laterality(), line.volumeMl()));
    }
}
