package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.app.TestClips;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {
    /** 36 px are 18 mm across and 96 px are 24 mm down: 3-4-5 times six. */
    private static final String ENTRY = "10,2";
    private static final String TARGET = "46,98";

    private final Path calibrated;
    private final Path uncalibrated;
    private final Terminal terminal;

    PlanCommandTest(@TempDir Path folder) throws IOException {
        this.calibrated = TestClips.calibrated(folder);
        this.uncalibrated = TestClips.uncalibrated(folder);
        this.terminal = new Terminal(folder.resolve("home"));
    }

    @Test
    void readsDepthPathOffsetAndAngleInMillimetres() {
        JsonNode said = terminal.run("plan", calibrated, "-n", 3, "--entry", ENTRY, "--target", TARGET, "--json")
                .json();
        assertEquals(3, said.required("frame").asInt());
        assertEquals(24, said.required("depth_mm").asDouble(), 1e-9);
        assertEquals(18, said.required("lateral_offset_mm").asDouble(), 1e-9);
        assertEquals(30, said.required("path_length_mm").asDouble(), 1e-9);
        assertEquals(Math.toDegrees(Math.atan2(4, 3)), said.required("angle_deg").asDouble(), 1e-9);
        assertEquals("ultrasound_region", said.required("calibration").required("source").asText());
        assertFalse(said.required("needle").asText().isEmpty());
        assertFalse(said.required("rules_version").asText().isEmpty());
        assertFalse(said.has("distance_to_outline_mm"));
    }

    @Test
    void readsTheDistanceFromPathAndTipToAnOutline() {
        // Straight down at x = 20; the outline begins 12 px = 6 mm to the right, and ends 40 px = 10 mm above the tip.
        JsonNode said = terminal.run("plan", calibrated, "--entry", "20,2", "--target", "20,90", "--outline",
                "32,10 60,10 60,50 32,50", "--json").json();
        assertEquals(6, said.required("distance_to_outline_mm").asDouble(), 1e-9);
        assertEquals(Math.hypot(6, 10), said.required("tip_to_outline_mm").asDouble(), 1e-9);
    }

    @Test
    void aPathThroughTheOutlineIsNoDistanceAway() {
        JsonNode said = terminal.run("plan", calibrated, "--entry", "40,2", "--target", "40,90", "--outline",
                "32,10 60,10 60,50 32,50", "--json").json();
        assertEquals(0, said.required("distance_to_outline_mm").asDouble());
        assertEquals(10, said.required("tip_to_outline_mm").asDouble(), 1e-9);
    }

    @Test
    void withoutCalibrationEveryNumberIsNullWithAReason() {
        JsonNode said = terminal.run("plan", uncalibrated, "--entry", ENTRY, "--target", TARGET, "--outline",
                "60,10 80,10 80,50", "--json").json();
        for (String name : new String[]{"depth_mm", "path_length_mm", "lateral_offset_mm", "angle_deg",
                "distance_to_outline_mm", "tip_to_outline_mm"}) {
            assertTrue(said.required(name).isNull(), name);
            assertTrue(said.required(name + "_reason").asText().contains("no calibration"), name);
        }
        assertTrue(said.required("reason").asText().contains("no calibration"));
        assertFalse(said.has("needle"), "no needle is proposed for a path of unknown length");
    }

    @Test
    void withoutCalibrationWordsSpeakOfPixelsOnly() {
        String said = terminal.run("plan", uncalibrated, "--entry", ENTRY, "--target", TARGET).text();
        assertTrue(said.contains("96.0\u00a0px"), said);
        assertFalse(said.matches("(?s).*\\d[\\s\\u00a0]*mm.*"), said);
    }

    @Test
    void aPathOutOfTheRegionGetsNoMillimetres() {
        JsonNode said = terminal.run("plan", calibrated, "--entry", "-5,2", "--target", TARGET, "--json").json();
        assertTrue(said.required("depth_mm").isNull());
        assertTrue(said.required("reason").asText().contains("leaves its calibrated region"));
    }

    @Test
    void saysItInWordsAndThatItIsNoGuidance() {
        String said = terminal.run("plan", calibrated, "--entry", ENTRY, "--target", TARGET, "--outline",
                "60,10 80,10 80,50").text();
        assertTrue(said.contains("24.0\u00a0mm") && said.contains("30.0\u00a0mm") && said.contains("53°"), said);
        assertTrue(said.contains("US region") && said.contains("not real-time guidance"), said);
        assertTrue(said.contains("Sciatic nerve"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "1,1 2,2", "x,y", "1,NaN"})
    void anEntryThatIsNoPointIsWrongUsage(String entry) {
        String said = terminal.run("plan", calibrated, "--entry", entry, "--target", TARGET).failure(2);
        assertTrue(said.contains("--entry"), said);
    }

    @Test
    void entryAndTargetAreBothNeeded() {
        assertTrue(terminal.run("plan", calibrated, "--entry", ENTRY).failure(2).contains("--target"));
        assertTrue(terminal.run("plan", calibrated, "--target", TARGET).failure(2).contains("--entry"));
    }
}
