package foramen.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that come from other starts of the program: kept until there is a window, and until it is not locked. */
final class Arrivals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    /** Less than the other one waits, so that it hears a no in time (engineering default). */
    private static final Duration WINDOW_ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final List<List<Path>> waiting = new ArrayList<>();
    private @Nullable HandOver door;
    private @Nullable Stage stage;
    private @Nullable PlannerWindow window;

    /** Begins to listen; where that cannot be, a second start says what it always said. */
    synchronized void listen(Path home) {
        try {
            door = HandOver.listen(home, this::take);
        } catch (IOException e) {
            LOG.warn("A second start of the program cannot hand files over", e);
        }
    }

    /** Whether the window over the records of {@code home}, which another process has, took {@code files}. */
    static boolean handOver(Path home, List<Path> files) {
        try {
            return HandOver.offer(home, files);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes files where the window answers in time; else they are not opened later, when nobody expects it. */
    private boolean take(List<Path> files) {
        AtomicBoolean decided = new AtomicBoolean();
        CountDownLatch taken = new CountDownLatch(1);
        Runnable arrival = () -> {
            if (decided.compareAndSet(false, true)) {
                arrived(files);
                taken.countDown();
            }
        };
        try {
            Platform.runLater(arrival);
            if (taken.await(WINDOW_ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            LOG.debug("The toolkit is only just starting", e);
        }
        return !decided.compareAndSet(false, true);
    }

    private void arrived(List<Path> files) {
        PlannerWindow there = window;
        Stage on = stage;
        if (there == null || on == null) {
            waiting.add(files);
            return;
        }
        on.setIconified(false);
        on.toFront();
        if (!files.isEmpty()) {
            there.receive(files);
        }
    }

    /** From now on they go to {@code opened}, which is shown on {@code shown}; those that came before at once. */
    void to(Stage shown, PlannerWindow opened) {
        stage = shown;
        window = opened;
        List<List<Path>> before = List.copyOf(waiting);
        waiting.clear();
        before.forEach(this::arrived);
    }

    /** What came before there was a window. */
    List<List<Path>> waiting() {
        return List.copyOf(waiting);
    }

    @Override
    public synchronized void close() {
        if (door != null) {
            door.close();
        }
    }
}
