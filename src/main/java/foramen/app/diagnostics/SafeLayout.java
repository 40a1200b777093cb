package foramen.app.diagnostics;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Clock;
import java.time.Instant;

/**
 * Lines of the log without anything that came from outside the program: the sentence as the source has it with its places
 * unfilled, and of an exception only its kind and where it was thrown. File names and messages of exceptions often hold a
 * patient's name, so they are left out by construction rather than searched for it.
 */
final class SafeLayout extends LayoutBase<ILoggingEvent> {
    private static final int MOST_FRAMES = 25;
    private static final int MOST_CAUSES = 5;

    private final Clock clock;

    /** Writes times by {@code clock}'s zone. */
    SafeLayout(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder();
        line.append(Instant.ofEpochMilli(event.getTimeStamp()).atZone(clock.getZone()).toLocalDateTime()).append(' ')
                .append(event.getLevel()).append(' ').append(event.getLoggerName()).append(' ')
                .append(event.getMessage()).append('\n');
        IThrowableProxy thrown = event.getThrowableProxy();
        for (int i = 0; i < MOST_CAUSES && thrown != null; i++) {
            line.append(i == 0 ? "  " : "  caused by ").append(thrown.getClassName()).append('\n');
            StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
            for (int f = 0; f < Math.min(MOST_FRAMES, frames.length); f++) {
                line.append("    ").append(frames[f].getSTEAsString()).append('\n');
            }
            thrown = thrown.getCause();
        }
        return line.toString();
    }
}
