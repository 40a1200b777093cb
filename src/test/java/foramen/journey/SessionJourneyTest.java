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
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Sessions planned and given by hand, and the card that is one key away. */
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
    void theFirstSessionOfAProlotherapyCourseIsGivenAndTheSecondIsOffered() throws Exception {
        new SampleJob(planner, SampleTruth.read(
                SampleJob.samples().resolve(SampleJob.CLIP + ".truth.json")), PlannerRobot.APART).injection();
        planner.click("#session-next");
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
        planner.fill("#patient-height", "180");
        planner.type(KeyCode.ENTER);
        planner.click("#patient-height");
        planner.type(KeyCode.F8);
        assertTrue(isCardShown(), "after F8");
        assertTrue(planner.allWords().contains("90 mL"), () -> planner.allWords().toString());
        planner.type(KeyCode.ESCAPE);
        assertFalse(isCardShown(), "after Escape");
    }

    private boolean isCardShown() {
        return planner.count("#last-card .last-value") > 0;
    }

    private Case stored() throws Exception {
        try (var store = composition.openStore(composition.home())) {
            return store.find(store.list().getFirst().id()).orElseThrow().current();
        }
    }
}
