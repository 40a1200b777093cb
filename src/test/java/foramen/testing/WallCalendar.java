package foramen.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to go on, in UTC. */
public final class WallCalendar extends Clock {
    private volatile Instant now;

    /** Stands at {@code now}. */
    public WallCalendar(Instant now) {
        this.now = now;
    }

    /** Goes on by so much. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
