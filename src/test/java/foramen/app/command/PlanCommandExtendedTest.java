package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.app.TestClips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several targets, margins, curved arrays and needles out of plane; a pixel is 0.5 mm across and 0.25 mm down. */
class PlanCommandExtendedTest {
    private static final String NERVE = "32,10 60,10 60,50 32,50";

    private final Path calibrated;
    private final Terminal terminal;

    PlanCommandExtendedTest(@TempDir Path folder) throws IOException {
        this.calibrated = TestClips.calibrated(folder);
        this.terminal = new Terminal(folder.resolve("home"));
    }

    private JsonNode plan(Object... more) {
        List<Object> all = new ArrayList<>(List.of("plan", calibrated, "--json"));
        all.addAll(List.of(more));
        return terminal.run(all.toArray()).json();
    }

    private static List<String> codes(JsonNode said) {
        List<String> codes = new ArrayList<>();
        said.required("warnings").forEach(w -> codes.add(w.required("code").asText()));
        // The file names a curved array.
        codes.remove("SKIN_ARC_MISSING");
        return codes;
    }

    @Test
    void aMarginIsSignedAndSaysWhatItIsSureOf() {
        JsonNode said = plan("--entry", "20,2", "--target", "20,90", "--outline", NERVE);
        JsonNode margin = said.required("targets").get(0).required("margins").get(0);
        assertEquals(6, margin.required("path_mm").asDouble(), 1e-9);
        JsonNode sd = margin.required("path_sd");
        double sigma = Math.sqrt(Math.pow(sd.required("scale_mm").asDouble(), 2)
                + Math.pow(sd.required("trace_mm").asDouble(), 2) + Math.pow(sd.required("depth_mm").asDouble(), 2));
        assertEquals(6 - 1.6448536269514722 * sigma, margin.required("path_margin95_mm").asDouble(), 1e-9);
        assertEquals(0.06, sd.required("scale_mm").asDouble(), 1e-9);
        assertFalse(said.required("blocked").asBoolean());
        JsonNode through = plan("--entry", "40,2", "--target", "40,90", "--outline", NERVE);
        assertTrue(through.required("targets").get(0).required("margins").get(0).required("path_mm").asDouble() < 0);
        assertTrue(through.required("blocked").asBoolean());
        assertEquals(10, through.required("targets").get(0).required("crossings").get(0).required("length_mm")
                .asDouble(), 1e-9);
    }

    @Test
    void aStopIsOverriddenWithAReasonAndStaysOnRecord() {
        JsonNode said = plan("--entry", "40,2", "--target", "40,90", "--outline", NERVE, "--override",
                "MARGIN@1=comparison only");
        assertFalse(said.required("blocked").asBoolean());
        JsonNode warning = said.required("warnings").get(0);
        assertTrue(warning.required("overridden").asBoolean());
        assertEquals("comparison only", warning.required("reason").asText());
        assertTrue(terminal.run("plan", calibrated, "--entry", "40,2", "--target", "40,90", "--outline", NERVE,
                "--override", "MARGIN=").failure(1).contains("a reason"));
        assertTrue(terminal.run("plan", calibrated, "--entry", "40,2", "--target", "40,90", "--override",
                "MARGIN=none").failure(1).contains("no warning"));
    }

    @Test
    void targetsAreNumberedAndShareASiteWhereTheyShareAnEntry() {
        JsonNode said = plan("--entry", "20,2", "--target", "20,60", "--target", "24,70", "--needle", "22g-150");
        assertEquals(2, said.required("targets").size());
        assertEquals(1, said.required("targets").get(1).required("site").asInt());
        JsonNode two = plan("--entry", "20,2", "--entry", "24,2", "--target", "20,60", "--target", "24,70");
        assertEquals(2, two.required("targets").get(1).required("site").asInt());
        assertTrue(codes(said).contains("NEEDLE_SPARE"));
        assertTrue(terminal.run("plan", calibrated, "--entry", "1,2", "--entry", "2,2", "--entry", "3,2", "--target",
                "9,9").failure(1).contains("3 entries"));
    }

    @Test
    void theRecordSaysOnWhatThePlanWasMadeAndWhatIsMarkedThere() {
        JsonNode record = plan("--entry", "20,2", "--target", "20,60", "--target-name", "piriformis", "--outline",
                NERVE, "--needle", "22g-100-echo").required("record");
        assertEquals(1, record.required("frame").asInt());
        assertEquals(2, record.required("mm_per_pixel").size());
        assertEquals("echogenic", record.required("needle").required("type").asText());
        JsonNode target = record.required("targets").get(0);
        assertEquals("MDC", target.required("code").required("scheme").asText());
        assertEquals(60, target.required("target").required("px").get(1).asDouble(), 0);
        double mm = 60 * record.required("mm_per_pixel").get(1).asDouble();
        assertEquals(mm, target.required("target").required("mm").get(1).asDouble(), 1e-9);
        JsonNode nerve = record.required("marks").get(0);
        assertEquals("sciatic-nerve", nerve.required("structure").asText());
        assertTrue(nerve.required("points").size() >= 3 && nerve.required("points").get(0).has("mm"));
    }

