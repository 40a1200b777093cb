package foramen.bench;

import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.workspace.cine.FrameLoader;
import foramen.workspace.cine.LoadedFrame;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs jobs on workers and their ends on the main thread, which stands for the interface thread. */
final class HomeRunner implements JobRunner {
    /** The window's own: a fifth of a second at 60 frames a second. */
    static final int FRAMES_AHEAD = 12;
    /** From one pulse of the screen to the next, in nanoseconds. */
    static final long PULSE = 1_000_000_000L / 60;

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
            public void stop() {}

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

    /** The index of the frame that {@code loader} has ready; -1 for none. */
    static int shown(FrameLoader loader) {
        return loader.currentProperty().get().map(LoadedFrame::index).orElse(-1);
    }

    /** Runs what comes home until {@code done}. */
    void serve(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            home.take().run();
        }
    }

    /** Runs what comes home until {@link System#nanoTime} is {@code pulse}. */
    void serveUntil(long pulse) throws InterruptedException {
        for (long left = pulse - System.nanoTime(); left > 0; left = pulse - System.nanoTime()) {
            Runnable task = home.poll(left, TimeUnit.NANOSECONDS);
            if (task != null) {
                task.run();
            }
        }
    }
}
