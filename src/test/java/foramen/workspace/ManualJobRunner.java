package foramen.workspace;

import foramen.job.CancelledException;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Holds every job back until the test lets it run, so that what happens in between can be tested. */
public final class ManualJobRunner implements JobRunner {
    private final Deque<Started<?>> waiting = new ArrayDeque<>();

    @Override
    public <T> Handle start(String name, Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed) {
        Started<T> started = new Started<>(job, onDone, onFailed);
        waiting.add(started);
        return started;
    }

    /** How many jobs wait. */
    public int waiting() {
        return waiting.size();
    }

    /** Runs the oldest job and its callback. */
    public void runOne() {
        waiting.remove().run();
    }

    /** Runs jobs until none waits. */
    public void runAll() {
        while (!waiting.isEmpty()) {
            runOne();
        }
    }

    /** Cancels the oldest job as the user might from the status line; with {@code workDone}, after its work. */
    public void cancelOne(boolean workDone) {
        waiting.remove().cancelled(workDone);
    }

    private static final class Started<T> implements Handle {
        private final Job<T> job;
        private final Consumer<T> onDone;
        private final Consumer<Exception> onFailed;
        private boolean cancelled;
        private boolean finished;

        Started(Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed) {
            this.job = job;
            this.onDone = onDone;
            this.onFailed = onFailed;
        }

        void run() {
            T result;
            try {
                result = job.run(Progress.NONE);
            } catch (CancelledException e) {
                finished = true;
                return;
            } catch (Exception e) {
                finished = true;
                if (!cancelled) {
                    onFailed.accept(e);
                }
                return;
            }
            finished = true;
            if (!cancelled) {
                onDone.accept(result);
            }
        }

        void cancelled(boolean workDone) {
            cancel();
            if (workDone) {
                run();
            }
            finished = true;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }
    }
}
