package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

class MeasureCommandTest {
    /** 40 × 40 pixels, which are 20 mm × 10 mm on the calibrated clip. */
    private static final String SQUARE = "10,10 50,10 50,50 10,50";

    private final Path calibrated;
    private final Path uncalibrated;
    private final Terminal terminal;

    MeasureCommandTest(@TempDir Path folder) throws IOException {
        this.calibrated = TestClips.calibrated(folder);
        this.uncalibrated = TestClips.uncalibrated(folder);
        this.terminal = new Terminal(folder.resolve("home"));
    }

    @Test
    void measuresAnOutlineInMillimetresOfEachAxis() {
        JsonNode said = terminal.run("measure", calibrated, "-n", 2, "--polygon", SQUARE, "--json").json();
        assertEquals(calibrated.toString(), said.required("file").asText());
        assertEquals(2, said.required("frame").asInt());
        assertEquals(200, said.required("area_mm2").asDouble(), 1e-9);
        assertEquals(60, said.required("perimeter_mm").asDouble(), 1e-9);
        assertEquals(1600, said.required("area_px2").asDouble(), 1e-9);
        assertEquals(160, said.required("perimeter_px").asDouble(), 1e-9);
        assertEquals("ultrasound_region", said.required("calibration_source").asText());
        assertFalse(said.has("length_mm"));
        assertFalse(said.has("reason"));
    }

    @Test
    void measuresALength() {
        // 6 px × 0.5 mm across and 16 px × 0.25 mm down: 3-4-5.
        JsonNode said = terminal.run("measure", calibrated, "--length", "10,10 16,26", "--json").json();
        assertEquals(5, said.required("length_mm").asDouble(), 1e-9);
        assertEquals(Math.hypot(6, 16), said.required("length_px").asDouble(), 1e-9);
        assertEquals(1, said.required("frame").asInt());
        assertFalse(said.has("area_mm2"));
    }

    @Test
    void theFirstPointMayBeRepeatedAtTheEnd() {
        JsonNode said = terminal.run("measure", calibrated, "--polygon", SQUARE + " 10,10", "--json").json();
        assertEquals(200, said.required("area_mm2").asDouble(), 1e-9);
    }

    @Test
    void withoutCalibrationThereAreNoMillimetresButAReason() {
        JsonNode said = terminal.run("measure", uncalibrated, "--polygon", SQUARE, "--length", "0,0 3,4", "--json")
                .json();
        for (String name : new String[]{"area_mm2", "perimeter_mm", "length_mm", "calibration_source"}) {
            assertTrue(said.required(name).isNull(), name);
        }
        assertTrue(said.required("reason").asText().contains("no calibration"));
        assertEquals(1600, said.required("area_px2").asDouble(), 1e-9);
        assertEquals(5, said.required("length_px").asDouble(), 1e-9);
    }

    @Test
    void withoutCalibrationWordsSpeakOfPixelsOnly() {
        String said = terminal.run("measure", uncalibrated, "--polygon", SQUARE).text();
        assertTrue(said.contains("1600\u00a0px²") && said.contains("160.0\u00a0px"), said);
        // The reason itself may speak of millimetres; a number may not.
        assertFalse(said.matches("(?s).*\\d[\\s\\u00a0]*mm.*"), said);
    }

    @Test
    void anOutlineThatLeavesItsRegionGetsNoMillimetres() {
        JsonNode said = terminal.run("measure", calibrated, "--polygon", "10,10 250,10 50,50", "--json").json();
        assertTrue(said.required("area_mm2").isNull());
        assertTrue(said.required("perimeter_mm").isNull());
        assertTrue(said.required("reason").asText().contains("leaves its calibrated region"));
    }

    @Test
    void anOutlineThatCrossesItselfHasAPerimeterButNoArea() {
        JsonNode said = terminal.run("measure", calibrated, "--polygon", "10,10 50,50 50,10 10,50", "--json").json();
        assertTrue(said.required("area_mm2").isNull());
        assertTrue(said.required("area_mm2_reason").asText().contains("crosses itself"));
        assertFalse(said.required("perimeter_mm").isNull());
        assertEquals("ultrasound_region", said.required("calibration_source").asText());
    }

    @Test
    void eachValueHasAReasonOfItsOwn() {
        JsonNode said = terminal.run("measure", calibrated, "--polygon", SQUARE, "--length", "10,10 300,10", "--json")
                .json();
        assertEquals(200, said.required("area_mm2").asDouble(), 1e-9);
        assertEquals("ultrasound_region", said.required("calibration_source").asText());
        assertTrue(said.required("length_mm").isNull());
        assertTrue(said.required("length_mm_reason").asText().contains("leaves its calibrated region"));
        JsonNode both = terminal.run("measure", calibrated, "--polygon", "10,10 50,50 50,10 10,50", "--length",
                "10,10 300,10", "--json").json();
        assertEquals(both.required("area_mm2_reason"), both.required("reason"));
        assertNotEquals(both.required("length_mm_reason"), both.required("reason"));
    }

