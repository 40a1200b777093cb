package foramen.codec;

/** The bits of a JPEG-LS scan; after a byte FFH the next has seven only (ITU-T T.87 annex A, C.1). */
final class JpegLsBits {
    /** Coders may leave out the last bits of a picture; more than this is missing data (engineering default). */
    private static final int MOST_INVENTED = 4;

    private final byte[] s;
    private int at;
    /** The bits to come, from the top down. */
    private long held;
    private int count;
    private boolean stuffed;
    private int invented;

    JpegLsBits(byte[] stream, int from) {
        this.s = stream;
        this.at = from;
    }

    private void fill() throws CodecException {
        while (count <= 48) {
            boolean marker = at >= s.length || (stuffed && s[at] < 0)
                    || (s[at] == (byte) 0xFF && (at + 1 >= s.length || s[at + 1] < 0));
            if (marker) {
                if (count > 0) {
                    return;
                }
                if (++invented > MOST_INVENTED) {
                    throw new CodecException("its JPEG-LS picture breaks off");
                }
                count = 8;
                held = 0;
                return;
            }
            int b = s[at++] & 0xFF;
            int bits = stuffed ? 7 : 8;
            held |= (long) b << (64 - count - bits);
            count += bits;
            stuffed = b == 0xFF;
        }
    }

    /** Takes the next bit. */
    int bit() throws CodecException {
        if (count == 0) {
            fill();
        }
        int bit = (int) (held >>> 63);
        held <<= 1;
        count--;
        return bit;
    }

    /** Takes the next {@code n} bits, at most 16. */
    int take(int n) throws CodecException {
        if (n == 0) {
            return 0;
        }
        if (count < n) {
            fill();
        }
        if (count < n) {
            int value = 0;
            for (int i = 0; i < n; i++) {
                value = value << 1 | bit();
            }
            return value;
        }
        int value = (int) (held >>> (64 - n));
        held <<= n;
        count -= n;
        return value;
    }

    /** Takes noughts up to and with the next one, and says how many there were; more than {@code most} are damage. */
    int noughts(int most) throws CodecException {
        int n = 0;
        while (true) {
            if (count == 0) {
                fill();
            }
            int zeros = Math.min(Long.numberOfLeadingZeros(held), count);
            n += zeros;
            if (n > most) {
                throw new CodecException("its JPEG-LS picture is damaged");
            }
            if (zeros < count) {
                held <<= zeros;
                held <<= 1;
                count -= zeros + 1;
                return n;
            }
            held = 0;
            count = 0;
        }
    }

    /** Goes to behind the next restart marker. */
    void restart() throws CodecException {
        at = end();
        if (at + 2 > s.length || (s[at + 1] & 0xF8) != 0xD0) {
            throw new CodecException("its JPEG-LS picture breaks off");
        }
        at += 2;
        held = 0;
        count = 0;
        stuffed = false;
        invented = 0;
    }

    /** Where the next marker is, or the end. */
    int end() {
        int i = stuffed && at < s.length && s[at] < 0 ? at - 1 : at;
        while (i + 1 < s.length && !(s[i] == (byte) 0xFF && s[i + 1] < 0 && s[i + 1] != (byte) 0xFF)) {
            i++;
        }
        return i + 1 < s.length ? i : s.length;
    }
}
