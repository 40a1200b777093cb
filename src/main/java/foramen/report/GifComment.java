package foramen.report;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Adds a comment to a GIF (GIF89a, section 24), for which the film writer has no place. */
final class GifComment {
    private static final int TRAILER = 0x3B;
    private static final int EXTENSION = 0x21;
    private static final int COMMENT = 0xFE;
    private static final int LONGEST = 255;

    private GifComment() {}

    /** Puts {@code words}, of which at most 255 characters are kept, at the end of {@code gif}. */
    static void append(Path gif, String words) throws IOException {
        byte[] text = words.getBytes(StandardCharsets.US_ASCII);
        int length = Math.min(text.length, LONGEST);
        try (RandomAccessFile file = new RandomAccessFile(gif.toFile(), "rw")) {
            long end = file.length() - 1;
            file.seek(Math.max(0, end));
            if (end < 0 || file.read() != TRAILER) {
                throw new IOException("The film is no whole GIF.");
            }
            file.seek(end);
            file.write(new byte[]{EXTENSION, (byte) COMMENT, (byte) length});
            file.write(text, 0, length);
            file.write(new byte[]{0, TRAILER});
        }
    }
}
