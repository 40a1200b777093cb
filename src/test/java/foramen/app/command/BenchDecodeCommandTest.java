package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchDecodeCommandTest {
    private static final Path CLIP = Terminal.sample("a-piriformis-left-normal.dcm");

    private final Terminal terminal;

    BenchDecodeCommandTest(@TempDir Path folder) {
        this.terminal = new Terminal(folder.resolve("home"));
    }

    private JsonNode measured(int threads, double seconds) {
        return terminal.run("bench", "decode", CLIP, "--threads", threads, "--warmup", seconds, "--seconds", seconds,
                "--json").json();
    }

    @Test
    void itSaysHowFastEveryFrameWasDecoded() {
        JsonNode node = measured(2, 0);
        assertEquals(60, node.get("frames").asInt());
        assertEquals(2, node.get("threads").asInt());
        assertEquals(60 * node.get("rounds").asInt(), node.get("decoded").asInt());
        assertEquals(node.get("decoded").asInt() / node.get("seconds").asDouble(), node.get("frames_per_s").asDouble(),
                1e-6);
        for (String field : List.of("median_ms", "p99_ms", "cpu_ms_per_frame", "first_frame_ms", "first_frame_warm_ms",
                "max_heap_bytes")) {
            assertTrue(node.get(field).asDouble() > 0, field);
        }
        assertTrue(node.get("median_ms").asDouble() <= node.get("p99_ms").asDouble());
    }

    @Test
    void itSaysTheSameInWords() {
        String said = terminal.run("bench", "decode", CLIP, "--warmup", 0, "--seconds", 0).text();
        assertTrue(said.contains("frames per second") && said.contains("60 of "), said);
    }

    @Test
    void itRefusesWhatItCannotMeasure() {
        assertTrue(terminal.run("bench", "decode", CLIP, "--threads", 0).failure(1).contains("--threads is 0"));
        assertTrue(terminal.run("bench", "decode", "absent.dcm").failure(1).contains("There is no file"));
        assertTrue(terminal.run("bench").failure(2).contains("Say what to measure"));
    }

    @Test
    void allCoresAreFasterThanOne() {
        Assumptions.assumeTrue(Boolean.getBoolean("foramen.bench"),
                "only on a quiet machine, with -Dforamen.bench=true");
        int cores = Runtime.getRuntime().availableProcessors();
        Assumptions.assumeTrue(cores > 1, "there is one core");
        double one = measured(1, 2).get("frames_per_s").asDouble();
        double all = measured(cores, 2).get("frames_per_s").asDouble();
        assertTrue(all >= 1.4 * one, all + " against " + one);
    }
}
