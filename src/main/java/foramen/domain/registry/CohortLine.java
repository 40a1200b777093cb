package foramen.domain.registry;

import foramen.domain.assessment.Measure;
import foramen.domain.outcome.Change;
import foramen.domain.outcome.Response.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One group of the registry, all of it counts and sums, so that a store can make it without reading a case.
 *
 * @param group its name
 * @param procedures how many procedures; of a course each session is one
 * @param statuses how many procedures of each status
 * @param pending of those not seen, how many have a window that is still open
 * @param recurred how many responders whose pain came back
 * @param operated how many courses that were followed by an operation
 * @param withAdverseEvent how many procedures with an adverse event
 * @param lost how many courses lost to follow-up, before the window closed or after
 * @param sums for each series the values before and last, of those that have both
 */
public record CohortLine(String group, long procedures, Map<Status, Long> statuses, long pending, long recurred,
        long operated, long withAdverseEvent, long lost, Map<Measure, Sum> sums) {
    /** Copies the maps; refuses counts that do not add up. */
    public CohortLine {
        EnumMap<Status, Long> all = new EnumMap<>(Status.class);
        for (Status s : Status.values()) {
            all.put(s, statuses.getOrDefault(s, 0L));
        }
        statuses = Collections.unmodifiableMap(all);
        TreeMap<Measure, Sum> ordered = new TreeMap<>((a, b) -> a.id().compareTo(b.id()));
        ordered.putAll(sums);
        sums = Collections.unmodifiableMap(ordered);
        long total = statuses.values().stream().mapToLong(Long::longValue).sum();
        if (total != procedures || pending > all.getOrDefault(Status.NOT_SEEN, 0L)
                || recurred > all.getOrDefault(Status.RESPONDER, 0L)) {
            throw new IllegalArgumentException("The counts of " + group + " do not add up");
        }
    }

    /** Sums of the values before and last, of {@code n} courses. */
    public record Sum(long n, BigDecimal before, BigDecimal last) {}

    /** How many of one status. */
    public long count(Status status) {
        return statuses.getOrDefault(status, 0L);
    }

    /** How many courses: procedures but those that another session followed. */
    public long courses() {
        return procedures - count(Status.COURSE_CONTINUED);
    }

    /** How many courses can be judged. */
    public long evaluated() {
        return count(Status.RESPONDER) + count(Status.NON_RESPONDER) + count(Status.RESCUED);
    }

    /** How many were not seen although their window is closed. */
    public long missing() {
        return count(Status.NOT_SEEN) - pending;
    }

    /** Responders of those that can be judged. */
    public Proportion response() {
        return new Proportion(count(Status.RESPONDER), evaluated());
    }

    /** Those without response, of those that can be judged. */
    public Proportion noResponse() {
        return new Proportion(evaluated() - count(Status.RESPONDER), evaluated());
    }

    /** Recurrences of the responders. */
    public Proportion recurrenceOfResponders() {
        return new Proportion(recurred, count(Status.RESPONDER));
    }

    /** Recurrences of all courses, also those that were not judged. */
    public Proportion recurrenceOfAll() {
        return new Proportion(recurred, courses());
    }

    /** The mean values before and last of each series, one decimal. */
    public List<MeanChange> means() {
        return sums.entrySet().stream().filter(e -> e.getValue().n() > 0).map(e -> {
            BigDecimal n = BigDecimal.valueOf(e.getValue().n());
            return new MeanChange(e.getValue().n(), new Change(e.getKey(),
                    e.getValue().before().divide(n, MathContext.DECIMAL64),
                    e.getValue().last().divide(n, MathContext.DECIMAL64)));
        }).toList();
    }

    /**
     * A change of means.
     *
     * @param n of how many courses
     * @param change of the means, unrounded
     */
    public record MeanChange(long n, Change change) {
        /** Such as {@code VAS, now: 80 mm → 24 mm (−70.0 % relative to before), mean of 11}. */
        public String words() {
            return change.measure().label() + ": "
                    + new Change(change.measure(), rounded(change.before()), rounded(change.after())).valuesWords()
                    + change.percentWords() + ", " + (n == 1 ? "1 course" : "mean of " + n);
        }

        private static BigDecimal rounded(BigDecimal value) {
            return value.setScale(1, RoundingMode.HALF_UP);
        }
    }
}
