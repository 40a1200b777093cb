package foramen.codec;

import java.io.ByteArrayOutputStream;

/** JPEG streams without what is not picture. */
final class JpegMarkers {
    /** How far before the end of a fragment an end mark may stand, as DICOM toolkits have it (engineering default). */
    private static final int TAIL = 10;

    private JpegMarkers() {}

    /** Whether the end mark FFD9H, which JPEG, JPEG-LS and JPEG 2000 share, stands near the end. */
    static boolean hasEnd(byte[] stream) {
        for (int i = stream.length - 2; i >= Math.max(0, stream.length - TAIL); i--) {
            if (stream[i] == (byte) 0xFF && stream[i + 1] == (byte) 0xD9) {
                return true;
            }
        }
        return false;
    }

    /**
     * The stream without application markers and comments before the frame, whose profiles and thumbnails only make
     * the decoder stumble, and with an end mark where it has none.
     */
    static byte[] bare(byte[] stream, JpegHeader header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stream.length + 2);
        out.write(stream, 0, 2);
        int at = 2;
        while (at < header.frameStart()) {
            int marker = stream[at + 1] & 0xFF;
            boolean lone = marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
            int length = lone
                    ? marker == 0xFF ? 1 : 2
                    : 2 + ((stream[at + 2] & 0xFF) << 8 | (stream[at + 3] & 0xFF));
            boolean kept = !lone && marker != 0xFE && (marker < 0xE0 || marker > 0xEF);
            if (kept) {
                out.write(stream, at, length);
            }
            at += length;
        }
        out.write(stream, at, stream.length - at);
        out.write(0xFF);
        out.write(0xD9);
        return out.toByteArray();
    }
}
