package foramen.domain.outcome;

import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.Visit;
import foramen.domain.outcome.OutcomeRules.Responder;
import foramen.domain.outcome.Recurrence.Cause;
import foramen.domain.outcome.Response.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what came of a procedure. The rules are here, the numbers in {@code outcome-rules.json}. */
public final class OutcomeReader {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final OutcomeRules rules;

    /** Reads by {@code rules}. */
    public OutcomeReader(OutcomeRules rules) {
        this.rules = rules;
    }

    /** What came of {@code p}. */
    public CourseOutcome read(CaseCourse course, Procedure p, Responder definition) {
        Response response = response(course, p, definition);
        List<Intervention> later = course.interventions(p);
        return new CourseOutcome(p, response, recurrence(course, p, response),
                later.stream().map(i -> course.day(i.at())).findFirst(),
                later.stream().filter(Intervention::surgery).map(i -> course.day(i.at())).findFirst(),
                course.adverseEvents(p), course.lost(p).map(course::day));
    }

    /**
     * What {@code p} says as a diagnostic block; empty without a local anaesthetic, or without a pain of one series before
     * and while it worked.
     */
    public Optional<BlockResult> block(CaseCourse course, Procedure p) {
        OutcomeRules.Block rule = rules.block();
        if (!p.anaesthetic()) {
            return Optional.empty();
        }
        Map<Measure, BigDecimal> baselines = course.baselines(p);
        for (Measure measure : rules.measures()) {
            Optional<BigDecimal> lowest = course.after(p).stream()
                    .filter(v -> course.since(p, v).toMinutes() >= rule.fromMinutes()
                            && course.since(p, v).toMinutes() <= rule.toMinutes())
                    .flatMap(v -> v.value(measure).stream()).min(Comparator.naturalOrder());
            BigDecimal before = baselines.getOrDefault(measure, BigDecimal.ZERO);
            if (lowest.isPresent() && before.signum() > 0) {
                Change change = new Change(measure, before, lowest.get());
                return Optional.of(new BlockResult(change, change.improvedBy(rule.percent()),
                        change.improvedBy(rule.strictPercent())));
            }
        }
        return Optional.empty();
    }

    /** Whether {@code p} helped by that definition. */
    public Response response(CaseCourse course, Procedure p, Responder d) {
        LocalDate closes = course.day(p.at()).plusDays(d.toDays());
        if (!p.course().last()) {
            return without(Status.COURSE_CONTINUED, "Session " + p.course().session() + " of " + p.course().sessions()
                    + "; the outcome is read after the last.", closes);
        }
        Map<Measure, BigDecimal> baselines = course.baselines(p);
        List<Measure> comparable = rules.measures().stream()
                .filter(m -> Optional.ofNullable(baselines.get(m)).filter(b -> b.signum() > 0).isPresent()).toList();
        if (comparable.isEmpty()) {
            return without(Status.NO_BASELINE, "No pain above nought was recorded in the " + rules.baseline().days()
                    + " days before.", closes);
        }
        List<Visit> inWindow = inWindow(course, p, d);
        Optional<Visit> decisive = inWindow.stream().filter(v -> comparable.stream().anyMatch(v.values()::containsKey))
                .findFirst();
        Optional<Intervention> rescue = course.interventions(p).stream().filter(i -> decisive
                .map(v -> !i.at().isAfter(v.at())).orElse(!course.day(i.at()).isAfter(closes))).findFirst();
        Optional<Change> change = decisive.map(v -> change(v, comparable, baselines));
        if (rescue.isPresent()) {
            return new Response(Status.RESCUED, rescue.get().label() + " on " + course.day(rescue.get().at())
                    + ", before a visit could tell.", change, decisive, closes);
        }
        if (change.isEmpty()) {
            return unseen(course, p, comparable, inWindow, closes);
        }
        Status status = change.get().improvedBy(d.percent()) ? Status.RESPONDER : Status.NON_RESPONDER;
        return new Response(status, change.get().measure().label() + ": " + change.get().words() + " after "
                + course.daysSince(p, decisive.orElseThrow()) + " days.", change, decisive, closes);
    }

