package foramen.codec;

/** The bits of an entropy-coded JPEG segment, stuffed bytes taken out (ITU-T T.81 F.2.2.5). */
final class BitReader {
    /** Coders may leave out the last bits of a picture; more than this is missing data (engineering default). */
    private static final int MOST_INVENTED = 4;

    private final byte[] s;
    private int at;
    private long held;
    private int count;
    private int invented;

    BitReader(byte[] stream, int from) {
        this.s = stream;
        this.at = from;
    }

    /** The next {@code n} bits, at most 16, without taking them. */
    int peek(int n) throws CodecException {
        while (count < n) {
            fill();
        }
        return (int) (held >>> (count - n)) & ((1 << n) - 1);
    }

    /** Takes {@code n} bits that were peeked at. */
    void skip(int n) {
        count -= n;
    }

    /** Takes the next {@code n} bits. */
    int take(int n) throws CodecException {
        int bits = peek(n);
        count -= n;
        return bits;
    }

    private void fill() throws CodecException {
        int b = 0;
        boolean marker = at >= s.length || (s[at] == (byte) 0xFF && (at + 1 >= s.length || s[at + 1] != 0));
        if (!marker) {
            b = s[at] & 0xFF;
            at += b == 0xFF ? 2 : 1;
        } else if (++invented > MOST_INVENTED) {
            throw new CodecException("its picture breaks off");
        }
        held = held << 8 | b;
        count += 8;
    }

    /** Goes to behind the next restart marker. */
    void restart() throws CodecException {
        at = end();
        count = 0;
        invented = 0;
        if (at + 2 > s.length || (s[at + 1] & 0xF8) != 0xD0) {
            throw new CodecException("its picture breaks off");
        }
        at += 2;
    }

    /** Whether the stream itself has no more bytes. */
    boolean isExhausted() {
        return at + 2 >= s.length || (s[at] == (byte) 0xFF && s[at + 1] == (byte) 0xD9);
    }

    /** Where the next marker is, or the end. */
    int end() {
        int i = at;
        while (i + 1 < s.length && !(s[i] == (byte) 0xFF && s[i + 1] != 0 && s[i + 1] != (byte) 0xFF)) {
            i++;
        }
        return i + 1 < s.length ? i : s.length;
    }
}
