package foramen.phantom;

import foramen.geometry.Point;
import java.util.Arrays;
import java.util.List;

/** What sound has left of its strength at each sample: attenuation under the time gain, contact, focus, shadows. */
final class GainMap {
    /** What the time gain leaves of the attenuation, dB per mm there and back (engineering default). */
    private static final double LEFT_DB_PER_MM = 0.042;
    private static final double BONE_SKIN_MM = 0.9;
    private static final double BONE_FADE_MM = 1;
    /** Amplitude behind a calcification: grey 60 falls to about 15 (clinical facts 1.3). */
    private static final double BEHIND_CALCIFICATION = 0.27;
    /** Sound crosses blood with less loss: a little enhancement behind a vessel. */
    private static final double BEHIND_VESSEL = 1.25;

    private final BeamGrid grid;
    private final float[] base;
    private final float[] gain;

    GainMap(BeamGrid grid, TissueNoise noise) {
        this.grid = grid;
        base = new float[grid.size()];
        gain = new float[grid.size()];
        for (int b = 0; b < grid.beams(); b++) {
            double off = grid.angle(b) / grid.probe().halfAngle();
            double contact = 1.1 * noise.smooth(b / 19.0, 3) + 0.5 * noise.smooth(b / 5.0, 9);
            double side = -4.5 * StrictMath.pow(Math.abs(off), 6);
            for (int s = 0; s < grid.samples(); s++) {
                double depth = grid.depth(s);
                double focus = (depth - 56) / 18;
                double db = 0.6 - LEFT_DB_PER_MM * depth + 1.8 * StrictMath.exp(-focus * focus)
                        + contact * Math.min(1, 0.3 + depth / 60) + side;
                base[s * grid.beams() + b] = (float) LogCompression.amplitude(db);
            }
        }
    }

    /** The gain with the shadows of {@code scene} as it lies now; overwritten by the next call. */
    float[] at(SceneModel scene, Motion motion) {
        System.arraycopy(base, 0, gain, 0, base.length);
        for (SceneModel.Surface surface : scene.surfaces()) {
            shade(deepest(surface.line().stream().map(motion::apply).toList(), false), 0, BONE_SKIN_MM);
        }
        for (SceneModel.Shape shape : scene.shapes()) {
            double behind = switch (shape.structure()) {
                case "calcification" -> BEHIND_CALCIFICATION;
                case "vessel" -> BEHIND_VESSEL;
                default -> 1;
            };
            if (behind != 1) {
                shade(deepest(shape.outline().vertices().stream().map(motion::apply).toList(), true), behind, 0);
            }
        }
        return gain;
    }

    /** For each beam the greatest range at which it crosses the line; negative where it does not. */
    private double[] deepest(List<Point> line, boolean closed) {
        double[] range = new double[grid.beams()];
        Arrays.fill(range, -1);
        for (int i = closed ? 0 : 1; i < line.size(); i++) {
            Point p = line.get(i == 0 ? line.size() - 1 : i - 1);
            Point q = line.get(i);
            double bp = grid.beam(grid.probe().angle(p));
            double bq = grid.beam(grid.probe().angle(q));
            double rp = grid.probe().range(p);
            double rq = grid.probe().range(q);
            int from = (int) Math.max(0, Math.ceil(Math.min(bp, bq)));
            int to = (int) Math.min(grid.beams() - 1, Math.floor(Math.max(bp, bq)));
            for (int b = from; b <= to; b++) {
                double t = bp == bq ? 0 : (b - bp) / (bq - bp);
                range[b] = Math.max(range[b], rp + t * (rq - rp));
            }
        }
        return range;
    }

    private void shade(double[] range, double behind, double skin) {
        for (int b = 0; b < range.length; b++) {
            if (range[b] < 0) {
                continue;
            }
            double start = grid.sample(range[b] + skin);
            double fade = BONE_FADE_MM / grid.sampleStep();
            for (int s = (int) Math.max(0, Math.ceil(start)); s < grid.samples(); s++) {
                double passed = Math.min(1, (s - start) / fade);
                gain[s * grid.beams() + b] *= (float) (1 + (behind - 1) * passed);
            }
        }
    }
}
