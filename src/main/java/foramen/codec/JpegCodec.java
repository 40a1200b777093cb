package foramen.codec;

/**
 * JPEG in and out. Safe for use by several threads.
 *
 * <p>Decoding gives the components as they are coded, chroma brought to full size, and converts no colour: that the
 * caller decides, from the header and the file around it.
 */
public interface JpegCodec {
    /** A decoded picture. */
    final class Raw {
        private final JpegHeader header;
        private final byte[] samples;

        Raw(JpegHeader header, byte[] samples) {
            this.header = header;
            this.samples = samples;
        }

        /** What its markers say. */
        public JpegHeader header() {
            return header;
        }

        /** The components of each pixel side by side, row by row; the caller may keep them. */
        public byte[] samples() {
            return samples;
        }
    }

    /** How finely chroma is kept. */
    enum Chroma {
        /** Every pixel its own: 4:4:4. */
        FULL(1),
        /** One for two pixels of a row: 4:2:2, what DICOM calls YBR_FULL_422. */
        HALF(2);

        private final int horizontal;

        Chroma(int horizontal) {
            this.horizontal = horizontal;
        }

        int horizontal() {
            return horizontal;
        }
    }

    /**
     * Decodes a stream; where it breaks off, the rest is grey.
     *
     * @throws CodecException when it is no 8-bit lossy JPEG of one or three components, or damaged
     */
    Raw decode(byte[] stream) throws CodecException;

    /**
     * Decodes a stream of three components straight to packed opaque pixels; where it breaks off, the rest is grey.
     *
     * @param ycc whether the components are YCbCr of full range rather than RGB, whatever the stream's markers say
     * @param argb receives the pixels, row by row; as many as the picture has
     * @throws CodecException when it is no 8-bit lossy JPEG of three components and this size, or damaged
     */
    default void decodeColour(byte[] stream, boolean ycc, int[] argb) throws CodecException {
        byte[] s = decode(stream).samples();
        if (s.length != 3L * argb.length) {
            throw new CodecException("its JPEG picture is not of the size that it declares");
        }
        for (int i = 0, at = 0; i < argb.length; i++, at += 3) {
            int a = s[at] & 0xFF;
            int b = s[at + 1] & 0xFF;
            int c = s[at + 2] & 0xFF;
            argb[i] = ycc ? Ycc.toArgb(a, b, c) : 0xFF000000 | a << 16 | b << 8 | c;
        }
    }

    /**
     * Encodes a colour picture as JFIF YCbCr baseline, byte for byte the same each time.
     *
     * @param argb packed pixels, {@code columns × rows}; alpha is not looked at
     * @param quality 0 to 1, on the usual scale of the standard tables
     */
    byte[] encode(int[] argb, int columns, int rows, double quality, Chroma chroma) throws CodecException;

    /** Encodes a grey picture of {@code columns × rows} bytes as JFIF baseline, byte for byte the same each time. */
    byte[] encodeGrey(byte[] grey, int columns, int rows, double quality) throws CodecException;
}
