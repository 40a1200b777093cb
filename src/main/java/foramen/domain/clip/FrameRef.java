package foramen.domain.clip;

/**
 * One frame of one clip: what every annotation, plan and number is tied to.
 *
 * @param sopInstanceUid the clip
 * @param index the frame, from 0; {@link #number()} is what people and DICOM count
 */
public record FrameRef(String sopInstanceUid, int index) {
    /** Refuses frames before the first. */
    public FrameRef {
        if (index < 0) {
            throw new IllegalArgumentException("There is no frame " + index);
        }
    }

    /** The frame number, from 1, as shown and as DICOM has it. */
    public int number() {
        return index + 1;
    }
}
