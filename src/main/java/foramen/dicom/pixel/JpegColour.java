package foramen.dicom.pixel;

import foramen.codec.JpegHeader;

/** Which colours a three-component lossy JPEG holds; its own markers know better than the file (fact sheet, section 8). */
final class JpegColour {
    private JpegColour() {}

    /**
     * Whether the components are YCbCr rather than RGB.
     *
     * @param labelledRgb whether Photometric Interpretation says RGB, which counts only where nothing speaks against it
     */
    static boolean isYcc(JpegHeader header, boolean labelledRgb) {
        if (header.isNamedRgb()) {
            return false;
        }
        if (header.adobeTransform().isPresent()) {
            return header.adobeTransform().getAsInt() != 0;
        }
        // JFIF is YCbCr by definition, its numbering 1, 2, 3 is YCbCr by custom, and subsampling suits nothing else.
        boolean likeJfif = header.jfif() || header.isSubsampled() || header.components().getFirst().id() == 1;
        return likeJfif || !labelledRgb;
    }
}
