package foramen.domain.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.TestFinding.Result;
import foramen.domain.assessment.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the provocation tests that were positive before a procedure.
 *
 * @param testId which test
 * @param side the side tested
 * @param now its newest result after the procedure; empty where it was not repeated
 */
public record TestConversion(String testId, Laterality side, Optional<Result> now) {
    /** The tests whose newest result before the course of {@code p} was positive, with what they gave last. */
    public static List<TestConversion> of(CaseCourse course, Procedure p) {
        record Key(String testId, Laterality side) {}
        List<Visit> after = course.after(p);
        Map<Key, Result> before = new LinkedHashMap<>();
        course.casefile().followUp().visits().stream().filter(v -> course.isBaseline(v, p))
                .sorted(Comparator.comparing(Visit::at)).flatMap(TestConversion::results)
                .forEach(t -> before.put(new Key(t.testId(), t.side()), t.result()));
        Map<Key, Result> now = new LinkedHashMap<>();
        after.stream().flatMap(TestConversion::results)
                .forEach(t -> now.put(new Key(t.testId(), t.side()), t.result()));
        List<TestConversion> conversions = new ArrayList<>();
        before.forEach((key, result) -> {
            if (result == Result.POSITIVE) {
                conversions.add(new TestConversion(key.testId(), key.side(), Optional.ofNullable(now.get(key))));
            }
        });
        return conversions;
    }

    /** Whether it became negative. */
    public boolean becameNegative() {
        return now.equals(Optional.of(Result.NEGATIVE));
    }

    private static Stream<TestFinding> results(Visit v) {
        return v.tests().stream().filter(t -> t.result() == Result.POSITIVE || t.result() == Result.NEGATIVE);
    }
}
