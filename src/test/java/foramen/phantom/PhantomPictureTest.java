package foramen.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the picture follows the echotexture table of the clinical facts, 1.3, and the physics of speckle. */
class PhantomPictureTest {
    private final PhantomSpec spec = new PhantomSpec(PhantomScene.ISCHIAL_SPINE, Laterality.LEFT, false, true, 8, 640,
            480, 40, 4, PhantomIdentity.DEMO);
    private final PhantomClip clip = new PhantomGenerator().generate(spec, Progress.NONE);
    private final ScreenLayout layout = ScreenLayout.of(640, 480, CurvedArray.STANDARD);
    private final SceneModel scene = SceneReader.read(spec);
    private final Motion motion = Motion.at(spec, scene, CurvedArray.STANDARD, 0);

    private double grey(Point pixel) {
        return grey(0, pixel);
    }

    private double grey(int index, Point pixel) {
        int x = (int) pixel.x();
        int y = (int) pixel.y();
        return clip.screens().get(index)[y * 640 + x] & 0xFF;
    }

    private double mean(Polygon polygon) {
        List<Double> greys = new ArrayList<>();
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                if (polygon.contains(new Point(x + 0.5, y + 0.5))) {
                    greys.add(grey(new Point(x, y)));
                }
            }
        }
        return greys.stream().mapToDouble(g -> g).average().orElseThrow();
    }

    private double mean(String structure, double share) {
        Polygon polygon = clip.outlines().getFirst().stream().filter(o -> o.structure().equals(structure)).findFirst()
                .orElseThrow().polygon();
        Point c = polygon.centroid();
        return mean(new Polygon(polygon.vertices().stream().map(v -> c.towards(v, share)).toList()));
    }

    private double mean(double x, double z, double width, double height) {
        List<Point> corners = List.of(new Point(x - width / 2, z - height / 2), new Point(x + width / 2,
                z - height / 2), new Point(x + width / 2, z + height / 2), new Point(x - width / 2, z + height / 2));
        return mean(new Polygon(corners.stream().map(motion::apply).map(layout::toPixels).toList()));
    }

    /** The brightest grey within a millimetre of the fascia over the gluteus maximus, averaged along it. */
    private double fascia() {
        double sum = 0;
        for (int i = -20; i <= 20; i++) {
            Point p = layout.toPixels(motion.apply(SceneModel.onBorder(CurvedArray.STANDARD, scene.layers().get(1),
                    i * 0.015)));
            double best = 0;
            for (int d = -4; d <= 4; d++) {
                best = Math.max(best, grey(p.plus(new Point(0, d))));
            }
            sum += best;
        }
        return sum / 41;
    }

    @Test
    void theTissuesStandInTheOrderOfTheEchotextureTable() {
        double bone = mean("ischial-spine", 0.9);
        double calcification = mean("calcification", 0.8);
        double nerve = mean("sciatic-nerve", 0.95);
        double ligament = mean("sacrospinous-ligament", 0.9);
        double muscle = mean("gluteus-maximus", 0.9);
        double vessel = mean("vessel", 0.5);
        double shadow = mean(5, 75, 8, 20);
        double behindCalcification = mean(-16 * 1.13, 75, 3, 14);
        double beside = mean(-40, 75, 8, 14);
        String all = "bone %.0f calcification %.0f fascia %.0f nerve %.0f ligament %.0f muscle %.0f vessel %.0f shadow %.0f behind %.0f beside %.0f"
                .formatted(bone, calcification, fascia(), nerve, ligament, muscle, vessel, shadow,
                        behindCalcification, beside);
        assertTrue(bone > fascia() && calcification > fascia(), all);
        assertTrue(fascia() > nerve, all);
        assertTrue(nerve > muscle + 40 && ligament > muscle + 60, all);
        assertEquals(70, muscle, 20, all);
        assertTrue(vessel < muscle - 20, all);
        assertTrue(shadow < 15, all);
        assertTrue(behindCalcification < beside - 10, all);
    }

    @Test
    void swellingMakesTheNerveDarker() {
        PhantomClip swollen = new PhantomGenerator().generate(new PhantomSpec(spec.scene(), spec.side(), true, true,
                2, 640, 480, 40, 4, PhantomIdentity.DEMO), Progress.NONE);
        Polygon outline = swollen.outlines().getFirst().getFirst().polygon();
        double sum = 0;
        int n = 0;
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                if (outline.contains(new Point(x + 0.5, y + 0.5))) {
                    sum += swollen.screens().getFirst()[y * 640 + x] & 0xFF;
                    n++;
                }
            }
        }
        assertTrue(sum / n < mean("sciatic-nerve", 1) - 20, "swollen " + sum / n);
    }

    @Test
    void oneLookAtManyScatterersIsRayleighSpeckle() {
        CurvedArray probe = CurvedArray.STANDARD;
        BeamGrid grid = BeamGrid.standard(probe);
        SeededRandom random = new SeededRandom(5);
        BeamFormer former = new BeamFormer(grid, Sower.DENSITY, 1, random.fork("noise"));
        former.clear(random);
        float[] gain = new float[grid.size()];
        Arrays.fill(gain, 1);
        double area = probe.halfAngle() * (150 * 150 - 60 * 60);
        for (int i = 0; i < Sower.DENSITY * area; i++) {
            double range = Math.sqrt(60 * 60 + random.uniform() * (150 * 150 - 60 * 60));
            former.splat(range, random.uniform(-probe.halfAngle(), probe.halfAngle()), random.strength(), gain);
        }
        float[] power = new float[grid.size()];
        former.power(power);
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int s = 60; s < grid.samples() - 60; s++) {
            for (int b = 30; b < grid.beams() - 30; b++) {
                double envelope = Math.sqrt(power[s * grid.beams() + b]);
                sum += envelope;
                squares += envelope * envelope;
                n++;
            }
        }
        double mean = sum / n;
        assertEquals(1.91, mean / Math.sqrt(squares / n - mean * mean), 0.05, "signal to noise of Rayleigh speckle");
        assertEquals(1, squares / n, 0.1, "scatterers of unit strength make unit power");
    }

    @Test
    void speckleGoesWithTheTissueAndIsNeitherFrozenNorFlicker() {
        double[] here = patch(0, Motion.at(spec, scene, CurvedArray.STANDARD, 0));
        double stuck = correlation(here, patch(2, Motion.at(spec, scene, CurvedArray.STANDARD, 0)));
        double followed = correlation(here, patch(2, Motion.at(spec, scene, CurvedArray.STANDARD, 2)));
        assertTrue(followed > 0.6, "followed " + followed);
        assertTrue(followed < 0.995, "followed " + followed);
        assertTrue(stuck < followed - 0.2, "stuck " + stuck + ", followed " + followed);
    }

    /** Greys of a piece of muscle that is followed through {@code motion}, read from frame {@code index}. */
    private double[] patch(int index, Motion at) {
        double[] greys = new double[40 * 40];
        for (int i = 0; i < greys.length; i++) {
            int row = i / 40;
            greys[i] = grey(index, layout.toPixels(at.apply(new Point(-20 + i % 40 * 0.5, 26 + row * 0.4))));
        }
        return greys;
    }

    private static double correlation(double[] a, double[] b) {
        double ma = Arrays.stream(a).average().orElseThrow();
        double mb = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
