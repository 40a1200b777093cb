package foramen.storage;

import java.time.Duration;

/**
 * How many cases the next batch takes, so that writing it keeps an edit waiting a moment only, however fast the machine
 * is: larger batches are fewer and cost less in all, since cases share cells.
 */
final class Pace {
    /** How long a batch may be written; an edit that comes then waits so long at most (engineering default). */
    private static final Duration AIM = Duration.ofMillis(500);
    /**
     * Cases of the first batch, and the fewest: most of what a batch writes are cells that nearly all batches share, so
     * that still smaller ones make the whole much longer and the wait hardly shorter (docs/bench.md).
     */
    private static final int LEAST = 1000;

    private final int most;
    private final int least;
    private int next;

    /** @param most cases of one batch, however fast it goes */
    Pace(int most) {
        this.most = most;
        this.least = Math.min(LEAST, most);
        this.next = least;
    }

    /** How many cases the next batch may have. */
    int next() {
        return next;
    }

    /** Tells how long it took to write a batch of {@code cases}. One fast batch at most doubles the next. */
    void wrote(int cases, Duration took) {
        if (cases > 0) {
            double fitting = (double) cases * AIM.toNanos() / Math.max(1, took.toNanos());
            next = (int) Math.clamp(Math.min(fitting, 2.0 * next), least, most);
        }
    }
}
