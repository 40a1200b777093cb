package foramen.codec;

/**
 * JPEG in and out. Safe for use by several threads.
 *
 * <p>Decoding gives the components as they are coded, chroma brought to full size, and converts no colour: that the
 * caller decides, from the header and the file around it. The JDK's decoder stands behind it for now, FFmpeg later.
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
     * Encodes a colour picture as JFIF YCbCr baseline, byte for byte the same each time.
     *
     * @param argb packed pixels, {@code columns × rows}; alpha is not looked at
     * @param quality 0 to 1, on the usual scale of the standard tables
     */
    byte[] encode(int[] argb, int columns, int rows, double quality, Chroma chroma) throws CodecException;

    /** Encodes a grey picture of {@code columns × rows} bytes as JFIF baseline, byte for byte the same each time. */
    byte[] encodeGrey(byte[] grey, int columns, int rows, double quality) throws CodecException;
}