    /** The visits of the window with a pain, nearest to its day first. */
    private static List<Visit> inWindow(CaseCourse course, Procedure p, Responder d) {
        return course.after(p).stream().filter(v -> !v.pain().isEmpty())
                .filter(v -> course.daysSince(p, v) >= d.fromDays() && course.daysSince(p, v) <= d.toDays())
                .sorted(Comparator.comparing(v -> Math.abs(course.daysSince(p, v) - d.nearDays()))).toList();
    }

    private static Change change(Visit v, List<Measure> comparable, Map<Measure, BigDecimal> baselines) {
        Measure measure = comparable.stream().filter(v.values()::containsKey).findFirst().orElseThrow();
        return new Change(measure, baselines.getOrDefault(measure, BigDecimal.ZERO), v.value(measure).orElseThrow());
    }

    private static Response unseen(CaseCourse course, Procedure p, List<Measure> comparable, List<Visit> inWindow,
            LocalDate closes) {
        if (!inWindow.isEmpty()) {
            return without(Status.NOT_COMPARABLE, "The baseline is " + names(comparable) + ", the visits have "
                    + names(inWindow.stream().flatMap(v -> v.values().keySet().stream()).distinct().toList())
                    + "; they are not compared.", closes);
        }
        Optional<Instant> lost = course.lost(p);
        if (lost.isPresent() && !course.day(lost.get()).isAfter(closes)) {
            return without(Status.LOST, "Lost to follow-up on " + course.day(lost.get()) + ".", closes);
        }
        return without(Status.NOT_SEEN, "No pain was recorded in the window, which closes on " + closes + ".", closes);
    }

    private static String names(List<Measure> measures) {
        return String.join(" and ", measures.stream().map(Measure::label).toList());
    }

    private static Response without(Status status, String reason, LocalDate closes) {
        return new Response(status, reason, Optional.empty(), Optional.empty(), closes);
    }

    /** Whether the pain came back after {@code response}; its date is the first visit or procedure that shows it. */
    public Optional<Recurrence> recurrence(CaseCourse course, Procedure p, Response response) {
        if (response.status() != Status.RESPONDER) {
            return Optional.empty();
        }
        Visit responded = response.visit().orElseThrow();
        Optional<Recurrence> pain = painAgain(course, p, response.change().orElseThrow(), responded);
        Optional<Recurrence> procedure = course.interventions(p).stream()
                .filter(i -> i.forReturnOfPain() && i.at().isAfter(responded.at()))
                .map(i -> new Recurrence(course.day(i.at()), i.surgery() ? Cause.SURGERY : Cause.REPEAT_PROCEDURE,
                        i.label() + " on " + course.day(i.at()) + " for return of pain."))
                .findFirst();
        return Stream.of(pain, procedure).flatMap(Optional::stream)
                .min(Comparator.comparing(Recurrence::on));
    }

    private Optional<Recurrence> painAgain(CaseCourse course, Procedure p, Change response, Visit responded) {
        Measure measure = response.measure();
        BigDecimal best = response.after();
        for (Visit v : course.after(p)) {
            Optional<BigDecimal> value = v.value(measure);
            if (value.isEmpty()) {
                continue;
            }
            if (v.at().isAfter(responded.at()) && isBack(measure.instrument(), response.before(), best, value.get())) {
                return Optional.of(new Recurrence(course.day(v.at()), Cause.PAIN,
                        measure.label() + " " + measure.text(value.get()) + " on " + course.day(v.at()) + ", after "
                                + measure.text(best) + " at best and " + measure.text(response.before())
                                + " before."));
            }
            best = best.min(value.get());
        }
        return Optional.empty();
    }

    private boolean isBack(Instrument instrument, BigDecimal before, BigDecimal best, BigDecimal now) {
        boolean high = now.multiply(HUNDRED).compareTo(before.multiply(rules.recurrence().ofBaselinePercent())) >= 0;
        return high || rules.recurrence().rises().stream().filter(r -> r.instrument() == instrument)
                .anyMatch(r -> now.subtract(best).compareTo(r.by()) >= 0 && now.compareTo(r.to()) >= 0);
    }
}
