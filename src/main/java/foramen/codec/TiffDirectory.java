package foramen.codec;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pages of a TIFF file by their image file directories (TIFF 6.0 section 2), read before any decoder sees the file:
 * a chain that runs in a circle, a tile larger than the picture or a strip longer than the file end here.
 */
final class TiffDirectory {
    /** More pages than that are no clip (engineering default). */
    private static final int MOST_PAGES = 20_000;
    private static final int MOST_FIELDS = 4096;
    private static final int MOST_VALUES = 1 << 20;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private static final int NEW_SUBFILE = 254;
    private static final int WIDTH = 256;
    private static final int LENGTH = 257;
    private static final int BITS = 258;
    private static final int DESCRIPTION = 270;
    private static final int SAMPLES = 277;
    private static final int STRIP_BYTES = 279;
    private static final int RESOLUTION_UNIT = 296;
    private static final int X_RESOLUTION = 282;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int TILE_BYTES = 325;
    private static final int SAMPLE_FORMAT = 339;

    /**
     * A page.
     *
     * @param index its place in the chain, from 0
     * @param reduced whether it is a small copy of another page
     * @param columns stored width
     * @param rows stored height
     * @param bits bits of a sample
     * @param samples samples of a pixel
     * @param tilePixels pixels of a tile; 0 where it is in strips
     * @param longestPart the longest strip or tile as compressed, in bytes
     * @param whole whether samples are unsigned whole numbers
     * @param orientation how it lies
     */
    record Page(int index, boolean reduced, int columns, int rows, int bits, int samples, long tilePixels,
            long longestPart, boolean whole, Orientation orientation) {}

    private final RandomAccessFile file;
    private final boolean bigEndian;
    private final List<Page> pages = new ArrayList<>();
    private String description = "";
    private boolean resolution;

    private TiffDirectory(RandomAccessFile file, boolean bigEndian) {
        this.file = file;
        this.bigEndian = bigEndian;
    }

    static TiffDirectory read(RandomAccessFile file) throws IOException {
        file.seek(0);
        TiffDirectory tiff = new TiffDirectory(file, file.read() == 'M');
        file.seek(2);
        if (tiff.u16() == 43) {
            throw new CodecException("it is a BigTIFF, which Foramen does not read; save it as a plain TIFF");
        }
        Set<Long> seen = new HashSet<>();
        for (long at = tiff.u32(); at != 0; at = tiff.directory(at)) {
            if (!seen.add(at)) {
                throw new CodecException("its chain of pages runs in a circle (at byte " + at + ")");
            }
            if (seen.size() > MOST_PAGES) {
                throw new CodecException("it has more than " + MOST_PAGES + " pages");
            }
        }
        return tiff;
    }

    /** The pages in order, small copies included. */
    List<Page> pages() {
        return pages;
    }

    /** How many pictures ImageJ says there are; it writes large stacks with one directory only. */
    int imagesByImageJ() {
        if (!description.startsWith("ImageJ=")) {
            return 0;
        }
        for (String line : description.split("\\R", -1)) {
            if (line.matches("images=\\d{1,9}")) {
                return Integer.parseInt(line.substring("images=".length()));
            }
        }
        return 0;
    }

    /** Whether a page states a resolution, which for a picture of tissue is that of a print or a screen. */
    boolean hasResolution() {
        return resolution;
    }

    /** Reads one directory; the position of the next, or 0. */
    private long directory(long at) throws IOException {
        if (at < 8 || at > file.length() - 2) {
            throw new CodecException("its list of pages points outside the file (at byte " + at + ")");
        }
        file.seek(at);
        int count = u16();
        if (count > MOST_FIELDS || at + 2 + 12L * count + 4 > file.length()) {
            throw new CodecException("a page's description is cut short (at byte " + at + ")");
        }
        Map<Integer, long[]> fields = new HashMap<>();
        for (int i = 0; i < count; i++) {
            file.seek(at + 2 + 12L * i);
            field(fields);
        }
        add(fields, at);
        file.seek(at + 2 + 12L * count);
        return u32();
    }

    private void field(Map<Integer, long[]> fields) throws IOException {
        int tag = u16();
        int type = u16();
        long count = u32();
        if (type < 1 || type >= SIZES.length || count < 1) {
            return;
        }
        boolean wanted = tag <= DESCRIPTION || tag == Orientation.TAG || tag == SAMPLES || tag == STRIP_BYTES
                || tag == X_RESOLUTION || tag == RESOLUTION_UNIT || (tag >= TILE_WIDTH && tag <= TILE_BYTES)
                || tag == SAMPLE_FORMAT;
        long bytes = count * SIZES[type];
        if (!wanted || count > MOST_VALUES) {
            if (count > MOST_VALUES && (tag == STRIP_BYTES || tag == TILE_BYTES)) {
                throw new CodecException("it is cut into more than " + MOST_VALUES + " parts");
            }
            return;
        }
        if (bytes > 4) {
            long at = u32();
            if (at + bytes > file.length()) {
                throw new CodecException("a page's description points outside the file (at byte " + at + ")");
            }
            file.seek(at);
        }
        if (tag == DESCRIPTION && type == 2) {
            byte[] text = new byte[(int) bytes];
            file.readFully(text);
            description = description.isEmpty() ? new String(text, StandardCharsets.ISO_8859_1) : description;
        } else if (type == 3 || type == 4 || type == 1) {
            long[] values = new long[(int) count];
            for (int i = 0; i < values.length; i++) {
                values[i] = type == 1 ? file.read() : type == 3 ? u16() : u32();
            }
            fields.put(tag, values);
        } else {
            fields.put(tag, new long[]{0});
        }
    }

    private void add(Map<Integer, long[]> fields, long at) throws CodecException {
        long columns = first(fields, WIDTH, 0);
        long rows = first(fields, LENGTH, 0);
        if (columns < 1 || rows < 1 || columns > Integer.MAX_VALUE || rows > Integer.MAX_VALUE) {
            throw new CodecException("a page has no size (at byte " + at + ")");
        }
        long longest = 0;
        for (int tag : new int[]{STRIP_BYTES, TILE_BYTES}) {
            for (long value : fields.getOrDefault(tag, new long[0])) {
                longest = Math.max(longest, value);
            }
        }
        resolution |= fields.containsKey(X_RESOLUTION) && first(fields, RESOLUTION_UNIT, 2) != 1;
        long tile = Math.min(first(fields, TILE_WIDTH, 0), 1L << 31)
                * Math.min(first(fields, TILE_LENGTH, 0), 1L << 31);
        pages.add(new Page(pages.size(), (first(fields, NEW_SUBFILE, 0) & 1) == 1, (int) columns, (int) rows,
                (int) Math.min(first(fields, BITS, 1), 1024), (int) Math.min(first(fields, SAMPLES, 1), 1024), tile,
                longest, first(fields, SAMPLE_FORMAT, 1) == 1,
                Orientation.of((int) Math.min(first(fields, Orientation.TAG, 1), 9))));
    }

    private static long first(Map<Integer, long[]> fields, int tag, long otherwise) {
        long[] values = fields.get(tag);
        return values == null ? otherwise : values[0];
    }

    private int u16() throws IOException {
        int a = file.readUnsignedByte();
        int b = file.readUnsignedByte();
        return bigEndian ? a << 8 | b : b << 8 | a;
    }

    private long u32() throws IOException {
        long a = u16();
        long b = u16();
        return bigEndian ? a << 16 | b : b << 16 | a;
    }
}
