package foramen.codec;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** JPEG streams without what is not picture. */
final class JpegMarkers {
    /** The most by which {@link #write} makes a stream longer. */
    static final int MOST_ADDED = 18;

    /** How far before the end of a fragment an end mark may stand, as DICOM toolkits have it (engineering default). */
    private static final int TAIL = 10;
    private static final byte[] START_AND_ADOBE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd',
            'o',
            'b', 'e', 0, 100, 0, 0, 0, 0};

    private JpegMarkers() {}

    /** How long a marker is that stands alone: fill, TEM, restart, start (ITU-T T.81 B.1.1.2); 0 where a length follows. */
    static int loneBytes(int marker) {
        return switch (marker) {
            case 0xFF -> 1;
            case 0x01, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8 -> 2;
            default -> 0;
        };
    }

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
     * The stream without application markers and comments before the first scan, whose profiles and thumbnails only make
     * the decoder stumble, and with an end mark where it has none.
     */
    static byte[] bare(byte[] stream, JpegHeader header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stream.length + 2);
        out.write(stream, 0, 2);
        kept(stream, header, out::write);
        out.write(0xFF);
        out.write(0xD9);
        return out.toByteArray();
    }

    /**
     * The same into {@code target}, with an Adobe marker that alone decides the colours of three components, for there is
     * no other left.
     *
     * @param ycc whether they are YCbCr, to be converted, or to be left alone
     * @param target has room for {@link #MOST_ADDED} bytes more than the stream
     * @return how many bytes were written
     */
    static int write(byte[] stream, JpegHeader header, boolean ycc, MemorySegment target) {
        int[] at = {START_AND_ADOBE.length};
        MemorySegment.copy(START_AND_ADOBE, 0, target, ValueLayout.JAVA_BYTE, 0, at[0]);
        target.set(ValueLayout.JAVA_BYTE, at[0]++, (byte) (ycc ? 1 : 0));
        kept(stream, header, (bytes, from, length) -> {
            MemorySegment.copy(bytes, from, target, ValueLayout.JAVA_BYTE, at[0], length);
            at[0] += length;
        });
        target.set(ValueLayout.JAVA_BYTE, at[0]++, (byte) 0xFF);
        target.set(ValueLayout.JAVA_BYTE, at[0]++, (byte) 0xD9);
        return at[0];
    }

    /** Receives runs of bytes. */
    private interface Runs {
        void take(byte[] bytes, int from, int length);
    }

    /** Hands over all between the first marker and the end that belongs to the picture. */
    private static void kept(byte[] stream, JpegHeader header, Runs runs) {
        int at = 2;
        // Beyond the frame header, too, for a late marker could still speak of colours.
        while (at + 4 <= stream.length && stream[at] == (byte) 0xFF
                && (at <= header.frameStart() || stream[at + 1] != (byte) 0xDA)) {
            int marker = stream[at + 1] & 0xFF;
            boolean lone = marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
            int length = lone
                    ? marker == 0xFF ? 1 : 2
                    : Math.min(stream.length - at, 2 + ((stream[at + 2] & 0xFF) << 8 | (stream[at + 3] & 0xFF)));
            boolean kept = !lone && marker != 0xFE && (marker < 0xE0 || marker > 0xEF);
            if (kept) {
                runs.take(stream, at, length);
            }
            at += length;
        }
        runs.take(stream, at, stream.length - at);
    }
}
