package foramen.app.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleClips;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Files from a second start, into a window of this process. */
@ExtendWith(ApplicationExtension.class)
class ArrivalsTest {
    @Test
    void whatComesBeforeThereIsAWindowWaitsForItAndWhatComesAfterOpensAtOnce(@TempDir Path folder, FxRobot robot)
            throws Exception {
        Path home = folder.resolve("home");
        Path first = SampleClips.folder().orElseThrow().resolve(SampleClips.FIRST + ".dcm");
        Path second = first.resolveSibling("variant-rle.dcm");
        Composition composition = new Composition(home, Clock.systemUTC(), Locale.US);
        Platform.setImplicitExit(false);
        try (Arrivals arrivals = new Arrivals()) {
            arrivals.listen(home);
            assertTrue(Arrivals.handOver(home, List.of(first)));
            var store = composition.openStore(home);
            PlannerWindow[] window = new PlannerWindow[1];
            Stage[] stage = new Stage[1];
            robot.interact(() -> {
                stage[0] = new Stage();
                window[0] = new PlannerWindow(composition, store);
                window[0].show(stage[0]);
                arrivals.to(stage[0], window[0]);
            });
            waitFor(window[0], first);
            assertTrue(Arrivals.handOver(home, List.of(second)));
            waitFor(window[0], second);
            robot.interact(stage[0]::hide);
        }
    }

    @Test
    void aWindowThatIsBusyForTooLongSaysNoAndDoesNotOpenThemLater(@TempDir Path folder, FxRobot robot)
            throws Exception {
        Path home = folder.resolve("home");
        Path clip = SampleClips.folder().orElseThrow().resolve(SampleClips.FIRST + ".dcm");
        try (Arrivals arrivals = new Arrivals()) {
            arrivals.listen(home);
            CountDownLatch busy = new CountDownLatch(1);
            Platform.runLater(() -> {
                try {
                    assertTrue(busy.await(60, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertFalse(Arrivals.handOver(home, List.of(clip)));
            busy.countDown();
            robot.interact(() -> assertTrue(arrivals.waiting().isEmpty()));
        }
    }

    private static void waitFor(PlannerWindow window, Path clip) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils
                .waitForAsyncFx(20_000, () -> window.casefile().clips().stream()
                        .anyMatch(c -> c.location().equals(clip.toString()))));
    }
}
