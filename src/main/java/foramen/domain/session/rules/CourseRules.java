package foramen.domain.session.rules;

import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Dose;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Course;
import foramen.domain.session.Protocol;
import foramen.domain.session.ProtocolCatalog;
import foramen.domain.session.Session;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/** Which session of the course this is, and what its protocol says. */
final class CourseRules {
    private CourseRules() {}

    /** That a session comes too soon for its course has been told: after which day, at which place. */
    record Told(LocalDate last, String target) {}

    /** Checks it; says what has been told of the interval, where it has. */
    static Optional<Told> check(ProtocolCatalog protocols, DoseQuestion q, Alerts alerts) {
        Course course = q.session().course();
        if (course.of() > 0 && course.number() > course.of()) {
            alerts.raise(AlertKind.COURSE_NUMBER, "",
                    "This is session " + course.number() + " of a course of " + course.of() + ".");
        }
        if (course.protocolId().isBlank()) {
            return Optional.empty();
        }
        Optional<Protocol> protocol = protocols.find(course.protocolId());
        if (protocol.isEmpty()) {
            alerts.raise(AlertKind.PROTOCOL_UNKNOWN, "",
                    "The protocol " + course.protocolId() + " is not in the list; nothing is held against it.");
            return Optional.empty();
        }
        return follow(protocol.get(), q, alerts);
    }

    private static Optional<Told> follow(Protocol protocol, DoseQuestion q, Alerts alerts) {
        String source = protocol.citation().source();
        if (protocol.recordOnly()) {
            alerts.raise(AlertKind.RECORD_ONLY, "",
                    protocol.name() + " is recorded for comparison only; Foramen does not plan it.", source);
        }
        BigDecimal volume = q.session().aliquots().stream().filter(a -> a.target().equals(protocol.target()))
                .map(Aliquot::volumeMl).reduce(BigDecimal.ZERO, BigDecimal::add);
        protocol.volume().filter(r -> volume.compareTo(r.to()) > 0)
                .ifPresent(r -> alerts.raise(AlertKind.VOLUME_ABOVE_PROTOCOL, "",
                        Dose.plain(volume) + "\u00a0mL is more than the " + Dose.plain(r.to()) + "\u00a0mL of "
                                + protocol.name() + ".",
                        source));
        Session session = q.session();
        Optional<LocalDate> last = q.earlier().stream()
                .filter(s -> s.isClosed() && !s.id().equals(session.id())
                        && s.course().id().equals(session.course().id()) && !s.date().isAfter(session.date()))
                .map(Session::date).max(Comparator.naturalOrder());
        if (last.isPresent() && protocol.intervalDays().isPresent()
                && ChronoUnit.DAYS.between(last.get(), session.date()) < protocol.intervalDays().get()) {
            alerts.raise(AlertKind.COURSE_INTERVAL, "",
                    "The session before was on " + last.get() + "; " + protocol.name() + " has "
                            + protocol.intervalDays().get() + " days between sessions.",
                    source);
            return Optional.of(new Told(last.get(), protocol.target()));
        }
        return Optional.empty();
    }
}
