package foramen.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.Region;
import foramen.geometry.Point;
import foramen.job.CancelledException;
import foramen.job.Progress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhantomGeneratorTest {
    /** Of the first and the last screen of {@link #small}; a change of the picture changes it, a machine must not. */
    private static final String FINGERPRINT = "87c9a8bc33111c87";

    private static PhantomSpec small(PhantomScene scene, Laterality side, boolean lesion, long seed) {
        return new PhantomSpec(scene, side, lesion, lesion, 8, 320, 240, 40, seed, PhantomIdentity.DEMO);
    }

    private static PhantomClip make(PhantomSpec spec) {
        return new PhantomGenerator().generate(spec, Progress.NONE);
    }

    private static PhantomOutline nerve(PhantomClip clip, int frame) {
        return clip.outlines().get(frame).stream().filter(o -> o.structure().equals(StructureCatalog.SCIATIC_NERVE))
                .findFirst().orElseThrow();
    }

    @Test
    void equalSpecificationsMakeEqualBytesOnEveryMachine() throws NoSuchAlgorithmException {
        PhantomSpec spec = small(PhantomScene.ISCHIAL_SPINE, Laterality.LEFT, true, 7);
        PhantomClip clip = make(spec);
        PhantomClip again = make(spec);
        for (int i = 0; i < spec.frames(); i++) {
            assertArrayEquals(clip.screens().get(i), again.screens().get(i));
        }
        assertEquals(clip.outlines(), again.outlines());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(clip.screens().getFirst());
        digest.update(clip.screens().getLast());
        assertEquals(FINGERPRINT, HexFormat.of().formatHex(digest.digest()).substring(0, 16));
    }

    @Test
    void anotherSeedMakesAnotherPicture() {
        byte[] one = make(small(PhantomScene.ISCHIAL_SPINE, Laterality.LEFT, true, 7)).screens().getFirst();
        byte[] other = make(small(PhantomScene.ISCHIAL_SPINE, Laterality.LEFT, true, 8)).screens().getFirst();
        assertFalse(Arrays.equals(one, other));
    }

    @Test
    void everyAreaIsTheShoelaceAreaOfItsOwnPolygon() {
        for (PhantomScene scene : PhantomScene.values()) {
            PhantomClip clip = make(small(scene, Laterality.RIGHT, true, 3));
            for (List<PhantomOutline> frame : clip.outlines()) {
                for (PhantomOutline o : frame) {
                    double area = o.polygon().area() * clip.mmPerPixelX() * clip.mmPerPixelY();
                    assertEquals(area, o.areaMm2(), 1e-9 * area, o.structure());
                    assertTrue(o.polygon().isSimple(), o.structure());
                }
            }
        }
    }

    @Test
    void theNerveHasTheAreaOfTheFactsSceneTable() {
        assertMeanNerveArea(Math.PI / 4 * 14 * 5, PhantomScene.PIRIFORMIS_LONG_AXIS);
        assertMeanNerveArea(Math.PI / 4 * 12 * 5, PhantomScene.ISCHIAL_SPINE);
        assertMeanNerveArea(Math.PI / 4 * 14 * 5.5, PhantomScene.QUADRATUS_FEMORIS);
    }

    private static void assertMeanNerveArea(double expected, PhantomScene scene) {
        PhantomClip clip = make(small(scene, Laterality.LEFT, false, 5));
        double mean = clip.outlines().stream().flatMap(List::stream)
                .filter(o -> o.structure().equals(StructureCatalog.SCIATIC_NERVE))
                .mapToDouble(PhantomOutline::areaMm2).average().orElseThrow();
        assertEquals(expected, mean, 0.015 * expected);
    }

    @Test
    void aSwollenNerveHasHalfAsMuchAreaAgainAsItsPair() {
        for (PhantomScene scene : PhantomScene.values()) {
            PhantomClip swollen = make(small(scene, Laterality.RIGHT, true, 21));
            PhantomClip normal = make(small(scene, Laterality.LEFT, false, 22));
            for (int i = 0; i < 8; i++) {
                assertEquals(1.5, nerve(swollen, i).areaMm2() / nerve(normal, i).areaMm2(), 0.015, scene.letter());
            }
        }
    }

    @Test
    void theNerveMovesAndItsAreaChangesSmoothlyByAFewPercent() {
        PhantomSpec spec = PhantomSpec.standard(PhantomScene.PIRIFORMIS_LONG_AXIS, Laterality.LEFT, false, false, 9);
        SceneModel scene = SceneReader.read(spec);
        TruthTracer tracer = new TruthTracer(scene, ScreenLayout.of(spec.columns(), spec.rows(), CurvedArray.STANDARD));
        List<PhantomOutline> nerves = new ArrayList<>();
        for (int i = 0; i <= spec.frames(); i++) {
            nerves.add(tracer.trace(Motion.at(spec, scene, CurvedArray.STANDARD, i)).getFirst());
        }
        var areas = nerves.stream().mapToDouble(PhantomOutline::areaMm2).summaryStatistics();
        double change = areas.getMax() / areas.getMin() - 1;
        assertTrue(change > 0.04 && change < 0.15, "change of area " + change);
        double travel = 0;
        for (int i = 1; i < nerves.size(); i++) {
            assertEquals(1, nerves.get(i).areaMm2() / nerves.get(i - 1).areaMm2(), 0.012, "jump at frame " + i);
            Point step = nerves.get(i).polygon().centroid().minus(nerves.get(i - 1).polygon().centroid());
            assertTrue(step.length() < 2, "jump at frame " + i);
            travel += step.length();
        }
        assertTrue(travel > 10, "travel in pixels " + travel);
        assertEquals(nerves.getFirst().polygon(), nerves.getLast().polygon(), "the loop closes");
    }

    @Test
    void everyStructureIsKnownAndLiesInTheTissueRegion() {
        StructureCatalog catalog = StructureCatalog.standard();
        for (PhantomScene scene : PhantomScene.values()) {
            PhantomClip clip = make(small(scene, Laterality.LEFT, true, 13));
            Region tissue = clip.regions().getFirst();
            for (PhantomOutline o : clip.outlines().stream().flatMap(List::stream).toList()) {
                assertTrue(catalog.find(o.structure()).isPresent(), o.structure());
                assertTrue(o.polygon().vertices().stream().allMatch(tissue::contains), o.structure());
            }
        }
    }

    @Test
    void theRegionsAreTheTissueInCentimetresAndAGreyBarWithoutUnits() {
        PhantomClip clip = make(small(PhantomScene.ISCHIAL_SPINE, Laterality.RIGHT, false, 2));
        Region tissue = clip.regions().getFirst();
        assertTrue(tissue.isMeasurable());
        assertTrue(tissue.deltaX() > 0 && tissue.deltaX() == tissue.deltaY());
        assertFalse(clip.regions().get(1).isMeasurable());
        for (Region r : clip.regions()) {
            assertTrue(r.minX() >= 0 && r.minY() >= 0 && r.maxX() < 320 && r.maxY() < 240 && r.minX() < r.maxX());
        }
        Point face = tissue.reference().orElseThrow().plus(new Point(tissue.minX(), tissue.minY()));
        byte[] screen = clip.screens().getFirst();
        int column = (int) face.x();
        int row = (int) face.y();
        assertTrue((screen[row * 320 + column] & 0xFF) > 60, "the skin begins at the reference pixel");
        assertEquals(0, screen[(row - 2) * 320 + column], "the probe is above it");
    }

    @Test
    void cancellingEndsTheWork() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        PhantomSpec spec = small(PhantomScene.ISCHIAL_SPINE, Laterality.RIGHT, false, 2);
        assertThrows(CancelledException.class, () -> new PhantomGenerator().generate(spec, cancelled));
    }

    @Test
    void progressRisesToOne() {
        List<Double> fractions = new ArrayList<>();
        new PhantomGenerator().generate(small(PhantomScene.ISCHIAL_SPINE, Laterality.RIGHT, false, 2),
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {
                        fractions.add(fraction);
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                });
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertEquals(1, fractions.getLast());
    }

    @Test
    void aClipWithoutASideIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> small(PhantomScene.ISCHIAL_SPINE, Laterality.UNSPECIFIED, false, 2));
    }
}
