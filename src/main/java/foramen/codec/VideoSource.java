package foramen.codec;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The bytes of a film, read by position; a film of any length is never held in memory as a whole. */
public interface VideoSource extends Closeable {
    /** How many bytes there are. */
    long size();

    /**
     * Reads some bytes.
     *
     * @param position of the first one, from 0
     * @return how many came, at least one; -1 at the end
     */
    int read(long position, byte[] target, int from, int length) throws IOException;

    /** Lets go of what is behind. */
    @Override
    default void close() throws IOException {}

    /** The bytes of {@code file}. */
    static VideoSource of(Path file) throws IOException {
        return new FileVideoSource(file);
    }
}
