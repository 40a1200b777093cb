package foramen.domain.assessment;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.TestFinding.Result;
import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.data.NeededRows;
import foramen.domain.measurement.Citation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The provocation tests, the rules that join several, and the red flags, from {@code assessment-tests.json}.
 *
 * @param version version of the file
 * @param place where the file was read
 * @param tests the tests in the order they are offered
 * @param rules the rules over several tests
 * @param redFlags the red flags in the order they are asked
 */
public record TestCatalog(String version, String place, List<ProvocationTest> tests, List<Rule> rules,
        List<RedFlag> redFlags) {
    /** The data file, also of a clinic's own copy. */
    public static final DataFile<TestCatalog> FILE = new DataFile<>("assessment-tests.json", TestCatalog.class,
            TestCatalog::read,
            List.of(NeededRows.byId("redFlags")));

    /** Copies the lists; refuses a name given twice and a rule over unknown tests. */
    public TestCatalog {
        tests = List.copyOf(tests);
        rules = List.copyOf(rules);
        redFlags = List.copyOf(redFlags);
        Set<String> known = new HashSet<>();
        for (ProvocationTest test : tests) {
            if (!known.add(test.id())) {
                throw new IllegalArgumentException("the test “" + test.id() + "” is there twice");
            }
        }
        for (Rule rule : rules) {
            if (!known.containsAll(rule.tests()) || rule.atLeast() > rule.tests().size()) {
                throw new IllegalArgumentException("the rule “" + rule.id() + "” names an unknown test or too few");
            }
        }
    }

    /**
     * A provocation test.
     *
     * @param id stable name
     * @param name the name shown
     * @param how how it is done
     * @param accuracy sensitivity and specificity where published, in words; may be empty
     * @param sided whether it belongs to one side
     * @param angle whether the angle at which pain comes is recorded
     * @param citation where that comes from
     */
    public record ProvocationTest(String id, String name, String how, String accuracy, boolean sided, boolean angle,
            Citation citation) {}

    /**
     * A rule over several tests: positive where {@code atLeast} of them are.
     *
     * @param id stable name
     * @param name the name shown
     * @param tests which tests
     * @param atLeast how many have to be positive
     * @param accuracy sensitivity and specificity where published, in words; may be empty
     * @param citation where that comes from
     */
    public record Rule(String id, String name, List<String> tests, int atLeast, String accuracy, Citation citation) {
        /** Copies the tests. */
        public Rule {
            tests = List.copyOf(tests);
        }
    }

    /**
     * A finding that has to be looked into before anything is injected.
     *
     * @param id stable name
     * @param words the question, first letter upper case
     * @param citation where that comes from
     */
    public record RedFlag(String id, String words, Citation citation) {}

    /** What a rule says. */
    public enum Verdict {
        POSITIVE("positive"), NEGATIVE("negative"),
        /** The tests that were not done could still decide it. */
        UNDECIDED("undecided");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** The verdict in lower-case words. */
        public String words() {
            return words;
        }
    }

    /**
     * What a rule says of one side.
     *
     * @param verdict the verdict
     * @param positive how many of its tests are positive
     * @param done how many gave a result
     * @param of how many there are
     */
    public record Outcome(Verdict verdict, int positive, int done, int of) {
        /** The verdict with its counts, such as {@code positive (4 of 6 tests positive, 6 done)}. */
        public String words() {
            return verdict.words() + " (" + positive + " of " + of + " tests positive, " + done + " done)";
        }
    }

    /** The test with that identifier. */
    public Optional<ProvocationTest> test(String id) {
        return tests.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** The rule with that identifier. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** The red flag with that identifier; a flag of another edition of the file may be unknown. */
    public Optional<RedFlag> redFlag(String id) {
        return redFlags.stream().filter(f -> f.id().equals(id)).findFirst();
    }

    /**
     * What {@code rule} says of {@code side}. A test that was not done or not tolerated is neither positive nor
     * negative. A test that belongs to no side counts wherever it was recorded.
     */
    public Outcome judge(Rule rule, List<TestFinding> findings, Laterality side) {
        int positive = 0;
        int negative = 0;
        for (String id : rule.tests()) {
            boolean sided = test(id).map(ProvocationTest::sided).orElse(true);
            List<Result> results = findings.stream().filter(f -> f.testId().equals(id))
                    .filter(f -> !sided || f.side() == side || f.side() == Laterality.BILATERAL)
                    .map(TestFinding::result).toList();
            if (results.contains(Result.POSITIVE)) {
                positive++;
            } else if (results.contains(Result.NEGATIVE)) {
                negative++;
            }
        }
        int of = rule.tests().size();
        Verdict verdict = positive >= rule.atLeast()
                ? Verdict.POSITIVE
                : of - negative < rule.atLeast() ? Verdict.NEGATIVE : Verdict.UNDECIDED;
        return new Outcome(verdict, positive, positive + negative, of);
    }

    private static TestCatalog read(DataEntry file) throws DataFileException {
        return new TestCatalog(file.text("version"), file.place(),
                file.each("tests",
                        e -> new ProvocationTest(e.text("id"), e.text("name"), e.text("how"), e.textOr("accuracy", ""),
                                e.yesOrNo("sided"), e.flag("angle"), Citation.of(e))),
                file.each("rules",
                        e -> new Rule(e.text("id"), e.text("name"), e.eachText("tests"), e.whole("atLeast", 1, 100),
                                e.textOr("accuracy", ""), Citation.of(e))),
                file.each("redFlags", e -> new RedFlag(e.text("id"), e.text("words"), Citation.of(e))));
    }
}
