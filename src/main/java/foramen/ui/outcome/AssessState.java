package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.HarrisAnswers;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.TestFinding.PainSite;
import foramen.domain.assessment.TestFinding.Result;
import foramen.domain.assessment.VisitWindow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the page of assessment shows.
 *
 * @param caseOpen whether there is a case to write in
 * @param visits the visits of the case, newest first, a new one before them
 * @param head the visit at hand
 * @param tests the provocation tests on the side that is examined
 * @param rules what the rules over several tests say
 * @param flags the red-flag questions
 * @param pain the pains that can be written
 * @param hip the Harris Hip Score
 * @param neuro the neurological findings on the side that is examined
 * @param complaints what is wrong with the clinic's own data files
 */
public record AssessState(boolean caseOpen, List<VisitChoice> visits, Head head, List<TestRow> tests,
        List<RuleLine> rules, Flags flags, List<PainRow> pain, Hip hip, List<NeuroRow> neuro,
        List<String> complaints) {
    /** Copies the lists. */
    public AssessState {
        visits = List.copyOf(visits);
        tests = List.copyOf(tests);
        rules = List.copyOf(rules);
        pain = List.copyOf(pain);
        neuro = List.copyOf(neuro);
        complaints = List.copyOf(complaints);
    }

    /**
     * A visit that can be looked at.
     *
     * @param id its identifier; empty for a new one
     * @param words its planned visit and time
     */
    public record VisitChoice(String id, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * The visit at hand.
     *
     * @param caseId the case it belongs to
     * @param id its identifier; empty while nothing is written in it
     * @param when date and time
     * @param window which planned visit it stands for
     * @param side the side that is examined
     * @param note free words
     */
    public record Head(String caseId, String id, String when, VisitWindow window, Laterality side, String note) {
        /** What is typed belongs to: two patients may both have a new visit at hand. */
        String subject() {
            return caseId + " " + id;
        }

        /** Whether anything is recorded. */
        public boolean recorded() {
            return !id.isEmpty();
        }
    }

    /**
     * A provocation test on the side that is examined.
     *
     * @param id stable name
     * @param name the name shown
     * @param angle whether the angle is recorded
     * @param result what it gave; empty where nothing was said
     * @param nrs pain during the test
     * @param angleDeg the angle at which pain came, degrees
     * @param sites where it reproduced the pain
     * @param how how it is done
     * @param accuracy sensitivity and specificity, or that none is published
     * @param source where that comes from
     */
    public record TestRow(String id, String name, boolean angle, Optional<Result> result, OptionalInt nrs,
            OptionalInt angleDeg, Set<PainSite> sites, String how, String accuracy, String source) {
        /** Copies the sites. */
        public TestRow {
            sites = Set.copyOf(sites);
        }
    }

    /** What a rule says, where it comes from, and whether it is positive. */
    public record RuleLine(String words, String source, boolean positive) {}

    /** An answer to a red-flag question. */
    public enum Answer {
        NOT_ASKED, NO, YES
    }

    /**
     * The red-flag questions.
     *
     * @param rows one question each
     * @param summary how far they are, or what to do
     * @param stop whether one is present
     * @param complete whether all are answered
     */
    public record Flags(List<FlagRow> rows, String summary, boolean stop, boolean complete) {
        /** Copies the rows. */
        public Flags {
            rows = List.copyOf(rows);
        }
    }

    /** A red-flag question and its answer. */
    public record FlagRow(String id, String words, Answer answer, String source) {}

    /** A pain and its value as it was typed; empty where none was. */
    public record PainRow(Instrument instrument, PainState state, String value) {}

    /**
     * The hip score.
     *
     * @param answers what was answered and measured
     * @param harris the total with its rules and parts, or why there is none
     * @param harrisCounted whether there is a total
     * @param modified the modified score, or why there is none
     * @param modifiedCounted whether there is one
     * @param rules identifiers, labels and citations of the rules in use
     */
    public record Hip(HarrisAnswers answers, String harris, boolean harrisCounted, String modified,
            boolean modifiedCounted, String rules) {}

    /** A neurological finding; no grade where it was not examined. */
    public record NeuroRow(NeuroFinding.Item item, Laterality side, OptionalInt grade, boolean abnormal) {}
}
