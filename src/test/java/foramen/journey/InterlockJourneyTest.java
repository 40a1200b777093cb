package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.session.Session.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A case of botulinum toxin stopped by each interlock in turn, mended each time, and given at last. */
@ExtendWith(ApplicationExtension.class)
class InterlockJourneyTest {
    private static final Instant NOW = Instant.parse("2026-03-14T12:03:07Z");
    private static final String NEVER = "Cannot be overridden; mend the cause.";

    private final Composition composition;
    private PlannerRobot planner;
    private SessionJob session;

    InterlockJourneyTest(@TempDir Path folder) {
        composition = new Composition(folder.resolve("home"), Clock.fixed(NOW, ZoneOffset.UTC), Locale.US);
    }

    /** A session that lacks nothing: what stops it afterwards is what the test does to it. */
    @BeforeEach
    void readyToGive(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, composition);
        session = new SessionJob(planner);
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        planner.click("#side-left");
        planner.step("plan");
        planner.type(KeyCode.N);
        planner.clickAt(SampleJob.ENTRY, SampleJob.TARGET);
        session.begin("piriformis-onabotulinumtoxina");
        for (String alert : List.of("lot-missing", "site-missing", "operator-missing", "checklist-stop",
                "time-out-missing", "expiry-missing", "red-flags-not-asked", "risks-not-asked")) {
            session.leaf("Alerts");
            assertTrue(planner.count("#alert-" + alert) > 0, alert);
        }
        session.leaf("Mixture");
        planner.fill("#code-A-0", "(01)04012345678901(17)270331(10)C7712");
        planner.type(KeyCode.ENTER);
        session.vial("A-1", "S1", "2027-09-30");
        planner.click("#portion-add");
        session.operator("Dr Example");
        session.noToTheRest();
        session.checklist(false);
        nothingKeepsIt();
    }

    @AfterEach
    void close() {
        if (planner.stage().isShowing()) {
            planner.close();
        }
    }

    @Test
    void sideSupplyAndAnaestheticStopIt() {
        session.leaf("Mixture");
        planner.choose("Side treated: Right");
        stops("side-case", "The case is left, the session says right. Correct the one that is wrong.");
        assertTrue(planner.spoken("#step-ledger").endsWith("needs attention"), planner.spoken("#step-ledger"));
        stops("side-plan", "The plan is left, the portion 1 says right. Correct the one that is wrong.");
        stops("side-image", "The image is left, the session says right. Correct the one that is wrong.");
        session.leaf("Mixture");
        planner.choose("Side treated: Left");
        nothingKeepsIt();

        session.leaf("Mixture");
        planner.fill("#expiry-A-1", "2026-03-13");
        planner.type(KeyCode.ENTER);
        stops("expired", "The vial of Sodium chloride 0.9 % expires on 2026-03-13. Do not use it; take another.");
        session.leaf("Mixture");
        planner.fill("#expiry-A-1", "2027-09-30");
        planner.type(KeyCode.ENTER);
        planner.fill("#lot-A-1", "");
        planner.type(KeyCode.DELETE, KeyCode.ENTER);
        asksForReason("lot-missing", "Stop: Enter the lot number from the vial of Sodium chloride 0.9 %.");
        session.leaf("Mixture");
        session.vial("A-1", "S1", "2027-09-30");
        planner.fill("#portion-volume-1", "3");
        planner.type(KeyCode.ENTER);
        stops("syringe-overdrawn", "The portions of syringe A are 1 mL more than the 2 mL it holds.");
        session.leaf("Mixture");
        planner.fill("#portion-volume-1", "2");
        planner.type(KeyCode.ENTER);
        session.leaf("Give");
        planner.choose("The side: Open");
        stops("checklist-stop", "Not confirmed: the side.");
        session.leaf("Give");
        planner.choose("The side: Done");
        nothingKeepsIt();

        second("Lidocaine, plain", "2 %", "20");
        asksForReason("weight-missing", "Cannot check: The weight is missing, so the maxima by weight cannot be "
                + "checked. Weigh the patient.");
        session.leaf("Patient");
        planner.fill("#patient-weight", "60");
        planner.type(KeyCode.ENTER);
        stops("la-sum-over", "Local anaesthetic within 24 hours (lidocaine) is 1.49 of the maximum; more than 1 is too "
                + "much. Draw up less.");
        stops("checklist-stop", "Not confirmed: lipid emulsion 20 % is at hand.");
        removeSecond();
        second("IncobotulinumtoxinA", "100 units", "2");
        stops("toxin-brands-mixed", "Two brands of botulinum toxin are in one session (incobotulinumtoxina, "
                + "onabotulinumtoxina). Their units cannot be added; use one brand.");
        removeSecond();
        nothingKeepsIt();
    }

    @Test
    void whatIsKnownOfThePatientStopsItAndOnlyATypedReasonPassesTheInterval() throws Exception {
        says("Allergy to botulinum toxin");
        stops("allergy", "Allergy to botulinum toxin, which is in the injectate. Do not use it.");
        unsays("Allergy to botulinum toxin");
        says("Infection at the site");
        stops("infection", "Infection at the site. Do not inject.");
        unsays("Infection at the site");
        says("Neuromuscular disease");
        stops("neuromuscular-disease", "Neuromuscular disease: no botulinum toxin.");
        unsays("Neuromuscular disease");
        says("Pregnancy");
        asksForReason("pregnancy", "Stop: Pregnancy: no botulinum toxin or elective corticosteroid without a reason.");
        unsays("Pregnancy");
        says("Botulinum toxin for another reason (cosmetic, migraine, bladder)");
        asksForReason("toxin-other-use", "Cannot check: The patient has botulinum toxin for another reason. Enter "
                + "brand, day and units among the treatments elsewhere; the cap holds for all of it.");
        unsays("Botulinum toxin for another reason (cosmetic, migraine, bladder)");
        nothingKeepsIt();

        planner.step("assess");
        planner.choose("Numbness of the saddle area: yes");
        planner.step("ledger");
        assertEquals(1, planner.count("#ledger-panel"));
        session.leaf("Alerts");
        stops("red-flag", "Red flag: saddle numbness. Do not inject; send the patient for assessment.");
        planner.step("assess");
        planner.click("#visit-remove");
        planner.step("ledger");
        nothingKeepsIt();

        says("Anticoagulant");
        asksForReason("anticoagulant-record", "Cannot check: Record the drug, its last dose and who decided, so that "
                + "the bleeding risk can be judged.");
        assertTrue(planner.spoken("#alert-bleeding-risk").startsWith("Caution: The patient takes: anticoagulant."));
        session.leaf("Give");
        planner.fill("#anticoagulant-drug", "apixaban");
        planner.fill("#anticoagulant-last", "2026-03-12");
        planner.fill("#anticoagulant-decision", "goes on");
        planner.fill("#anticoagulant-by", "Dr Example");
        planner.click("#anticoagulant-save");
        nothingKeepsIt();

        elsewhere("IncobotulinumtoxinA", "2026-02-01", "100 units");
        asksForReason("toxin-other-brand", "Cannot check: Another brand, incobotulinumtoxina, was given on "
                + "2026-02-01; its units cannot be added, so the cap cannot be checked.");
        notElsewhere();
        elsewhere("OnabotulinumtoxinA", "2026-01-14", "");
        asksForReason("history-incomplete", "Cannot check: How many units of onabotulinumtoxina were given on "
                + "2026-01-14 is not known, so the cap cannot be checked.");
        notElsewhere();
        elsewhere("OnabotulinumtoxinA", "2026-01-14", "350 units");
        stops("toxin-cap-over", "onabotulinumtoxina: 450 units within 3 months is more than the cap of 400 units.");
        notElsewhere();
        elsewhere("OnabotulinumtoxinA", "2026-01-14", "100 units");
        asksForReason("toxin-interval", "Stop: onabotulinumtoxina was given on 2026-01-14; at least 12 weeks have to "
                + "pass, so not before 2026-04-08.");
        planner.click("#alert-toxin-interval .alert-override");
        planner.click(".reason-confirm");
        assertEquals(1, planner.count("#alert-toxin-interval .reason"), "no override without a reason");
        planner.fill(".reason", "relapse, discussed");
        planner.type(KeyCode.ENTER);
        nothingKeepsIt();
        session.give();
        planner.close();
        theOverrideIsInTheRecordAndInTheJournal();
    }

    private void theOverrideIsInTheRecordAndInTheJournal() throws Exception {
        try (var store = composition.openStore(composition.home())) {
            var id = store.list().getFirst().id();
            Case stored = store.find(id).orElseThrow().current();
            assertEquals(Status.GIVEN, stored.sessions().getFirst().status());
            assertEquals("relapse, discussed",
                    stored.sessions().getFirst().safety().overrules().getFirst().reason());
            assertEquals(List.of("100 units", "18 mg"),
                    stored.ledger().stream().map(l -> l.dose().text().replace('\u00a0', ' ')).toList());
            assertEquals("C7712", stored.ledger().getFirst().lot());
            List<Edit> journal = store.journal(id);
            assertEquals(1, journal.stream().filter(e -> e.action().toLowerCase(Locale.ROOT)
                    .startsWith("record override of toxin-interval") && e.at().equals(NOW)).count(),
                    () -> journal.stream().map(Edit::action).toList().toString());
            assertTrue(store.verify().problems().isEmpty());
        }
    }

    /** It stands among the alerts with its source, nothing passes over it, and the session cannot be given. */
    private void stops(String alert, String sentence) {
        isThere(alert, "Stop: " + sentence);
        assertEquals(0, planner.count("#alert-" + alert + " .alert-override"), alert);
        assertTrue(planner.allWords().contains(NEVER));
        isShut();
    }

    /** It stands among the alerts with its source, and only a typed reason passes over it. */
    private void asksForReason(String alert, String sentence) {
        isThere(alert, sentence);
        assertEquals(1, planner.count("#alert-" + alert + " .alert-override"), alert);
        isShut();
        session.leaf("Alerts");
    }

    private void isThere(String alert, String sentence) {
        session.leaf("Alerts");
        assertTrue(planner.allWords().contains(sentence),
                () -> sentence + " is not among " + planner.allWords().stream()
                        .filter(w -> w.startsWith("Stop: ") || w.startsWith("Cannot check: ")).toList());
        assertTrue(planner.count("#alert-" + alert) > 0, alert);
        planner.press("Source: " + sentence.substring(sentence.indexOf(": ") + 2));
        assertTrue(planner.allWords().stream().anyMatch(w -> w.contains("\nRule " + alert + ", version ")), alert);
    }

    private void isShut() {
        assertTrue(!planner.text("#session-verdict").startsWith("Nothing keeps it"));
        session.leaf("Give");
        assertTrue(planner.isShut("#session-give"));
    }

    private void nothingKeepsIt() {
        String verdict = planner.text("#session-verdict");
        assertTrue(verdict.startsWith("Nothing keeps it"), () -> {
            session.leaf("Alerts");
            return verdict + planner.allWords().stream()
                    .filter(w -> w.startsWith("Stop: ") || w.startsWith("Cannot check: ")).toList();
        });
        session.leaf("Give");
        assertTrue(!planner.isShut("#session-give"));
        assertTrue(planner.spoken("#step-ledger").endsWith("begun"), planner.spoken("#step-ledger"));
    }

    private void says(String risk) {
        session.leaf("Patient");
        planner.choose(risk + ": Yes");
    }

    private void unsays(String risk) {
        session.leaf("Patient");
        planner.choose(risk + ": No");
    }

    private void second(String product, String stock, String volume) {
        session.leaf("Mixture");
        planner.click("#syringe-add");
        planner.choose("#mix-product", product);
        planner.fill("#mix-stock", stock);
        planner.fill("#mix-volume", volume);
        planner.click("#mix-draw");
    }

    private void removeSecond() {
        session.leaf("Mixture");
        planner.press("Remove syringe B");
    }

    private void elsewhere(String product, String day, String amount) {
        session.leaf("Patient");
        planner.choose("#elsewhere-product", product);
        planner.fill("#elsewhere-day", day);
        planner.fill("#elsewhere-amount", amount);
        planner.click("#elsewhere-add");
    }

    private void notElsewhere() {
        session.leaf("Patient");
        planner.click(".elsewhere-remove");
    }
}
