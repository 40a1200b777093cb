package foramen.report.document;

import foramen.domain.assessment.Measure;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.outcome.CaseCourse;
import foramen.domain.outcome.CourseOutcome;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeReader;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.outcome.Procedure;
import foramen.report.document.Section.Column;
import foramen.report.document.Section.Row;
import foramen.report.document.Section.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of a report about what came of the procedure. */
final class OutcomeSections {
    private final ReportContext c;
    private final CaseCourse course;

    OutcomeSections(ReportContext context) {
        this.c = context;
        this.course = new CaseCourse(context.casefile(), context.books().outcome(), context.zone());
    }

    /** Pain in the minutes after the needle. */
    Section relief() {
        List<Row> rows = new ArrayList<>();
        for (Visit v : c.casefile().followUp().visitsInTime()) {
            if (v.window().kind() == VisitWindow.Kind.MINUTES) {
                v.values().forEach((m, value) -> rows.add(Row.of(c.dateTime(v.at()), v.window().label(), m.label(),
                        m.text(value))));
            }
        }
        return c.section("relief")
                .add(new Table(c.text("scores"), c.columns("at", "visit", "measure", "value#"), rows)).build();
    }

    /** Every planned visit of the last procedure's schedule, seen or not, and what came of each procedure. */
    Section followUp() {
        Section.Builder b = c.section("followup");
        List<Procedure> procedures = course.procedures();
        if (procedures.isEmpty()) {
            return b.add(seen()).build();
        }
        Procedure last = procedures.getLast();
        b.add(grid(last));
        OutcomeRules rules = c.books().outcome();
        for (Procedure p : procedures) {
            if (!rules.responders().isEmpty()) {
                OutcomeRules.Responder definition = rules.responders().getFirst();
                CourseOutcome o = new OutcomeReader(rules).read(course, p, definition);
                b.fact(p.label() + ", " + c.day(p.at()), said(o.response().reason()), definition.citation().words());
                o.recurrence().ifPresent(r -> b.fact(c.text("recurrence"), said(r.words()), r.on().toString()));
            }
        }
        return b.build();
    }

    private Table grid(Procedure p) {
        FollowUpSchedule schedule = c.books().schedule();
        Set<Measure> measures = measures();
        List<Column> columns = new ArrayList<>(c.columns("visit", "due", "seen"));
        measures.forEach(m -> columns.add(new Column(m.label(), true)));
        List<Row> rows = new ArrayList<>();
        for (FollowUpSchedule.Window w : schedule.windows(schedule.protocol(p, c.casefile().followUp().protocolId()))) {
            List<Visit> visits = course.after(p).stream().filter(v -> w.holds(course.since(p, v))).toList();
            List<String> cells = new ArrayList<>(List.of(w.window().label(), c.day(p.at().plus(w.due())),
                    visits.isEmpty()
                            ? c.text("not-seen")
                            : visits.stream().map(v -> c.day(v.at())).distinct().collect(Collectors.joining("\n"))));
            for (Measure m : measures) {
                cells.add(course.nearest(p, w, m).flatMap(v -> v.value(m)).map(m::text).orElse("–"));
            }
            rows.add(new Row(cells, "", false));
        }
        return new Table(c.text("grid", p.label(), c.day(p.at())), columns, rows);
    }

    private Set<Measure> measures() {
        Set<Measure> measures = new LinkedHashSet<>();
        c.casefile().followUp().visitsInTime().forEach(v -> measures.addAll(v.values().keySet()));
        return measures;
    }

    private Table seen() {
        List<Row> rows = new ArrayList<>();
        for (Visit v : c.casefile().followUp().visitsInTime()) {
            if (v.window().kind() != VisitWindow.Kind.BASELINE && v.window().kind() != VisitWindow.Kind.MINUTES) {
                v.values().forEach((m, value) -> rows.add(Row.of(c.day(v.at()), v.window().label(), m.label(),
                        m.text(value))));
            }
        }
        return new Table(c.text("scores"), c.columns("date", "visit", "measure", "value#"), rows);
    }

    private String said(String sentence) {
        return c.words().terms().said(sentence);
    }
}
