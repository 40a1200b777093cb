package foramen.dicom.pixel;

import foramen.codec.JpegHeader;
import foramen.codec.PictureHeader;

/** Which colours a three-component picture holds; its own markers know better than the file (fact sheet, section 8). */
final class JpegColour {
    private JpegColour() {}

    /**
     * Whether the decoded components are YCbCr rather than RGB.
     *
     * @param photometric the file's Photometric Interpretation, which counts where the picture does not say
     */
    static boolean isYcc(PictureHeader header, String photometric) {
        return switch (header.coding()) {
            case JPEG_LOSSY -> isYcc(header.jpeg().orElseThrow(), photometric.equals("RGB"));
            case JPEG_LOSSLESS -> isLosslessYcc(header.jpeg().orElseThrow(), photometric);
            case JPEG_LS -> photometric.startsWith("YBR");
            // YBR_RCT and YBR_ICT without the transform they promise cannot be but the colours before it.
            case JPEG_2000 -> !header.decorrelated() && photometric.startsWith("YBR_FULL");
        };
    }

    private static boolean isLosslessYcc(JpegHeader header, String photometric) {
        if (header.isNamedRgb()) {
            return false;
        }
        return header.adobeTransform().isPresent()
                ? header.adobeTransform().getAsInt() != 0
                : photometric.startsWith("YBR");
    }

    /**
     * Whether the components of a lossy JPEG are YCbCr rather than RGB.
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
