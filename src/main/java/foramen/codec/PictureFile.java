package foramen.codec;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An open picture file: its pages, all of one size, decoded on demand. Safe for use by several threads. */
public interface PictureFile extends Closeable {
    /** The kinds that are read. */
    enum Kind {
        JPEG("JPEG picture"), PNG("PNG picture"), TIFF("TIFF picture"), BMP("BMP picture"), GIF("GIF picture");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Its name in running text. */
        public String words() {
            return words;
        }
    }

    /** The kind of a file that starts with {@code head}, by its mark. */
    static Optional<Kind> kindOf(byte[] head) {
        return PictureMarks.kindOf(head);
    }

    /** What kind of file it is. */
    Kind kind();

    /** How many pages there are, at least one. */
    int pages();

    /** Width in pixels. */
    int columns();

    /** Height in pixels. */
    int rows();

    /** Whether it is stored as grey. */
    boolean isGrey();

    /** What was odd, and what was done about it, one sentence each. */
    List<String> warnings();

    /**
     * Decodes page {@code page}, from 0, to opaque packed ARGB.
     *
     * @throws CodecException when it is damaged
     */
    int[] argb(int page) throws CodecException;

    @Override
    void close() throws IOException;
}
