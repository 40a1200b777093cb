package foramen.dicom.io;

import java.io.IOException;

/** A reading position over a byte source with a small window, bounded by the end of the source. */
final class Cursor {
    private static final int WINDOW = 16 << 10;
    private static final int LEAP = 512;

    private final ByteSource source;
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int windowLength;
    private long position;

    Cursor(ByteSource source) {
        this.source = source;
    }

    long size() {
        return source.size();
    }

    long position() {
        return position;
    }

    void seek(long to) {
        position = to;
    }

    void skip(long bytes) {
        position += bytes;
    }

    /** The byte {@code ahead} of the position, without moving. */
    int peek(long ahead) throws IOException {
        long at = position + ahead;
        if (at < windowStart || at >= windowStart + windowLength) {
            fill(at);
        }
        return window[(int) (at - windowStart)] & 0xFF;
    }

    private void fill(long at) throws IOException {
        if (at < 0 || at >= source.size()) {
            throw new DicomException("The file ends early", at);
        }
        // After a leap little is wanted, such as the next fragment's header; only reading on fills the window.
        int wanted = at == windowStart + windowLength ? WINDOW : LEAP;
        windowLength = 0;
        int length = (int) Math.min(wanted, source.size() - at);
        source.read(at, window, 0, length);
        windowStart = at;
        windowLength = length;
    }

    int peek16(long ahead, boolean bigEndian) throws IOException {
        int a = peek(ahead);
        int b = peek(ahead + 1);
        return bigEndian ? a << 8 | b : b << 8 | a;
    }

    long peek32(long ahead, boolean bigEndian) throws IOException {
        long a = peek16(ahead, bigEndian);
        long b = peek16(ahead + 2, bigEndian);
        return bigEndian ? a << 16 | b : b << 16 | a;
    }

    /** The tag at the position, without moving. */
    int peekTag(long ahead, boolean bigEndian) throws IOException {
        return peek16(ahead, bigEndian) << 16 | peek16(ahead + 2, bigEndian);
    }

    /** Takes {@code length} bytes that are known to be there. */
    byte[] take(long length) throws IOException {
        byte[] bytes = source.read(position, length);
        position += length;
        return bytes;
    }
}
