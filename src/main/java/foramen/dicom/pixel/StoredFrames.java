package foramen.dicom.pixel;

import java.io.IOException;
import java.util.List;

/** The frames of a file as stored samples, however they are packed. Safe for use by several threads. */
sealed interface StoredFrames permits PlainFrames, RleFrames, PictureFrames {
    /** How the samples of any frame lie once they are unpacked. */
    PixelFormat stored();

    /** Unpacks frame {@code number}, from 0. */
    StoredFrame read(int number) throws IOException;

    /** Whether there is, for most frames, a shorter way to pixels than over samples: {@link #paint}. */
    default boolean paints() {
        return false;
    }

    /**
     * Unpacks frame {@code number} straight to pixels, where there is a shorter way for it.
     *
     * @param argb receives the packed opaque pixels; as many as a frame has
     * @return whether there was; where not, {@code argb} is untouched
     */
    default boolean paint(int number, int[] argb) throws IOException {
        return false;
    }

    /** What was odd about the frames and what was done about it. */
    List<String> warnings();
}
