package foramen.ui.lock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.testing.SetClock;
import foramen.ui.support.TestBench;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PassphraseViewModelTest {
    private final SetClock clock = new SetClock(Cases.NOW);
    private final FakeLock lock = new FakeLock(true);
    private final PassphraseViewModel model = new PassphraseViewModel(lock, new CurrentThreadJobRunner(), clock,
            TestBench.WORDS);
    private int opened;

    private void offer(String typed) {
        model.offer(typed.toCharArray(), () -> opened++);
    }

    @Test
    void theRightOneOpensAndWhatWasTypedIsWiped() {
        char[] typed = FakeLock.RIGHT.toCharArray();
        model.offer(typed, () -> opened++);
        assertEquals(1, opened);
        assertArrayEquals(new char[typed.length], typed);
        assertEquals("", model.saidProperty().get());
    }

    @Test
    void aWrongOneIsOneSentenceAndEachMoreDoublesTheWaitUpToHalfAMinute() {
        int[] waits = {1, 2, 4, 8, 16, 30, 30};
        for (int wait : waits) {
            offer("wrong");
            assertEquals("The passphrase is not the right one; nothing was changed. Try again."
                    + " The next try is possible in " + wait + " s.", model.saidProperty().get());
            assertFalse(model.readyProperty().get());
            clock.pass(Duration.ofSeconds(wait).minusMillis(1));
            model.tick();
            assertFalse(model.readyProperty().get(), "after " + wait + " s less a moment");
            clock.pass(Duration.ofMillis(1));
            model.tick();
            assertTrue(model.readyProperty().get(), "after " + wait + " s");
        }
        assertEquals(waits.length, lock.tried);
    }

    @Test
    void whileItWaitsNotEvenTheRightOneIsTried() {
        offer("wrong");
        offer(FakeLock.RIGHT);
        assertEquals(0, opened);
        assertEquals(1, lock.tried);
        clock.pass(Duration.ofSeconds(1));
        offer(FakeLock.RIGHT);
        assertEquals(1, opened);
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyOut() {
        offer("wrong");
        clock.pass(Duration.ofDays(-1));
        model.tick();
        clock.pass(Duration.ofSeconds(1));
        model.tick();
        assertTrue(model.readyProperty().get());
    }
}
