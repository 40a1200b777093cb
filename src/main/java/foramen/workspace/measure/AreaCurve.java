package foramen.workspace.measure;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The cross-sectional area of one structure along a clip.
 *
 * @param points one for each frame that has an outline, in the order of the frames
 * @param method how all of them were taken
 * @param leftOut how many outlines of the structure are not in it: rejected, drifted, excluded, or of another method
 */
public record AreaCurve(List<Point> points, String method, int leftOut) {
    /** Copies the points. */
    public AreaCurve {
        points = List.copyOf(points);
    }

    /**
     * The area on one frame.
     *
     * @param frame from 0
     * @param areaMm2 the area, the mean where the frame has several outlines
     * @param standing how far it can be relied on; of several outlines the least
     * @param gapBefore whether an outline between the point before and this one is left out, so that nothing is known
     *     of the way from there to here
     */
    public record Point(int frame, double areaMm2, Standing standing, boolean gapBefore) {}

    /** How an area came to be, and whether anybody looked; the most reliable first. */
    public enum Standing {
        /** Somebody drew or corrected the outline here. */
        DRAWN,
        /** Followed, and found right. */
        FOLLOWED_ACCEPTED,
        /** Interpolated, and found right. */
        INTERPOLATED_ACCEPTED,
        /** Followed, and nobody has looked. */
        FOLLOWED_OPEN,
        /** Interpolated, and nobody has looked. */
        INTERPOLATED_OPEN,
        /** Copied from elsewhere, and nobody has corrected it. */
        COPIED;

        /** Where {@code a} stands, which counts. */
        static Standing of(Annotation a) {
            boolean accepted = a.follow().map(f -> f.key() || f.review() == Follow.Review.ACCEPTED).orElse(false);
            return switch (a.origin()) {
                case DRAWN, LIVEWIRE, WAND, PROPOSED, IMPORTED -> DRAWN;
                case COPIED -> COPIED;
                case FOLLOWED -> accepted ? FOLLOWED_ACCEPTED : FOLLOWED_OPEN;
                case INTERPOLATED -> accepted ? INTERPOLATED_ACCEPTED : INTERPOLATED_OPEN;
            };
        }

        /** Whether nobody has said yet that it is right. */
        public boolean isOpen() {
            return this == FOLLOWED_OPEN || this == INTERPOLATED_OPEN || this == COPIED;
        }
    }

    /** The largest area; the first of equals. */
    public Optional<Point> maximum() {
        return points.stream().max(Comparator.comparingDouble(Point::areaMm2).thenComparing(p -> -p.frame()));
    }
}
