package foramen.app.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.preference.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogFileTest {
    private static final Logger LOG = LoggerFactory.getLogger(LogFileTest.class);
    private static final String NAME = "Mustermann";

    private final Path home;

    LogFileTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void theLogHasSentencesAndPlacesButNothingThatCameFromOutside() throws IOException {
        try (LogFile _ = LogFile.begin(home, Clock.systemUTC())) {
            LOG.warn("{} could not be read", "/data/" + NAME + ".dcm",
                    new IOException(NAME + " is gone", new IllegalStateException("the file of " + NAME)));
            LOG.debug("Nobody wants to know");
        }
        String text = Files.readString(LogFile.of(home));
        assertTrue(text.contains("WARN foramen.app.diagnostics.LogFileTest {} could not be read"), text);
        assertTrue(text.contains("caused by java.lang.IllegalStateException"), text);
        assertTrue(text.contains("at foramen.app.diagnostics.LogFileTest."), text);
        assertFalse(text.contains(NAME) || text.contains("Nobody"), text);
    }

    @Test
    void theLogTurnsOverAndFourFilesAreTheMost() throws Exception {
        long largest = 2000;
        try (LogFile _ = LogFile.begin(home, Clock.systemUTC(), largest)) {
            for (int round = 0; round < 400; round++) {
                LOG.warn("One of many sentences that fill the log until it turns over, and over again");
            }
        }
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
            assertEquals(List.of("foramen.log", "foramen.log.1", "foramen.log.2", "foramen.log.3"), names);
        }
        assertTrue(Files.size(LogFile.of(home)) < 2 * largest);
    }

    @Test
    void diagnosticsSayVersionsSettingsAndTheEndOfTheLogButNotWhoSigns() throws IOException {
        try (LogFile _ = LogFile.begin(home, Clock.systemUTC())) {
            LOG.error("Something went wrong");
        }
        String text = new Diagnostics(home).text(Preferences.DEFAULT.withOperator("Dr " + NAME),
                List.of("1920x1080 at 100 %"));
        for (String part : List.of("Foramen ", "Java ", "System ", "1920x1080", "theme DARK", "Something went wrong")) {
            assertTrue(text.contains(part), () -> part + " in " + text);
        }
        assertFalse(text.contains(NAME), text);
        assertFalse(text.contains(System.getProperty("user.home")), text);
    }
}
