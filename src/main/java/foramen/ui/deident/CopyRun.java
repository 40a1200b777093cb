package foramen.ui.deident;

import foramen.domain.deident.CopyException;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.StoppedException;
import foramen.ui.support.RunningJob;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/** One job at a time, and how far it is. */
final class CopyRun {
    private final JobRunner jobs;
    private final String stopped;
    private final Runnable onChange;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private JobRunner.@Nullable Handle running;
    private String name = "";
    private boolean writing;

    /** Calls {@code onChange} when a job has begun; one that was asked to stop fails with {@code stopped}. */
    CopyRun(JobRunner jobs, String stopped, Runnable onChange) {
        this.stopped = stopped;
        this.jobs = jobs;
        this.onChange = onChange;
    }

    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What is being done; empty where nothing is. */
    String name() {
        return name;
    }

    boolean isWriting() {
        return writing;
    }

    <T> void start(String what, boolean writes, Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed) {
        if (!name.isEmpty()) {
            return;
        }
        name = what;
        writing = writes;
        JobRunner.Handle handle = jobs.start(what, job, result -> {
            end();
            onDone.accept(result);
        }, e -> {
            end();
            onFailed.accept(e instanceof StoppedException ? new CopyException(stopped, e) : e);
        });
        // A runner of the current thread has ended it by now.
        if (!name.isEmpty()) {
            running = handle;
            if (handle instanceof RunningJob r) {
                fraction.bind(r.fractionProperty());
            }
        }
        onChange.run();
    }

    void stop() {
        if (running != null) {
            running.stop();
        }
    }

    private void end() {
        running = null;
        name = "";
        writing = false;
        fraction.unbind();
        fraction.set(-1);
    }
}
