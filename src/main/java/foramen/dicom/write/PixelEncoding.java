package foramen.dicom.write;

import foramen.dicom.data.TransferSyntax;

/** How the frames of an object are stored. */
public enum PixelEncoding {
    /** JPEG baseline, YBR_FULL_422. */
    JPEG_BASELINE(TransferSyntax.JPEG_BASELINE, "YBR_FULL_422", 3),
    /** RLE of red, green and blue. */
    RLE_RGB(TransferSyntax.RLE, "RGB", 3),
    /** JPEG Lossless, first-order prediction, of red, green and blue. */
    JPEG_LOSSLESS_RGB(TransferSyntax.JPEG_LOSSLESS_SV1, "RGB", 3),
    /** Uncompressed red, green and blue. */
    RGB(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, "RGB", 3),
    /** Uncompressed grey of eight bits; colours become their luma. */
    MONOCHROME2(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, "MONOCHROME2", 1),
    /** Uncompressed indices of a palette of at most 256 colours with entries of sixteen bits. */
    PALETTE_COLOR(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, "PALETTE COLOR", 1);

    private final TransferSyntax syntax;
    private final String photometric;
    private final int samples;

    PixelEncoding(TransferSyntax syntax, String photometric, int samples) {
        this.syntax = syntax;
        this.photometric = photometric;
        this.samples = samples;
    }

    /** The transfer syntax. */
    public TransferSyntax syntax() {
        return syntax;
    }

    String photometric() {
        return photometric;
    }

    int samples() {
        return samples;
    }
}
