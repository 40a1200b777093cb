package foramen.codec;

import java.util.Arrays;
import java.util.Optional;

/** The main header of a JPEG 2000 codestream (ITU-T T.800 annex A), bare or in the boxes of a JP2 file. */
final class Jpeg2000Header {
    private static final int START = 0xFF4F;
    private static final int SIZE = 0xFF51;
    private static final int CODING_STYLE = 0xFF52;
    private static final int COMPONENT_STYLE = 0xFF53;
    private static final int TILE = 0xFF90;
    /** Packets and code blocks that a picture may have besides those its pixels call for (engineering default). */
    private static final long MOST_WORK = 1L << 18;
    private static final int SIGNATURE_BOX = 0x6A502020;
    private static final int CODESTREAM_BOX = 0x6A703263;
    private static final int MOST_COMPONENTS = 4;

    private Jpeg2000Header() {}

    static boolean isCodestream(byte[] s) {
        return s.length >= 4 && u16(s, 0) == START && u16(s, 2) == SIZE;
    }

    static boolean isBoxed(byte[] s) {
        return s.length >= 12 && i32(s, 0) == 12 && i32(s, 4) == SIGNATURE_BOX;
    }

    /** The codestream without the boxes, which DICOM does not allow but some write (PS3.5 annex A.4.4). */
    static byte[] codestream(byte[] s) throws CodecException {
        if (isCodestream(s)) {
            return s;
        }
        long at = 0;
        while (at + 10 <= s.length) {
            long length = i32(s, (int) at) & 0xFFFFFFFFL;
            if (i32(s, (int) at + 4) == CODESTREAM_BOX) {
                byte[] inside = Arrays.copyOfRange(s, (int) at + 8, s.length);
                if (isCodestream(inside)) {
                    return inside;
                }
                break;
            }
            if (length < 8) {
                break;
            }
            at += length;
        }
        throw new CodecException("its JPEG 2000 picture has no codestream");
    }

    static PictureHeader parse(byte[] stream) throws CodecException {
        byte[] s = codestream(stream);
        int length = s.length >= 42 ? u16(s, 4) : 0;
        int components = length == 0 ? 0 : u16(s, 40);
        if (components < 1 || components > MOST_COMPONENTS || length != 38 + 3 * components
                || s.length < 4 + length) {
            throw new CodecException("its JPEG 2000 header is damaged");
        }
        long columns = u32(s, 8) - u32(s, 16);
        long rows = u32(s, 12) - u32(s, 20);
        if (columns < 1 || rows < 1 || columns > 0xFFFF || rows > 0xFFFF) {
            throw new CodecException("its JPEG 2000 picture has no possible size");
        }
        int depth = s[42] & 0xFF;
        for (int i = 0; i < components; i++) {
            int at = 42 + 3 * i;
            if ((s[at] & 0xFF) != depth || s[at + 1] != 1 || s[at + 2] != 1) {
                throw new CodecException("its JPEG 2000 components are not alike");
            }
        }
        return new PictureHeader(PictureHeader.Coding.JPEG_2000, (int) columns, (int) rows, components,
                (depth & 0x7F) + 1, (depth & 0x80) != 0, components >= 3 && isDecorrelated(s, 4 + length),
                Optional.empty());
    }

    /** What the coding style default says of a multiple component transform. */
    private static boolean isDecorrelated(byte[] s, int from) {
        int at = from;
        while (at + 9 <= s.length && (s[at] & 0xFF) == 0xFF && u16(s, at) != TILE) {
            if (u16(s, at) == CODING_STYLE) {
                return s[at + 8] != 0;
            }
            at += 2 + u16(s, at + 2);
        }
        return false;
    }

    /**
     * Refuses a picture whose header asks for more work than any of its size can need: its decoder cannot be stopped.
     * The costliest of the main header's coding styles counts for all components.
     */
    static void refuseCostly(byte[] s, PictureHeader header) throws CodecException {
        long tileColumns = Math.max(1, u32(s, 24));
        long tileRows = Math.max(1, u32(s, 28));
        long tiles = ceil(header.columns(), tileColumns) * ceil(header.rows(), tileRows);
        long width = Math.min(tileColumns, header.columns());
        long height = Math.min(tileRows, header.rows());
        long layers = 1;
        int at = 4 + u16(s, 4);
        while (at + 14 <= s.length && (s[at] & 0xFF) == 0xFF && u16(s, at) != TILE) {
            boolean style = u16(s, at) == CODING_STYLE;
            if (style || u16(s, at) == COMPONENT_STYLE) {
                layers = style ? u16(s, at + 6) : layers;
                // The style of a component lacks what concerns all, and names it in one byte for fewer than 257.
                long work = work(s, style ? at + 9 : at + 6, (s[style ? at + 4 : at + 5] & 1) != 0, width, height,
                        layers);
                if (Math.multiplyHigh(work, tiles * header.components()) != 0
                        || work * tiles * header.components() > MOST_WORK + 64L * header.columns() * header.rows()
                                / 256) {
                    throw new CodecException("its JPEG 2000 picture is cut into too many pieces");
                }
            }
            at += 2 + u16(s, at + 2);
        }
    }

    /** Packets and code blocks of a tile of one component, by the style whose number of levels stands at {@code at}. */
    private static long work(byte[] s, int at, boolean precincts, long width, long height, long layers) {
        int levels = Math.min(s[at] & 0xFF, 32);
        int blockBits = (s[at + 1] & 15) + (s[at + 2] & 15) + 4;
        long work = ((width * height) >> blockBits) + 1;
        for (int r = 0; r <= levels; r++) {
            int size = precincts && at + 5 + r < s.length ? s[at + 5 + r] & 0xFF : 0xFF;
            long across = ceil(ceil(width, 1L << (levels - r)), 1L << (size & 15));
            long down = ceil(ceil(height, 1L << (levels - r)), 1L << (size >> 4));
            work += across * down * layers;
        }
        return work;
    }

    private static long ceil(long a, long b) {
        return (a + b - 1) / b;
    }

    private static int u16(byte[] s, int at) {
        return (s[at] & 0xFF) << 8 | (s[at + 1] & 0xFF);
    }

    private static int i32(byte[] s, int at) {
        return u16(s, at) << 16 | u16(s, at + 2);
    }

    private static long u32(byte[] s, int at) {
        return i32(s, at) & 0xFFFFFFFFL;
    }
}
