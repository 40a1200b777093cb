package foramen.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DeliveriesTest {
    private static final Path A = Path.of("a.dcm");
    private static final Path B = Path.of("b.dcm");
    private static final Path C = Path.of("c.dcm");

    @Test
    void filesThatComeTogetherAreOpenedAsOneListAndNoneTwice(FxRobot robot) throws Exception {
        ConcurrentLinkedQueue<List<Path>> opened = new ConcurrentLinkedQueue<>();
        robot.interact(() -> {
            Deliveries deliveries = new Deliveries(opened::add, Runnable::run);
            deliveries.take(List.of(A));
            deliveries.take(List.of(B, A));
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !opened.isEmpty());
        assertEquals(List.of(List.of(A, B)), List.copyOf(opened));
    }

    @Test
    void whatComesWhileTheWindowIsLockedIsOpenedTogetherAfterwards(FxRobot robot) throws Exception {
        ConcurrentLinkedQueue<List<Path>> opened = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Runnable> locked = new ConcurrentLinkedQueue<>();
        Deliveries deliveries = new Deliveries(opened::add, locked::add);
        robot.interact(() -> deliveries.take(List.of(A)));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> locked.size() == 1);
        robot.interact(() -> deliveries.take(List.of(B, C)));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> locked.size() == 2);
        robot.interact(() -> locked.forEach(Runnable::run));
        assertEquals(List.of(List.of(A, B, C)), List.copyOf(opened));
    }
}
