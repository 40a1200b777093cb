package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleTruth;
import foramen.geometry.Polygon;
import java.io.IOException;
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

/** One click finds the nerve, and the nerve is followed and reviewed, in the real window by its keys. */
@ExtendWith(ApplicationExtension.class)
class FollowJourneyTest {
    private static final int FRAMES = 60;
    private static final int KEY = 20;

    private final Path folder;
    private final SampleTruth truth;
    private PlannerRobot planner;

    FollowJourneyTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.truth = SampleTruth.read(SampleJob.samples().resolve(SampleJob.CLIP + ".truth.json"));
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US));
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        planner.goToFrame(KEY, FRAMES);
        planner.step("outline");
    }

    @AfterEach
    void close() {
        planner.close();
    }

    @Test
    void theNerveIsFoundFollowedReviewedAndUndone() {
        Polygon nerve = truth.outline(KEY - 1, "sciatic-nerve").orElseThrow().polygon();
        planner.type(KeyCode.I);
        assertTrue(planner.text("#hint").startsWith("Propose outline"), () -> planner.text("#hint"));
        planner.clickAt(nerve.centroid());
        planner.waitFor("a proposal", () -> planner.text("#hint").contains("confidence"));
        assertEquals(0, planner.count("#annotate-panel .item"));
        planner.type(KeyCode.ENTER);
        assertEquals(1, planner.count("#annotate-panel .item"));

        planner.withShift(KeyCode.F);
        planner.waitFor("the followed outlines", () -> planner.text("#follow-said").startsWith("Followed on 59"));
        planner.type(KeyCode.RIGHT);
        planner.waitFor("frame 21", () -> planner.frameNumber() == KEY + 1);
        assertTrue(planner.text("#follow-here").startsWith("Frame 21: "), () -> planner.text("#follow-here"));
        planner.withShift(KeyCode.A);
        assertTrue(planner.text("#follow-here").startsWith("Frame 21: accepted"), () -> planner.text("#follow-here"));
        planner.withShift(KeyCode.R);
        assertTrue(planner.text("#follow-here").startsWith("Frame 21: rejected"), () -> planner.text("#follow-here"));
        planner.type(KeyCode.J);
        planner.waitFor("the next to check", () -> planner.frameNumber() > KEY + 1 || planner.frameNumber() < KEY);
        assertTrue(planner.text("#follow-here").contains("to check"), () -> planner.text("#follow-here"));

        for (int i = 0; i < 3; i++) {
            assertEquals(1, planner.count("#follow-tally"));
            planner.shortcut(KeyCode.Z);
        }
        assertEquals(0, planner.count("#follow-tally"));
        planner.goToFrame(KEY, FRAMES);
        assertEquals(1, planner.count("#annotate-panel .item"));
    }
}
