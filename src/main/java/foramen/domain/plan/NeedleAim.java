package foramen.domain.plan;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Scale;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Moves a needle so that one of its readings becomes a typed value: the keyboard twin of dragging, and the inverse of
 * {@link NeedleGeometry}. The conversion goes through the clip's one calibrated path.
 */
public final class NeedleAim {
    private static final double UPRIGHT_DEGREES = 90;

    private static final int HALVINGS = 60;

    private final ClipInfo clip;
    private final Calibration calibration;
    private final NeedleGeometry geometry;
    private final Optional<SkinSetting> skin;

    /** Aims on {@code clip} with a straight skin, whose calibration in the case at hand is {@code calibration}. */
    public NeedleAim(ClipInfo clip, Calibration calibration) {
        this(clip, calibration, NeedleRules.standard(), Optional.empty());
    }

    /**
     * @param clip which clip
     * @param calibration of the clip in the case at hand
     * @param rules what a skin arc can be
     * @param skin the skin arc of the plan, where set: depth, angle and offset are along and to it
     */
    public NeedleAim(ClipInfo clip, Calibration calibration, NeedleRules rules, Optional<SkinSetting> skin) {
        this.clip = clip;
        this.calibration = calibration;
        this.geometry = new NeedleGeometry(rules);
        this.skin = skin;
    }

    /** What became of a typed value. */
    public sealed interface Aimed {
        /**
         * The needle moved.
         *
         * @param path entry and target in continuous image pixels
         */
        record Moved(Segment path) implements Aimed {}

        /**
         * The needle stays.
         *
         * @param reason one sentence for the operator
         */
        record Refused(String reason) implements Aimed {}
    }

    /** The target moved along its own beam until it lies {@code mm} deeper than the entry point. */
    public Aimed depth(Segment path, double mm) {
        if (!(mm > 0)) {
            return new Aimed.Refused("The depth must be more than 0 mm.");
        }
        return moved(path, (s, line) -> new Segment(s.a(),
                s.b().plus(line.beam(s.b()).times(mm - (line.depth(s.b()) - line.depth(s.a()))))));
    }

    /** The entry point moved along the skin, so that the needle meets it at {@code degrees}; the target stays. */
    public Aimed angle(Segment path, double degrees) {
        if (!(degrees > 0 && degrees <= UPRIGHT_DEGREES)) {
            return new Aimed.Refused("The angle to the skin must be more than 0° and at most 90°.");
        }
        return switch (calibration.scaleFor(List.of(path.a(), path.b()))) {
            case Scale.Unknown u -> new Aimed.Refused(u.reason());
            case Scale.Known k -> {
                Segment mm = k.toMm(path);
                SkinLine line = geometry.skin(mm, k, calibration, skin);
                yield line.depth(mm.b()) <= line.depth(mm.a())
                        ? new Aimed.Refused(
                                "The target does not lie below the entry point, so no angle can be aimed at.")
                        : moved(path, (s, l) -> new Segment(beside(s, l, away(s, l, degrees)), s.b()));
            }
        };
    }

    /** How far from the target's beam the entry lies for that angle, mm along the skin. */
    private static double away(Segment mm, SkinLine line, double degrees) {
        if (line instanceof SkinLine.Straight) {
            return (line.depth(mm.b()) - line.depth(mm.a())) / Math.tan(Math.toRadians(degrees));
        }
        // The farther away along the arc, the flatter: halving finds the place, up to a quarter of the circle.
        double near = 0;
        double far = line instanceof SkinLine.Arc arc ? arc.circle().radius() * Math.PI / 2 : 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (near + far) / 2;
            Point entry = beside(mm, line, middle);
            if (NeedleGeometry.toSkin(mm.b().minus(entry), line.beam(entry)) > degrees) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return near;
    }

    /** The entry point moved along the skin to {@code mm} beside the target's beam, on the side where it was. */
    public Aimed offset(Segment path, double mm) {
        if (!(mm >= 0)) {
            return new Aimed.Refused("The lateral offset must not be less than 0 mm.");
        }
        return moved(path, (s, line) -> new Segment(beside(s, line, mm), s.b()));
    }

    /** The point of the entry's level {@code mm} beside the target's beam; a needle straight down comes from the left. */
    private static Point beside(Segment mm, SkinLine line, double away) {
        double across = line.along(mm.a(), mm.b());
        return line.shifted(mm.a(), across - (across >= 0 ? away : -away));
    }

    /** The needle at typed points, in continuous image pixels. */
    public Aimed points(Segment path) {
        return inside(path.a()) && inside(path.b())
                ? new Aimed.Moved(path)
                : new Aimed.Refused("That point lies outside the picture, which is " + clip.columns() + " × "
                        + clip.rows() + " px.");
    }

    private Aimed moved(Segment path, BiFunction<Segment, SkinLine, Segment> move) {
        return switch (calibration.scaleFor(List.of(path.a(), path.b()))) {
            case Scale.Unknown u -> new Aimed.Refused(u.reason());
            case Scale.Known k -> {
                Segment mm = k.toMm(path);
                Segment next = k.toPixels(move.apply(mm, geometry.skin(mm, k, calibration, skin)));
                yield sameScale(next, k)
                        ? new Aimed.Moved(next)
                        : new Aimed.Refused("With that value the needle would leave the calibrated picture.");
            }
        };
    }

    private boolean sameScale(Segment path, Scale.Known k) {
        return inside(path.a()) && inside(path.b())
                && calibration.scaleFor(List.of(path.a(), path.b())) instanceof Scale.Known next
                && next.agrees(k, 0);
    }

    private boolean inside(Point p) {
        return p.x() >= 0 && p.y() >= 0 && p.x() <= clip.columns() && p.y() <= clip.rows();
    }
}
