package foramen.domain.outcome;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.Visit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a patient's values went, for a plot: one series for each instrument, state and rule, and the procedures as marks.
 *
 * @param origin day nought of the plot: the first procedure, else the first visit; empty while there is neither
 * @param series the series, pain first, each earliest first
 * @param marks procedures and events, earliest first
 */
public record TimeCourse(Optional<Instant> origin, List<Series> series, List<Mark> marks) {
    private static final double SECONDS_PER_DAY = 86_400;

    /** Copies the lists. */
    public TimeCourse {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    /** Values that may be joined by a line. */
    public record Series(Measure measure, List<Value> values) {
        /** Copies the values. */
        public Series {
            values = List.copyOf(values);
        }
    }

    /**
     * One value.
     *
     * @param days from the origin, with fractions, negative before it
     * @param value in units of the measure
     * @param visitId the visit it was taken at
     */
    public record Value(double days, BigDecimal value, String visitId) {}

    /**
     * Something that happened.
     *
     * @param days from the origin, with fractions
     * @param words what it was
     * @param sort whether it was a treatment
     */
    public record Mark(double days, String words, Sort sort) {}

    /** What a mark stands for. */
    public enum Sort {
        PROCEDURE, INTERVENTION, EVENT
    }

    /** The time course of a case. */
    public static TimeCourse of(CaseCourse course) {
        List<Visit> visits = course.casefile().followUp().visitsInTime();
        Optional<Instant> origin = course.procedures().stream().map(Procedure::at).findFirst()
                .or(() -> visits.stream().map(Visit::at).findFirst());
        if (origin.isEmpty()) {
            return new TimeCourse(origin, List.of(), List.of());
        }
        Map<Measure, List<Value>> values = new LinkedHashMap<>();
        for (Visit v : visits) {
            v.values().forEach((measure, value) -> values.computeIfAbsent(measure, m -> new ArrayList<>())
                    .add(new Value(days(origin.get(), v.at()), value, v.id())));
        }
        List<Series> series = values.entrySet().stream().map(e -> new Series(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Series s) -> s.measure().instrument())
                        .thenComparing(s -> s.measure().variant()))
                .toList();
        return new TimeCourse(origin, series, marks(course, origin.get()));
    }

    private static List<Mark> marks(CaseCourse course, Instant origin) {
        List<Mark> marks = new ArrayList<>();
        course.procedures().forEach(p -> marks.add(new Mark(days(origin, p.at()), session(p), Sort.PROCEDURE)));
        for (CareEvent e : course.casefile().followUp().events()) {
            boolean procedure = course.procedures().stream().anyMatch(p -> p.id().equals(e.id()));
            if (!procedure) {
                String words = e.kind().label() + (e.what().isBlank() ? "" : ": " + e.what().strip());
                marks.add(new Mark(days(origin, e.at()), words,
                        e.kind().isIntervention() ? Sort.INTERVENTION : Sort.EVENT));
            }
        }
        marks.sort(Comparator.comparingDouble(Mark::days));
        return marks;
    }

    private static String session(Procedure p) {
        return p.course().sessions() == 1
                ? p.label()
                : p.label() + ", session " + p.course().session() + " of " + p.course().sessions();
    }

    private static double days(Instant origin, Instant at) {
        return Duration.between(origin, at).toSeconds() / SECONDS_PER_DAY;
    }
}
