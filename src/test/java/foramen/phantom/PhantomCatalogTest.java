package foramen.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import foramen.domain.anatomy.Laterality;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhantomCatalogTest {
    private final List<PhantomSample> samples = PhantomCatalog.samples(PhantomCatalog.STANDARD_SEED);

    @Test
    void theSetHasEverySceneOnBothSidesAndEveryEncoding() {
        for (PhantomScene scene : PhantomScene.values()) {
            List<PhantomSample> pair = samples.stream().filter(s -> s.spec().scene() == scene
                    && s.encoding() == PhantomEncoding.JPEG_BASELINE).toList();
            assertEquals(Set.of(Laterality.LEFT, Laterality.RIGHT),
                    pair.stream().map(s -> s.spec().side()).collect(Collectors.toSet()));
            assertNotEquals(pair.get(0).spec().swollenNerve(), pair.get(1).spec().swollenNerve());
            assertEquals(pair.get(0).pair(), pair.get(1).pair());
            assertNotEquals(pair.get(0).spec().seed(), pair.get(1).spec().seed());
        }
        assertEquals(EnumSet.allOf(PhantomEncoding.class),
                samples.stream().map(PhantomSample::encoding).collect(Collectors.toSet()));
        assertTrue(samples.stream().allMatch(s -> s.spec().frames() >= 60));
        assertEquals(samples.size(), samples.stream().map(PhantomSample::name).distinct().count());
    }

    @Test
    void theCalcificationIsOnTheLeftAsInSeed003() {
        assertEquals(List.of(Laterality.LEFT), samples.stream().filter(s -> s.spec().calcification())
                .map(s -> s.spec().side()).toList());
    }

    @Test
    void everyPersonIsPlainlyInventedAndCanBeWrittenOnTheScreen() {
        for (PhantomSample sample : samples) {
            PhantomIdentity who = sample.spec().identity();
            assertTrue(who.name().startsWith("Phantom^") && who.id().startsWith("FRM-"), who.name());
            ScreenPainter painter = ScreenPainter.paint(
                    ScreenLayout.of(sample.spec().columns(), sample.spec().rows(), CurvedArray.STANDARD),
                    sample.spec());
            byte[] screen = painter.screen();
            int lit = 0;
            for (int i = 0; i < sample.spec().columns() * sample.spec().rows() / 25; i++) {
                lit += screen[i] == 0 ? 0 : 1;
            }
            assertTrue(lit > 100, "a banner is burned in");
        }
    }

    @Test
    void theTruthFileSaysWhatTheClipShows() throws IOException {
        PhantomSpec spec = new PhantomSpec(PhantomScene.ISCHIAL_SPINE, Laterality.LEFT, true, true, 2, 240, 180, 40, 1,
                PhantomIdentity.DEMO);
        PhantomClip clip = new PhantomGenerator().generate(spec, Progress.NONE);
        String text = PhantomTruth.json(clip, "x.dcm");
        assertEquals(text, PhantomTruth.json(clip, "x.dcm"));
        JsonNode json = new ObjectMapper().readTree(text);
        assertEquals("x.dcm", json.get("file").asText());
        assertEquals("L", json.get("side").asText());
        assertEquals("B", json.get("scene").asText());
        assertEquals(2, json.get("frames").size());
        assertEquals(1, json.get("frames").get(0).get("frame").asInt());
        double mm2 = json.get("mm_per_pixel_x").asDouble() * json.get("mm_per_pixel_y").asDouble();
        Set<String> structures = new HashSet<>();
        for (JsonNode outline : json.get("frames").get(1).get("outlines")) {
            structures.add(outline.get("structure").asText());
            List<Point> points = new ArrayList<>();
            outline.get("polygon").forEach(p -> points.add(new Point(p.get(0).asDouble(), p.get(1).asDouble())));
            double area = outline.get("area_mm2").asDouble();
            assertEquals(new Polygon(points).area() * mm2, area, 1e-4 * area);
        }
        assertEquals(Set.of("sciatic-nerve", "pudendal-nerve", "sacrospinous-ligament", "sacrotuberous-ligament",
                "gluteus-maximus", "vessel", "calcification", "ischial-spine"), structures);
    }
}
