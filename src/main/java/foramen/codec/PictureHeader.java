package foramen.codec;

import java.util.Optional;

/**
 * What the head of a compressed picture says of it, whatever the file around it claims.
 *
 * @param coding how it is compressed
 * @param columns width in pixels
 * @param rows height in pixels
 * @param components samples of a pixel
 * @param precision bits of a sample
 * @param signed whether samples are signed
 * @param decorrelated whether a colour transform is part of the coding, so that decoding gives red, green and blue
 * @param jpeg the markers of a JPEG or JPEG-LS picture
 */
public record PictureHeader(Coding coding, int columns, int rows, int components, int precision, boolean signed,
        boolean decorrelated, Optional<JpegHeader> jpeg) {
    /** The families of codings. */
    public enum Coding {
        /** ITU-T T.81 process 14, with any predictor. */
        JPEG_LOSSLESS("lossless JPEG"),
        /** ITU-T T.87, lossless or nearly. */
        JPEG_LS("JPEG-LS"),
        /** ITU-T T.800, and T.814 for the high-throughput form. */
        JPEG_2000("JPEG 2000"),
        /** Any other JPEG. */
        JPEG_LOSSY("lossy JPEG");

        private final String words;

        Coding(String words) {
            this.words = words;
        }

        /** Its name in running text. */
        public String words() {
            return words;
        }
    }

    private static final int LOSSLESS = 0xC3;
    private static final int JPEG_LS = 0xF7;

    /**
     * Reads the head of a picture.
     *
     * @param start the picture or at least its main header
     * @throws CodecException when there is none
     */
    public static PictureHeader parse(byte[] start) throws CodecException {
        if (Jpeg2000Header.isCodestream(start) || Jpeg2000Header.isBoxed(start)) {
            return Jpeg2000Header.parse(start);
        }
        JpegHeader jpeg = JpegHeader.parse(start);
        Coding coding = switch (jpeg.process()) {
            case LOSSLESS -> Coding.JPEG_LOSSLESS;
            case JPEG_LS -> Coding.JPEG_LS;
            default -> Coding.JPEG_LOSSY;
        };
        return new PictureHeader(coding, jpeg.columns(), jpeg.rows(), jpeg.components().size(), jpeg.precision(), false,
                false, Optional.of(jpeg));
    }

    /** The kind of picture in words: "12-bit lossless JPEG with 3 components". */
    public String kind() {
        return precision + "-bit " + coding.words() + " with " + components
                + (components == 1 ? " component" : " components");
    }
}
