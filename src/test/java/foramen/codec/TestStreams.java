package foramen.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avutil;

/** Small compressed pictures of the codecs that Foramen reads but does not write, for tests of other rooms. */
public final class TestStreams {
    private TestStreams() {}

    /**
     * Streams by the UID of their transfer syntax and their bits and samples, such as {@code 1.2.840.10008.1.2.4.80 8x3}.
     *
     * @param columns the width of each picture
     * @param rows its height
     */
    public static Map<String, byte[]> all(int columns, int rows) throws CodecException {
        // The library is loaded as Foramen loads it, before its constants would load it in their own way.
        new FfmpegLibrary(FfmpegEncoding.natives()).load();
        Map<String, byte[]> streams = new LinkedHashMap<>();
        int[][] kinds = {{8, 1, avutil.AV_PIX_FMT_GRAY8}, {16, 1, avutil.AV_PIX_FMT_GRAY16()},
                {8, 3, avutil.AV_PIX_FMT_RGB24}};
        for (int[] kind : kinds) {
            int bytes = kind[0] / 8 * kind[1];
            byte[] samples = samples(columns * rows * bytes);
            String name = " " + kind[0] + "x" + kind[1];
            streams.put("1.2.840.10008.1.2.4.80" + name,
                    FfmpegEncoding.jpegLs(samples, columns, rows, kind[2], bytes));
            streams.put("1.2.840.10008.1.2.4.90" + name,
                    FfmpegEncoding.jpeg2000(samples, columns, rows, kind[2], bytes));
        }
        return streams;
    }

    /** The first JPEG 2000 codestream in {@code bytes}, from its start to the last end of an image. */
    public static byte[] jpeg2000In(byte[] bytes) {
        int from = 0;
        while ((bytes[from] & 0xFF) != 0xFF || (bytes[from + 1] & 0xFF) != 0x4F || (bytes[from + 2] & 0xFF) != 0xFF
                || (bytes[from + 3] & 0xFF) != 0x51) {
            from++;
        }
        int to = bytes.length;
        while ((bytes[to - 2] & 0xFF) != 0xFF || (bytes[to - 1] & 0xFF) != 0xD9) {
            to--;
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** A codestream with a comment (ISO/IEC 15444-1 A.9.2) after its size, which comes first. */
    public static byte[] commented(byte[] jpeg2000, String comment) {
        byte[] text = comment.getBytes(StandardCharsets.ISO_8859_1);
        int at = 4 + ((jpeg2000[4] & 0xFF) << 8 | (jpeg2000[5] & 0xFF));
        ByteBuffer b = ByteBuffer.allocate(jpeg2000.length + 6 + text.length);
        b.put(jpeg2000, 0, at).putShort((short) 0xFF64).putShort((short) (4 + text.length)).putShort((short) 1);
        return b.put(text).put(jpeg2000, at, jpeg2000.length - at).array();
    }

    private static byte[] samples(int length) {
        byte[] samples = new byte[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (byte) (i * 7 + (i >> 4) * 31);
        }
        return samples;
    }
}
