package foramen.domain.deident;

import java.util.List;

/**
 * What the operator says about the picture itself.
 *
 * @param kept what stays instead of the ultrasound regions of the file; empty for those of the file
 * @param boxes what is overwritten in any case
 * @param withoutText what holds for a file in which nothing tells where text stands
 */
public record PixelPolicy(List<Box> kept, List<Box> boxes, WithoutRegions withoutText) {
    /** Regions of the file only; a file without them is refused. */
    public static final PixelPolicy REGIONS = new PixelPolicy(List.of(), List.of(), WithoutRegions.REFUSE);

    /** Copies the lists. */
    public PixelPolicy {
        kept = List.copyOf(kept);
        boxes = List.copyOf(boxes);
    }

    /** Files in which neither regions nor boxes tell where text stands. */
    public enum WithoutRegions {
        /** Nobody knows what is burned in, so there is no copy. */
        REFUSE,
        /** The operator has looked and says that there is no text in the picture. */
        NO_TEXT,
        /** The picture stays as it is, in every file, and the copy says that it may hold text. */
        LEAVE
    }
}
