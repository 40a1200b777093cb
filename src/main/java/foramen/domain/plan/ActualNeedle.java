package foramen.domain.plan;

import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.time.Instant;
import java.util.Optional;

/**
 * The needle as it was seen in the procedure clip.
 *
 * @param frame where it was seen
 * @param targetNumber which target of the plan it went for, from 1
 * @param shaft a point of the needle nearer to the skin, in continuous image pixels
 * @param tip its tip
 * @param target where the planned target is seen on that frame; the probe may have moved since the plan
 * @param spread the outline of what was injected, where marked
 * @param author who marked it
 * @param at when
 */
public record ActualNeedle(FrameRef frame, int targetNumber, Point shaft, Point tip, Point target,
        Optional<Polygon> spread, String author, Instant at) {
    /** The same for another target of the plan. */
    public ActualNeedle withTargetNumber(int next) {
        return new ActualNeedle(frame, next, shaft, tip, target, spread, author, at);
    }

    /** The same with the spread outlined. */
    public ActualNeedle withSpread(Polygon next) {
        return new ActualNeedle(frame, targetNumber, shaft, tip, target, Optional.of(next), author, at);
    }
}
