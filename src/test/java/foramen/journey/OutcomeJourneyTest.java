package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleTruth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

/**
 * The course of one published patient (Life 2025;15:1486): tests positive and VAS 10, three sessions of dextrose, all
 * tests negative and VAS 1 a month later; entered by the keyboard and read in the chart and the registry.
 */
@ExtendWith(ApplicationExtension.class)
class OutcomeJourneyTest {
    private static final List<KeyCode> SI_POSITIVE = List.of(KeyCode.P, KeyCode.P, KeyCode.P);

    private final Path folder;
    private final Calendar clock = new Calendar(Instant.parse("2026-01-05T09:00:00Z"));
    private final SampleTruth truth;
    private PlannerRobot planner;
    private SampleJob job;

    OutcomeJourneyTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.truth = SampleTruth.read(SampleJob.samples().resolve(SampleJob.CLIP + ".truth.json"));
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, new Composition(folder.resolve("home"), clock, Locale.US));
        job = new SampleJob(planner, truth, PlannerRobot.APART);
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
    }

    @AfterEach
    void close() {
        planner.close();
    }

    @Test
    void threeSessionsTurnEveryTestNegativeAndThePainFromTenToOne() {
        planner.step("assess");
        assertTrue(planner.text("#flags-summary").startsWith("Nobody has asked"));
        planner.click("#flags-rest");
        assertEquals("All 11 asked, none present.", planner.text("#flags-summary"));
        pain("100 mm");
        tests(KeyCode.P);

        for (int session = 0; session < 3; session++) {
            clock.advance(Duration.ofDays(session == 0 ? 0 : 14).plusMinutes(30));
            job.injection();
        }

        clock.advance(Duration.ofDays(30));
        planner.step("follow");
        planner.click("#follow-add");
        planner.waitFor("the field of the pain", () -> planner.keyboardAt().equals("pain-nrs-now"));
        pain("10 mm");
        tests(KeyCode.N);

        planner.step("follow");
        String course = planner.spoken("#time-course");
        assertTrue(course.contains("VAS, now: 100 mm on day 0; 10 mm on day 58"), course);
        assertTrue(course.contains("session 3 of 3"), course);
        List<String> said = planner.allWords();
        assertTrue(said.contains("Pain lower by half, short term: responder. VAS, now: 100 mm → 10 mm (−90.0 %), "
                + "2026-03-04"), said::toString);
        assertTrue(said.stream().anyMatch(s -> s.startsWith("6 of 6 positive tests are negative now.")),
                said::toString);

        planner.click("#follow-registry");
        planner.waitFor("the cohort", () -> planner.count("#registry-table") == 1);
        List<String> cohort = planner.allWords();
        assertTrue(cohort.contains("Injection, Response: 1/1 = 100.0 % 95 % CI 20.7–100.0 %"), cohort::toString);
        assertTrue(cohort.stream().anyMatch(s -> s.contains("VAS, now: 100.0 mm → 10.0 mm (−90.0 %), n 1")),
                cohort::toString);
        planner.type(KeyCode.ESCAPE);
        planner.waitFor("the window", () -> planner.count("#registry") == 0 && planner.count("#follow-panel") == 1);
    }

    private void pain(String vas) {
        planner.fill("#pain-vas-now", vas);
        planner.type(KeyCode.ENTER);
    }

    /** FAIR, Pace, seated stretch and three of the sacroiliac set, by the keys of the grid. */
    private void tests(KeyCode result) {
        planner.click("#assess-tests");
        planner.type(KeyCode.LEFT, KeyCode.HOME, result, KeyCode.DOWN, result, KeyCode.DOWN, result);
        for (int i = 0; i < 5; i++) {
            planner.type(KeyCode.DOWN);
        }
        for (KeyCode ignored : SI_POSITIVE) {
            planner.type(result, KeyCode.DOWN);
        }
        assertTrue(planner.spoken("#assess-tests").startsWith("SI Gaenslen, right, left, not recorded"),
                () -> planner.spoken("#assess-tests"));
    }

    /** A clock that stands still until it is told to go on. */
    private static final class Calendar extends Clock {
        private volatile Instant now;

        Calendar(Instant now) {
            this.now = now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
