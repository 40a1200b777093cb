package foramen.app.window;

import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.app.diagnostics.Diagnostics;
import foramen.app.diagnostics.LogFile;
import foramen.domain.casefile.StoreException;
import foramen.storage.SqlCaseStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the toolkit and the planner's window, and waits until it is closed. */
public final class PlannerApplication {
    private static final Logger LOG = LoggerFactory.getLogger(PlannerApplication.class);
    private static final double LARGE_SCREEN = 1600;
    private static final double SHARE_OF_LARGE_SCREEN = 0.94;

    private final Composition composition;
    private final List<Path> files;
    private final Arrivals arrivals = new Arrivals();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable WindowLock> lock = new AtomicReference<>();
    private final AtomicReference<@Nullable LogFile> log = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private PlannerApplication(Composition composition, List<Path> files) {
        this.composition = composition;
        this.files = files;
    }

    /**
     * Shows the window and returns when it is closed.
     *
     * @param files clips to open; with none, the case last worked on, else the sample
     * @param firstFrame told once the first frame is painted, after which the window closes; null to keep it open
     * @throws UserException where the store cannot be opened, after a window has said so
     */
    public static void run(Composition composition, List<Path> files, @Nullable PrintWriter firstFrame)
            throws UserException, InterruptedException {
        PlannerApplication application = new PlannerApplication(composition, files);
        // The store's native library and schema take as long as the toolkit, so both start at once.
        boolean unattended = firstFrame != null;
        CompletableFuture<SqlCaseStore> store = CompletableFuture.supplyAsync(() -> application.openStore(unattended));
        Platform.startup(() -> application.start(store, firstFrame));
        application.closed.await();
        Platform.exit();
        application.letGo();
        Throwable failed = application.failure.get();
        if (failed != null) {
            throw new UserException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private SqlCaseStore openStore(boolean unattended) {
        try {
            WindowLock mine = takeLock(unattended);
            lock.set(mine);
            beginLog();
            arrivals.listen(composition.home());
            return composition.openStoreOrLocked();
        } catch (StoreException | UserException e) {
            throw new CompletionException(e);
        }
    }

    private WindowLock takeLock(boolean unattended) throws UserException {
        Optional<WindowLock> mine = WindowLock.tryTake(composition.home(), composition.words());
        if (mine.isEmpty() && !unattended && Arrivals.handOver(composition.home(), files)) {
            throw new CompletionException(new HandedOver());
        }
        return mine.orElseThrow(() -> WindowLock.taken(composition.home(), composition.words()));
    }

    /** That another window of this program has the files now, so that this process has nothing left to do. */
    private static final class HandedOver extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Only one process writes it: the one that holds the window's lock. */
    private void beginLog() {
        try {
            log.set(LogFile.begin(composition.home(), composition.clock()));
        } catch (IOException e) {
            LOG.error("There is no log file", e);
        }
    }

    private void letGo() throws UserException {
        arrivals.close();
        LogFile written = log.get();
        if (written != null) {
            written.close();
        }
        WindowLock held = lock.get();
        if (held != null) {
            held.close();
        }
    }

    private void start(CompletableFuture<SqlCaseStore> store, @Nullable PrintWriter firstFrame) {
        Stage stage = new Stage();
        try {
            SqlCaseStore opened = store.join();
            if (opened.isLocked() && firstFrame != null) {
                opened.close();
                throw new CompletionException(Composition.needsPassphrase());
            }
            if (opened.isLocked()) {
                fill(stage);
                PassphrasePage.show(stage, composition, opened, () -> begin(stage, opened, firstFrame), () -> {
                    opened.close();
                    closed.countDown();
                });
            } else {
                begin(stage, opened, firstFrame);
            }
        } catch (CompletionException e) {
            fail(stage, e.getCause() == null ? e : e.getCause(), firstFrame != null);
        } catch (RuntimeException | LinkageError e) {
            fail(stage, e, firstFrame != null);
        }
    }

    private void begin(Stage stage, SqlCaseStore store, @Nullable PrintWriter firstFrame) {
        try {
            PlannerWindow window = new PlannerWindow(composition, store);
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> window.unexpected(e));
            fill(stage);
            window.show(stage);
            stage.addEventHandler(javafx.stage.WindowEvent.WINDOW_HIDDEN, e -> closed.countDown());
            if (firstFrame != null) {
                window.whenFirstFrameIsShown(() -> afterPaint(() -> {
                    firstFrame.println("first frame painted");
                    stage.hide();
                }));
            }
            window.open(files);
            arrivals.to(stage, window);
        } catch (RuntimeException | LinkageError e) {
            fail(stage, e, firstFrame != null);
        }
    }

    /** Says so in a window; not where nobody looks, who would wait for it to be closed. */
    private void fail(Stage stage, Throwable cause, boolean unattended) {
        if (cause instanceof HandedOver) {
            closed.countDown();
            return;
        }
        failure.set(cause);
        if (unattended) {
            closed.countDown();
        } else {
            StartFailure.show(stage, cause, closed::countDown, composition.words(),
                    () -> new Diagnostics(composition.home()).text(composition.preferences().load().preferences(),
                            Diagnostics.screens()));
        }
    }

    /** The whole of a small screen, most of a large one: the picture is what the window is for. */
    private static void fill(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double share = screen.getWidth() < LARGE_SCREEN ? 1 : SHARE_OF_LARGE_SCREEN;
        stage.setWidth(screen.getWidth() * share);
        stage.setHeight(screen.getHeight() * share);
        stage.setX(screen.getMinX() + screen.getWidth() * (1 - share) / 2);
        stage.setY(screen.getMinY() + screen.getHeight() * (1 - share) / 2);
    }

    /** Runs {@code action} once what is on the scene now has been painted: two pulses on. */
    private static void afterPaint(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 2) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
