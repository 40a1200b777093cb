package foramen.phantom;

import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.phantom.SceneModel.Layer;
import foramen.phantom.SceneModel.Shape;
import foramen.phantom.SceneModel.Surface;
import foramen.phantom.Tissue.Texture;
import java.util.Optional;

/**
 * Sows a scene with scatterers: the ground of each tissue at random, and the linear echoes (striae, fibrils, fascia,
 * rims, cortices) as rows of points that add up in phase where the beam meets them at a right angle and cancel where
 * it does not, as specular reflectors do.
 */
final class Sower {
    /** Scatterers per mm² of ground: about twenty in a resolution cell, well above full development of speckle. */
    static final double DENSITY = 24;

    private static final double STEP_MM = 0.13;
    /** Amplitude of a row's point against that of the ground, for the same level at right angles (found by trial). */
    private static final double ROW = 0.34;
    /** The part of a row that scatters at every angle (found by trial). */
    private static final double ROUGH = 0.6;
    /** Share of the linear echoes that are long, strong septa. */
    private static final double SEPTA = 0.14;
    /** What fasciae and cortices need more, as the display's smoothing thins them (found by trial). */
    private static final double MIRROR_DB = 6;
    private static final double STRANDS_PER_MM2 = 0.6;
    private static final double MARGIN_RAD = 0.03;
    private static final double MARGIN_MM = 2;

    private final SceneModel scene;
    private final CurvedArray probe;
    private final SeededRandom random;
    private final TissueNoise noise;
    private final Scatterers out = new Scatterers();

    private Sower(SceneModel scene, CurvedArray probe, SeededRandom random) {
        this.scene = scene;
        this.probe = probe;
        this.random = random;
        this.noise = new TissueNoise(random.nextLong());
    }

    /** The scatterers of {@code scene} in and just beside the sector of {@code probe}. */
    static Scatterers sow(SceneModel scene, CurvedArray probe, SeededRandom random) {
        Sower sower = new Sower(scene, probe, random);
        sower.ground();
        sower.strands();
        scene.layers().stream().filter(l -> l.tissue().rim() > 0).forEach(sower::border);
        scene.shapes().forEach(sower::rim);
        scene.surfaces().forEach(sower::cortex);
        return sower.out;
    }

    /** What is at one place: the uppermost shape, else the layer. */
    private record Place(Tissue tissue, double fibre, double textureX, double textureZ, Object owner) {}

    private Place place(Point p) {
        Optional<Shape> shape = scene.shapeAt(p);
        if (shape.isPresent()) {
            Shape s = shape.get();
            return new Place(s.tissue(), s.fibre(), p.x(), p.y(), s);
        }
        double depth = SceneModel.layerDepth(probe, p);
        Layer layer = scene.layerAt(p.x(), depth);
        return new Place(layer.tissue(), layer.fibre(), p.x(), depth, layer);
    }

    private double area() {
        double near = probe.radiusMm() - MARGIN_MM;
        double far = probe.radiusMm() + probe.depthMm() + MARGIN_MM;
        return (probe.halfAngle() + MARGIN_RAD) * (far * far - near * near);
    }

    /** A point anywhere in the sector, each square millimetre as likely. */
    private Point anywhere() {
        double near = probe.radiusMm() - MARGIN_MM;
        double far = probe.radiusMm() + probe.depthMm() + MARGIN_MM;
        double range = Math.sqrt(near * near + random.uniform() * (far * far - near * near));
        double half = probe.halfAngle() + MARGIN_RAD;
        return probe.at(range, random.uniform(-half, half));
    }

    private void ground() {
        long count = Math.round(DENSITY * area());
        for (long i = 0; i < count; i++) {
            Point p = anywhere();
            Place place = place(p);
            double level = place.tissue().level(noise, fibreX(place), fibreZ(place));
            if (place.tissue().texture() == Texture.VOID) {
                continue;
            }
            double amplitude = LogCompression.amplitude(level);
            add(p, amplitude * random.strength(), amplitude * random.strength());
        }
    }