    @Test
    void saysTheNumbersWithTheirSourceInWords() {
        String said = terminal.run("measure", calibrated, "--polygon", SQUARE, "--length", "10,10 16,26").text();
        assertTrue(said.contains("200.0\u00a0mm²") && said.contains("60.0\u00a0mm") && said.contains("5.0\u00a0mm"),
                said);
        assertEquals(3, said.lines().filter(l -> l.contains("US region")).count(), said);
    }

    @Test
    void nothingToMeasureIsWrongUsage() {
        String said = terminal.run("measure", calibrated, "--json").failure(2);
        assertTrue(said.contains("--polygon") && said.contains("--length"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1,1 2,2", "1,1", "a,b c,d e,f", "1;1 2;2 3;3", "1,1 2,2 3", "1,1,1 2,2,2 3,3,3",
            "NaN,1 2,2 3,3", "1e999,1 2,2 3,3", "1,1 2,2 Infinity,3", "1 1 2 2 3 3", "1,1 2,2 1,1\n\tat x"})
    void aPolygonThatIsNoneIsWrongUsage(String polygon) {
        String said = terminal.run("measure", calibrated, "--polygon", polygon).failure(2);
        assertTrue(said.contains("--polygon"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,1", "1,1 2,2 3,3", "x"})
    void aLengthThatIsNoneIsWrongUsage(String length) {
        String said = terminal.run("measure", calibrated, "--length", length).failure(2);
        assertTrue(said.contains("--length"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "4", "2147483647"})
    void aFrameThatIsNotThereFails(String number) {
        String said = terminal.run("measure", calibrated, "-n", number, "--polygon", SQUARE).failure(1);
        assertTrue(said.contains("calibrated.dcm has 3 frames") && said.contains(number), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "1.5", "99999999999"})
    void aFrameNumberThatIsNoneIsWrongUsage(String number) {
        String said = terminal.run("measure", calibrated, "-n", number, "--polygon", SQUARE).failure(2);
        assertTrue(said.contains("'" + number + "'"), said);
    }

    @Test
    void pointsLeftOfThePictureAreTakenForPoints() {
        JsonNode said = terminal.run("measure", uncalibrated, "--length", "-3,0 0,4", "--json").json();
        assertEquals(5, said.required("length_px").asDouble(), 1e-9);
    }

    @Test
    void aKnownLengthCalibratesAClipThatHasNoScale() {
        var run = terminal.run("measure", uncalibrated, "--length", "10,10 10,60", "--calibrate", "5,5,5,85=4cm",
                "--json");
        JsonNode said = run.json();
        assertEquals(25, said.required("length_mm").asDouble(), 1e-9);
        assertEquals("manual", said.required("calibration_source").asText());
        assertEquals("manual", said.required("calibration").required("source").asText());
        assertTrue(said.required("calibration").required("file").required("source").isNull());
    }

    @Test
    void twoKnownLengthsGiveEachAxisItsOwnScale() {
        JsonNode said = terminal.run("measure", uncalibrated, "--length", "10,10 13,14", "--calibrate",
                "5,5,5,85=40mm", "--calibrate", "5,5,105,5=100mm", "--json").json();
        assertEquals(Math.hypot(3, 2), said.required("length_mm").asDouble(), 1e-9);
    }

    @Test
    void aProtectedScaleIsOverriddenOnlyWithAReason() {
        String said = terminal.run("measure", calibrated, "--length", "10,10 10,60", "--calibrate", "5,5,5,85=40mm")
                .failure(1);
        assertTrue(said.contains("protects") && said.contains("--override-scale"), said);
        JsonNode over = terminal.run("measure", calibrated, "--length", "10,10 10,60", "--calibrate",
                "5,5,5,85=40mm", "--override-scale", "the ticks say so", "--json").json();
        assertEquals(25, over.required("length_mm").asDouble(), 1e-9);
        assertTrue(over.required("calibration").required("note").asText().contains("the ticks say so"));
        assertEquals("ultrasound_region", over.required("calibration").required("file").required("source").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5,5,5,85", "5,5,5=4cm", "5,5,5,85=4", "5,5,5,85=0mm", "5,5,5,x=4mm", "5,5,5,85=-4mm"})
    void aKnownLengthThatIsNoneIsWrongUsage(String known) {
        String said = terminal.run("measure", calibrated, "--length", "1,1 2,2", "--calibrate", known).failure(2);
        assertTrue(said.contains("--calibrate"), said);
    }
}
