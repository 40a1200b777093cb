package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Somebody who has never seen the window exports a bundle, and finds the choices again the next day. */
@ExtendWith(ApplicationExtension.class)
class BundleJourneyTest {
    private static final int MOST_ACTIONS = 9;

    private final Path folder;
    private int actions;

    BundleJourneyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aBundleIsExportedInUnderTenActionsAndItsChoicesAreRemembered(FxRobot robot) throws Exception {
        Composition composition = new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US);
        Path out = folder.resolve("bundle");
        PlannerRobot planner = PlannerRobot.start(robot, composition);
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        actions++;
        planner.step("export");
        actions++;
        planner.click("#export-presentation-state");
        actions++;
        planner.click("#export-structured-report");
        actions++;
        planner.fill("#export-folder", out.toString());
        planner.type(KeyCode.ENTER);
        actions++;
        planner.click("#export-go");
        actions++;
        planner.waitFor("the bundle", () -> planner.count("#export-summary") == 1);

        assertTrue(actions <= MOST_ACTIONS, () -> actions + " actions");
        assertEquals(6, files(out), "five documents and the manifest");
        planner.close();

        PlannerRobot again = PlannerRobot.start(robot, composition).open();
        again.step("export");
        assertTrue(((CheckBox) again.find("#export-structured-report")).isSelected());
        assertFalse(((CheckBox) again.find("#export-segmentation")).isSelected());
        again.close();
    }

    private static long files(Path out) throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.count();
        }
    }
}
