package foramen.ui.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.job.JobRunner;
import foramen.job.StoppedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FxJobRunnerTest {
    private final FxJobRunner runner = new FxJobRunner(TestBench.WORDS);

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void worksElsewhereAndAnswersOnTheInterfaceThread() throws Exception {
        CompletableFuture<Boolean> workedElsewhere = new CompletableFuture<>();
        CompletableFuture<Boolean> answeredHere = new CompletableFuture<>();
        runner.start("Test", p -> workedElsewhere.complete(!Platform.isFxApplicationThread()),
                r -> answeredHere.complete(Platform.isFxApplicationThread()), answeredHere::completeExceptionally);
        assertTrue(workedElsewhere.get(5, TimeUnit.SECONDS));
        assertTrue(answeredHere.get(5, TimeUnit.SECONDS));
    }

    @Test
    void aFailureArrivesAsItIs() throws Exception {
        CompletableFuture<Exception> failure = new CompletableFuture<>();
        runner.start("Test", p -> {
            throw new IllegalStateException("broken");
        }, r -> failure.completeExceptionally(new AssertionError("no result expected")), failure::complete);
        assertEquals("broken", failure.get(5, TimeUnit.SECONDS).getMessage());
    }

    @Test
    void aCancelledJobStaysSilent() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean told = new AtomicBoolean();
        JobRunner.Handle handle = runner.start("Test", p -> {
            started.countDown();
            while (!p.isCancelled()) {
                Thread.onSpinWait();
            }
            return 1;
        }, r -> told.set(true), e -> told.set(true));
        assertTrue(started.await(5, TimeUnit.SECONDS));
        handle.cancel();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, handle::isFinished);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(told.get());
    }

    @Test
    void whoStartedAJobHearsThatSomebodyElseStoppedIt() throws Exception {
        CompletableFuture<Exception> told = new CompletableFuture<>();
        JobRunner.Handle handle = runner.start("Opening clip.dcm", p -> {
            while (true) {
                p.checkCancelled();
                Thread.onSpinWait();
            }
        }, r -> told.completeExceptionally(new AssertionError("no result expected")), told::complete);
        handle.stop();
        Exception e = told.get(5, TimeUnit.SECONDS);
        assertInstanceOf(StoppedException.class, e);
        assertEquals("Opening clip.dcm was stopped.", e.getMessage());
    }

    @Test
    void aJobThatWasDoneAllTheSameTellsItsResult() throws Exception {
        CompletableFuture<Integer> told = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        JobRunner.Handle handle = runner.start("Test", p -> {
            begun.countDown();
            stopped.await();
            return 7;
        }, told::complete, told::completeExceptionally);
        // One that has not begun is not begun any more.
        assertTrue(begun.await(5, TimeUnit.SECONDS));
        handle.stop();
        stopped.countDown();
        assertEquals(7, told.get(5, TimeUnit.SECONDS));
    }

    @Test
    void aMissingPartOfTheProgramReachesWhoWaits() throws Exception {
        CompletableFuture<Exception> failure = new CompletableFuture<>();
        runner.start("Decoding", p -> {
            throw new NoClassDefFoundError("codec");
        }, r -> failure.completeExceptionally(new AssertionError("no result expected")), failure::complete);
        assertEquals("Decoding met a fault of the program and was given up; the log has the details.",
                failure.get(5, TimeUnit.SECONDS).getMessage());
    }

    @Test
    void onlyALongJobIsListedAndItsProgressIsSeen() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        runner.start("Long work", p -> {
            p.report(0.5, "half");
            end.await();
            return 1;
        }, r -> {}, e -> {});
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> runner.running().size() == 1);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0.5, runner.running().getFirst().fractionProperty().get());
        assertEquals("Long work", runner.running().getFirst().name());
        end.countDown();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> runner.running().isEmpty());
    }
}