    private static double fibreX(Place p) {
        return p.textureX() * StrictMath.cos(p.fibre()) + p.textureZ() * StrictMath.sin(p.fibre());
    }

    private static double fibreZ(Place p) {
        return p.textureZ() * StrictMath.cos(p.fibre()) - p.textureX() * StrictMath.sin(p.fibre());
    }

    private void add(Point p, double here, double beside) {
        out.add(probe.range(p), probe.angle(p), here, beside);
    }

    private void strands() {
        long count = Math.round(STRANDS_PER_MM2 * area());
        for (long i = 0; i < count; i++) {
            Point p = anywhere();
            double chance = random.uniform();
            Place place = place(p);
            double wanted = place.tissue().strandsPerCm2() / 100;
            if (chance * STRANDS_PER_MM2 < wanted) {
                strand(p, place);
            }
        }
    }

    /** One linear echo through the tissue of {@code place}, gently bent, brightest in its middle; a few are septa. */
    private void strand(Point start, Place place) {
        boolean septum = random.uniform() < SEPTA;
        boolean lobules = place.tissue().texture() == Texture.LOBULES;
        double length = place.tissue().strandMm() * random.uniform(0.4, 1.6) * (septum ? 2.6 : 1);
        double bend = random.gaussian() * (lobules ? 0.06 : 0.012);
        double turn = place.fibre() + random.gaussian() * (lobules ? 0.22 : 0.05);
        double level = LogCompression.level(place.tissue().accent()) + (septum ? 5 : -1.5) + 4 * random.gaussian();
        double amplitude = LogCompression.amplitude(level);
        Point p = start;
        int steps = (int) (length / STEP_MM);
        for (int i = 0; i < steps; i++) {
            double along = (i + 0.5) / steps;
            if (i % 4 == 0 && place(p).owner() != place.owner()) {
                return;
            }
            double heading = turn + bend * (i - steps / 2.0) * STEP_MM + lie(p, place);
            double a = amplitude * StrictMath.sin(Math.PI * along) * mirror(p, heading);
            row(p, ROW * a, 0.035);
            row(p, ROUGH * a * random.gaussian(), 0.1);
            p = p.plus(new Point(STEP_MM * StrictMath.cos(heading), STEP_MM * StrictMath.sin(heading)));
        }
    }

    /** What a flat reflector that runs at {@code heading} sends back, against one that faces the probe. */
    private double mirror(Point p, double heading) {
        double facing = StrictMath.cos(heading + probe.angle(p));
        return 0.2 + 0.8 * StrictMath.pow(Math.abs(facing), 8);
    }

    /** The slope of the layers at {@code p}; shapes lie as their fibres say. */
    private double lie(Point p, Place place) {
        if (place.owner() instanceof Shape) {
            return 0;
        }
        double h = 0.5;
        double fx = SceneModel.layerDepth(probe, p.plus(new Point(h, 0)))
                - SceneModel.layerDepth(probe, p.plus(new Point(-h, 0)));
        double fz = SceneModel.layerDepth(probe, p.plus(new Point(0, h)))
                - SceneModel.layerDepth(probe, p.plus(new Point(0, -h)));
        return StrictMath.atan2(-fx, fz);
    }

    /** One point of a row, off it by {@code jitter} mm. */
    private void row(Point p, double amplitude, double jitter) {
        double a = amplitude * random.uniform(0.5, 1.5);
        double range = probe.range(p) + jitter * random.gaussian();
        out.add(range, probe.angle(p) + random.uniform(-0.5, 0.5) * STEP_MM / range, a, 0.35 * a * random.gaussian());
    }

