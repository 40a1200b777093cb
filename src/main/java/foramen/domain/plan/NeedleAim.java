package foramen.domain.plan;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Scale;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Moves a needle so that one of its readings becomes a typed value: the keyboard twin of dragging, and the inverse of
 * {@link NeedleGeometry}. The conversion goes through the clip's one calibrated path.
 */
public final class NeedleAim {
    private static final double UPRIGHT_DEGREES = 90;

    private final ClipInfo clip;
    private final Calibration calibration;

    /** Aims on {@code clip}, whose calibration in the case at hand is {@code calibration}. */
    public NeedleAim(ClipInfo clip, Calibration calibration) {
        this.clip = clip;
        this.calibration = calibration;
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

    /** The target at {@code mm} below the entry point, straight up or down from where it was. */
    public Aimed depth(Segment path, double mm) {
        if (!(mm > 0)) {
            return new Aimed.Refused("The depth must be more than 0 mm.");
        }
        return moved(path, (a, b) -> new Segment(a, new Point(b.x(), a.y() + mm)));
    }

    /** The entry point moved along the skin, so that the needle meets it at {@code degrees}; the target stays. */
    public Aimed angle(Segment path, double degrees) {
        if (!(degrees > 0 && degrees <= UPRIGHT_DEGREES)) {
            return new Aimed.Refused("The angle to the skin must be more than 0° and at most 90°.");
        }
        if (path.b().y() <= path.a().y()) {
            return new Aimed.Refused("The target does not lie below the entry point, so no angle can be aimed at.");
        }
        return moved(path, (a, b) -> new Segment(
                new Point(b.x() + side(a, b) * (b.y() - a.y()) / Math.tan(Math.toRadians(degrees)), a.y()), b));
    }

    /** The entry point moved along the skin to {@code mm} beside the target, on the side where it was. */
    public Aimed offset(Segment path, double mm) {
        if (!(mm >= 0)) {
            return new Aimed.Refused("The lateral offset must not be less than 0 mm.");
        }
        return moved(path, (a, b) -> new Segment(new Point(b.x() + side(a, b) * mm, a.y()), b));
    }

    /** The needle at typed points, in continuous image pixels. */
    public Aimed points(Segment path) {
        return inside(path.a()) && inside(path.b())
                ? new Aimed.Moved(path)
                : new Aimed.Refused("That point lies outside the picture, which is " + clip.columns() + " × "
                        + clip.rows() + " px.");
    }

    private Aimed moved(Segment path, BiFunction<Point, Point, Segment> move) {
        return switch (calibration.scaleFor(List.of(path.a(), path.b()))) {
            case Scale.Unknown u -> new Aimed.Refused(u.reason());
            case Scale.Known k -> {
                Segment mm = k.toMm(path);
                Segment next = k.toPixels(move.apply(mm.a(), mm.b()));
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

    /** On which side of the target the entry lies; a needle straight down comes from the left. */
    private static double side(Point entry, Point target) {
        return entry.x() <= target.x() ? -1 : 1;
    }
}
