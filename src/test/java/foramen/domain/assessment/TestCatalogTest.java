package foramen.domain.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.TestCatalog.Verdict;
import foramen.domain.assessment.TestFinding.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCatalogTest {
    private static final TestCatalog CATALOG = TestCatalog.FILE.standard();
    private static final TestCatalog.Rule SI = CATALOG.rule("si-set").orElseThrow();
    private static final TestCatalog.Rule COMBINED = CATALOG.rule("spst-or-apt").orElseThrow();

    @ParameterizedTest
    @CsvSource({"3,3,POSITIVE", "2,4,NEGATIVE", "2,3,UNDECIDED", "3,0,POSITIVE", "0,3,UNDECIDED", "0,4,NEGATIVE",
            "6,0,POSITIVE"})
    void threeOfSixSacroiliacTestsArePositiveAndTestsNotDoneAreNotNegative(int positive, int negative,
            Verdict verdict) {
        List<TestFinding> findings = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Result result = i < positive
                    ? Result.POSITIVE
                    : i < positive + negative ? Result.NEGATIVE : Result.NOT_TOLERATED;
            findings.add(new TestFinding(SI.tests().get(i), Laterality.LEFT, result));
        }
        TestCatalog.Outcome outcome = CATALOG.judge(SI, findings, Laterality.LEFT);
        assertEquals(new TestCatalog.Outcome(verdict, positive, positive + negative, 6), outcome);
    }

    @Test
    void eitherTestOfTheCombinationIsEnoughAndBothAreNeededToDenyIt() {
        TestFinding stretch = new TestFinding("spst", Laterality.LEFT, Result.NEGATIVE);
        TestFinding active = new TestFinding("apt", Laterality.LEFT, Result.POSITIVE);
        assertEquals(Verdict.UNDECIDED, CATALOG.judge(COMBINED, List.of(stretch), Laterality.LEFT).verdict());
        assertEquals(Verdict.POSITIVE, CATALOG.judge(COMBINED, List.of(stretch, active), Laterality.LEFT).verdict());
        assertEquals(Verdict.UNDECIDED, CATALOG.judge(COMBINED, List.of(stretch, active), Laterality.RIGHT).verdict());
    }

    @Test
    void theSevenNamedTestsAreThereAndSayHowTheyAreDone() {
        for (String id : List.of("fair", "pace", "spst", "apt", "freiberg", "beatty", "slr")) {
            assertTrue(CATALOG.test(id).isPresent(), id);
        }
        assertTrue(CATALOG.tests().stream().noneMatch(t -> t.how().isBlank() || t.citation().source().isBlank()));
        assertEquals(List.of("slr"), CATALOG.tests().stream().filter(TestCatalog.ProvocationTest::angle)
                .map(TestCatalog.ProvocationTest::id).toList());
    }

    @Test
    void theRedFlagsHaveTheNamesThatTheLedgerBlocksOn() {
        assertEquals(
                List.of("bladder-bowel-change", "saddle-numbness", "progressive-weakness", "bilateral-signs",
                        "recent-trauma", "fever-sepsis", "cancer-history", "weight-loss", "night-pain",
                        "immunosuppression", "anticoagulant-new-deficit"),
                CATALOG.redFlags().stream().map(TestCatalog.RedFlag::id).toList());
    }

    @Test
    void theNewestAnswersToTheRedFlagQuestionsHoldUntilTheyAreAskedAgain() {
        Instant nine = Instant.parse("2026-01-05T09:00:00Z");
        Visit first = Visit.begin("a", nine, VisitWindow.BASELINE, "")
                .withRedFlags(RedFlagScreen.asked(Set.of("night-pain")));
        Visit notAsked = Visit.begin("b", nine.plusSeconds(60), VisitWindow.OTHER, "");
        Visit cleared = Visit.begin("c", nine.plusSeconds(120), VisitWindow.OTHER, "")
                .withRedFlags(RedFlagScreen.asked(Set.of()));
        FollowUp course = FollowUp.NONE.withVisit(notAsked).withVisit(first);
        assertEquals(Optional.of(Set.of("night-pain")), course.redFlags().map(RedFlagScreen::present));
        assertEquals(Optional.of(Set.of()), course.withVisit(cleared).redFlags().map(RedFlagScreen::present));
        assertEquals(Optional.empty(), FollowUp.NONE.withVisit(notAsked).redFlags());
    }

    @Test
    void valuesOffTheirScaleAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PainScore(Instrument.NRS, PainState.NOW, 11));
        assertThrows(IllegalArgumentException.class, () -> new PainScore(Instrument.VAS, PainState.NOW, -1));
        assertThrows(IllegalArgumentException.class, () -> new PainScore(Instrument.HHS, PainState.NOW, 1));
        assertThrows(IllegalArgumentException.class, () -> new TestFinding("slr", Laterality.LEFT, Result.POSITIVE,
                Set.of(), OptionalInt.empty(), OptionalInt.of(181), ""));
        assertThrows(IllegalArgumentException.class,
                () -> new NeuroFinding(NeuroFinding.Item.POWER_L5, Laterality.LEFT, 6));
        PainScore now = new PainScore(Instrument.NRS, PainState.NOW, 3);
        Visit visit = Visit.begin("a", Instant.EPOCH, VisitWindow.OTHER, "");
        assertThrows(IllegalArgumentException.class, () -> visit.withPain(List.of(now, now)));
    }
}
