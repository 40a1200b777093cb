package foramen.domain.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found at one visit or written in one diary entry.
 *
 * @param id stable identifier
 * @param at when it took place
 * @param window which planned visit it stands for
 * @param examiner who examined, or {@code patient} for a diary; may be empty
 * @param tests the provocation tests, one a side
 * @param neuro the neurological findings, one a side
 * @param redFlags what the red-flag questions gave
 * @param pain the pain scores, at most one of each instrument and state
 * @param hipAnswers the answers behind the hip scores, complete or not
 * @param hipScores the hip scores as recorded, at most one of each measure
 * @param note free words, may be empty
 */
public record Visit(String id, Instant at, VisitWindow window, String examiner, List<TestFinding> tests,
        List<NeuroFinding> neuro, RedFlagScreen redFlags, List<PainScore> pain, Optional<HarrisAnswers> hipAnswers,
        List<HipScore> hipScores, String note) {
    /** Copies the lists; refuses two values of one measure, or two results of one test on one side. */
    public Visit {
        tests = List.copyOf(tests);
        neuro = List.copyOf(neuro);
        pain = List.copyOf(pain);
        hipScores = List.copyOf(hipScores);
        refuseTwice(tests.stream().map(t -> t.testId() + " " + t.side()).toList());
        refuseTwice(neuro.stream().map(n -> n.item().id() + " " + n.side()).toList());
        refuseTwice(pain.stream().map(p -> p.measure().id()).toList());
        refuseTwice(hipScores.stream().map(s -> s.measure().id()).toList());
    }

    private static void refuseTwice(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("A visit has one value of " + name + ", not two");
            }
        }
    }

    /** A visit at which nothing is written yet. */
    public static Visit begin(String id, Instant at, VisitWindow window, String examiner) {
        return new Visit(id, at, window, examiner, List.of(), List.of(), RedFlagScreen.NOT_ASKED, List.of(),
                Optional.empty(), List.of(), "");
    }

    /** The values of the visit by the series each belongs to, pain first. */
    public Map<Measure, BigDecimal> values() {
        Map<Measure, BigDecimal> values = new LinkedHashMap<>();
        pain.forEach(p -> values.put(p.measure(), BigDecimal.valueOf(p.value())));
        hipScores.forEach(s -> values.put(s.measure(), s.total()));
        return values;
    }

    /** The value of that series, where it was taken. */
    public Optional<BigDecimal> value(Measure measure) {
        return Optional.ofNullable(values().get(measure));
    }

    /** The same visit at another time. */
    public Visit withTime(Instant next, VisitWindow nextWindow) {
        return new Visit(id, next, nextWindow, examiner, tests, neuro, redFlags, pain, hipAnswers, hipScores, note);
    }

    /** The same visit with other provocation tests. */
    public Visit withTests(List<TestFinding> next) {
        return new Visit(id, at, window, examiner, next, neuro, redFlags, pain, hipAnswers, hipScores, note);
    }

    /** The same visit with other neurological findings. */
    public Visit withNeuro(List<NeuroFinding> next) {
        return new Visit(id, at, window, examiner, tests, next, redFlags, pain, hipAnswers, hipScores, note);
    }

    /** The same visit with other answers to the red-flag questions. */
    public Visit withRedFlags(RedFlagScreen next) {
        return new Visit(id, at, window, examiner, tests, neuro, next, pain, hipAnswers, hipScores, note);
    }

    /** The same visit with other pain scores. */
    public Visit withPain(List<PainScore> next) {
        return new Visit(id, at, window, examiner, tests, neuro, redFlags, next, hipAnswers, hipScores, note);
    }

    /** The same visit with another hip assessment. */
    public Visit withHip(Optional<HarrisAnswers> answers, List<HipScore> scores) {
        return new Visit(id, at, window, examiner, tests, neuro, redFlags, pain, answers, scores, note);
    }

    /** The same visit with other free words. */
    public Visit withNote(String next) {
        return new Visit(id, at, window, examiner, tests, neuro, redFlags, pain, hipAnswers, hipScores, next);
    }
}
