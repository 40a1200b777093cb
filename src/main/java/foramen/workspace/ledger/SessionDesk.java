package foramen.workspace.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.injection.Alert;
import foramen.domain.injection.Alert.Overriding;
import foramen.domain.injection.Component;
import foramen.domain.injection.Gs1;
import foramen.domain.injection.History;
import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Syringe;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyRecord.Overrule;
import foramen.domain.session.Course;
import foramen.domain.session.DoseBook;
import foramen.domain.session.GivenBefore;
import foramen.domain.session.Protocol;
import foramen.domain.session.Session;
import foramen.domain.session.Session.Status;
import foramen.domain.session.SessionLines;
import foramen.domain.session.rules.DoseQuestion;
import foramen.domain.session.rules.SessionCheck;
import foramen.domain.session.rules.SessionRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans, checks, gives and stops procedure sessions. It changes no case: what it returns is committed by the editor. */
public final class SessionDesk {
    private final SessionRules rules;
    private final GivenBefore given;
    private final ZoneId zone;

    /**
     * What is known beside the case.
     *
     * @param imageSides what the files of the images in use say about their side
     * @param history what the store knows of other cases, and what was typed in
     * @param redFlags what the assessment has answered about red flags and the like; added to the case's own risks
     * @param now the time; empty where a session is looked at that is not given now
     */
    public record Surroundings(List<Laterality> imageSides, History history, Risks redFlags, Optional<Instant> now) {
        /** Copies the sides. */
        public Surroundings {
            imageSides = List.copyOf(imageSides);
        }

        /** What is known, at no certain time. */
        public Surroundings(List<Laterality> imageSides, History history, Risks redFlags) {
            this(imageSides, history, redFlags, Optional.empty());
        }

        Surroundings at(Instant time) {
            return new Surroundings(imageSides, history, redFlags, Optional.of(time));
        }
    }

