package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.app.TestClips;
import foramen.domain.measurement.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    /** 20 × 10 mm on the calibrated clip of half a millimetre across and a quarter down. */
    private static final String LARGE = "10,10 50,10 50,50 10,50";
    /** 10 × 10 mm. */
    private static final String SMALL = "10,10 30,10 30,50 10,50";
    /** Calipers of 20 mm across and 10 mm down. */
    private static final String AXES = "10,30 50,30 30,10 30,50";

    private final Path home;
    private final Path calibrated;
    private final Path right;
    private final Path uncalibrated;
    private final Terminal terminal;

    CompareCommandTest(@TempDir Path folder) throws IOException {
        this.home = folder.resolve("home");
        this.calibrated = TestClips.calibrated(folder);
        this.right = TestClips.calibratedRight(folder);
        this.uncalibrated = TestClips.uncalibrated(folder);
        this.terminal = new Terminal(home);
    }

    @Test
    void givesBothAreasDifferenceRatioVerdictAndCitation() {
        JsonNode said = run("--level", "piriformis", "--json").json();
        assertEquals(200, said.at("/left/area_mm2").asDouble(), 1e-9);
        assertEquals(100, said.at("/right/area_mm2").asDouble(), 1e-9);
        assertEquals("trace", said.at("/left/method").asText());
        assertEquals("piriformis", said.at("/right/level").asText());
        // The right side is asked about unless said otherwise.
        assertEquals(-100, said.required("difference_mm2").asDouble(), 1e-9);
        assertEquals(0.5, said.required("ratio").asDouble(), 1e-12);
        assertEquals("beyond_measurement_error", said.required("verdict").asText());
        assertTrue(said.required("citation").asText().startsWith("Tagliafico 2012"));
        assertEquals("not_suggestive", said.at("/verdicts/1/verdict").asText());
        assertFalse(said.required("thresholds_version").asText().isEmpty());
        JsonNode left = run("--level", "piriformis", "--symptomatic", "left", "--json").json();
        assertEquals(2, left.required("ratio").asDouble(), 1e-12);
        assertEquals("suggestive", left.at("/verdicts/1/verdict").asText());
        assertEquals("low", left.at("/verdicts/1/confidence").asText());
    }

    @Test
    void saysTheSameInWords() {
        String said = run("--level", "piriformis", "--symptomatic", "left").text();
        assertTrue(said.contains("200.0\u00a0mm²") && said.contains("+100.0\u00a0mm²") && said.contains("Ratio L/R")
                && said.contains("Beyond measurement error (> 16.4 mm²)") && said.contains("Tagliafico 2012"), said);
    }

    @Test
    void refusesAVerdictAcrossLevelsAndMethodsAndWithoutAScaleAndSaysWhy() {
        JsonNode levels = run("--level", "piriformis", "--left-level", "gluteal-fold", "--json").json();
        assertTrue(levels.required("verdict").isNull() && levels.required("ratio").isNull());
        assertTrue(levels.required("reason").asText().contains("The levels differ"));
        assertTrue(run("--json").json().required("reason").asText().contains("level is not set"));
        JsonNode methods = terminal.run("compare", "--left", calibrated, "--left-axes", AXES, "--right", right,
                "--right-polygon", SMALL, "--level", "piriformis", "--json").json();
        assertEquals("A×B", methods.at("/left/method").asText());
        assertEquals(Math.PI / 4 * 200, methods.at("/left/area_mm2").asDouble(), 1e-9);
        assertTrue(methods.required("reason").asText().contains("methods differ"));
        JsonNode pixels = terminal.run("compare", "--left", uncalibrated, "--left-polygon", LARGE, "--right",
                right, "--right-polygon", SMALL, "--level", "piriformis", "--json").json();
        assertTrue(pixels.at("/left/area_mm2").isNull());
        assertTrue(pixels.required("reason").asText().contains("no calibration"));
    }

    @Test
    void anEllipseIsComparedWithAnEllipse() {
        JsonNode said = terminal.run("compare", "--left", calibrated, "--left-ellipse", "10,30 50,30 30,50", "--right",
                right, "--right-ellipse", "10,30 30,30 15,50", "--level", "piriformis", "--json").json();
        assertEquals("ellipse", said.at("/left/method").asText());
        // Axes of 20 and 10 mm, and of 10 and 10 mm.
        assertEquals(Math.PI * 50, said.at("/left/area_mm2").asDouble(), 1e-9);
        assertEquals(Math.PI * 25, said.at("/right/area_mm2").asDouble(), 1e-9);
        assertTrue(terminal.run("compare", "--left", calibrated, "--left-ellipse", "10,30 50,30 20,30", "--right",
                right, "--right-polygon", SMALL).failure(2).contains("beside their line"));
        assertTrue(run("--left-ellipse", "10,30 50,30 30,50").failure(2).contains("--left-ellipse"));
    }

    @Test
    void aSideWithoutAScaleTakesOneFromALineOfKnownLength() {
        Object[] sides = {"compare", "--left", uncalibrated, "--left-polygon", LARGE, "--right", right,
                "--right-polygon", SMALL, "--level", "piriformis", "--json", "--left-calibrate", "10,10,50,10=20mm"};
        JsonNode said = terminal.run(sides).json();
        // Half a millimetre a pixel both ways: 40 x 40 pixels.
        assertEquals(400, said.at("/left/area_mm2").asDouble(), 1e-9);
        assertEquals("manual", said.at("/left/calibration_source").asText());
        assertEquals("ultrasound_region", said.at("/right/calibration_source").asText());
        List<Object> thrice = new ArrayList<>(List.of(sides));
        thrice.addAll(List.of("--left-calibrate", "1,1,2,2=3mm", "--left-calibrate", "1,1,3,3=4mm"));
        String complaint = terminal.run(thrice.toArray()).failure(1);
        assertTrue(complaint.contains("--left-calibrate may be given once or twice"), complaint);
    }

    @Test
    void theClinicsOwnThresholdsHoldAndABrokenFileGivesNoVerdict() throws IOException {
        String shipped;
        try (InputStream in = Objects.requireNonNull(Thresholds.class.getResourceAsStream(Thresholds.FILE.name()))) {
            shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.createDirectories(home);
        Path own = home.resolve(Thresholds.FILE.name());
        Files.writeString(own, shipped.replace("16.4", "150"));
        JsonNode said = run("--level", "piriformis", "--json").json();
        assertEquals("within_measurement_error", said.required("verdict").asText());
        assertEquals(own.toString(), said.required("thresholds_place").asText());
        Files.writeString(own, shipped.replace("16.4", "none"));
        String complaint = run("--level", "piriformis", "--json").failure(1);
        assertTrue(complaint.contains(own.toString()) && complaint.contains("is no valid JSON"), complaint);
    }

    @Test
    void wrongUsageIsToldInOneLine() {
        assertTrue(terminal.run("compare", "--left", calibrated, "--right", right).failure(2)
                .contains("either --left-polygon or --left-axes"));
        assertTrue(run("--level", "knee").failure(2).contains("is no level; it is one of piriformis"));
        assertTrue(run("--symptomatic", "up").failure(2).contains("is no side"));
        assertTrue(run("--structure", "knee").failure(2).contains("there is no structure knee"));
        assertTrue(run("--left-frame", "99").failure(1).contains("there is no frame 99"));
    }

    @Test
    void clipsWhoseFilesStateTheOtherSideGetNoVerdictUntilSomebodySaysWhy() {
        Object[] swapped = {"compare", "--left", right, "--left-polygon", LARGE, "--right", calibrated,
                "--right-polygon", SMALL, "--level", "piriformis"};
        JsonNode said = terminal.run(with(swapped, "--json")).json();
        assertTrue(said.required("verdict").isNull() && said.required("difference_mm2").isNull()
                && said.required("ratio").isNull(), said.toString());
        assertTrue(said.required("reason").asText().contains("--right calibrated.dcm is marked right, but the clip's"
                + " file says left"), said.toString());
        assertEquals(2, said.required("warnings").size(), said.toString());
        Terminal.Said inWords = terminal.run(swapped);
        assertEquals(2, inWords.err().lines().filter(l -> l.startsWith("foramen: --")).count(), inWords.err());
        assertTrue(inWords.out().contains("No verdict. ") && !inWords.out().contains("Difference"), inWords.out());
        // One reason is not enough for two files.
        assertTrue(terminal.run(with(swapped, "--left-override-side", "typed wrongly", "--json")).json()
                .required("verdict").isNull());
        Object[] both = with(swapped, "--left-override-side", "typed wrongly", "--right-override-side", "the same");
        JsonNode taken = terminal.run(with(both, "--json")).json();
        assertEquals(-100, taken.required("difference_mm2").asDouble(), 1e-9);
        assertEquals("typed wrongly", taken.at("/left/side_override").asText());
        assertEquals(2, taken.required("warnings").size());
        assertTrue(terminal.run(both).out().contains("overridden: the same"));
        assertEquals(0, run("--level", "piriformis", "--json").json().required("warnings").size());
    }

    @Test
    void thePlaneIsSaidAndALongAxisIsNotCompared() {
        assertEquals("short-axis", run("--level", "piriformis", "--json").json().required("plane").asText());
        assertTrue(run("--level", "piriformis").text().contains("short axis"));
        JsonNode along = run("--level", "piriformis", "--plane", "long-axis", "--json").json();
        assertTrue(along.required("verdict").isNull());
        assertTrue(along.required("reason").asText().contains("short axis only"), along.toString());
        assertTrue(run("--plane", "oblique").failure(2).contains("is no plane"));
    }

    private static Object[] with(Object[] args, Object... more) {
        List<Object> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private Terminal.Said run(Object... more) {
        List<Object> args = new ArrayList<>(List.of("compare", "--left", calibrated, "--left-polygon", LARGE, "--right",
                right, "--right-polygon", SMALL));
        args.addAll(List.of(more));
        return terminal.run(args.toArray());
    }
}
