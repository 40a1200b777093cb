package foramen.journey;

import foramen.domain.preference.ThemeChoice;
import foramen.ui.support.Studio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Writes a picture of every page of the window to the folder that is given, for looking at; {@code -Dforamen.theme},
 * {@code -Dforamen.language} and {@code -Dforamen.large=true} choose its look.
 */
public final class PagePictures {
    private PagePictures() {}

    /** Writes the pictures. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        // The headless screen has 1000 × 1000 pixels and complains of each picture of a larger window.
        WaitForAsyncUtils.autoCheckException = false;
        try {
            PageTour tour = new PageTour(new FxRobot(), Files.createTempDirectory("foramen-pages"));
            tour.begin();
            tour.go(Locale.forLanguageTag(System.getProperty("foramen.language", "en")),
                    ThemeChoice.valueOf(System.getProperty("foramen.theme", "dark").toUpperCase(Locale.ROOT)
                            .replace('-', '_')),
                    Boolean.getBoolean("foramen.large"), (planner, page) -> {
                        planner.rest();
                        Studio.save(Hand.onFx(() -> planner.stage().getScene().snapshot(null)),
                                folder.resolve(page + ".png"));
                    });
        } finally {
            Platform.exit();
        }
    }
}
