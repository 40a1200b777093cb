package foramen.domain.registry;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.outcome.Arm;
import foramen.domain.outcome.CaseCourse;
import foramen.domain.outcome.Change;
import foramen.domain.outcome.CourseOutcome;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeReader;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.outcome.Procedure;
import foramen.domain.outcome.Recurrence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Makes registry rows from cases. */
public final class RegistryRows {
    private final OutcomeRules rules;
    private final FollowUpSchedule schedule;
    private final ZoneId zone;
    private final OutcomeReader reader;

    /**
     * @param rules what a response is
     * @param schedule which visits have columns
     * @param zone the clinic's time zone
     */
    public RegistryRows(OutcomeRules rules, FollowUpSchedule schedule, ZoneId zone) {
        this.rules = rules;
        this.schedule = schedule;
        this.zone = zone;
        this.reader = new OutcomeReader(rules);
    }

    /** One row for each procedure of {@code c}, earliest first, judged by {@code definition}. */
    public List<RegistryRow> of(Case c, OutcomeRules.Responder definition) {
        List<RegistryRow> all = new ArrayList<>();
        each(c, List.of(definition), (d, row) -> all.add(row));
        return List.copyOf(all);
    }

    /** Gives one row for each procedure of {@code c} and definition, what they have in common worked out once. */
    void each(Case c, List<OutcomeRules.Responder> definitions, BiConsumer<OutcomeRules.Responder, RegistryRow> sink) {
        CaseCourse course = new CaseCourse(c, rules, zone);
        for (Procedure p : course.procedures()) {
            Map<Optional<Measure>, RegistrySeries> known = new HashMap<>();
            for (OutcomeRules.Responder definition : definitions) {
                sink.accept(definition, row(course, p, definition, known));
            }
        }
    }

    /** A series is the same by every definition, so those of one procedure are {@code known} from the first on. */
    private RegistryRow row(CaseCourse course, Procedure p, OutcomeRules.Responder definition,
            Map<Optional<Measure>, RegistrySeries> known) {
        CourseOutcome outcome = reader.read(course, p, definition);
        Map<Measure, BigDecimal> baselines = course.baselines(p);
        Optional<Measure> pain = outcome.response().change().map(Change::measure)
                .or(() -> rules.measures().stream().filter(baselines::containsKey).findFirst())
                .or(() -> later(course, p).filter(m -> m.instrument().isPain()).findFirst());
        Optional<Measure> hip = baselines.keySet().stream().filter(m -> !m.instrument().isPain()).findFirst()
                .or(() -> later(course, p).filter(m -> !m.instrument().isPain()).findFirst());
        Case c = course.casefile();
        return new RegistryRow(c.id().value(), p.id(), course.day(p.at()), treatment(c, p),
                known.computeIfAbsent(pain, m -> series(course, outcome, m)),
                known.computeIfAbsent(hip, m -> series(course, outcome, m)),
                new RegistryRow.Judged(outcome.response().status(), outcome.response().change().map(Change::after),
                        outcome.response().visit().map(v -> course.day(v.at())), outcome.response().closes()),
                after(outcome), definition.id(), rules.version());
    }

    private static Stream<Measure> later(CaseCourse course, Procedure p) {
        return course.after(p).stream().flatMap(v -> v.values().keySet().stream());
    }

    private static RegistryRow.Treatment treatment(Case c, Procedure p) {
        String guidance = p.planned() ? "ultrasound-planned" : c.clips().isEmpty() ? "" : "ultrasound";
        return new RegistryRow.Treatment(p.arm(), p.site(), p.side(), p.target(), c.indication().strip(),
                p.injectate(), p.volumeMl(), p.arm() == Arm.INJECTION ? guidance : "", p.course().session(),
                p.course().sessions());
    }

    private RegistrySeries series(CaseCourse course, CourseOutcome outcome, Optional<Measure> measure) {
        if (measure.isEmpty()) {
            return RegistrySeries.NONE;
        }
        Procedure p = outcome.procedure();
        Map<VisitWindow, BigDecimal> values = new LinkedHashMap<>();
        Optional.ofNullable(course.baselines(p).get(measure.get())).ifPresent(b -> values.put(VisitWindow.BASELINE, b));
        for (VisitWindow window : schedule.registry()) {
            schedule.window(window).flatMap(w -> course.nearest(p, w, measure.get()))
                    .flatMap(v -> v.value(measure.get())).ifPresent(value -> values.put(window, value));
        }
        Optional<Visit> last = course.after(p).stream().filter(v -> v.value(measure.get()).isPresent())
                .filter(v -> outcome.reintervention().map(day -> !course.day(v.at()).isAfter(day)).orElse(true))
                .reduce((a, b) -> b);
        return new RegistrySeries(measure, values,
                last.map(v -> new RegistrySeries.Last(v.value(measure.get()).orElseThrow(), course.day(v.at()))));
    }

    private static RegistryRow.Later after(CourseOutcome o) {
        Optional<LocalDate> recurred = o.recurrence().map(Recurrence::on);
        return new RegistryRow.Later(recurred, o.recurrence().map(Recurrence::cause), o.reintervention(), o.surgery(),
                o.adverseEvents().size(),
                o.adverseEvents().stream().map(CareEvent::grade).max(Comparator.comparingInt(g -> g.orElse(0)))
                        .orElse(OptionalInt.empty()),
                o.lost());
    }
}
