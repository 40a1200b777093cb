package foramen.dicom.pixel;

import foramen.codec.CodecException;
import foramen.dicom.io.DicomException;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameTiming;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Decodes any frame of a DICOM file, in any order, from several threads at once. */
public interface FrameDecoder extends AutoCloseable {
    /** How many frames there are, at least one. */
    int frames();

    /** Width of a frame in pixels. */
    int columns();

    /** Height of a frame in pixels. */
    int rows();

    /** What was odd about the pixel data and what was done about it. */
    List<String> warnings();

    /** Whether frames have the Rows and Columns of the data set, for which its scale is stated. */
    default boolean isStatedSize() {
        return true;
    }

    /** When the pixel data itself says its frames are shown, where it does. */
    default Optional<FrameTiming> timing() {
        return Optional.empty();
    }

    /**
     * Decodes frame {@code number}, counted from 0.
     *
     * @throws DicomException or {@link CodecException} when this one cannot be decoded
     */
    Frame decode(int number) throws IOException;

    /**
     * Decodes frame {@code number}, counted from 0, into pixels of the caller's own.
     *
     * @param argb as many as the picture has
     * @throws DicomException or {@link CodecException} when this one cannot be decoded
     */
    default void decode(int number, int[] argb) throws IOException {
        int[] made = decode(number).argb();
        System.arraycopy(made, 0, argb, 0, made.length);
    }

    /** Lets go of what decoding held; the file stays open. */
    @Override
    default void close() {}
}
