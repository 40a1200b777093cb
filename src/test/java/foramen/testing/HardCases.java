package foramen.testing;

import foramen.geometry.Affine;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.vision.FrameSource;
import foramen.vision.GreyFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;

/** Sample clips made hard to follow: noise, jumps, shadows, another plane, a nerve that dissolves or leaves. */
public final class HardCases {
    /** Where the nerve is no longer on the picture. */
    private static final Polygon GONE = new Polygon(List.of(new Point(-2, -2), new Point(-1, -2), new Point(-1, -1)));

    private HardCases() {}

    /**
     * One hard clip.
     *
     * @param name what is hard
     * @param frames the frames
     * @param truth where the nerve is on each
     */
    public record Case(String name, FrameSource frames, IntFunction<Polygon> truth) {}

    /** All cases made of {@code clip}; {@code other}, of the same size, is the plane that comes instead. */
    public static List<Case> of(PhantomFrames clip, PhantomFrames other) {
        List<Case> cases = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < clip.count(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(3));
        cases.add(new Case("shuffled", i -> clip.frame(order.get(i)), i -> clip.nerve(order.get(i))));
        for (int sd : new int[]{25, 60, 120}) {
            cases.add(new Case("noise " + sd, i -> noisy(clip.frame(i), sd * Math.min(1, i / 30.0), i), clip::nerve));
        }
        for (int d : new int[]{12, 25, 50, 90}) {
            cases.add(moved("jump " + d, clip, i -> Affine.translate(i < 20 ? 0 : d, i < 20 ? 0 : -0.3 * d)));
        }
        for (int d : new int[]{20, 60}) {
            cases.add(moved("shake " + d, clip, i -> Affine.translate(d * Math.sin(0.7 * i), 0)));
        }
        cases.add(moved("slides out", clip, i -> Affine.translate(7.0 * Math.max(0, i - 10), 0)));
        cases.add(stretched(clip));
        cases.add(ShadowCases.passing(clip));
        cases.add(new Case("gain falls", i -> map(clip.frame(i), (x, y) -> (int) (clip.frame(i).grey(x, y)
                * (1 - 0.7 * i / 60))), clip::nerve));
        cases.add(otherPlane(clip, other));
        cases.add(new Case("cut", i -> i < 30 ? clip.frame(i) : other.frame(i),
                i -> i < 30 ? clip.nerve(i) : other.nerve(i)));
        cases.add(dissolving(clip));
        return cases;
    }

    private static Case moved(String name, PhantomFrames clip, IntFunction<Affine> map) {
        return new Case(name, i -> warped(clip.frame(i), map.apply(i)), i -> {
            Polygon there = warped(clip.nerve(i), map.apply(i));
            return there.centroid().x() < clip.frame(i).columns() ? there : GONE;
        });
    }

    private static Case stretched(PhantomFrames clip) {
        Point c = clip.nerve(0).centroid();
        return moved("stretches", clip, i -> Affine.translate(-c.x(), -c.y())
                .then(Affine.scale(1 + i / 60.0, 1 + i / 120.0)).then(Affine.translate(c.x(), c.y())));
    }

    private static Case otherPlane(PhantomFrames clip, PhantomFrames other) {
        return new Case("another plane", i -> {
            double t = Math.clamp((i - 20) / 20.0, 0, 1);
            GreyFrame f = clip.frame(i);
            GreyFrame g = other.frame(i);
            return map(f, (x, y) -> (int) Math.round(f.grey(x, y) * (1 - t) + g.grey(x, y) * t));
        }, i -> i < 30 ? clip.nerve(i) : other.nerve(i));
    }

    /** The nerve turns into what lies below it. */
    private static Case dissolving(PhantomFrames clip) {
        Bounds b = clip.nerve(0).bounds();
        Point c = b.centre();
        return new Case("dissolves", i -> {
            double t = Math.clamp((i - 10) / 30.0, 0, 1);
            GreyFrame f = clip.frame(i);
            return map(f, (x, y) -> {
                double off = Math.hypot((x - c.x()) / (1.3 * b.width()), (y - c.y()) / (1.6 * b.height()));
                double k = t * Math.clamp(2 - 2 * off, 0, 1);
                return (int) Math.round(f.grey(x, y) * (1 - k) + grey(f, x, (int) (y + 2.7 * b.height())) * k);
            });
        }, i -> i < 30 ? clip.nerve(i) : GONE);
    }

    /** {@code frame} with Gaussian noise added. */
    public static GreyFrame noisy(GreyFrame frame, double sd, int seed) {
        Random random = new Random(seed);
        return map(frame, (x, y) -> (int) Math.round(frame.grey(x, y) + sd * random.nextGaussian()));
    }

    /** {@code frame} under {@code map}; what comes from beyond it is black. */
    public static GreyFrame warped(GreyFrame frame, Affine map) {
        Affine back = map.inverse();
        return map(frame, (x, y) -> {
            Point p = back.apply(new Point(x + 0.5, y + 0.5));
            int u = (int) Math.floor(p.x() - 0.5);
            int v = (int) Math.floor(p.y() - 0.5);
            double a = p.x() - 0.5 - u;
            double b = p.y() - 0.5 - v;
            return (int) Math.round((grey(frame, u, v) * (1 - a) + grey(frame, u + 1, v) * a) * (1 - b)
                    + (grey(frame, u, v + 1) * (1 - a) + grey(frame, u + 1, v + 1) * a) * b);
        });
    }

    /** {@code outline} under {@code map}. */
    public static Polygon warped(Polygon outline, Affine map) {
        return new Polygon(outline.vertices().stream().map(map::apply).toList());
    }

    static GreyFrame map(GreyFrame frame, IntBinaryOperator grey) {
        byte[] out = new byte[frame.pixels().length];
        for (int y = 0; y < frame.rows(); y++) {
            for (int x = 0; x < frame.columns(); x++) {
                out[y * frame.columns() + x] = (byte) Math.clamp(grey.applyAsInt(x, y), 0, 255);
            }
        }
        return new GreyFrame(frame.columns(), frame.rows(), out);
    }

    private static int grey(GreyFrame f, int x, int y) {
        return x < 0 || y < 0 || x >= f.columns() || y >= f.rows() ? 0 : f.grey(x, y);
    }
}
