package foramen.ui.outcome;

import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.assessment.Visit;
import foramen.ui.outcome.AssessState.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Answers to red-flag questions. While not all are answered they are kept here, since a visit that held them would say
 * that the others are not there; one that is there is never kept back.
 */
final class RedFlagAnswers {
    private final TestCatalog tests;
    private final Map<String, Answer> asking = new HashMap<>();

    RedFlagAnswers(TestCatalog tests) {
        this.tests = tests;
    }

    /** Forgets what no visit holds yet. */
    void forget() {
        asking.clear();
    }

    /** The answer to each question, as the visit has it or as it was given since. */
    Map<String, Answer> of(Visit visit) {
        Map<String, Answer> all = new HashMap<>();
        RedFlagScreen screen = visit.redFlags();
        for (TestCatalog.RedFlag flag : tests.redFlags()) {
            Answer stored = !screen.asked() || screen.unanswered().contains(flag.id())
                    ? Answer.NOT_ASKED
                    : screen.present().contains(flag.id()) ? Answer.YES : Answer.NO;
            all.put(flag.id(), screen.asked() ? stored : asking.getOrDefault(flag.id(), stored));
        }
        return all;
    }

    /** What the visit may hold once that question is answered. */
    RedFlagScreen with(Visit visit, String flagId, Answer answer) {
        Map<String, Answer> all = of(visit);
        all.put(flagId, answer);
        return screen(visit, all);
    }

    /** What the visit may hold once all open questions are answered with no. */
    RedFlagScreen withNoToTheRest(Visit visit) {
        Map<String, Answer> all = of(visit);
        all.replaceAll((id, a) -> a == Answer.NOT_ASKED ? Answer.NO : a);
        return screen(visit, all);
    }

    private RedFlagScreen screen(Visit visit, Map<String, Answer> all) {
        Set<String> present = ids(all, Answer.YES);
        Set<String> open = ids(all, Answer.NOT_ASKED);
        asking.clear();
        if (present.isEmpty() && !open.isEmpty()) {
            asking.putAll(all);
            return RedFlagScreen.NOT_ASKED;
        }
        // A flag of another edition of the file stays, though nobody asks it any more.
        visit.redFlags().present().stream().filter(f -> !all.containsKey(f)).forEach(present::add);
        return new RedFlagScreen(true, present, open);
    }

    private static Set<String> ids(Map<String, Answer> all, Answer answer) {
        return all.entrySet().stream().filter(e -> e.getValue() == answer).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
