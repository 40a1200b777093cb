package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {
    /** On a machine of any speed, unless even a small batch takes longer; and batches are no smaller than need be. */
    @Property(tries = 200)
    void aBatchComesToTakeAsLongAsItMay(@ForAll @DoubleRange(min = 0.01, max = 4) double msACase) {
        Pace pace = new Pace(5000);
        for (int i = 0; i < 12; i++) {
            pace.wrote(pace.next(), took(pace.next(), msACase));
        }
        double last = pace.next() * msACase;
        assertTrue(last <= 501 || pace.next() == 1000, () -> last + " ms for " + pace.next());
        assertTrue(last >= 490 || pace.next() == 5000, () -> last + " ms for " + pace.next());
    }

    @Property(tries = 200)
    void neverMoreThanAskedForAndNeverNone(@ForAll @IntRange(min = 1, max = 6000) int most,
            @ForAll @DoubleRange(min = 0, max = 1000) double msACase) {
        Pace pace = new Pace(most);
        for (int i = 0; i < 12; i++) {
            assertTrue(pace.next() >= 1 && pace.next() <= most, () -> "not " + pace.next());
            pace.wrote(pace.next(), took(pace.next(), msACase));
        }
    }

    @Test
    void aBatchWithoutCasesSaysNothingOfTheMachine() {
        Pace pace = new Pace(5000);
        int before = pace.next();
        pace.wrote(0, Duration.ofSeconds(9));
        assertEquals(before, pace.next());
    }

    private static Duration took(int cases, double msACase) {
        return Duration.ofNanos((long) (cases * msACase * 1e6));
    }
}
