package foramen.domain.outcome;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.outcome.FollowUpSchedule.Protocol;
import foramen.domain.outcome.FollowUpSchedule.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which visits are due. A visit is done by one within its tolerance or called by its name; it is overdue once its
 * tolerance is over, and missed once its grace is over or the next one opens. A later procedure on that side ends the visits of the one
 * before, and nobody waits for a patient who was lost.
 */
public final class DueList {
    private final FollowUpSchedule schedule;
    private final OutcomeRules rules;
    private final ZoneId zone;

    /**
     * @param schedule which visits there are
     * @param rules what a course is
     * @param zone the clinic's time zone
     */
    public DueList(FollowUpSchedule schedule, OutcomeRules rules, ZoneId zone) {
        this.schedule = schedule;
        this.rules = rules;
        this.zone = zone;
    }

    /** All planned visits of a case as they stand at {@code now}, earliest first. */
    public List<DueVisit> of(Case c, Instant now) {
        return planned(new CaseCourse(c, rules, zone)).stream()
                .flatMap(v -> v.at(now)
                        .map(state -> new DueVisit(c.id(), c.patient().label(), v.procedure(), v.window(),
                                v.opens(), v.due(), v.closes(), state))
                        .stream())
                .sorted(Comparator.comparing(DueVisit::due)).toList();
    }

    /** The visits that are planned after each procedure of a case. */
    List<PlannedVisit> planned(CaseCourse course) {
        List<PlannedVisit> all = new ArrayList<>();
        for (Procedure p : course.procedures()) {
            Protocol protocol = schedule.protocol(p, course.casefile().followUp().protocolId());
            Optional<Instant> end = end(course, p);
            List<Window> windows = schedule.windows(protocol);
            for (Window w : windows) {
                all.add(planned(p, windows, w.window(), end, done(course, p, w, end)));
            }
        }
        return all;
    }

    /**
     * The visit {@code window} after a procedure.
     *
     * @param windows all visits its procedure has, earliest first
     */
    static PlannedVisit planned(Procedure p, List<Window> windows, VisitWindow window, Optional<Instant> end,
            Optional<Instant> done) {
        int i = 0;
        while (!windows.get(i).window().equals(window)) {
            i++;
        }
        Window w = windows.get(i);
        return new PlannedVisit(p, window, p.at().plus(w.from()), p.at().plus(w.due()), p.at().plus(w.to()),
                missed(p, windows, i), end, done);
    }

    /** What is due or overdue over many cases, longest due first. */
    public List<DueVisit> open(Stream<Case> cases, Instant now) {
        return cases.flatMap(c -> of(c, now).stream()).filter(DueVisit::open)
                .sorted(Comparator.comparing(DueVisit::due)).toList();
    }

    private static Optional<Instant> done(CaseCourse course, Procedure p, Window w, Optional<Instant> end) {
        return course.after(p).stream()
                .filter(v -> end.isEmpty() || !v.at().isAfter(end.get()))
                .filter(v -> w.holds(course.since(p, v)) || v.window().equals(w.window())).map(Visit::at)
                .min(Comparator.naturalOrder());
    }

    /** When nobody waits for the visits of {@code p} any more. */
    private static Optional<Instant> end(CaseCourse course, Procedure p) {
        Stream<Instant> procedures = course.procedures().stream()
                .filter(q -> q.at().isAfter(p.at()) && q.sameSide(p) && !course.day(q.at()).equals(course.day(p.at())))
                .map(Procedure::at);
        Stream<Instant> events = course.casefile().followUp().events().stream()
                .filter(e -> e.kind() == CareEvent.Kind.REPEAT_INJECTION && e.concerns(p.side())
                        && e.at().isAfter(p.at()))
                .map(CareEvent::at);
        return Stream.of(procedures, events, course.lost(p).stream()).flatMap(s -> s)
                .min(Comparator.naturalOrder());
    }

    /** When nobody is called in for a visit any more: after its grace, or when the next one opens. */
    private static Instant missed(Procedure p, List<Window> windows, int i) {
        Duration last = windows.get(i).to();
        Duration grace = last.plus(windows.get(i).grace());
        if (i + 1 == windows.size() || windows.get(i + 1).from().compareTo(grace) > 0) {
            return p.at().plus(grace);
        }
        Duration next = windows.get(i + 1).from();
        return p.at().plus(next.compareTo(last) > 0 ? next : last);
    }
}
