package foramen.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.ClipRef;
import foramen.domain.injection.Alert;
import foramen.domain.injection.Alert.Overriding;
import foramen.domain.injection.Alert.Severity;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Dose;
import foramen.domain.injection.History;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Rational;
import foramen.domain.safety.Risks.Answer;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.session.Session;
import foramen.domain.session.Session.Status;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.ledger.Mixture;
import foramen.workspace.ledger.PatientFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LedgerViewModelTest {
    private static final String BOTOX = "piriformis-onabotulinumtoxina";

    private final TestBench bench = TestBench.with(Cases.empty().withPlan(Cases.plan("p1")), FakeClip.calibrated());
    private final LedgerViewModel model = SessionBench.model(bench);

    @Test
    void aProtocolFillsInWhatIsPublishedAndNothingElse() {
        SessionBench.begin(model, BOTOX);
        Session s = SessionBench.session(model);
        assertEquals(Laterality.RIGHT, s.side());
        assertEquals("50\u00a0units/mL",
                s.syringes().getFirst().strength(s.syringes().getFirst().components().getFirst()));
        assertEquals(List.of(), s.aliquots());
        assertEquals(Set.of(s), Set.copyOf(stored().sessions()));
    }

    @Test
    void aBotoxSessionIsGivenOnceEveryInterlockIsMendedOrPassedOverWithAReason() {
        SessionBench.begin(model, BOTOX);
        assertEquals(ids("lot-missing expiry-missing site-missing red-flags-not-asked risks-not-asked checklist-stop"
                + " checklist-caution time-out-missing off-label toxin-site-units"), alerts());
        assertFalse(model.give().isEmpty());
        SessionBench.asked(model);
        assertFalse(alerts().contains("risks-not-asked") || alerts().contains("red-flags-not-asked"));
        SessionBench.vials(model);
        assertFalse(alerts().contains("lot-missing") || alerts().contains("expiry-missing"));
        SessionBench.placed(model, "piriformis");
        SessionBench.checked(model);
        assertEquals(ids("off-label toxin-site-units"), alerts());

        model.work().chooseSide(Laterality.LEFT);
        assertTrue(alerts().contains("side-case"));
        assertTrue(model.needsAttention());
        model.work().chooseSide(Laterality.RIGHT);
        for (String risk : List.of("neuromuscular-disease", "allergy-botulinum", "pregnancy", "infection-site",
                "saddle-numbness")) {
            model.facts().answer(risk, Answer.YES);
            assertEquals(Severity.STOP, model.state().open().orElseThrow().check().worst().orElseThrow(), risk);
            assertFalse(model.give().isEmpty(), risk);
            model.facts().answer(risk, Answer.NO);
        }
        assertTrue(bench.casefile().ledger().isEmpty());
        assertEquals("", model.give());
        assertEquals(List.of("100\u00a0units", "18\u00a0mg"),
                bench.casefile().ledger().stream().map(l -> l.dose().text()).toList());
        assertEquals(Status.GIVEN, bench.casefile().sessions().getFirst().status());
        assertEquals(bench.casefile(), stored());
        assertTrue(model.work().planned().isEmpty());
        assertEquals("Session 1 recorded.", model.state().said());
    }

    @Test
    void inASessionOfBothSidesEachPortionHasItsOwn() {
        SessionBench.begin(model, BOTOX);
        model.work().portion("A", "piriformis", "", Optional.empty(), "1");
        model.work().chooseSide(Laterality.BILATERAL);
        model.work().portion("A", "piriformis", "", Optional.of(Cases.plan("p1")), "0.5");
        model.work().portion("A", "piriformis", "", Optional.empty(), "0.5");
        assertEquals(List.of(Laterality.RIGHT, Cases.plan("p1").laterality(), Laterality.BILATERAL),
                SessionBench.session(model).aliquots().stream().map(a -> a.side()).toList());
        model.work().portionSide("3", Laterality.LEFT);
        assertFalse(alerts().contains("side-image") || alerts().contains("side-plan"), () -> alerts().toString());
        assertEquals(Laterality.LEFT, SessionBench.session(model).aliquots().getLast().side());
        model.work().chooseSide(Laterality.RIGHT);
        assertTrue(alerts().contains("side-case"), "a portion of the other side is not turned over unseen");
    }

    @Test
    void theSideSetByHandForAClipWhoseFileIsSilentStopsASessionOfTheOtherSide() {
        bench.clip.set(Optional.of(FakeClip.calibrated().withoutSide()));
        ready(BOTOX, "piriformis");
        assertFalse(alerts().contains("side-image"));
        bench.editor.commit(bench.casefile().withClip(bench.casefile().clip(FakeClip.UID)
                .orElse(new ClipRef(FakeClip.UID, "", "")).withSide(Laterality.LEFT)), "Set side of clip");
        assertTrue(alerts().contains("side-image"));
        assertFalse(model.give().isEmpty());
        bench.editor.commit(bench.casefile().withClip(
                bench.casefile().clip(FakeClip.UID).orElseThrow().withSide(Laterality.RIGHT)), "Set side of clip");
        assertFalse(alerts().contains("side-image"));
    }

    @Test
    void aRedFlagOfTheAssessmentLeavesTheOthersOpenAndStopsTheSession() {
        SessionBench.begin(model, BOTOX);
        Visit visit = Visit.begin("v", Cases.NOW, VisitWindow.BASELINE, "Dr Example").withRedFlags(
                new RedFlagScreen(true, Set.of("saddle-numbness"), Set.of("fever-sepsis")));
        bench.editor.commit(bench.casefile().withFollowUp(bench.casefile().followUp().withVisit(visit)), "Visit");
        assertTrue(alerts().containsAll(ids("red-flag red-flags-not-asked")), () -> alerts().toString());
    }

    @Test
    void theCapCountsWhatWasGivenElsewhereAndTheIntervalIsPassedOverOnlyWithAReason() {
        ready(BOTOX, "piriformis");
        assertEquals("", elsewhere("onabotulinumtoxina", "2026-02-14", "350 units"));
        Alert cap = alert(AlertKind.TOXIN_CAP_OVER);
        assertEquals(Overriding.NEVER, cap.overriding());
        assertFalse(model.overrule(cap, "because").isEmpty());
        model.facts().remove(bench.casefile().elsewhere().getFirst());
        elsewhere("onabotulinumtoxina", "2026-02-14", "100 units");
        Alert interval = alert(AlertKind.TOXIN_INTERVAL);
        assertFalse(model.give().isEmpty());
        assertFalse(model.overrule(interval, "  ").isEmpty());
        assertEquals("", model.overrule(interval, "relapse, discussed with the patient"));
        assertEquals("relapse, discussed with the patient",
                SessionBench.session(model).safety().overrules().getLast().reason());
        assertEquals("", model.give());
    }

    @Test
    void anAmountNobodyKnowsIsNotTakenForNought() {
        ready(BOTOX, "piriformis");
        elsewhere("onabotulinumtoxina", "2025-12-20", "");
        assertEquals(Severity.CANNOT_CHECK, alert(AlertKind.HISTORY_INCOMPLETE).severity());
        assertFalse(model.give().isEmpty());
    }

    @Test
    void aTreatmentElsewhereIsTakenBackOnThePageOnlyAndWrongWordsAreRefused() {
        assertFalse(elsewhere("triamcinolone", "14.02.2026", "40 mg").isEmpty());
        assertFalse(elsewhere("triamcinolone", "2026-12-31", "40 mg").isEmpty());
        assertFalse(elsewhere("triamcinolone", "2026-01-31", "40 units").isEmpty());
        assertTrue(bench.casefile().elsewhere().isEmpty());
        assertEquals("", elsewhere("triamcinolone", "2026-01-31", "40 mg"));
        bench.editor.undo();
        assertEquals(1, bench.casefile().elsewhere().size());
        model.facts().remove(bench.casefile().elsewhere().getFirst());
        assertTrue(bench.casefile().elsewhere().isEmpty());
    }

    @Test
    void whatThePatientHadInAnotherCaseComesInAJobAndUntilThenNothingIsGiven() {
        ManualJobRunner jobs = new ManualJobRunner();
        History known = new History(List.of(new PriorTreatment(LocalDate.of(2026, 2, 14), "onabotulinumtoxina",
                InjectateClass.BOTULINUM_TOXIN, Optional.of(Rational.of(350)), Dose.Unit.UNITS, "", Laterality.RIGHT,
                false, "case two")), Optional.empty());
        LedgerViewModel late = SessionBench.model(bench, (patient, id) -> known, jobs);
        SessionBench.begin(late, BOTOX);
        assertTrue(late.state().open().orElseThrow().check().alerts().stream()
                .anyMatch(a -> a.kind() == AlertKind.HISTORY_MISSING));
        jobs.runAll();
        assertTrue(late.state().open().orElseThrow().check().alerts().stream()
                .noneMatch(a -> a.kind() == AlertKind.HISTORY_MISSING));
        assertTrue(late.state().open().orElseThrow().check().alerts().stream()
                .anyMatch(a -> a.kind() == AlertKind.TOXIN_CAP_OVER));
    }

    @Test
    void whatWasTypedIntoAnotherCaseOfThePatientCountsOnce() throws Exception {
        elsewhere("onabotulinumtoxina", "2026-02-14", "150 units");
        Case other = Case.begin(new CaseId("two"), Cases.NOW).withPatient(bench.casefile().patient())
                .withElsewhere(bench.casefile().elsewhere());
        bench.store.append(other, 0, new CaseStore.Edit("Begin case", "", Cases.NOW));
        ready(BOTOX, "piriformis");
        assertFalse(alerts().contains("toxin-cap-over"), "250 units, not 400 or more");
        elsewhere("onabotulinumtoxina", "2026-02-15", "200 units");
        assertTrue(alerts().contains("toxin-cap-over"), "450 units");
    }

    @Test
    void theStrengthIsTypedOrFollowsFromTheVolumes() {
        SessionBench.begin(model, "sacrospinous-prolotherapy");
        Mixture.Typed volumes = new Mixture.Typed("dextrose", Mixture.Way.VOLUME, "50 %", "2", "", "", "");
        Mixture.Typed wanted = new Mixture.Typed("dextrose", Mixture.Way.STRENGTH, "50 %", "", "10 %", "10",
                "saline");
        assertEquals("2\u00a0mL + 8\u00a0mL = 10\u00a0%, 1000\u00a0mg", model.mixture().working(wanted));
        assertEquals("2\u00a0mL = 50\u00a0%, 1000\u00a0mg", model.mixture().working(volumes));
        model.work().draw("A", model.mixture().read(wanted));
        assertEquals("10\u00a0%", SessionBench.session(model).syringe("A").map(s -> s.strength(s.components()
                .getFirst())).orElseThrow());
        assertFalse(SessionBench.draw(model, "A", "lidocaine", "1", "2").isEmpty(), "a strength without its unit");
        assertFalse(SessionBench.draw(model, "A", "lidocaine", "1 %", "1,500").isEmpty(), "a thousand, or a half more");
        assertEquals("", SessionBench.draw(model, "A", "lidocaine", "1 %", "0,5"));
    }

    @Test
    void aCodeFillsInTheVialAndABadOneIsRefused() {
        SessionBench.begin(model, BOTOX);
        assertEquals("", model.work().scan("A", 0, "(01)04012345678901(17)270331(10)C7712"));
        assertEquals("C7712", SessionBench.session(model).syringes().getFirst().components().getFirst().lot());
        assertFalse(model.work().scan("A", 0, "(01)04012345678902(17)270331").isEmpty());
    }

    @Test
    void aMissingWeightIsNeverASilentPass() {
        ready("quadratus-femoris", "quadratus-femoris");
        model.facts().weigh("", model.today());
        assertEquals(Severity.CANNOT_CHECK, alert(AlertKind.WEIGHT_MISSING).severity());
        assertEquals("Enter the weight in kg, such as 72.5.", model.facts().weigh("heavy", model.today()));
        assertEquals("", model.facts().weigh("68,5", model.today()));
        assertFalse(alerts().contains("weight-missing"));
    }

    @Test
    void aRedFlagOfTheAssessmentStandsWhateverTheLedgerSays() {
        var visit = Visit.begin("v", Cases.NOW,
                VisitWindow.BASELINE, "Dr Example").withRedFlags(
                        RedFlagScreen.asked(Set.of("saddle-numbness")));
        bench.editor.commit(bench.casefile().withFollowUp(bench.casefile().followUp().withVisit(visit)), "Visit");
        ready(BOTOX, "piriformis");
        assertTrue(alerts().contains("red-flag"));
        model.facts().answer("saddle-numbness", Answer.NO);
        assertTrue(alerts().contains("red-flag"));
        assertFalse(model.give().isEmpty());
    }

    @Test
    void somethingElseGoesThroughTheSameChecks() {
        model.begin(Optional.empty());
        assertEquals("", SessionBench.draw(model, "A", "triamcinolone", "40 mg/mL", "1"));
        SessionBench.placed(model, "piriformis");
        assertFalse(model.give().isEmpty());
        SessionBench.vials(SessionBench.asked(model));
        SessionBench.checked(model);
        assertEquals("", model.give());
        assertEquals(List.of("Triamcinolone acetonide 40\u00a0mg"), model.state().totals());
    }

    @Test
    void aStoppedSessionRecordsOnlyThePortionsThatAreLeftAndWantsAReason() {
        ready(BOTOX, "piriformis");
        model.work().portionVolume("1", "0.5");
        assertFalse(model.stop(" ", false).isEmpty());
        assertEquals("", model.stop("pain", false));
        assertEquals("25\u00a0units", bench.casefile().ledger().getFirst().dose().text());
        assertEquals(Status.STOPPED, bench.casefile().sessions().getFirst().status());
    }

    @Test
    void aCourseGoesOnAndASessionWithNothingGivenIsNoneOfIt() {
        ready("sacrospinous-prolotherapy", "sacrospinous-ligament");
        assertEquals("", model.stop("the patient had a fever", true));
        ready("sacrospinous-prolotherapy", "sacrospinous-ligament");
        assertEquals(1, SessionBench.session(model).course().number());
        assertEquals("", model.give());
        SessionBench.begin(model, "sacrospinous-prolotherapy");
        assertEquals("session 2 of 3", SessionBench.session(model).course().words());
    }

    @Test
    void whatIsSeenAfterwardsIsKeptWithTheClosedSession() {
        ready(BOTOX, "piriformis");
        model.give();
        model.check("leg-strength", State.DONE, "", true);
        model.observe(false, State.OPEN, "");
        model.observe(true, State.DONE, "");
        model.complication("vasovagal", "lay down for five minutes");
        var safety = stored().sessions().getFirst().safety();
        assertTrue(safety.answer("leg-strength").isPresent());
        assertEquals(State.DONE, safety.observation().orElseThrow().legStrength());
        assertTrue(safety.observation().orElseThrow().until().isPresent());
        assertEquals("vasovagal", safety.complications().getFirst().kindId());
    }

    @Test
    void aLineIsVoidedOnlyWithAReasonAndStaysInTheLedger() {
        ready(BOTOX, "piriformis");
        model.give();
        Injection line = bench.casefile().ledger().getFirst();
        assertFalse(model.voidLine(line.id(), "  ").isEmpty());
        assertEquals("", model.voidLine(line.id(), "Wrong lot"));
        assertEquals("Wrong lot", bench.casefile().ledger().getFirst().voided().orElseThrow().reason());
        assertTrue(model.state().lines().getLast().voided().endsWith("by Dr Example: Wrong lot"));
        assertEquals(List.of("Sodium chloride 0.9 % 18\u00a0mg"), model.state().totals());
    }

    @Test
    void theLipidOfTheCardIsForTheIdealWeightOrTheBodyWeightWhereThatIsLess() {
        assertTrue(model.lipid().isEmpty(), "without the height nobody knows the ideal weight");
        model.facts().weigh("120", model.today());
        model.facts().measure("160");
        assertEquals("52.4", Dose.plain(model.lipidWeightKg().orElseThrow()));
        assertEquals("78.6", Dose.plain(model.lipid().orElseThrow().bolusMl()));
        assertEquals("628.8", Dose.plain(model.lipid().orElseThrow().maximumMl()));
        model.facts().weigh("50", model.today());
        assertEquals("75", Dose.plain(model.lipid().orElseThrow().bolusMl()));
        model.facts().weigh("", model.today());
        assertTrue(model.lipid().isEmpty());
    }

    private void ready(String protocol, String target) {
        SessionBench.begin(model, protocol);
        if (SessionBench.session(model).syringes().isEmpty()) {
            SessionBench.draw(model, "A", "dextrose", "10 %", "4");
        }
        SessionBench.checked(SessionBench.placed(SessionBench.vials(SessionBench.asked(model)), target));
    }

    private String elsewhere(String product, String day, String amount) {
        return model.facts().add(new PatientFacts.Elsewhere(SessionBench.BOOK.products().find(product), day, amount,
                "", Laterality.RIGHT), model.today());
    }

    private Set<String> alerts() {
        return model.state().open().orElseThrow().check().alerts().stream().map(Alert::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Alert alert(AlertKind kind) {
        return model.state().open().orElseThrow().check().alerts().stream().filter(a -> a.kind() == kind).findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(String words) {
        return new TreeSet<>(List.of(words.split(" ")));
    }

    private Case stored() {
        return bench.store.find(bench.casefile().id()).orElseThrow().current();
    }
}
