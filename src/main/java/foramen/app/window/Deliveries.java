package foramen.app.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Opens files that come one after the other as one list: a file manager starts a process for each file that was chosen,
 * and a locked window keeps what comes until it is open. Lives on the interface thread.
 */
final class Deliveries {
    /** Processes that a file manager starts together are heard of within this (engineering default). */
    private static final Duration TOGETHER = Duration.millis(300);

    private final List<Path> gathered = new ArrayList<>();
    private final PauseTransition wait = new PauseTransition(TOGETHER);
    private final Consumer<List<Path>> open;

    /**
     * @param open opens a list of files, in place of what was open
     * @param whenOpen does something as soon as the window is not locked
     */
    Deliveries(Consumer<List<Path>> open, Consumer<Runnable> whenOpen) {
        this.open = open;
        wait.setOnFinished(e -> whenOpen.accept(this::openAll));
    }

    void take(List<Path> files) {
        gathered.addAll(files);
        wait.playFromStart();
    }

    private void openAll() {
        List<Path> all = List.copyOf(new LinkedHashSet<>(gathered));
        gathered.clear();
        // Another turn has taken them where several waited behind the lock.
        if (!all.isEmpty()) {
            open.accept(all);
        }
    }
}
