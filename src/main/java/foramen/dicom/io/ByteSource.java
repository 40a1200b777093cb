package foramen.dicom.io;

import java.io.Closeable;
import java.io.IOException;

/** Bytes read by position, by several threads at once. */
public interface ByteSource extends Closeable {
    /** How many bytes there are. */
    long size();

    /**
     * Reads {@code length} bytes from {@code position} into {@code target}.
     *
     * @throws DicomException when they are not all there
     */
    void read(long position, byte[] target, int from, int length) throws IOException;

    /** Reads {@code length} bytes from {@code position}; the length is checked before anything is allocated. */
    default byte[] read(long position, long length) throws IOException {
        if (position < 0 || length < 0 || length > size() - position || length > Integer.MAX_VALUE - 8) {
            throw new DicomException("There are not " + length + " bytes here", position);
        }
        byte[] bytes = new byte[(int) length];
        read(position, bytes, 0, bytes.length);
        return bytes;
    }

    /** Lets go of what is behind; a source in memory has nothing to let go. */
    @Override
    default void close() throws IOException {}
}
