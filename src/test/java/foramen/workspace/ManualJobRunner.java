package foramen.workspace;

import foramen.job.CancelledException;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.job.StoppedException;
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

    /** Runs the newest job and its callback, as where the ones before it take longer. */
    public void runLast() {
        waiting.removeLast().run();
    }

    /** Runs jobs until none waits. */
    public void runAll() {
        while (!waiting.isEmpty()) {
            runOne();
        }
    }

    /** Stops the oldest job as the user might from the status line; with {@code workDone}, after its work. */
    public void stopOne(boolean workDone) {
        Started<?> job = waiting.remove();
        if (!workDone) {
            job.stop();
        }
        job.run();
    }

    private static final class Started<T> implements Handle, Progress {
        private final Job<T> job;
        private final Consumer<T> onDone;
        private final Consumer<Exception> onFailed;
        private boolean cancelled;
        private boolean stopped;
        private boolean finished;

        Started(Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed) {
            this.job = job;
            this.onDone = onDone;
            this.onFailed = onFailed;
        }

        void run() {
            Runnable outcome;
            try {
                checkCancelled();
                T result = job.run(this);
                outcome = () -> onDone.accept(result);
            } catch (CancelledException e) {
                outcome = () -> onFailed.accept(new StoppedException("The job was stopped."));
            } catch (Exception e) {
                outcome = () -> onFailed.accept(e);
            }
            finished = true;
            if (!cancelled) {
                outcome.run();
            }
        }

        @Override
        public void report(double fraction, String message) {}

        @Override
        public boolean isCancelled() {
            return cancelled || stopped;
        }

        @Override
        public void stop() {
            stopped = true;
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
