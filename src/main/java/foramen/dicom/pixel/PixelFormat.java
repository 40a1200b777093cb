package foramen.dicom.pixel;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomException;

/**
 * How pixels are described by the Image Pixel module (DICOM PS3.3 C.7.6.3), checked and with defaults filled in.
 *
 * @param rows height in pixels
 * @param columns width in pixels
 * @param samples samples per pixel, 1 or 3
 * @param photometric Photometric Interpretation, upper case
 * @param planar whether the colours lie plane by plane
 * @param bitsAllocated 1, 8 or 16
 * @param bitsStored how many of them count
 * @param highBit the highest of them
 * @param signed whether stored values are two's complement
 */
public record PixelFormat(int rows, int columns, int samples, String photometric, boolean planar, int bitsAllocated,
        int bitsStored, int highBit, boolean signed) {
    /** The most pixels a frame may have: a picture of 256 MiB (engineering default). */
    private static final long MOST_PIXELS = 1L << 26;
    /** The most that decoding a frame may hold at once, so that it fits a heap of 512 MiB (engineering default). */
    private static final long MOST_BYTES = 256L << 20;

    /**
     * Reads the description.
     *
     * @throws DicomException when there can be no picture in it
     */
    public static PixelFormat of(DataSet data) throws DicomException {
        int rows = data.integer(Tag.ROWS, 0);
        int columns = data.integer(Tag.COLUMNS, 0);
        if (rows < 1 || columns < 1 || rows > 0xFFFF || columns > 0xFFFF) {
            throw problem("it does not say how many rows and columns its picture has");
        }
        if ((long) rows * columns > MOST_PIXELS) {
            throw problem("its picture of " + columns + " × " + rows + " pixels is too large");
        }
        String photometric = photometric(data);
        boolean colour = photometric.equals("RGB") || photometric.startsWith("YBR");
        int samples = data.integer(Tag.SAMPLES_PER_PIXEL, colour ? 3 : 1);
        if (samples != 1 && samples != 3) {
            throw problem("pixels of " + samples + " samples" + (photometric.isEmpty() ? "" : ", " + photometric + ",")
                    + " are not supported");
        }
        int allocated = data.integer(Tag.BITS_ALLOCATED, 8);
        if ((allocated != 1 && allocated != 8 && allocated != 16) || (allocated == 1 && samples != 1)) {
            throw problem("pixels of " + allocated + " bits are not supported");
        }
        // The frame as stored, the same put in order, and the pixels shown.
        if ((long) rows * columns * (2L * samples * ((allocated + 7) / 8) + Integer.BYTES) > MOST_BYTES) {
            throw problem("its picture of " + columns + " × " + rows + " pixels is too large");
        }
        int stored = data.integer(Tag.BITS_STORED, allocated);
        stored = stored < 1 || stored > allocated ? allocated : stored;
        int high = data.integer(Tag.HIGH_BIT, stored - 1);
        high = high < stored - 1 || high >= allocated ? stored - 1 : high;
        return new PixelFormat(rows, columns, samples, interpretation(photometric, samples),
                samples == 3 && data.integer(Tag.PLANAR_CONFIGURATION, 0) == 1, allocated, stored, high,
                data.integer(Tag.PIXEL_REPRESENTATION, 0) == 1);
    }

    /** The stated interpretation, where it is a code string: a damaged one can hold anything, and messages repeat it. */
    private static String photometric(DataSet data) {
        String stated = data.text(Tag.PHOTOMETRIC_INTERPRETATION).toUpperCase(java.util.Locale.ROOT);
        return stated.matches("[A-Z0-9_ ]{1,16}") ? stated : "";
    }

    private static DicomException problem(String reason) {
        return new DicomException(reason, DicomException.NOWHERE);
    }

    /** The stated interpretation, or the likely one where none or an impossible one is stated. */
    private static String interpretation(String stated, int samples) {
        if (samples == 1) {
            return stated.equals("MONOCHROME1") || stated.equals("PALETTE COLOR") ? stated : "MONOCHROME2";
        }
        boolean single = stated.isEmpty() || stated.startsWith("MONOCHROME") || stated.equals("PALETTE COLOR");
        return single ? "RGB" : stated;
    }

    /**
     * The same with samples as a compressed picture of {@code precision} bits gives them: in the lowest bits of one byte
     * or two. Fewer bits than stated are all there is; of more than stated the stated ones count. Whether they are signed
     * the file says, for many coders leave the picture's own sign alone.
     */
    PixelFormat holding(int precision) {
        int bits = Math.min(precision, bitsStored);
        int high = precision > bitsStored && highBit < precision ? highBit : bits - 1;
        return new PixelFormat(rows, columns, samples, photometric, planar, precision <= 8 ? 8 : 16, bits, high,
                signed);
    }

    /** The same with {@code count} samples a pixel, as a picture may have other than the file says. */
    PixelFormat of(int count) {
        return count == samples
                ? this
                : new PixelFormat(rows, columns, count, interpretation(photometric, count), false, bitsAllocated,
                        bitsStored, highBit, signed);
    }

    /** Whether the interpretation promises chroma for every second pixel of a row only. */
    boolean isHalfChroma() {
        return samples == 3 && bitsAllocated == 8 && photometric.endsWith("_422");
    }

    /** How many pixels a frame has. */
    public int pixels() {
        return rows * columns;
    }

    /** The length of an uncompressed frame in bits. */
    public long frameBits() {
        return (long) rows * columns * samples * bitsAllocated;
    }

    /** The stored bits of a word, shifted to the bottom: an index of a table of {@link #patterns} entries. */
    int pattern(int word) {
        return (word >>> (highBit - bitsStored + 1)) & (patterns() - 1);
    }

    /** How many different stored values there are. */
    int patterns() {
        return 1 << bitsStored;
    }

    /** The number that the stored bits of a word stand for. */
    public int stored(int word) {
        return value(pattern(word));
    }

    /** The number that a pattern stands for. */
    int value(int pattern) {
        int shift = 32 - bitsStored;
        return signed ? pattern << shift >> shift : pattern;
    }
}
