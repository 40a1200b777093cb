package foramen.domain.plan;

import foramen.domain.annotation.Shape;
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
    /** The distance in mm from {@code needle}, given in mm, once this is stretched to mm; nought where they meet. */
    double distanceTo(Segment needle, double mmPerPixelX, double mmPerPixelY) {
        return switch (shape) {
            case Shape.Area a -> a.polygon().scaled(mmPerPixelX, mmPerPixelY).distanceTo(needle);
            case Shape open -> open.edges().stream().map(e -> e.scaled(mmPerPixelX, mmPerPixelY))
                    .mapToDouble(e -> Segment.distance(e, needle)).min().orElseThrow();
        };
    }

    /** The distance in mm from {@code tip}, given in mm; nought inside. */
    double distanceTo(Point tip, double mmPerPixelX, double mmPerPixelY) {
        return switch (shape) {
            case Shape.Area a -> a.polygon().scaled(mmPerPixelX, mmPerPixelY).distanceTo(tip);
            case Shape open -> open.edges().stream().map(e -> e.scaled(mmPerPixelX, mmPerPixelY))
                    .mapToDouble(e -> e.distanceTo(tip)).min().orElseThrow();
        };
    }
}
