package foramen.domain.outcome;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The procedures of one case among its visits and events: what lies before and after each of them. It keeps what it was
 * asked, so it belongs to one thread.
 */
public final class CaseCourse {
    private final Case casefile;
    private final OutcomeRules rules;
    private final ZoneId zone;
    private final List<Procedure> procedures;
    private final List<Visit> visits;
    /** Asked again for every definition of a response; by the very object, since each procedure is made once. */
    private final IdentityHashMap<Procedure, List<Visit>> after = new IdentityHashMap<>();
    private final IdentityHashMap<Procedure, Map<Measure, BigDecimal>> baselines = new IdentityHashMap<>();
    private final IdentityHashMap<Procedure, List<Intervention>> interventions = new IdentityHashMap<>();

    /**
     * @param casefile the case
     * @param rules how far back a baseline may lie, and what a course is
     * @param zone the clinic's time zone, in which a day begins
     */
    public CaseCourse(Case casefile, OutcomeRules rules, ZoneId zone) {
        this.casefile = casefile;
        this.rules = rules;
        this.zone = zone;
        this.procedures = new ProcedureLog(rules, zone).of(casefile);
        this.visits = casefile.followUp().visitsInTime();
    }

    /** The case. */
    public Case casefile() {
        return casefile;
    }

    /** The procedures, earliest first. */
    public List<Procedure> procedures() {
        return procedures;
    }

    /** The clinic's day of a time. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /**
     * The value of each series nearest before the course of {@code p} began. A visit of that day that is called a
     * baseline counts, at whatever hour it was typed.
     */
    public Map<Measure, BigDecimal> baselines(Procedure p) {
        return Collections.unmodifiableMap(baselines.computeIfAbsent(p, this::findBaselines));
    }

    private Map<Measure, BigDecimal> findBaselines(Procedure p) {
        Map<Measure, BigDecimal> newest = new LinkedHashMap<>();
        visits.stream().filter(v -> isBaseline(v, p)).forEach(v -> newest.putAll(v.values()));
        return newest;
    }

    boolean isBaseline(Visit v, Procedure p) {
        Instant began = p.course().began();
        boolean near = !day(v.at()).isBefore(day(began).minusDays(rules.baseline().days()));
        return near && (!v.at().isAfter(began) || calledBaseline(v, began));
    }

    private boolean calledBaseline(Visit v, Instant began) {
        return v.window().equals(VisitWindow.BASELINE) && day(v.at()).equals(day(began));
    }

    /** The visits after {@code p}, earliest first. */
    public List<Visit> after(Procedure p) {
        return after.computeIfAbsent(p, this::findAfter);
    }

    private List<Visit> findAfter(Procedure p) {
        return visits.stream().filter(v -> v.at().isAfter(p.at()) && !calledBaseline(v, p.course().began())).toList();
    }

    /** The visit with a value of {@code measure} that lies nearest to {@code w} after {@code p}, within its tolerance. */
    public Optional<Visit> nearest(Procedure p, FollowUpSchedule.Window w, Measure measure) {
        return after(p).stream().filter(v -> v.value(measure).isPresent() && w.holds(since(p, v)))
                .min(Comparator.comparing(v -> since(p, v).minus(w.due()).abs()));
    }

    /** The time from {@code p} to {@code v}. */
    public Duration since(Procedure p, Visit v) {
        return Duration.between(p.at(), v.at());
    }

    /** The clinic's days from {@code p} to {@code v}. */
    long daysSince(Procedure p, Visit v) {
        return day(v.at()).toEpochDay() - day(p.at()).toEpochDay();
    }

    /** What was done on that side after {@code p} and is not of its course, earliest first. */
    List<Intervention> interventions(Procedure p) {
        return interventions.computeIfAbsent(p, this::findInterventions);
    }

    private List<Intervention> findInterventions(Procedure p) {
        // An operation is an event and a procedure; it comes from the event, which says why it was done.
        return Stream.concat(
                casefile.followUp().events().stream()
                        .filter(e -> e.kind().isIntervention() && e.concerns(p.side()) && !e.id().equals(p.id())
                                && e.at().isAfter(p.course().began()))
                        .map(Intervention::of),
                procedures.stream()
                        .filter(q -> q.arm() == Arm.INJECTION && q.sameSide(p) && !sameCourse(p, q)
                                && day(q.at()).isAfter(day(p.at())))
                        .map(Intervention::of))
                .sorted(Comparator.comparing(Intervention::at)).toList();
    }

    private static boolean sameCourse(Procedure p, Procedure q) {
        return p.arm() == q.arm() && p.side() == q.side() && p.target().equalsIgnoreCase(q.target())
                && p.injectate().equals(q.injectate()) && p.course().began().equals(q.course().began());
    }

    /** The adverse events after {@code p} and before the next procedure; of procedures at one time the last has them. */
    List<CareEvent> adverseEvents(Procedure p) {
        return casefile.followUp().eventsInTime().stream()
                .filter(e -> e.kind() == CareEvent.Kind.ADVERSE_EVENT && cause(e).filter(p::equals).isPresent())
                .toList();
    }

    private Optional<Procedure> cause(CareEvent e) {
        return procedures.reversed().stream()
                .filter(q -> e.concerns(q.side()) && (!q.at().isAfter(e.at()) || day(q.at()).equals(day(e.at()))))
                .findFirst();
    }

    /** When the patient was lost after {@code p}: said so, and never seen again. */
    Optional<Instant> lost(Procedure p) {
        Optional<Instant> said = casefile.followUp().eventsInTime().reversed().stream()
                .filter(e -> e.kind() == CareEvent.Kind.LOST_TO_FOLLOW_UP && e.at().isAfter(p.at()))
                .map(CareEvent::at).findFirst();
        return said.filter(at -> visits.stream().noneMatch(v -> v.at().isAfter(at)));
    }
}
