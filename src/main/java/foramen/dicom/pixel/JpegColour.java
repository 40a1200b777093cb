package foramen.dicom.pixel;

import foramen.codec.JpegHeader;

/** Which colours a three-component lossy JPEG holds; its own markers know better than the file (fact sheet, section 8). */
final class JpegColour {
    private JpegColour() {}

    /** Whether the components are YCbCr rather than RGB. */
    static boolean isYcc(JpegHeader header) {
        if (header.isNamedRgb()) {
            return false;
        }
        if (header.adobeTransform().isPresent()) {
            return header.adobeTransform().getAsInt() != 0;
        }
        // JFIF is YCbCr by definition, subsampled chroma makes sense in nothing else, and lossy JPEG is rarely else.
        return true;
    }
}
