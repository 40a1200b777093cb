package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.domain.injection.AlertCatalog;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A window over records whose own data files were copied from an older Foramen. */
@ExtendWith(ApplicationExtension.class)
class OlderFilesJourneyTest {
    @Test
    void whatTheOwnAlertsLackIsSaidAboveThePictureUntilItIsSentAway(@TempDir Path folder, FxRobot robot)
            throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        try (InputStream in = Objects.requireNonNull(AlertCatalog.class.getResourceAsStream("alerts.json"))) {
            Files.writeString(home.resolve("alerts.json"), new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("(?m)^.*\"interval-short\".*\\R", ""));
        }
        PlannerRobot planner = PlannerRobot.start(robot, new Composition(home,
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US, Locale.GERMAN));
        String said = planner.text("#older-file .label");
        assertTrue(said.startsWith("In " + home.resolve("alerts.json") + ", Version "), said);
        assertTrue(said.contains("alerts/interval-short (severity caution, override with-reason)"), said);
        planner.click("#older-file .icon-button");
        assertEquals(0, planner.allWords().stream().filter(w -> w.contains("interval-short")).count());
        planner.close();
    }
}
