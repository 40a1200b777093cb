package foramen.dicom.pixel;

/**
 * The samples of one frame as they are stored, unpacked, before any grey scale, palette or colour conversion.
 *
 * <p>The bytes are not copied: whoever decoded the frame may keep and change them.
 */
public final class StoredFrame {
    /** How the samples of a pixel lie. */
    public enum Order {
        /** One sample a pixel, or the samples of each pixel side by side. */
        BY_PIXEL,
        /** Plane after plane. */
        BY_PLANE,
        /** {@code Y1 Y2 Cb Cr} for two pixels of a row (PS3.3 C.7.6.3.1.2). */
        HALF_CHROMA
    }

    /** What three samples of a pixel mean. */
    public enum Colours {
        /** Red, green, blue. */
        RGB,
        /** Luma and chroma over the full range. */
        YCC,
        /** Luma from 16 to 235 and chroma from 16 to 240, in eight bits. */
        YCC_PARTIAL
    }

    private final PixelFormat format;
    private final byte[] bytes;
    private final Order order;
    private final Colours colours;
    private final int precision;

    StoredFrame(PixelFormat format, byte[] bytes, Order order, Colours colours, int precision) {
        this.format = format;
        this.bytes = bytes;
        this.order = order;
        this.colours = colours;
        this.precision = precision;
    }

    /** How the words in {@link #bytes} are to be read; after decompression this may differ from what the file states. */
    public PixelFormat format() {
        return format;
    }

    /** The words: {@link PixelFormat#bitsAllocated} bits each, little-endian; single bits from the lowest of a byte. */
    public byte[] bytes() {
        return bytes;
    }

    /** The same samples, those of each pixel side by side; chroma that two pixels share stands at both. */
    public StoredFrame byPixel() {
        if (order == Order.BY_PIXEL || format.samples() == 1) {
            return order == Order.BY_PIXEL
                    ? this
                    : new StoredFrame(format, bytes, Order.BY_PIXEL, colours, precision);
        }
        int width = format.bitsAllocated() / 8;
        int n = format.pixels() * format.samples();
        byte[] ordered = new byte[n * width];
        for (int i = 0; i < n; i++) {
            System.arraycopy(bytes, width * place(i), ordered, width * i, width);
        }
        return new StoredFrame(format, ordered, Order.BY_PIXEL, colours, precision);
    }

    /** Where sample {@code i}, counted pixel by pixel, stands. */
    private int place(int i) {
        int pixel = i / format.samples();
        int s = i % format.samples();
        return switch (order) {
            case BY_PIXEL -> i;
            case BY_PLANE -> s * format.pixels() + pixel;
            case HALF_CHROMA -> (pixel >> 1) * 4 + (s == 0 ? pixel & 1 : 1 + s);
        };
    }

    /** How the samples of a pixel lie. */
    public Order order() {
        return order;
    }

    /** What three samples of a pixel mean. */
    public Colours colours() {
        return colours;
    }

    /** How many bits the compressed picture itself gives a sample; uncompressed, Bits Allocated. */
    public int precision() {
        return precision;
    }

    /** Word {@code i}, unsigned, with whatever stands above the stored bits. */
    public int word(int i) {
        return switch (format.bitsAllocated()) {
            case 1 -> bytes[i >> 3] >> (i & 7) & 1;
            case 8 -> bytes[i] & 0xFF;
            default -> (bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] & 0xFF) << 8;
        };
    }
}
