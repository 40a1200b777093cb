package foramen.ui.deident;

import foramen.domain.deident.CopyException;
import foramen.job.CancelledException;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.ui.support.RunningJob;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One job at a time that can be asked to stop and still tells what it did: a job that is cancelled at its runner ends
 * without a word, and nobody would learn which copies there are.
 */
final class CopyRun {
    private final JobRunner jobs;
    private final String stopped;
    private final Runnable onChange;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private AtomicBoolean stop = new AtomicBoolean();
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
        AtomicBoolean asked = new AtomicBoolean();
        stop = asked;
        name = what;
        writing = writes;
        JobRunner.Handle handle = jobs.start(what, progress -> {
            try {
                return job.run(stoppable(progress, asked));
            } catch (CancelledException e) {
                if (progress.isCancelled()) {
                    throw e;
                }
                throw new CopyException(stopped, e);
            }
        }, result -> {
            end();
            onDone.accept(result);
        }, e -> {
            end();
            onFailed.accept(e);
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
        stop.set(true);
    }

    /** Ends what its runner has ended without a word, and says so. */
    void settle(Runnable onLost) {
        if (running != null && running.isFinished()) {
            end();
            onLost.run();
        }
    }

    private void end() {
        running = null;
        name = "";
        writing = false;
        fraction.unbind();
        fraction.set(-1);
    }

    private static Progress stoppable(Progress progress, AtomicBoolean stop) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                progress.report(fraction, message);
            }

            @Override
            public boolean isCancelled() {
                return stop.get() || progress.isCancelled();
            }
        };
    }
}
