package foramen.report.document;

import foramen.domain.delivery.SessionFigures;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.safety.SafetyBook;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.session.Protocol;
import foramen.domain.session.Session;
import foramen.domain.session.rules.SessionCheck;
import foramen.domain.session.rules.Totals;
import foramen.report.document.Section.Row;
import foramen.report.document.Section.Table;
import foramen.report.document.Section.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a report about the procedure: checklist, what was done and given, and how the patient was watched. */
final class ProcedureSections {
    private static final int PERCENT_PLACES = 1;

    private final ReportContext c;

    ProcedureSections(ReportContext context) {
        this.c = context;
    }

    private List<Session> sessions() {
        return c.casefile().sessions().stream()
                .sorted(Comparator.comparing(Session::date).thenComparing(s -> s.course().number())).toList();
    }

    /** Such as {@code Session 2 of 3, 2026-03-14, right, given}. */
    private String title(Session s) {
        String count = s.course().of() == 0
                ? c.text("session.number", s.course().number())
                : c.text("session.of", s.course().number(), s.course().of());
        return String.join(", ", count, s.date().toString(), c.side(s.side()),
                c.text("session." + s.status().name()));
    }

    Section checklist() {
        Section.Builder b = c.section("checklist");
        for (Session s : sessions()) {
            List<Row> rows = new ArrayList<>();
            for (SafetyBook.CheckItem item : c.books().doses().safety().checklist()) {
                s.safety().answer(item.id()).ifPresent(a -> rows.add(Row.of(
                        DocumentWords.capital(c.words().terms().said(item.words())), state(a.state()), a.by(),
                        c.dateTime(a.at()), a.note())));
            }
            b.add(new Table(title(s), c.columns("item", "state", "by", "at", "note"), rows));
            b.fact(c.text("time-out"), s.safety().timeOut().map(this::timeOut).orElse(c.text("none")));
            s.safety().anticoagulation().ifPresent(a -> b.fact(c.text("anticoagulation"), anticoagulation(a)));
            s.safety().overrules().forEach(o -> b.fact(c.text("overruled"), c.words().terms().said(o.sentence()),
                    c.text("overruled.why", o.reason(), o.by(), c.dateTime(o.at()))));
        }
        return b.build();
    }

    private String state(SafetyRecord.State state) {
        return c.text("state." + state.name());
    }

    private String timeOut(SafetyRecord.TimeOut t) {
        return t.by() + ", " + c.dateTime(t.at()) + (t.note().isBlank() ? "" : ": " + t.note());
    }

    private String anticoagulation(SafetyRecord.Anticoagulation a) {
        return Stream.of(pair("last-dose", a.lastDose()), pair("inr", a.inr()), pair("platelets", a.platelets()),
                pair("decision", a.decision()), pair("decided-by", a.decidedBy())).filter(t -> !t.isEmpty())
                .collect(Collectors.joining(", ", a.drug() + ": ", ""));
    }

    private String pair(String key, String value) {
        return value.isBlank() ? "" : c.text(key) + " " + value;
    }

    Section procedure() {
        Section.Builder b = c.section("procedure");
        for (Session s : sessions()) {
            b.fact(c.text("session"), title(s), s.operator().isBlank() ? "" : c.text("operator") + ": " + s.operator());
            c.books().doses().protocols().find(s.course().protocolId()).ifPresent(p -> protocol(b, p));
            if (!s.note().isBlank()) {
                b.fact(c.text("note"), s.note());
            }
        }
        new PlanFacts(c).add(b);
        b.add(ledger());
        if (c.casefile().ledger().isEmpty()) {
            b.text(c.text("ledger.none"), Tone.PLAIN);
        }
        sessions().forEach(s -> totals(b, s));
        return b.build();
    }

    private void protocol(Section.Builder b, Protocol p) {
        b.fact(c.text("protocol"), p.name(), p.citation().words()).fact(c.text("position"), p.position())
                .fact(c.text("probe"), p.probe()).fact(c.text("approach"), p.approach())
                .fact(c.text("needle.published"), p.needle());
        if (p.offLabel()) {
            b.fact(c.text("off-label"), c.text("yes"));
        }
    }

    private Table ledger() {
        List<Row> rows = c.casefile().ledger().stream().map(i -> new Row(
                List.of(c.dateTime(i.given()).replace(' ', '\n'),
                        i.productName() + "\n" + c.words().terms().of(i.injectateClass(), i.injectateClass().label()),
                        i.concentration().text(), Dose.plain(i.volumeMl()) + "\u00a0mL", i.dose().text(),
                        c.orNone(i.lot()) + "\n" + expiry(i), c.side(i.laterality()) + "\n" + i.site(), i.operator()),
                i.voided().map(v -> c.text("voided", v.reason(), v.by(), c.dateTime(v.at()))).orElse(i.note()),
                i.voided().isPresent())).toList();
        return new Table(c.text("given"), c.columns("given", "product", "concentration#", "volume#", "dose#", "lot",
                "site", "operator"), rows);
    }

