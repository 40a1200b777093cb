package foramen.app.window;

import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.ui.settings.PaperSheet;
import foramen.ui.shell.Shell;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** One sheet over the window at a time; the window may have put it away itself, as Escape does. */
final class SheetPlace {
    private @Nullable Shell shell;
    private @Nullable Node sheet;

    /** The window it is shown over. */
    void join(Shell window) {
        shell = window;
    }

    /**
     * Puts the sheet away where there is one; else lays one over the window, made of what {@code job} gives.
     *
     * @param name what the user is waiting for
     * @param failed hears why there is none
     */
    <T> void toggle(JobRunner jobs, String name, Job<T> job, Function<T, PaperSheet> made,
            Consumer<Exception> failed) {
        if (isShown()) {
            close();
        } else {
            jobs.start(name, job, ready -> show(made.apply(ready)), failed);
        }
    }

    private boolean isShown() {
        Node shown = sheet;
        return shown != null && shown.getParent() != null;
    }

    private void show(PaperSheet next) {
        Shell window = shell;
        if (window != null && !isShown()) {
            sheet = next;
            window.toggleSheet(next);
            next.begin();
        }
    }

    /** Puts the sheet away. */
    void close() {
        Shell window = shell;
        Node shown = sheet;
        if (window != null && shown != null && isShown()) {
            window.toggleSheet(shown);
        }
        sheet = null;
    }
}