    /** The fascia along the lower border of {@code layer}, of uneven strength. */
    private void border(Layer layer) {
        double half = probe.halfAngle() + MARGIN_RAD;
        double step = STEP_MM / (probe.radiusMm() + layer.bottom());
        double base = LogCompression.level(layer.tissue().rim()) + MIRROR_DB;
        for (double angle = -half; angle < half; angle += step) {
            Point p = SceneModel.onBorder(probe, layer, angle);
            if (scene.shapeAt(p).isPresent()) {
                continue;
            }
            double level = base + 3.5 * noise.smooth(p.x() / 9, layer.bottom()) - 1.5;
            double amplitude = ROW * LogCompression.amplitude(level);
            row(p, amplitude, 0.035);
            double second = 0.8 + 0.5 * noise.smooth(p.x() / 14, 40 + layer.bottom());
            row(p.plus(new Point(0, second)), 0.45 * amplitude, 0.06);
        }
    }

    /** The rim just outside a shape: epimysium, epineurium, vessel wall; a blurred one spreads and fades. */
    private void rim(Shape shape) {
        Tissue tissue = shape.tissue();
        boolean hard = tissue.texture() == Texture.SURFACE;
        boolean nerve = tissue.texture() == Texture.FASCICLES;
        double grey = hard ? tissue.grey() : tissue.rim();
        if (grey == 0) {
            return;
        }
        double thickness = !nerve ? 0.15 : tissue.name().endsWith("-swollen") ? 1.4 : 0.45;
        double amplitude = LogCompression.amplitude(LogCompression.level(grey) + (nerve ? -2.5 : 0.5));
        Point centre = shape.outline().centroid();
        for (Segment edge : shape.outline().edges()) {
            int points = (int) Math.ceil((nerve ? 3 : 1) * edge.length() / STEP_MM);
            for (int i = 0; i < points; i++) {
                Point p = edge.a().towards(edge.b(), (i + random.uniform()) / points);
                Point away = p.minus(centre);
                double out = thickness * random.uniform() + 0.1;
                // The rim of a nerve scatters at every angle; a fascia or a wall is a mirror first.
                double strength = nerve ? 0.45 * random.gaussian() : ROW;
                // Only the near side of what is hard is heard, and nothing of what a vessel covers.
                if (!(hard && away.y() > 0) && !inAnotherVessel(p, shape)) {
                    row(p.plus(away.times(out / Math.max(away.length(), 1e-6))), strength * amplitude, 0.03);
                }
            }
        }
    }

    private boolean inAnotherVessel(Point p, Shape shape) {
        return scene.shapeAt(p).filter(s -> s.tissue().texture() == Texture.VOID && !s.equals(shape)).isPresent();
    }

    /** A cortex: a strong mirror with some roughness and ringing just behind, fading at its ends. */
    private void cortex(Surface surface) {
        double amplitude = LogCompression.amplitude(LogCompression.level(surface.tissue().grey()) + MIRROR_DB);
        int pieces = surface.line().size() - 1;
        for (int i = 0; i < pieces; i++) {
            Segment piece = new Segment(surface.line().get(i), surface.line().get(i + 1));
            Point run = piece.b().minus(piece.a());
            double tilt = StrictMath.atan2(run.y(), run.x());
            double end = TissueNoise.smoothstep(12.0 * Math.min(i + 1, pieces - i) / pieces);
            int points = (int) Math.ceil(2 * piece.length() / STEP_MM);
            for (int j = 0; j < points; j++) {
                Point p = piece.a().towards(piece.b(), (j + random.uniform()) / points);
                double uneven = LogCompression.amplitude(4 * noise.smooth(p.x() / 6, 77) - 2);
                double strength = amplitude * uneven * (0.15 + 0.85 * end) * mirror(p, tilt);
                Point rough = p.plus(new Point(0, 0.25 * noise.smooth(p.x() / 3, 51)));
                row(rough, 0.6 * ROW * strength, 0.04);
                double behind = -0.4 * StrictMath.log(1 - random.uniform());
                row(rough.plus(new Point(0, behind)), 0.3 * strength * random.gaussian(), 0.05);
            }
        }
    }
}
