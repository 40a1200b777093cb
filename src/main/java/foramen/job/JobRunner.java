package foramen.job;

import java.util.function.Consumer;

/** Runs jobs somewhere else and brings their result back to the caller's home thread. */
public interface JobRunner {
    /**
     * Starts {@code job}.
     *
     * @param name what the user is waiting for, for the status line
     * @param onDone receives the result, on the home thread
     * @param onFailed receives what went wrong, on the home thread; {@link StoppedException} where the job was
     *            {@linkplain Handle#stop stopped}, never a {@linkplain Handle#cancel cancellation}, which is silent
     * @return a handle with which the job can be cancelled
     */
    <T> Handle start(String name, Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed);

    /** A started job. */
    interface Handle {
        /** Gives the job up, as its starter may: it is asked to stop, and neither callback is called after that. */
        void cancel();

        /**
         * Asks the job to stop, as anybody may who sees it: its starter hears of it, or of its result where it was done
         * all the same.
         */
        void stop();

        /** Whether the job has ended, one way or another. */
        boolean isFinished();
    }
}
