package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.app.TestClips;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {
    private static final Path JPEG = Terminal.sample("b-ischial-spine-left-calcification.dcm");

    private final Path folder;
    private final Terminal terminal;

    InfoCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.terminal = new Terminal(folder.resolve("home"));
    }

    @Test
    void tellsWhatAClipIs() {
        JsonNode said = terminal.run("info", JPEG, "--json").json();
        assertEquals(JPEG.toString(), said.required("file").asText());
        assertEquals("1.2.840.10008.5.1.4.1.1.3.1", said.required("sop_class_uid").asText());
        assertEquals("Ultrasound Multi-frame Image Storage", said.required("sop_class").asText());
        assertTrue(said.required("sop_instance_uid").asText().startsWith("2.25."));
        assertEquals("1.2.840.10008.1.2.4.50", said.required("transfer_syntax_uid").asText());
        assertTrue(said.required("transfer_syntax").asText().startsWith("JPEG Baseline"), said.toString());
        assertEquals(432, said.required("rows").asInt());
        assertEquals(576, said.required("columns").asInt());
        assertEquals(60, said.required("frames").asInt());
        assertEquals("YBR_FULL_422", said.required("photometric").asText());
        assertEquals("L", said.required("laterality").asText());
        assertEquals(0, said.required("warnings").size());
    }

    @Test
    void givesATimeForEachFrame() {
        JsonNode said = terminal.run("info", JPEG, "--json").json();
        JsonNode times = said.required("frame_times_ms");
        assertEquals(60, times.size());
        assertEquals(0, times.get(0).asDouble());
        assertEquals(59 * 40.0, times.get(59).asDouble());
        assertEquals(25.0, said.required("frames_per_second").asDouble());
        assertEquals(2400.0, said.required("duration_ms").asDouble());
        assertEquals("Frame Time", said.required("timing_source").asText());
    }

    @Test
    void givesRegionsWithUnitsAndDeltas() throws Exception {
        JsonNode regions = terminal.run("info", TestClips.calibrated(folder), "--json").json().required("regions");
        assertEquals(1, regions.size());
        JsonNode region = regions.get(0);
        assertEquals(List.of(0, 0, 199, 99), List.of(region.required("x0").asInt(), region.required("y0").asInt(),
                region.required("x1").asInt(), region.required("y1").asInt()));
        assertEquals("cm", region.required("units_x").asText());
        assertEquals("cm", region.required("units_y").asText());
        assertEquals(0.05, region.required("delta_x").asDouble());
        assertEquals(0.025, region.required("delta_y").asDouble());
        assertTrue(region.required("measurable").asBoolean());
    }

    @Test
    void givesTheCalibrationWithItsSource() throws Exception {
        JsonNode scale = terminal.run("info", TestClips.calibrated(folder), "--json").json().required("calibration");
        assertEquals("ultrasound_region", scale.required("source").asText());
        assertEquals(0.5, scale.required("mm_per_pixel_x").asDouble());
        assertEquals(0.25, scale.required("mm_per_pixel_y").asDouble());
    }

    @Test
    void saysWhyAClipHasNoCalibration() throws Exception {
        Path file = TestClips.uncalibrated(folder);
        JsonNode said = terminal.run("info", file, "--json").json();
        assertEquals(0, said.required("regions").size());
        assertTrue(said.required("calibration").required("source").isNull());
        assertTrue(said.required("calibration").required("reason").asText().contains("no calibration"));
        assertFalse(said.required("calibration").has("mm_per_pixel_x"));
        assertTrue(terminal.run("info", file).text().contains("calibration: not calibrated"));
    }

    @Test
    void tellsAPersonTheSameInWords() {
        String said = terminal.run("info", JPEG).text();
        for (String expected : List.of(JPEG.toString(), "Ultrasound Multi-frame Image Storage", "JPEG Baseline",
                "576 × 432", "60 frames", "25.0 frames/s", "YBR_FULL_422", "2-D tissue", "cm × cm",
                "calibration: US region")) {
            assertTrue(said.contains(expected), expected + " is missing in " + said);
        }
    }

    @Test
    void printsOneObjectALineForSeveralFiles() {
        List<JsonNode> said = terminal.run("info", "--json", Terminal.sample("variant-rgb.dcm"),
                Terminal.sample("variant-rle.dcm"), Terminal.sample("variant-monochrome2.dcm"),
                Terminal.sample("variant-palette.dcm")).jsonLines();
        assertEquals(List.of("RGB", "RGB", "MONOCHROME2", "PALETTE COLOR"),
                said.stream().map(n -> n.required("photometric").asText()).toList());
        assertEquals(List.of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.1"), said.stream().map(n -> n.required("transfer_syntax_uid").asText()).toList());
    }

    @Test
    void aBadFileAmongGoodOnesKeepsNoneOfThemBack() {
        Path missing = folder.resolve("missing.dcm");
        Terminal.Said said = terminal.run("info", Terminal.sample("variant-rgb.dcm"), missing,
                Terminal.sample("variant-rle.dcm"));
        assertTrue(said.complaint(1).contains("missing.dcm"));
        assertTrue(said.out().contains("variant-rgb.dcm") && said.out().contains("variant-rle.dcm"), said.out());
    }

    @Test
    void aBadFileAmongGoodOnesIsAnObjectWithItsErrorInJson() {
        Terminal.Said said = terminal.run("info", "--json", folder.resolve("missing.dcm"),
                Terminal.sample("variant-rle.dcm"));
        assertTrue(said.complaint(1).contains("missing.dcm"));
        List<JsonNode> lines = said.jsonLines();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).required("error").asText().contains("missing.dcm"));
        assertEquals(60, lines.get(1).required("frames").asInt());
    }
}
