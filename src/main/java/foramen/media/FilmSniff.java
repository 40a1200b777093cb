package foramen.media;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Tells films from other files by their first bytes; whether one can be decoded, only opening it tells. */
final class FilmSniff {
    /** How many bytes it looks at. */
    static final int HEAD = 1024;

    private static final int TS_PACKET = 188;
    private static final int M2TS_PACKET = 192;
    private static final Set<String> BOXES = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot");
    /** Brands of still pictures, which use the same boxes (ISO/IEC 23008-12). */
    private static final Set<String> STILL = Set.of("heic", "heix", "mif1", "avif", "jp2 ", "jpx ");
    private static final int[] ASF = {0x30, 0x26, 0xB2, 0x75};
    private static final int[] MATROSKA = {0x1A, 0x45, 0xDF, 0xA3};

    private FilmSniff() {}

    static boolean isFilm(byte[] head) {
        return isBoxed(head) || (text(head, 0).equals("RIFF") && text(head, 8).equals("AVI ")) || starts(head, MATROSKA)
                || starts(head, ASF) || isTransport(head, 0, TS_PACKET) || isTransport(head, 4, M2TS_PACKET)
                || isBareStream(head);
    }

    /** ISO base media and QuickTime: a length, then the name of a box. */
    private static boolean isBoxed(byte[] head) {
        return BOXES.contains(text(head, 4)) && !(text(head, 4).equals("ftyp") && STILL.contains(text(head, 8)));
    }

    private static boolean isTransport(byte[] head, int from, int step) {
        int at = from;
        while (at < head.length && head[at] == 0x47) {
            at += step;
        }
        return at >= head.length && head.length > from + 2 * step;
    }

    /** A start code and what may follow one: MPEG-1/2 sequence or pack, H.264 or HEVC parameter sets or delimiters. */
    private static boolean isBareStream(byte[] head) {
        int at = 0;
        while (at < head.length && head[at] == 0 && at < 16) {
            at++;
        }
        if (at < 2 || at + 1 >= head.length || head[at] != 1) {
            return false;
        }
        int code = head[at + 1] & 0xFF;
        boolean mpeg = code == 0xB3 || code == 0xBA || code == 0xB0;
        boolean h264 = (code & 0x80) == 0 && ((code & 0x1F) == 7 || (code & 0x1F) == 9 || code == 0x06);
        boolean hevc = (code & 0x81) == 0 && (code >> 1 == 32 || code >> 1 == 35);
        return mpeg || h264 || hevc;
    }

    private static boolean starts(byte[] head, int[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int at) {
        return at + 4 > head.length ? "" : new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }
}
