package foramen.app.diagnostics;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Warnings and errors in {@code logs/foramen.log} of the folder of records: four files of 512 KiB at most, in turn. */
public final class LogFile implements AutoCloseable {
    private static final int OLDER = 3;
    private static final long LARGEST = 512L * FileSize.KB_COEFFICIENT;

    private final Logger root;
    private final Level before;
    private final RollingFileAppender<ILoggingEvent> appender;

    private LogFile(Logger root, Level before, RollingFileAppender<ILoggingEvent> appender) {
        this.root = root;
        this.before = before;
        this.appender = appender;
    }

    /** Where the newest lines of {@code home} are. */
    public static Path of(Path home) {
        return home.resolve("logs").resolve("foramen.log");
    }

    /** Writes what happens from now on; the console goes on saying errors only. */
    public static LogFile begin(Path home, Clock clock) throws IOException {
        return begin(home, clock, LARGEST);
    }

    /** The same with files of {@code largest} bytes. */
    static LogFile begin(Path home, Clock clock, long largest) throws IOException {
        Files.createDirectories(of(home).getParent());
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        RollingFileAppender<ILoggingEvent> appender = appender(context, of(home), clock, largest);
        if (before.isGreaterOrEqual(Level.ERROR)) {
            for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext();) {
                ThresholdFilter errors = new ThresholdFilter();
                errors.setLevel(Level.ERROR.toString());
                errors.start();
                all.next().addFilter(errors);
            }
            root.setLevel(Level.WARN);
        }
        root.addAppender(appender);
        return new LogFile(root, before, appender);
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path file, Clock clock,
            long largest) {
        SafeLayout layout = new SafeLayout(clock);
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(file.toString());
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(appender);
        older.setFileNamePattern(file + ".%i");
        older.setMinIndex(1);
        older.setMaxIndex(OLDER);
        older.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(largest));
        size.setCheckIncrement(Duration.buildByMilliseconds(0));
        size.start();
        appender.setRollingPolicy(older);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    /** The newest {@code lines} of {@code home}; none where nothing was written. */
    static List<String> tail(Path home, int lines) throws IOException {
        Path file = of(home);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
        root.setLevel(before);
    }
}
