package foramen.phantom;

/** How a sample clip is to be stored; the phantom itself writes no file. */
public enum PhantomEncoding {
    /** JPEG baseline, transfer syntax 1.2.840.10008.1.2.4.50, of the colour screens. */
    JPEG_BASELINE,
    /** RGB, explicit little endian, uncompressed, of the colour screens. */
    RGB_UNCOMPRESSED,
    /** RGB, RLE lossless, transfer syntax 1.2.840.10008.1.2.5, of the colour screens. */
    RGB_RLE,
    /** MONOCHROME2, explicit little endian, uncompressed, of the grey screens. */
    MONOCHROME2_UNCOMPRESSED,
    /** PALETTE COLOR, explicit little endian, uncompressed, of the grey screens through {@link PhantomClip#palette()}. */
    PALETTE_UNCOMPRESSED
}
