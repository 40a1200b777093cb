package foramen.codec;

/** Decoded samples, row by row, the components of each pixel side by side. */
public final class RawPicture {
    private final PictureHeader header;
    private final byte[] samples;

    RawPicture(PictureHeader header, byte[] samples) {
        this.header = header;
        this.samples = samples;
    }

    /** What the stream's own header says. */
    public PictureHeader header() {
        return header;
    }

    /**
     * One byte for each sample of up to eight bits, two, the lower first, for each longer one; the value stands in the
     * lowest bits and signed values are two's complement of {@link PictureHeader#precision} bits. The caller may keep
     * them.
     */
    public byte[] samples() {
        return samples;
    }
}