    private String expiry(Injection i) {
        return i.expiry().equals(Injection.NO_EXPIRY) ? c.text("expiry.none") : c.text("expiry", i.expiry());
    }

    /** The sums that the rules of the dose check hold to; of this case alone, which is said. */
    private void totals(Section.Builder b, Session s) {
        if (s.syringes().isEmpty()) {
            return;
        }
        SessionCheck check = check(s);
        Totals t = check.totals();
        b.text(c.text("totals", title(s)), Tone.PLAIN);
        t.substances().forEach(x -> b.fact(x.name(), x.session().text(3) + "\u00a0" + x.unit().symbol(),
                x.injectateClass() == InjectateClass.BOTULINUM_TOXIN ? c.text("units.never") : ""));
        if (!t.anaesthetics().isEmpty()) {
            b.fact(c.text("fraction"), t.fraction().map(f -> c.text("fraction.of",
                    f.times(java.math.BigDecimal.valueOf(100)).text(PERCENT_PLACES))).orElse(c.text("fraction.none")),
                    t.weightKg().map(w -> c.text("fraction.weight", w.text(PERCENT_PLACES))).orElse(""));
        }
        t.steroid().ifPresent(x -> b.fact(c.text("steroid"),
                c.text("steroid.sum", x.session().text(2), x.months().text(2), x.overMonths(), x.reference()),
                c.text("this-case")));
        check.alerts().forEach(a -> b.fact(c.text("alert." + a.severity().name()), c.words().terms().said(a.message()),
                a.source()));
    }

    private SessionCheck check(Session s) {
        return new SessionFigures(c.books().doses(), c.zone()).check(s, c.casefile());
    }

    Section observation() {
        Section.Builder b = c.section("observation");
        for (Session s : sessions()) {
            s.safety().observation().ifPresent(o -> b.fact(title(s),
                    c.text("observed", c.dateTime(o.from()), o.until().map(c::dateTime).orElse("–"),
                            state(o.legStrength())),
                    Stream.of(o.by(), o.note()).filter(t -> !t.isBlank()).collect(Collectors.joining(": "))));
        }
        return b.build();
    }

    Section complications() {
        List<Row> rows = new ArrayList<>();
        for (Session s : sessions()) {
            s.safety().complications().forEach(x -> rows.add(Row.of(c.dateTime(x.noticed()), complication(x.kindId()),
                    "", x.by(), x.note())));
        }
        c.casefile().followUp().eventsInTime().stream().filter(e -> e.grade().isPresent())
                .forEach(e -> rows.add(Row.of(c.dateTime(e.at()), e.what(), Integer.toString(e.grade().getAsInt()),
                        e.recordedBy(), e.note())));
        return c.section("complications")
                .add(new Table(c.text("events"), c.columns("at", "event", "grade#", "by", "note"), rows)).build();
    }

    private String complication(String id) {
        return c.books().doses().safety().complications().stream().filter(k -> k.id().equals(id))
                .map(SafetyBook.ComplicationKind::name).findFirst().orElse(id);
    }

    /** What comes next: the sessions of the course that are still planned. */
    Section next() {
        Section.Builder b = c.section("next");
        for (Session s : sessions()) {
            Optional<Protocol> p = c.books().doses().protocols().find(s.course().protocolId());
            boolean last = sessions().stream().noneMatch(
                    o -> o.course().id().equals(s.course().id()) && o.course().number() > s.course().number());
            if (!s.isClosed()) {
                b.fact(c.text("next.planned"), title(s));
            } else if (last && s.course().of() > s.course().number()) {
                String day = p.flatMap(Protocol::intervalDays).map(d -> s.date().plusDays(d).toString()).orElse("");
                b.fact(c.text("next.due"), c.text("session.of", s.course().number() + 1, s.course().of()),
                        day.isEmpty() ? "" : c.text("next.interval", day));
            } else if (last && s.course().of() > 0) {
                b.fact(c.text("next.done"), c.text("session.of", s.course().number(), s.course().of()));
            }
            p.filter(x -> last && !x.followUp().isBlank())
                    .ifPresent(x -> b.fact(c.text("next.followup"), x.followUp()));
        }
        return b.build();
    }
}
