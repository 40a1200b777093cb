package foramen.workspace.measure;

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
     * @param byHand whether somebody drew it here, and no algorithm alone
     */
    public record Point(int frame, double areaMm2, boolean byHand) {}

    /** The largest area; the first of equals. */
    public Optional<Point> maximum() {
        return points.stream().max(Comparator.comparingDouble(Point::areaMm2).thenComparing(p -> -p.frame()));
    }
}
