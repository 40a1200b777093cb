package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleTruth;
import foramen.domain.casefile.Case;
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

/** Sessions planned, stopped by every interlock, mended and given by hand. */
@ExtendWith(ApplicationExtension.class)
class SessionJourneyTest {
    private static final Instant NOW = Instant.parse("2026-03-14T12:03:07Z");

    private final Composition composition;
    private PlannerRobot planner;
    private SessionJob session;

    SessionJourneyTest(@TempDir Path folder) {
        composition = new Composition(folder.resolve("home"), Clock.fixed(NOW, ZoneOffset.UTC), Locale.US);
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, composition);
        session = new SessionJob(planner);
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        planner.click("#side-left");
    }

    @AfterEach
    void close() {
        if (planner.stage().isShowing()) {
            planner.close();
        }
    }

    @Test
    void aBotoxCaseTripsEachInterlockInTurnAndIsThenGiven() throws Exception {
        session.begin("piriformis-onabotulinumtoxina");
        trips("lot-missing", "expiry-missing", "site-missing", "operator-missing", "red-flags-not-asked",
                "risks-not-asked", "checklist-stop", "time-out-missing");
        session.leaf("Mixture");
        planner.fill("#code-A-0", "(01)04012345678901(17)270331(10)C7712");
        planner.type(KeyCode.ENTER);
        session.vial("A-1", "S1", "2027-09-30");
        planner.click("#portion-add");
        session.operator("Dr Example");
        session.noToTheRest();
        session.checklist(false);
        trips();
        assertTrue(planner.spoken("#step-ledger").endsWith("begun"), planner.spoken("#step-ledger"));

        session.leaf("Mixture");
        planner.choose("Side treated: Right");
        trips("side-case");
        assertTrue(planner.spoken("#step-ledger").endsWith("needs attention"), planner.spoken("#step-ledger"));
        session.leaf("Mixture");
        planner.choose("Side treated: Left");

        session.leaf("Patient");
        planner.choose("Neuromuscular disease: Yes");
        trips("neuromuscular-disease");
        session.leaf("Patient");
        planner.choose("Neuromuscular disease: No");

        elsewhere("2026-01-14", "350 units");
        trips("toxin-cap-over", "toxin-interval");
        session.leaf("Patient");
        planner.click("#undo");
        elsewhere("2026-01-14", "100 units");
        trips("toxin-interval");
        planner.click(".alert-override");
        planner.click(".reason-confirm");
        assertEquals(1, planner.count("#alert-toxin-interval .reason"), "no override without a reason");
        planner.fill(".reason", "relapse, discussed");
        planner.type(KeyCode.ENTER);
        trips();

        session.give();
        planner.close();
        Case stored = stored();
        assertEquals(Status.GIVEN, stored.sessions().getFirst().status());
        assertEquals("relapse, discussed", stored.sessions().getFirst().safety().overrules().getFirst().reason());
        assertEquals(List.of("100 units", "18 mg"),
                stored.ledger().stream().map(l -> l.dose().text().replace('\u00a0', ' ')).toList());
        assertEquals("C7712", stored.ledger().getFirst().lot());
    }

    @Test
    void theFirstSessionOfAProlotherapyCourseIsGivenAndTheSecondIsOffered() throws Exception {
        new SampleJob(planner, SampleTruth.read(
                SampleJob.samples().resolve(SampleJob.CLIP + ".truth.json")), PlannerRobot.APART).injection();
        session.leaf("Mixture");
        planner.click("#protocol-sacrospinous-prolotherapy");
        assertTrue(planner.allWords().contains("Session 2 of 3"));
        planner.close();
        Case stored = stored();
        assertEquals(Status.GIVEN, stored.sessions().getFirst().status());
        assertEquals(1, stored.ledger().size());
    }

    @Test
    void theCardIsOneKeyAwayEvenFromWithinAFieldAndEscapeTakesItAway() {
        session.begin("quadratus-femoris");
        session.leaf("Patient");
        planner.fill("#patient-weight", "60");
        planner.type(KeyCode.ENTER);
        planner.click("#patient-height");
        planner.type(KeyCode.F8);
        assertTrue(isCardShown(), "after F8");
        assertTrue(planner.allWords().contains("90 mL"), () -> planner.allWords().toString());
        planner.type(KeyCode.ESCAPE);
        assertFalse(isCardShown(), "after Escape");
    }

    /** Exactly these alerts keep the session from being given, and the button is shut while there is one. */
    private void trips(String... alerts) {
        session.leaf("Alerts");
        for (String alert : alerts) {
            assertTrue(planner.count("#alert-" + alert) > 0, alert);
        }
        String verdict = planner.text("#session-verdict");
        assertEquals(alerts.length == 0, verdict.startsWith("Nothing keeps it"),
                () -> verdict + planner.allWords().stream().filter(w -> w.startsWith("Stop: ")).toList());
        session.leaf("Give");
        assertEquals(alerts.length > 0, planner.isShut("#session-give"));
        session.leaf("Alerts");
    }

    private boolean isCardShown() {
        return planner.count("#last-card .last-value") > 0;
    }

    private void elsewhere(String day, String amount) {
        session.leaf("Patient");
        planner.choose("#elsewhere-product", "OnabotulinumtoxinA");
        planner.fill("#elsewhere-day", day);
        planner.fill("#elsewhere-amount", amount);
        planner.click("#elsewhere-add");
    }

    private Case stored() throws Exception {
        try (var store = composition.openStore(composition.home())) {
            return store.find(store.list().getFirst().id()).orElseThrow().current();
        }
    }
}
