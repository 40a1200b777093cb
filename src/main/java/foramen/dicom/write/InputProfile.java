package foramen.dicom.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * sRGB as an ICC input profile (ICC.1:2001-04, three-component matrix), which is what a colour presentation state has to
 * carry (PS3.3 C.11.15.1.1); the profile that Java ships is one of a display.
 */
public final class InputProfile {
    private static final int CURVE_POINTS = 256;
    private static final int TAGS = 9;
    private static final int HEADER = 128;
    private static final String[] NAMES = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    /** White and primaries over D50 (ICC.1 annex E). */
    private static final double[][] XYZ = {{0.9642, 1.0, 0.8249}, {0.4360747, 0.2225045, 0.0139322},
            {0.3850649, 0.7168786, 0.0971045}, {0.1430804, 0.0606169, 0.7141733}};

    private InputProfile() {}

    /** The bytes of the profile, the same every time. */
    public static byte[] sRgb() {
        byte[][] data = {description("sRGB IEC61966-2.1, as input"), text("No copyright, use freely"), xyz(0), xyz(1),
                xyz(2), xyz(3), curve()};
        int[] offsets = new int[data.length];
        int at = HEADER + 4 + 12 * TAGS;
        for (int i = 0; i < data.length; i++) {
            offsets[i] = at;
            at += (data[i].length + 3) / 4 * 4;
        }
        ByteBuffer b = ByteBuffer.allocate(at);
        header(b, at);
        b.position(HEADER).putInt(TAGS);
        for (int i = 0; i < TAGS; i++) {
            int which = Math.min(i, data.length - 1);
            b.put(ascii(NAMES[i])).putInt(offsets[which]).putInt(data[which].length);
        }
        for (int i = 0; i < data.length; i++) {
            b.position(offsets[i]).put(data[i]);
        }
        return b.array();
    }

    private static void header(ByteBuffer b, int size) {
        b.putInt(size).putInt(0).putInt(0x02400000).put(ascii("scnr")).put(ascii("RGB ")).put(ascii("XYZ "));
        // A fixed date, so that the same object has the same bytes.
        b.putShort((short) 2026).putShort((short) 1).putShort((short) 1).putShort((short) 0).putShort((short) 0)
                .putShort((short) 0);
        b.put(ascii("acsp"));
        b.position(68);
        for (double v : XYZ[0]) {
            b.putInt(fixed(v));
        }
    }

    private static byte[] description(String words) {
        byte[] text = ascii(words);
        ByteBuffer b = ByteBuffer.allocate(12 + text.length + 1 + 8 + 3 + 67);
        return b.put(ascii("desc")).putInt(0).putInt(text.length + 1).put(text).array();
    }

    private static byte[] text(String words) {
        byte[] text = ascii(words);
        return ByteBuffer.allocate(8 + text.length + 1).put(ascii("text")).putInt(0).put(text).array();
    }

    private static byte[] xyz(int row) {
        ByteBuffer b = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double v : XYZ[row]) {
            b.putInt(fixed(v));
        }
        return b.array();
    }

    private static byte[] curve() {
        ByteBuffer b = ByteBuffer.allocate(12 + 2 * CURVE_POINTS).put(ascii("curv")).putInt(0).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            b.putShort((short) Math.round(CieLab.linear(i) * 65535));
        }
        return b.array();
    }

    private static int fixed(double v) {
        return (int) Math.round(v * 65536);
    }

    private static byte[] ascii(String s) {
        return s.getBytes(StandardCharsets.US_ASCII);
    }
}
