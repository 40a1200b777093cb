package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.PainState;
import foramen.domain.casefile.Case;
import foramen.domain.outcome.Arm;
import foramen.domain.outcome.Change;
import foramen.domain.outcome.CourseOutcome;
import foramen.domain.outcome.DueVisit;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.outcome.Procedure;
import foramen.domain.outcome.Recurrence;
import foramen.domain.outcome.Response;
import foramen.domain.outcome.TestConversion;
import foramen.domain.outcome.TimeCourse;
import foramen.ui.outcome.FollowUpState.OutcomeLine;
import foramen.ui.outcome.FollowUpState.Sense;
import foramen.ui.support.Words;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.OutcomeDesk.ChangeSince;
import foramen.workspace.assessment.OutcomeDesk.ProcedureOutcome;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts what came of a case into sentences of the window's language. */
final class OutcomeWords {
    private final Words words;
    private final AssessmentFiles files;
    private final ZoneId zone;

    OutcomeWords(Words words, AssessmentFiles files, ZoneId zone) {
        this.words = words;
        this.files = files;
        this.zone = zone;
    }

    /** One procedure, read by each definition of a response. */
    FollowUpState.ProcedureCard card(List<ProcedureOutcome> read) {
        ProcedureOutcome first = read.getFirst();
        Procedure p = first.outcome().procedure();
        List<OutcomeLine> lines = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            lines.addAll(response(read.get(i).outcome(), files.outcome().responders().get(i)));
        }
        if (!p.course().last()) {
            return card(p, lines);
        }
        first.block().ifPresent(b -> lines.add(new OutcomeLine(words.text(b.positive()
                ? "outcome.block.positive"
                : "outcome.block.negative", values(b.change()), percent(b.change())),
                files.outcome().block().citation().words(), Sense.PLAIN)));
        first.changes().forEach(c -> lines.add(change(c)));
        tests(first.tests(), lines);
        first.outcome().surgery().ifPresent(d -> lines.add(caution("outcome.surgery", d)));
        first.outcome().lost().ifPresent(d -> lines.add(caution("outcome.lost", d)));
        first.outcome().adverseEvents().forEach(e -> lines.add(new OutcomeLine(event(e), "", Sense.CAUTION)));
        return card(p, lines);
    }

    /** Definitions that come to the same say it once. */
    private FollowUpState.ProcedureCard card(Procedure p, List<OutcomeLine> lines) {
        List<OutcomeLine> once = new ArrayList<>();
        lines.stream().filter(l -> once.stream().noneMatch(o -> o.words().equals(l.words()))).forEach(once::add);
        return new FollowUpState.ProcedureCard(procedure(p) + session(p) + ", " + day(p.at()), once);
    }

    private OutcomeLine caution(String key, LocalDate day) {
        return new OutcomeLine(words.text(key, day), "", Sense.CAUTION);
    }

    private List<OutcomeLine> response(CourseOutcome outcome, OutcomeRules.Responder d) {
        Response r = outcome.response();
        String name = words.ofFile("Responder." + d.id(), d.label());
        String source = words.text("outcome.definition", d.percent().toPlainString(), d.fromDays(), d.toDays(),
                d.nearDays()) + " " + d.citation().words();
        String change = r.change().map(c -> words.text("outcome.judged", measure(c.measure()), values(c), percent(c),
                r.visit().map(v -> day(v.at())).orElse(""))).orElse("");
        Procedure.Course course = outcome.procedure().course();
        String said = r.status() == Response.Status.COURSE_CONTINUED
                ? words.text("outcome.continued", course.session(), course.sessions())
                : words.text("outcome.response", name, words.of(r.status()), change).strip();
        if (r.status() == Response.Status.NOT_SEEN) {
            said = words.text("outcome.notseen", name, r.closes());
        }
        List<OutcomeLine> lines = new ArrayList<>();
        lines.add(new OutcomeLine(said, source, switch (r.status()) {
            case RESPONDER -> Sense.GOOD;
            case NON_RESPONDER, RESCUED, LOST -> Sense.CAUTION;
            default -> Sense.PLAIN;
        }));
        if (r.status() == Response.Status.RESPONDER) {
            String rule = files.outcome().recurrence().citation().words();
            lines.add(outcome.recurrence().map(re -> new OutcomeLine(recurrence(re), rule, Sense.CAUTION))
                    .orElseGet(() -> new OutcomeLine(words.text("outcome.norecurrence"), rule, Sense.PLAIN)));
        }
        return lines;
    }

    private String recurrence(Recurrence r) {
        return words.text("outcome.recurrence", r.on(), words.of(r.cause()));
    }

    private OutcomeLine change(ChangeSince c) {
        String reached = c.reached().isEmpty() ? "" : " " + words.text("outcome.reached", names(c.reached()));
        String missed = c.missed().isEmpty() ? "" : " " + words.text("outcome.missed", names(c.missed()));
        String source = java.util.stream.Stream.concat(c.reached().stream(), c.missed().stream())
                .map(d -> d.label() + " (" + d.population() + "): " + d.citation().words())
                .collect(Collectors.joining("\n"));
        return new OutcomeLine(words.text("outcome.change", measure(c.change().measure()),
                valuesAndPercent(c.change())) + reached + missed, source, Sense.PLAIN);
    }

    private String names(List<OutcomeRules.Difference> differences) {
        return differences.stream().map(d -> words.ofFile("Difference." + d.label().replace(' ', '-'), d.label()))
                .collect(Collectors.joining(", "));
    }

    private void tests(List<TestConversion> tests, List<OutcomeLine> lines) {
        if (tests.isEmpty()) {
            return;
        }
        long negative = tests.stream().filter(TestConversion::becameNegative).count();
        String all = tests.stream().map(t -> words.text("outcome.test",
                AssessWords.test(words, files.tests(), t.testId()), words.of(t.side()),
                t.now().map(words::of).orElse(words.text("outcome.notrepeated"))))
                .collect(Collectors.joining("; "));
        lines.add(new OutcomeLine(words.text("outcome.tests", negative, tests.size(), all), "",
                negative == tests.size() ? Sense.GOOD : Sense.PLAIN));
    }

    /** A procedure in words. */
    String procedure(Procedure p) {
        String what = switch (p.arm()) {
            case CONSERVATIVE, SURGERY -> words.of(p.arm());
            case INJECTION -> words.text("outcome.injection",
                    p.injectate().map(words::of).orElseGet(() -> words.of(Arm.INJECTION)));
        };
        return what + (p.target().isBlank() ? "" : ", " + target(words, p.target()))
                + (p.side() == Laterality.UNSPECIFIED ? "" : ", " + words.of(p.side()));
    }

    /** A target by its name where it is one of the protocols', else as the operator wrote it. */
    static String target(Words words, String target) {
        String name = words.named("Target." + target.strip().toLowerCase(Locale.ROOT).replace(' ', '-'), target);
        return name.equalsIgnoreCase(target) ? target : name;
    }

    private String session(Procedure p) {
        return p.course().sessions() == 1
                ? ""
                : ", " + words.text("outcome.session", p.course().session(), p.course().sessions());
    }

    /** A series in words. */
    String measure(Measure m) {
        return measure(words, m);
    }

    static String measure(Words words, Measure m) {
        if (!m.instrument().isPain()) {
            return m.variant().isEmpty() ? m.instrument().label() : m.instrument().label() + " (" + m.variant() + ")";
        }
        String state = Arrays.stream(PainState.values()).filter(s -> s.id().equals(m.variant())).map(words::of)
                .findFirst().orElse(m.variant());
        return m.instrument().label() + ", " + state;
    }

    private String values(Change c) {
        return number(c.measure(), c.before()) + " → " + number(c.measure(), c.after());
    }

    private String number(Measure m, BigDecimal value) {
        String text = m.text(value).replace('.',
                DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator());
        return m.instrument().isPain() ? text : text.replace(" " + m.instrument().unit(), " " + words.text("points"));
    }

    private String valuesAndPercent(Change c) {
        String percent = percent(c);
        return percent.isEmpty() ? values(c) : values(c) + " " + percent;
    }

    /** A number in the manner of the screen; exact, nothing is rounded. */
    static String decimal(Words words, BigDecimal value) {
        return value.toPlainString().replace('.',
                DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator());
    }

    private String percent(Change c) {
        return c.percent().map(p -> "(" + (p.signum() > 0 ? "+" : p.signum() < 0 ? "−" : "")
                + decimal(words, p.abs()) + "\u00a0%)").orElse("");
    }

    FollowUpState.DueRow due(DueVisit v) {
        String said = words.text("due.row", AssessWords.window(words, v.window()), day(v.due()), day(v.opens()),
                day(v.closes()));
        return new FollowUpState.DueRow(v.window(), said, v.state(), words.of(v.state()));
    }

    String event(CareEvent e) {
        List<String> parts = new ArrayList<>(List.of(words.of(e.kind())));
        e.grade().ifPresent(g -> parts.add(words.text("event.grade.said", g)));
        if (!e.what().isBlank()) {
            parts.add(e.what().strip());
        }
        if (e.forReturnOfPain()) {
            parts.add(words.text("event.return"));
        }
        parts.add(day(e.at()));
        return String.join(", ", parts);
    }

    /** The marks come in the order of the procedures and of the other events, which say what they are. */
    FollowUpState.Chart chart(TimeCourse course, Case c, List<ProcedureOutcome> outcomes) {
        Iterator<Procedure> procedures = outcomes.stream().map(o -> o.outcome().procedure()).iterator();
        List<String> known = outcomes.stream().map(o -> o.outcome().procedure().id()).toList();
        Iterator<CareEvent> events = c.followUp().eventsInTime().stream().filter(e -> !known.contains(e.id()))
                .iterator();
        List<FollowUpState.Mark> marks = new ArrayList<>();
        for (TimeCourse.Mark m : course.marks()) {
            boolean procedure = m.sort() == TimeCourse.Sort.PROCEDURE;
            String said;
            if (procedure) {
                Procedure p = procedures.next();
                said = procedure(p) + session(p) + ", " + day(p.at());
            } else {
                said = event(events.next());
            }
            marks.add(new FollowUpState.Mark(m.days(), marks.size() + 1, said, m.sort() != TimeCourse.Sort.EVENT));
        }
        List<FollowUpState.Series> series = course.series().stream().map(s -> {
            List<FollowUpState.Dot> dots = s.values().stream().map(v -> new FollowUpState.Dot(v.days(), v.value(),
                    words.text("chart.value", number(s.measure(), v.value()), Math.round(v.days())))).toList();
            String name = measure(s.measure());
            return new FollowUpState.Series(name, s.measure().instrument().maximum(), dots,
                    name + ": " + dots.stream().map(FollowUpState.Dot::words).collect(Collectors.joining("; ")));
        }).toList();
        return new FollowUpState.Chart(series, marks);
    }

    private String day(Instant at) {
        return at.atZone(zone).toLocalDate().toString();
    }
}
