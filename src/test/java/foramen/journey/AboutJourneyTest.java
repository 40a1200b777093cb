package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.about.Libraries;
import foramen.app.composition.Composition;
import foramen.app.composition.ProductVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Whoever needs help finds it: the keys, the guide, diagnostics, and what this program is. */
@ExtendWith(ApplicationExtension.class)
class AboutJourneyTest {
    private final Path home;
    private PlannerRobot planner;

    AboutJourneyTest(@TempDir Path folder) {
        home = folder.resolve("home");
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, new Composition(home, Clock.systemUTC(), Locale.US));
    }

    @AfterEach
    void close() {
        planner.close();
    }

    private void about() {
        planner.shortcut(KeyCode.F1);
        planner.waitFor("what the program says of itself", () -> planner.count("#about-sheet") == 1);
    }

    @Test
    void helpLeadsToVersionLicenceAndNoticesAndTheyNameEveryLibrary() {
        MenuButton help = (MenuButton) planner.find("#help");
        assertEquals(List.of("help-guide", "help-keys", "help-diagnostics", "help-about"),
                help.getItems().stream().map(MenuItem::getId).toList());
        new FxRobot().interact(() -> help.getItems().getLast().fire());
        planner.waitFor("what the program says of itself", () -> planner.count("#about-sheet") == 1);

        assertEquals("Foramen " + ProductVersion.current(), planner.text("#about-version"));
        assertTrue(planner.text("#about-build").contains(Runtime.version().toString().replaceAll("\\+.*", "")));
        assertTrue(planner.allWords().stream().anyMatch(w -> w.startsWith("Apache License 2.0")));
        String notices = planner.text("#about-notices");
        Libraries.all().forEach(l -> assertTrue(notices.contains(l.licence()) && notices.contains(l.holder()),
                l.coordinates()));
        planner.type(KeyCode.ESCAPE);
        planner.waitFor("the sheet to go", () -> planner.count("#about-sheet") == 0);
        about();
        planner.shortcut(KeyCode.F1);
        planner.waitFor("the sheet to go", () -> planner.count("#about-sheet") == 0);
    }

    @Test
    void fromThereDiagnosticsAreCopied() {
        about();
        planner.click("#about-diagnostics");
        planner.waitFor("diagnostics", () -> planner.count("#diagnostics-text") == 1);
        assertEquals(0, planner.count("#about-sheet"));
        assertTrue(planner.text("#diagnostics-text").startsWith("Foramen " + ProductVersion.current()));
        planner.type(KeyCode.ESCAPE);
    }
}
