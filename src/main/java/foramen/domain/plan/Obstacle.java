package foramen.domain.plan;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.Scale;
import foramen.geometry.Point;
import foramen.geometry.Segment;

/**
 * Something outlined that the needle may come near.
 *
 * @param name how it is called in the reading
 * @param structureId which structure it is
 * @param shape its outline, line or point on the planned frame, in continuous image pixels
 */
public record Obstacle(String name, String structureId, Shape shape) {
    /** The distance in mm from {@code needle}, given in mm, at {@code k}; nought where they meet. */
    double distanceTo(Segment needle, Scale.Known k) {
        return switch (shape) {
            case Shape.Area a -> k.toMm(a.polygon()).distanceTo(needle);
            case Shape open -> open.edges().stream().mapToDouble(e -> Segment.distance(k.toMm(e), needle)).min()
                    .orElseThrow();
        };
    }

    /** The distance in mm from {@code tip}, given in mm, at {@code k}; nought inside. */
    double distanceTo(Point tip, Scale.Known k) {
        return switch (shape) {
            case Shape.Area a -> k.toMm(a.polygon()).distanceTo(tip);
            case Shape open -> open.edges().stream().mapToDouble(e -> k.toMm(e).distanceTo(tip)).min().orElseThrow();
        };
    }

    /** The distance in pixels from {@code needle}, given in pixels; nought where they meet. */
    double pixelsTo(Segment needle) {
        return switch (shape) {
            case Shape.Area a -> a.polygon().distanceTo(needle);
            case Shape open -> open.edges().stream().mapToDouble(e -> Segment.distance(e, needle)).min().orElseThrow();
        };
    }
}
