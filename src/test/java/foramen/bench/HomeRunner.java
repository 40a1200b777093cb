package foramen.bench;

import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.Progress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs jobs on workers and their ends on the main thread. */
final class HomeRunner implements JobRunner {
    final LinkedBlockingQueue<Runnable> home = new LinkedBlockingQueue<>();
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public <T> Handle start(String name, Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicBoolean finished = new AtomicBoolean();
        workers.execute(() -> {
            Runnable end = () -> {};
            try {
                if (!cancelled.get()) {
                    T result = job.run(Progress.NONE);
                    end = () -> onDone.accept(result);
                }
            } catch (Exception e) {
                end = () -> onFailed.accept(e);
            }
            finished.set(true);
            Runnable last = end;
            home.add(() -> {
                if (!cancelled.get()) {
                    last.run();
                }
            });
        });
        return new Handle() {
            @Override
            public void cancel() {
                cancelled.set(true);
            }

            @Override
            public boolean isFinished() {
                return finished.get();
            }
        };
    }
}
