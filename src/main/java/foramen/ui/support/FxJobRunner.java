package foramen.ui.support;

import foramen.job.CancelledException;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.StoppedException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/** Runs jobs on a few background threads and brings their results to the interface thread. */
public final class FxJobRunner implements JobRunner, AutoCloseable {
    /** Work shorter than this is not worth a line on the screen (the plan of the interface). */
    private static final Duration WORTH_SHOWING = Duration.millis(200);
    private static final int FEWEST_THREADS = 4;
    private static final long IDLE_SECONDS = 30;

    private final Words words;
    private final ThreadPoolExecutor workers;
    private final ObservableList<RunningJob> running = FXCollections.observableArrayList();
    private final ObservableList<RunningJob> runningView = FXCollections.unmodifiableObservableList(running);
    private volatile boolean closed;

    /** Starts no thread before there is work. */
    public FxJobRunner(Words words) {
        this.words = words;
        int threads = Math.max(FEWEST_THREADS, Runtime.getRuntime().availableProcessors());
        AtomicInteger count = new AtomicInteger();
        workers = new ThreadPoolExecutor(threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "foramen-job-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
    }

    /** The jobs that have run for longer than 200 ms, oldest first; changes on the interface thread only. */
    public ObservableList<RunningJob> running() {
        return runningView;
    }

    /** Whether a job runs or waits for a thread, however short it is. */
    public boolean isBusy() {
        return workers.getActiveCount() > 0 || !workers.getQueue().isEmpty();
    }

    @Override
    public <T> Handle start(String name, Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed) {
        RunningJob handle = new RunningJob(name);
        if (workers.isShutdown()) {
            // The window is closing: what would have come of it, nobody would see.
            handle.cancel();
            handle.finish();
            return handle;
        }
        onInterfaceThread(() -> showLater(handle));
        workers.execute(() -> work(handle, job, onDone, onFailed));
        return handle;
    }

    /** Gives up what still runs; no result arrives after that. */
    @Override
    public void close() {
        closed = true;
        running.forEach(RunningJob::cancel);
        workers.shutdownNow();
    }

    private void showLater(RunningJob handle) {
        PauseTransition wait = new PauseTransition(WORTH_SHOWING);
        wait.setOnFinished(e -> {
            if (!handle.isFinished() && !handle.isCancelled()) {
                running.add(handle);
            }
        });
        wait.play();
    }

    private <T> void work(RunningJob handle, Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed) {
        Runnable outcome = () -> {};
        try {
            handle.checkCancelled();
            T result = job.run(handle);
            outcome = () -> onDone.accept(result);
        } catch (CancelledException e) {
            outcome = () -> onFailed.accept(new StoppedException(words.text("job.stopped", name(handle))));
        } catch (Exception e) {
            outcome = () -> onFailed.accept(e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // The worker and the program survive both; whoever waits must hear of it.
            outcome = () -> onFailed.accept(fault("job.memory", handle, e));
        } catch (LinkageError | AssertionError e) {
            outcome = () -> onFailed.accept(fault("job.fault", handle, e));
        } finally {
            handle.finish();
            Runnable last = outcome;
            Platform.runLater(() -> {
                running.remove(handle);
                if (!handle.isGivenUp() && !closed) {
                    last.run();
                }
            });
        }
    }

    private String name(RunningJob job) {
        return words.said(job.name());
    }

    private Exception fault(String key, RunningJob job, Error e) {
        return new IllegalStateException(words.text(key, name(job)), e);
    }

    private static void onInterfaceThread(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
