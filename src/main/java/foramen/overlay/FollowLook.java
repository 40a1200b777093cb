package foramen.overlay;

import foramen.domain.anatomy.Structure;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How followed outlines differ from drawn ones: dashed until somebody has looked, amber and
 * dotted where they drift, thin and
 * crossed out where they were rejected. What was drawn, corrected or accepted looks like anything drawn.
 */
final class FollowLook {
    /** Of outlines that nobody has confirmed. */
    static final List<Double> UNCONFIRMED = List.of(6.0, 4.0);
    /** Of those that drift; amber alone would be too near the nerve's yellow. */
    private static final List<Double> DRIFTING = List.of(2.0, 5.0);
    private static final double REJECTED_WIDTH = 0.8;
    /** How opaque a rejected outline is, 0..255. */
    private static final int REJECTED_ALPHA = 0x90;

    private FollowLook() {}

    /** The line of {@code a}, an outline of {@code s}. */
    static Stroke stroke(Annotation a, Structure s, boolean selected) {
        Stroke drawn = AnnotationMarks.stroke(s, selected);
        if (isRejected(a)) {
            return new Stroke(REJECTED_ALPHA << 24 | (s.colour() & 0xFFFFFF), REJECTED_WIDTH, s.dashes(), false);
        }
        return open(a).map(f -> new Stroke(f.drifting() ? OverlayPalette.CAUTION : drawn.argb(), drawn.width(),
                f.drifting() ? DRIFTING : UNCONFIRMED, true)).orElse(drawn);
    }

    /** What else is drawn over {@code a}: the cross of a rejected one. */
    static List<Mark> marks(Annotation a, Structure s) {
        if (!isRejected(a)) {
            return List.of();
        }
        Bounds b = AnnotationMarks.bounds(a);
        Stroke stroke = new Stroke(OverlayPalette.opaque(s.colour()), REJECTED_WIDTH, List.of(), true);
        return List.of(line(b.minX(), b.minY(), b.maxX(), b.maxY(), stroke),
                line(b.minX(), b.maxY(), b.maxX(), b.minY(), stroke));
    }

    private static Mark line(double x1, double y1, double x2, double y2, Stroke stroke) {
        return new Mark.Path(List.of(new Point(x1, y1), new Point(x2, y2)), false, stroke, Optional.empty());
    }

    /** What the label of {@code a} says of it after its value; empty for what was drawn, corrected or accepted. */
    static String words(Annotation a, PictureWords say) {
        if (isRejected(a)) {
            return " · " + say.say(PicturePhrase.REJECTED);
        }
        return open(a).map(f -> " · " + (a.origin() == Origin.INTERPOLATED
                ? say.say(PicturePhrase.INTERPOLATED)
                : say.say(f.drifting() ? PicturePhrase.DRIFTS : PicturePhrase.FOLLOWED,
                        String.format(Locale.ROOT, "%.2f", f.confidence()))))
                .orElse("");
    }

    private static boolean isRejected(Annotation a) {
        return a.follow().filter(f -> !f.key() && f.review() == Follow.Review.REJECTED).isPresent();
    }

    private static Optional<Follow> open(Annotation a) {
        return a.follow().filter(f -> !f.key() && f.review() == Follow.Review.OPEN);
    }
}