    @Test
    void beneathACurvedArrayDepthsAndAnglesAreThoseOfTheArc() {
        // The face is at 40,20: 20 mm, 5 mm. A radius of 40 mm puts the centre 35 mm above the picture.
        JsonNode said = plan("--entry", "40,20", "--target", "60,90", "--skin-face", "40,20", "--skin-radius", "40");
        assertEquals("arc_missing", plan("--entry", "40,20", "--target", "60,90").required("skin").required("source")
                .asText());
        assertEquals("arc", said.required("skin").required("form").asText());
        assertEquals("operator_arc", said.required("skin").required("source").asText());
        double depth = Math.hypot(10, 22.5 + 35) - 40;
        assertEquals(depth, said.required("depth_mm").asDouble(), 1e-9);
        double heading = Math.toDegrees(Math.atan2(10, 17.5));
        assertEquals(90 - heading, said.required("angle_deg").asDouble(), 1e-9);
        double beam = Math.toDegrees(Math.atan2(10, 57.5));
        assertEquals(heading - beam,
                said.required("targets").get(0).required("angle_to_beam_deg").asDouble(), 1e-9);
        assertTrue(codes(plan("--entry", "40,20", "--target", "60,90", "--skin-arc", "10,20 40,20.01 70,20"))
                .contains("SKIN_ARC_REFUSED"));
    }

    @Test
    void anOutOfPlaneNeedleMeetsThePlaneWhereItsAngleTakesIt() {
        JsonNode said = plan("--entry", "40,2", "--target", "40,90", "--plane-distance", "10", "--puncture-angle",
                "45");
        JsonNode puncture = said.required("targets").get(0).required("puncture");
        assertEquals(10, puncture.required("meeting_depth_mm").asDouble(), 1e-9);
        assertEquals(12, puncture.required("miss_mm").asDouble(), 1e-9);
        assertEquals(Math.hypot(10, 10), said.required("path_length_mm").asDouble(), 1e-9);
        assertEquals(Math.toDegrees(Math.atan2(22, 10)), puncture.required("needed_deg").asDouble(), 1e-9);
        assertTrue(codes(said).containsAll(List.of("SHAFT_UNSEEN", "MISSES_TARGET")));
    }

    @Test
    void theWorstOfAllFramesIsSaidWithItsFrame() {
        JsonNode said = plan("--entry", "20,2", "--target", "20,90", "--outline", NERVE, "--frames", "1-3",
                "--structure", "2:sciatic-nerve=22,10 60,10 60,50 22,50");
        JsonNode worst = said.required("targets").get(0).required("margins").get(0).required("worst");
        assertEquals(2, worst.required("frame").asInt());
        assertEquals(1, worst.required("path_mm").asDouble(), 1e-9);
        assertTrue(codes(said).contains("WORST_CASE"));
        assertTrue(said.required("blocked").asBoolean());
    }

    @Test
    void aRuleOfTheTargetTakesThePlaceOfTheStandardOne() {
        Object[] beside = {"--entry", "28,2", "--target", "28,40", "--outline", NERVE};
        assertEquals(List.of("MARGIN"), codes(plan(beside)));
        List<Object> named = new ArrayList<>(List.of(beside));
        named.addAll(List.of("--rule", "perineural-sciatic"));
        assertEquals(List.of(), codes(plan(named.toArray())));
        List<Object> ligament = new ArrayList<>(List.of(beside));
        ligament.addAll(List.of("--target-name", "Sacrospinous ligament"));
        assertEquals(List.of("MARGIN", "DOPPLER"), codes(plan(ligament.toArray())));
        ligament.add("--doppler-done");
        assertEquals(List.of("MARGIN"), codes(plan(ligament.toArray())));
    }

    @Test
    void theNeedleAsSeenIsComparedWithItsTarget() {
        JsonNode said = plan("--entry", "20,2", "--target", "20,90", "--seen", "20,2 22,94 20,90", "--spread",
                "15,80 30,80 30,96 15,96");
        JsonNode seen = said.required("seen").get(0);
        assertEquals(Math.hypot(1, 1), seen.required("tip_error_mm").asDouble(), 1e-9);
        assertEquals(1, seen.required("tip_error_depth_mm").asDouble(), 1e-9);
        assertEquals(1, seen.required("tip_error_lateral_mm").asDouble(), 1e-9);
        assertEquals(7.5 * 4, seen.required("spread_mm2").asDouble(), 1e-9);
        assertTrue(seen.required("target_in_spread").asBoolean());
    }

    @Test
    void theFanLeavesOutWhatARuleForbids() {
        JsonNode fan = plan("--entry", "20,2", "--target", "46,90", "--outline", NERVE).required("targets").get(0)
                .required("fan");
        assertTrue(fan.size() >= 1, fan.toString());
        fan.forEach(s -> assertTrue(
                s.required("to").get(0).asDouble() < 46 || s.required("from").get(0).asDouble() > 46, s::toString));
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertTrue(terminal.run("plan", calibrated, "--entry", "1,2", "--target", "9,9", "--rule", "x").failure(1)
                .contains("no rule x"));
        assertTrue(terminal.run("plan", calibrated, "--entry", "1,2", "--target", "9,9", "--needle", "x").failure(1)
                .contains("no needle x"));
        assertTrue(terminal.run("plan", calibrated, "--entry", "1,2", "--target", "9,9", "--structure", "x=1,1 2,2")
                .failure(1).contains("no structure x"));
        assertTrue(terminal.run("plan", calibrated, "--entry", "1,2", "--target", "9,9", "--spread", "1,1 2,2 3,1")
                .failure(1).contains("--seen"));
    }

    @Test
    void inWordsEachTargetAndEachWarningIsSaid() {
        String said = terminal.run("plan", calibrated, "--entry", "40,2", "--target", "40,90", "--target", "20,60",
                "--outline", NERVE, "--needle", "22g-38").text();
        assertTrue(said.contains("Target 2, site 1") && said.contains("Crosses") && said.contains("95 % sure"), said);
        assertTrue(said.contains("Stop: Target 1: The path meets the sciatic nerve"), said);
        assertTrue(said.contains("38 mm needle"), said);
    }
}
