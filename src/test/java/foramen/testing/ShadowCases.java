package foramen.testing;

import foramen.geometry.Point;
import foramen.testing.HardCases.Case;
import foramen.vision.GreyFrame;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Sample clips over which acoustic shadows pass, in widths of the nerve. */
public final class ShadowCases {
    private static final double LAST = 60;

    private ShadowCases() {}

    /** A dark band straight down the picture that passes from left to right: the first that was tried. */
    static Case passing(PhantomFrames clip) {
        return new Band("shadow passes", 0.45, 8, 0, 0, ShadowCases::right, 0).over(clip);
    }

    /** Shadows that the ways of looking for cover were tried on. */
    public static List<Case> tried(PhantomFrames clip) {
        return List.of(passing(clip), new Band("wide", 0.8, 8, 0, 0, i -> -2.4 + 4.8 * i / LAST, 0).over(clip),
                new Band("soft edges", 0.3, 8, 0.4, 0, ShadowCases::right, 0).over(clip),
                new Band("stops half", 0.45, 6, 0.1, -0.2, i -> -2 + 1.6 * Math.min(1, i / 30.0), 0).over(clip),
                new Band("contact lost", 6, 25, 0.3, 0, i -> -8 + 2.5 * Math.sin(Math.PI * i / LAST), 0).over(clip),
                new Band("contact stays lost", 6, 25, 0.3, 0.2, i -> 8 - 2.5 * Math.min(1, i / 40.0), 0).over(clip));
    }

    /** Shadows by which nothing was chosen: for a figure that does not flatter. */
    public static List<Case> heldOut(PhantomFrames clip) {
        return List.of(new Band("narrow", 0.2, 8, 0, 0, ShadowCases::right, 0).over(clip),
                new Band("quarter deep", 0.45, 4, 0, 0, ShadowCases::right, 0).over(clip),
                new Band("slanted", 0.45, 8, 0, 0.35, ShadowCases::right, 0).over(clip),
                new Band("other way", 0.45, 8, 0, 0, i -> 2 - 4 * i / LAST, 0).over(clip),
                new Band("stops on it", 0.45, 8, 0, 0, i -> -2 + 2 * Math.min(1, i / 30.0), 0).over(clip),
                new Band("below a stone", 0.45, 8, 0.1, 0, ShadowCases::right, 2).over(clip),
                new Band("soft and slanted", 0.6, 5, 0.25, -0.5, i -> 2.2 - 4.4 * i / LAST, 0).over(clip),
                new Band("comes and goes", 0.45, 8, 0.1, 0, i -> i % 12 < 6 ? 9 : 0.3, 0).over(clip));
    }

    private static double right(int frame) {
        return -2 + 4 * frame / LAST;
    }

    /**
     * A dark band.
     *
     * @param half half its width
     * @param depth the grey levels are divided by this
     * @param soft the width of its edges
     * @param lean how far it goes across for each pixel down
     * @param middle where it is on a frame, from the nerve's centre, at the nerve's depth
     * @param below how far above the nerve's centre it begins; nought for the top of the picture
     */
    private record Band(String name, double half, double depth, double soft, double lean, IntToDoubleFunction middle,
            double below) {
        Case over(PhantomFrames clip) {
            double w = clip.nerve(0).bounds().width();
            return new Case(name, i -> {
                Point c = clip.nerve(i).centroid();
                double top = below > 0 ? c.y() - below * clip.nerve(0).bounds().height() : -1;
                double at = c.x() + w * middle.applyAsDouble(i);
                GreyFrame frame = clip.frame(i);
                return HardCases.map(frame, (x, y) -> {
                    double off = (Math.abs(x - at - lean * (y - c.y())) / w - half) / Math.max(1e-9, soft);
                    double dark = y < top ? 0 : Math.clamp(0.5 - off, 0, 1);
                    int grey = frame.grey(x, y);
                    return (int) (dark == 0 ? grey : grey * Math.pow(depth, -dark));
                });
            }, clip::nerve);
        }
    }
}
