package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.app.Terminal;
import foramen.app.sample.SampleTruth;
import foramen.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackCommandTest {
    private static final Path SAMPLES = Path.of(System.getProperty("foramen.samples", "sample-dicom"));

    private final Path clip = SAMPLES.resolve("c-quadratus-femoris-left-normal.dcm");
    private final SampleTruth truth;
    private final Terminal terminal;

    TrackCommandTest(@TempDir Path folder) throws IOException {
        this.truth = SampleTruth.read(SAMPLES.resolve("c-quadratus-femoris-left-normal.truth.json"));
        this.terminal = new Terminal(folder.resolve("home"));
    }

    @Test
    void anOutlineIsFollowedBothWaysWithAreaAndConfidence() {
        Polygon nerve = truth.outline(9, "sciatic-nerve").orElseThrow().polygon();
        JsonNode said = terminal
                .run("track", clip, "-n", 10, "--polygon", text(nerve), "--from", 5, "--to", 15, "--json").json();

        JsonNode frames = said.required("frames");
        assertEquals(11, frames.size());
        assertEquals(5, frames.get(0).required("frame").asInt());
        assertEquals(1, frames.get(5).required("confidence").asDouble());
        for (JsonNode f : frames) {
            double exact = truth.outline(f.required("frame").asInt() - 1, "sciatic-nerve").orElseThrow().areaMm2();
            assertEquals(exact, f.required("area_mm2").asDouble(), 0.05 * exact);
            assertEquals(nerve.vertices().size(), f.required("polygon").size());
            assertTrue(!f.required("drift").asBoolean() && f.required("confidence").asDouble() > 0.8);
        }
    }

    @Test
    void aRangeThatLeavesOutTheFrameIsRefusedInASentence() {
        Terminal.Said said = terminal.run("track", clip, "-n", 10, "--polygon", "1,1 9,1 9,9", "--from", 11);

        assertNotEquals(0, said.status());
        assertTrue(said.err().contains("do not hold frame 10"), said.err());
    }

    @Test
    void oneClickProposesTheNerve() {
        Polygon nerve = truth.outline(0, "sciatic-nerve").orElseThrow().polygon();
        JsonNode said = terminal.run("outline", clip, "--at", nerve.centroid().x() + "," + nerve.centroid().y(),
                "--json").json();

        double exact = truth.outline(0, "sciatic-nerve").orElseThrow().areaMm2();
        assertEquals(exact, said.required("area_mm2").asDouble(), 0.2 * exact);
        assertTrue(said.required("confidence").asDouble() > 0.5);
        assertTrue(said.required("polygon").size() > 20);
    }

    @Test
    void aClickOutsideThePictureGivesNoOutlineButAReason() {
        JsonNode said = terminal.run("outline", clip, "--at", "2000,2000", "--json").json();

        assertTrue(said.required("polygon").isNull());
        assertTrue(said.required("reason").asText().contains("outside"));
    }

    private static String text(Polygon p) {
        return p.vertices().stream().map(v -> v.x() + "," + v.y()).collect(Collectors.joining(";"));
    }
}