    /** What giving or stopping a session comes to: the session as it stays, and its lines of the ledger. */
    public record Closed(Session session, List<Injection> lines) {
        /** Copies the lines. */
        public Closed {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param book the data files
     * @param zone the clinic's time zone
     */
    public SessionDesk(DoseBook book, ZoneId zone) {
        this.rules = new SessionRules(book);
        this.given = new GivenBefore(book.products(), zone);
        this.zone = zone;
    }

    /** The data files it holds to. */
    public DoseBook book() {
        return rules.book();
    }

    /**
     * The next session of a protocol's course in {@code casefile}: what is published of the mixture is filled in.
     *
     * @param casefile the case
     * @param protocol which protocol
     * @param id identifier of the session; also of the course where it is the first
     * @param at now
     * @param operator who does it
     */
    public Session begin(Case casefile, Protocol protocol, String id, Instant at, String operator) {
        Optional<Session> last = casefile.sessions().stream()
                .filter(s -> s.course().protocolId().equals(protocol.id()) && s.isClosed() && !s.aliquots().isEmpty())
                .max(Comparator.comparing(Session::date));
        boolean goesOn = last.filter(s -> s.course().of() == 0 || s.course().number() < s.course().of()).isPresent();
        Course course = goesOn
                ? new Course(last.get().course().id(), last.get().course().number() + 1, last.get().course().of(),
                        protocol.id(), book().protocols().version())
                : new Course(id, 1, protocol.sessions().orElse(0), protocol.id(), book().protocols().version());
        Session session = plan(id, course, casefile, last.filter(s -> goesOn), at, operator);
        List<Component> components = new ArrayList<>();
        for (Protocol.Ingredient i : protocol.recipe()) {
            book().products().find(i.productId())
                    .ifPresent(p -> i.content().ifPresent(c -> components.add(Component.of(p, c))));
        }
        return components.isEmpty() ? session : session.with(new Syringe("A", "A", components));
    }

    /** A session after no protocol, such as where something else is given. The same rules hold for it. */
    public Session beginFree(Case casefile, String id, Instant at, String operator) {
        return plan(id, new Course(id, 1, 0, "", ""), casefile, Optional.empty(), at, operator);
    }

    /**
     * A session after the maxima of the one before in its course, else of the newest of the case, else of the file's first
     * profile: never silently after those of another jurisdiction.
     */
    private Session plan(String id, Course course, Case casefile, Optional<Session> before, Instant at,
            String operator) {
        String profile = before
                .or(() -> casefile.sessions().reversed().stream().filter(s -> !s.profileId().isBlank()).findFirst())
                .map(Session::profileId).filter(p -> !p.isBlank()).orElse(book().limits().first().id());
        return Session.plan(id, course, at.atZone(zone).toLocalDate(), casefile.side(), operator).withProfile(profile);
    }

    /** Alerts and sums of a session as it stands in {@code casefile}. */
    public SessionCheck check(Session session, Case casefile, Surroundings around, boolean atNeedle) {
        Map<String, Laterality> plans = casefile.plans().stream()
                .collect(Collectors.toMap(NeedlePlan::id, NeedlePlan::laterality, (a, b) -> b));
        List<PriorTreatment> own = given.of(casefile.ledger(), session.id(), "this case");
        History history = GivenOnce.beside(around.history(), casefile, own).with(casefile.elsewhere()).with(own);
        return rules.check(new DoseQuestion(session, casefile.patient().weightKg(), casefile.patient().weighing(),
                casefile.patient().sex(),
                casefile.risks().and(around.redFlags()), casefile.side(), around.imageSides(), plans, history,
                casefile.sessions().stream().filter(s -> !s.id().equals(session.id())).toList(),
                when(session, around.now()),
                atNeedle));
    }

    /** When a session was given, or now where it is planned for today. */
    private Optional<Instant> when(Session session, Optional<Instant> now) {
        return session.closed()
                .or(() -> now.filter(n -> n.atZone(zone).toLocalDate().equals(session.date())));
    }

    /** A planned session as it stands at {@code at}: of that day, and without what was confirmed on an earlier one. */
    public Session today(Session session, Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return session.withDate(day).withSafety(session.safety().confirmedOn(day, zone));
    }

    /**
     * Passes over an alert, with a reason that is kept with the session.
     *
     * @throws IllegalArgumentException where the alert may not be passed over, or reason or name is missing
     */
    public Session overrule(Session session, Alert alert, String reason, String by, Instant at) {
        if (alert.overriding() == Overriding.NEVER) {
            throw new IllegalArgumentException("This cannot be passed over: " + alert.message());
        }
        if (reason.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("Say why this is passed over, and who says so.");
        }
        open(session);
        return session.withSafety(session.safety()
                .with(new Overrule(alert.key(), alert.message(), alert.version(), reason.strip(), by.strip(), at)));
    }

    /**
     * Fills in lot, expiry and item number from a code. Where it is the code of another vial than the one known, nothing
     * of that one stays.
     *
     * @param syringeId which syringe
     * @param index which of its components, from 0
     * @param code as typed, pasted or scanned
     * @param today from which the century is told
     * @throws Gs1.UnreadableException where the code cannot be read
     */
    public Session scan(Session session, String syringeId, int index, String code, LocalDate today)
            throws Gs1.UnreadableException {
        open(session);
        Gs1 read = Gs1.parse(code, today.getYear());
        Syringe syringe = session.syringe(syringeId)
                .orElseThrow(() -> new IllegalArgumentException("There is no syringe " + syringeId));
        List<Component> components = new ArrayList<>(syringe.components());
        Component old = components.get(index);
        boolean another = isAnother(read.lot(), old.lot()) || isAnother(read.gtin(), old.gtin());
        components.set(index, another
                ? old.from(read.lot().orElse(""), read.expiry(), read.gtin().orElse(""))
                : old.from(read.lot().orElse(old.lot()), read.expiry().or(old::expiry),
                        read.gtin().orElse(old.gtin())));
        return session.with(new Syringe(syringe.id(), syringe.label(), components));
    }

    private static boolean isAnother(Optional<String> read, String known) {
        return !known.isBlank() && read.filter(r -> !r.equals(known)).isPresent();
    }

    /**
     * A session as given, with its lines; refused while anything keeps it from being given.
     *
     * @throws IllegalArgumentException with the first sentence that keeps it
     */
    public Closed give(Session session, Case casefile, Surroundings around, Instant at) {
        open(session);
        // The day of the record is the day it happened, whatever was planned.
        List<Alert> blocking = check(today(session, at), casefile, around.at(at), true).blocking();
        if (!blocking.isEmpty()) {
            throw new IllegalArgumentException(blocking.getFirst().message());
        }
        Session today = session.withDate(at.atZone(zone).toLocalDate());
        return new Closed(today.closed(Status.GIVEN, at, session.note()), SessionLines.of(today, at));
    }

    /**
     * A session that was stopped: only the portions left in it were given. What was given is recorded whatever the
     * rules say, because it is a fact.
     *
     * @param session with the portions that were given, none where nothing was
     * @param reason why, not blank
     */
    public Closed stop(Session session, String reason, Instant at) {
        open(session);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say why the session was stopped.");
        }
        Session today = session.withDate(at.atZone(zone).toLocalDate());
        return new Closed(today.closed(Status.STOPPED, at, reason.strip()), SessionLines.of(today, at));
    }

    private static void open(Session session) {
        if (session.isClosed()) {
            throw new IllegalArgumentException("The session is closed; void its lines instead.");
        }
    }
}
