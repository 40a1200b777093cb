package foramen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import foramen.app.command.RootCommand;
import foramen.app.composition.Composition;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command line inside the test's own process, with what it says caught. */
public final class Terminal {
    /** The time of all that is done here. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final Path home;

    /** A terminal whose records go to {@code home}. */
    public Terminal(Path home) {
        this.home = home;
    }

    /** A file of the committed sample clips. */
    public static Path sample(String name) {
        return Path.of(System.getProperty("foramen.samples", "sample-dicom")).resolve(name);
    }

    /** Runs one command. */
    public Said run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = RootCommand.commandLine(new Composition(home, CLOCK, Locale.ROOT));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status = line.execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
        return new Said(status, out.toString(), err.toString());
    }

    /**
     * What a command said.
     *
     * @param status its exit status
     * @param out its standard output
     * @param err its standard error
     */
    public record Said(int status, String out, String err) {
        /** The one JSON object it printed, having done its work without a complaint. */
        public JsonNode json() {
            assertEquals("", err);
            assertEquals(0, status);
            assertEquals(1, out.lines().count(), out);
            return jsonLines().getFirst();
        }

        /** The JSON objects it printed, one a line. */
        public List<JsonNode> jsonLines() {
            JsonMapper strict = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
            return out.lines().map(line -> {
                try {
                    return strict.readTree(line);
                } catch (JsonProcessingException e) {
                    throw new AssertionError("no JSON object: " + line, e);
                }
            }).toList();
        }

        /** What it printed, having done its work without a complaint. */
        public String text() {
            assertEquals("", err);
            assertEquals(0, status);
            return out;
        }

        /** The one line it complained with, and that it printed nothing else. */
        public String failure(int expectedStatus) {
            assertEquals("", out);
            return complaint(expectedStatus);
        }

        /** The one line it complained with. */
        public String complaint(int expectedStatus) {
            assertEquals(expectedStatus, status, err);
            assertEquals(1, err.lines().count(), err);
            assertTrue(err.startsWith("foramen: "), err);
            assertTrue(err.endsWith(System.lineSeparator()), err);
            assertFalse(err.contains("Exception") || err.contains("\tat "), err);
            return err.strip();
        }
    }
}
