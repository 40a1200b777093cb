package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.preference.ThemeChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What a physician needs is never cut off: all pages, both languages, both sizes of text, two sizes of window. */
@ExtendWith(ApplicationExtension.class)
class PagesJourneyTest {
    /** The headless screen has 1000 × 1000 pixels and complains of each picture of a larger window. */
    @BeforeEach
    void bearWithTheSmallScreen() {
        WaitForAsyncUtils.autoCheckException = false;
    }

    @AfterEach
    void mindFaultsAgain() {
        WaitForAsyncUtils.clearExceptions();
        WaitForAsyncUtils.autoCheckException = true;
    }

    @Test
    void noWordsAreCutOnAnyPage(FxRobot robot, @TempDir Path folder) throws Exception {
        PageTour tour = new PageTour(robot, folder.resolve("home"));
        tour.begin();
        Set<String> cut = new TreeSet<>();
        for (Locale language : PageTour.languages().toList()) {
            for (boolean large : List.of(false, true)) {
                String variant = language + (large ? " large " : " ");
                tour.go(language, ThemeChoice.DARK, large, (planner, page) -> {
                    Parent root = planner.stage().getScene().getRoot();
                    // The first layout may find that a line is needed more, the second has it.
                    for (int i = 0; i < 2; i++) {
                        robot.interact(() -> {
                            root.applyCss();
                            root.layout();
                        });
                    }
                    robot.interact(() -> SeenCuts.below(root, variant + page, cut));
                });
            }
        }
        assertEquals("", String.join("\n", cut));
    }
}
