package foramen.app.diagnostics;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Lines for whoever looks at the console: time, level, who, what, and of an exception the beginning. */
final class ConsoleLayout extends LayoutBase<ILoggingEvent> {
    private static final int FRAMES = 3;

    @Override
    public String doLayout(ILoggingEvent event) {
        String name = event.getLoggerName();
        StringBuilder line = new StringBuilder()
                .append(LocalTime.ofInstant(Instant.ofEpochMilli(event.getTimeStamp()), ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS))
                .append(' ').append(event.getLevel()).append(' ').append(name.substring(name.lastIndexOf('.') + 1))
                .append(' ').append(event.getFormattedMessage()).append('\n');
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.append(thrown.getClassName()).append(": ").append(thrown.getMessage()).append('\n');
            StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                line.append('\t').append(frames[i].getSTEAsString()).append('\n');
            }
        }
        return line.toString();
    }
}
