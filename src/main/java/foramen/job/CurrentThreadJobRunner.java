package foramen.job;

import java.util.function.Consumer;

/** Runs every job at once on the calling thread: for tests and for the command line. */
public final class CurrentThreadJobRunner implements JobRunner {
    private static final Handle FINISHED = new Handle() {
        @Override
        public void cancel() {}

        @Override
        public void stop() {}

        @Override
        public boolean isFinished() {
            return true;
        }
    };

    @Override
    public <T> Handle start(String name, Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed) {
        T result;
        try {
            result = job.run(Progress.NONE);
        } catch (CancelledException e) {
            return FINISHED;
        } catch (Exception e) {
            onFailed.accept(e);
            return FINISHED;
        }
        onDone.accept(result);
        return FINISHED;
    }
}
