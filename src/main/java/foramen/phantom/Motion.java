package foramen.phantom;

import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * How the tissue lies under the probe at one moment: a slow sideways and twisting drift of the hand, breathing, the
 * swelling and thinning of the nerve as the plane slides along it, and the pulse of the arteries. All of it closes on
 * itself at the end of the clip, so that a loop shows no jump. Amplitudes are engineering defaults.
 */
final class Motion {
    private static final double DRIFT_RAD = 0.009;
    private static final double PRESS_MM = 0.7;
    /** Depth at which half of the breathing is felt. */
    private static final double SKIN_MM = 25;
    private static final double NERVE_STRETCH = 0.021;
    private static final double PULSE_STRETCH = 0.11;
    private static final double PLANE_TURN = 0.55;
    private static final double BEAT_MILLIS = 820;

    /** A place that grows and shrinks; flat near the middle, so that what lies inside keeps its shape. */
    private record Swell(Point centre, double inner, double outer, double stretch) {
        Point apply(Point p) {
            double d = p.distanceTo(centre);
            if (d >= outer) {
                return p;
            }
            double g = 1 - TissueNoise.smoothstep((d - inner) / (outer - inner));
            return p.plus(p.minus(centre).times(stretch * g));
        }
    }

    private final CurvedArray probe;
    private final double turn;
    private final double press;
    private final double plane;
    private final List<Swell> swells = new ArrayList<>();

    private Motion(CurvedArray probe, double turn, double press, double plane) {
        this.probe = probe;
        this.turn = turn;
        this.press = press;
        this.plane = plane;
    }

    /** The tissue of {@code scene} at frame {@code frame} (from 0) of the clip. */
    static Motion at(PhantomSpec spec, SceneModel scene, CurvedArray probe, int frame) {
        double round = 2 * Math.PI * frame / spec.frames();
        SeededRandom random = new SeededRandom(spec.seed()).fork("motion");
        double p1 = random.uniform(0, 2 * Math.PI);
        double p2 = random.uniform(0, 2 * Math.PI);
        double p3 = random.uniform(0, 2 * Math.PI);
        Motion motion = new Motion(probe,
                DRIFT_RAD * (0.8 * StrictMath.sin(round + p1) + 0.3 * StrictMath.sin(2 * round + p2)),
                PRESS_MM * StrictMath.sin(round + p3), PLANE_TURN * StrictMath.sin(round + p2));
        double nerve = NERVE_STRETCH * (StrictMath.sin(round) + 0.25 * StrictMath.sin(2 * round + 1));
        double beats = Math.max(1, Math.rint(spec.frames() * spec.frameMillis() / BEAT_MILLIS));
        double pulse = PULSE_STRETCH * beat((frame * beats / spec.frames()) % 1);
        for (SceneModel.Shape shape : scene.shapes()) {
            Point c = shape.outline().centroid();
            double reach = Math.max(shape.bounds().maxX() - c.x(), shape.bounds().maxY() - c.y());
            switch (shape.structure()) {
                case "sciatic-nerve" -> motion.swells.add(new Swell(c, 10, 22, (1 + nerve) / motion.crowding(c) - 1));
                case "vessel" -> motion.swells.add(new Swell(c, 1.3 * reach, 3.5 * reach, pulse));
                default -> {
                    // Everything else is carried along.
                }
            }
        }
        return motion;
    }

    /** The arterial wave over one beat: a quick rise, a slow fall. */
    private static double beat(double t) {
        double rise = TissueNoise.smoothstep(t / 0.18);
        double fall = 1 - TissueNoise.smoothstep((t - 0.18) / 0.7);
        return 2 * rise * fall - 0.8;
    }

    /** How much breathing stretches lengths at {@code p}: undone for the nerve, whose area is to be its own. */
    private double crowding(Point p) {
        double range = probe.range(p);
        double depth = range - probe.radiusMm();
        double along = 1 + press * SKIN_MM / ((depth + SKIN_MM) * (depth + SKIN_MM));
        return Math.sqrt(range(range) / range * along);
    }

    /** Where the tissue point that rests at {@code p} lies now. */
    Point apply(Point p) {
        Point q = swollen(p);
        double range = probe.range(q);
        return probe.at(range(range), angle(probe.angle(q), range));
    }

    /** The part of the motion that is not along or across the beams. */
    Point swollen(Point p) {
        Point q = p;
        for (Swell s : swells) {
            q = s.apply(q);
        }
        return q;
    }

    /** Whether {@link #swollen} may move {@code p}. */
    boolean swells(Point p) {
        return swells.stream().anyMatch(s -> p.distanceTo(s.centre()) < s.outer());
    }

    /** Distance from the apex, now, of what rests at {@code range}; the skin stays on the probe. */
    double range(double range) {
        double depth = range - probe.radiusMm();
        return range + press * depth / (depth + SKIN_MM);
    }

    /** Angle, now, of what rests at {@code angle}; the deep parts lag behind the skin a little. */
    double angle(double angle, double range) {
        return angle + turn * (0.85 + 0.0025 * (range - probe.radiusMm()));
    }

    /** How far the plane has turned out of its first place, as the phase at which scatterers show themselves. */
    double plane() {
        return plane;
    }
}
