package foramen.phantom;

import foramen.geometry.Point;
import foramen.job.Progress;
import java.util.ArrayList;
import java.util.List;

/** Makes a clip from its specification; equal specifications make equal bytes. */
public final class PhantomGenerator {
    /** Averaged frequencies; calms the speckle about as much as a scanner's compounding (engineering default). */
    private static final int LOOKS = 5;

    /**
     * Makes the clip on the caller's thread; a clip of the usual size takes some seconds.
     *
     * @throws foramen.job.CancelledException when cancelled through {@code progress}
     */
    public PhantomClip generate(PhantomSpec spec, Progress progress) {
        progress.report(0, "Sowing the tissue");
        CurvedArray probe = CurvedArray.STANDARD;
        SceneModel scene = SceneReader.read(spec);
        ScreenLayout layout = ScreenLayout.of(spec.columns(), spec.rows(), probe);
        SeededRandom random = new SeededRandom(spec.seed());
        Scatterers scatterers = Sower.sow(scene, probe, random.fork("tissue"));
        progress.checkCancelled();
        Camera camera = new Camera(scene, scatterers, layout, random, Motion.at(spec, scene, probe, 0));
        TruthTracer tracer = new TruthTracer(scene, layout);
        ScreenPainter screen = ScreenPainter.paint(layout, spec);
        List<byte[]> screens = new ArrayList<>();
        List<List<PhantomOutline>> outlines = new ArrayList<>();
        for (int i = 0; i < spec.frames(); i++) {
            progress.checkCancelled();
            progress.report((i + 1.0) / (spec.frames() + 1), "Frame " + (i + 1) + " of " + spec.frames());
            Motion motion = Motion.at(spec, scene, probe, i);
            byte[] pixels = screen.screen();
            camera.shoot(motion, random.fork("frame " + i), pixels);
            screens.add(pixels);
            outlines.add(tracer.trace(motion));
        }
        progress.report(1, "Done");
        return new PhantomClip(spec, screens, screen.tinted(), layout.regions(), probe, outlines);
    }

    /** Takes one frame after the other of one body. */
    private static final class Camera {
        private final SceneModel scene;
        private final Scatterers scatterers;
        private final boolean[] swells;
        private final CurvedArray probe;
        private final GainMap gain;
        private final BeamFormer former;
        private final ScanConverter converter;
        private final float[] power;

        Camera(SceneModel scene, Scatterers scatterers, ScreenLayout layout, SeededRandom random,
                Motion motion) {
            this.scene = scene;
            this.scatterers = scatterers;
            probe = layout.probe();
            BeamGrid grid = BeamGrid.standard(probe);
            gain = new GainMap(grid, new TissueNoise(random.fork("contact").nextLong()));
            former = new BeamFormer(grid, Sower.DENSITY, LOOKS, random.fork("electronics"));
            converter = new ScanConverter(grid, layout);
            power = new float[grid.size()];
            swells = new boolean[scatterers.size()];
            for (int i = 0; i < swells.length; i++) {
                swells[i] = motion.swells(probe.at(scatterers.range(i), scatterers.angle(i)));
            }
        }

        void shoot(Motion motion, SeededRandom random, byte[] pixels) {
            former.clear(random);
            float[] left = gain.at(scene, motion);
            double here = StrictMath.cos(motion.plane());
            double beside = StrictMath.sin(motion.plane());
            for (int i = 0; i < scatterers.size(); i++) {
                double range = scatterers.range(i);
                double angle = scatterers.angle(i);
                if (swells[i]) {
                    Point p = motion.swollen(probe.at(range, angle));
                    range = probe.range(p);
                    angle = probe.angle(p);
                }
                double amplitude = scatterers.inPlane(i) * here + scatterers.outOfPlane(i) * beside;
                former.splat(motion.range(range), motion.angle(angle, range), amplitude, left);
            }
            former.power(power);
            converter.draw(power, pixels);
        }
    }
}
