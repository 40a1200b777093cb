package foramen.dicom.pixel;

import java.io.IOException;
import java.util.List;

/** The frames of a file as stored samples, however they are packed. Safe for use by several threads. */
sealed interface StoredFrames permits PlainFrames, RleFrames, PictureFrames {
    /** How the samples of any frame lie once they are unpacked. */
    PixelFormat stored();

    /** Unpacks frame {@code number}, from 0. */
    StoredFrame read(int number) throws IOException;

    /** What was odd about the frames and what was done about it. */
    List<String> warnings();
}
