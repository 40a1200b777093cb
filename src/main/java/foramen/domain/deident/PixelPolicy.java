package foramen.domain.deident;

import java.util.List;
import java.util.Optional;

/**
 * What the operator says about the picture itself.
 *
 * @param kept what stays instead of the ultrasound regions of the file; empty for those of the file
 * @param boxes what is overwritten in any case
 * @param withoutText what holds for a file in which nothing tells where text stands
 * @param drawnOn the size of the picture that areas and boxes were drawn on; empty for that of the first file
 */
public record PixelPolicy(List<Box> kept, List<Box> boxes, WithoutRegions withoutText, Optional<Size> drawnOn) {
    /** Regions of the file only; a file without them is refused. */
    public static final PixelPolicy REGIONS = new PixelPolicy(List.of(), List.of(), WithoutRegions.REFUSE);

    /** Copies the lists. */
    public PixelPolicy {
        kept = List.copyOf(kept);
        boxes = List.copyOf(boxes);
    }

    /** Areas and boxes for files of the size of the first. */
    public PixelPolicy(List<Box> kept, List<Box> boxes, WithoutRegions withoutText) {
        this(kept, boxes, withoutText, Optional.empty());
    }

    /** Whether the operator has drawn anything. */
    public boolean isDrawn() {
        return !kept.isEmpty() || !boxes.isEmpty();
    }

    /** This policy, as drawn on pictures of {@code size}. */
    public PixelPolicy on(Size size) {
        return new PixelPolicy(kept, boxes, withoutText, Optional.of(size));
    }

    /**
     * The size of a picture. On another size the same numbers are another place, and names would be missed.
     *
     * @param columns width in pixels
     * @param rows height in pixels
     */
    public record Size(int columns, int rows) {
        @Override
        public String toString() {
            return columns + " × " + rows;
        }
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
