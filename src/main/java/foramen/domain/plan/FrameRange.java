package foramen.domain.plan;

/**
 * Frames of one clip over which the worst case is taken.
 *
 * @param first index of the first, from 0
 * @param last index of the last, included
 */
public record FrameRange(int first, int last) {
    /** Refuses a range that ends before it begins. */
    public FrameRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("No range of frames: " + first + " to " + last);
        }
    }

    /** Whether the frame lies in it. */
    public boolean contains(int index) {
        return index >= first && index <= last;
    }
}
