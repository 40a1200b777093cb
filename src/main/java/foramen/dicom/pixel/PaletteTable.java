package foramen.dicom.pixel;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** The palette of PALETTE COLOR pictures (DICOM PS3.3 C.7.6.3.1.5 and C.7.9), plain or segmented. */
final class PaletteTable {
    private static final int MOST_ENTRIES = 1 << 16;

    private static final class Channel {
        private final int first;
        private final int[] entries;

        Channel(int first, int[] entries) {
            this.first = first;
            this.entries = entries;
        }

        int at(int value) {
            return entries[Math.clamp((long) value - first, 0, entries.length - 1)];
        }
    }

    private PaletteTable() {}

    /** For each pattern of a pixel its opaque colour. */
    static int[] of(DataSet data, PixelFormat format) throws DicomException {
        Channel[] channels = new Channel[3];
        for (int i = 0; i < 3; i++) {
            channels[i] = channel(data, i, format.signed());
        }
        // Entries are as wide as they look: 16-bit ones whose high bytes are all nought are really 8-bit ones, and 8-bit
        // ones that are larger are really 16-bit ones.
        boolean tall = Arrays.stream(channels).flatMapToInt(c -> Arrays.stream(c.entries)).anyMatch(e -> e > 255);
        int shift = tall ? 8 : 0;
        int[] table = new int[format.patterns()];
        for (int i = 0; i < table.length; i++) {
            int v = format.value(i);
            table[i] = 0xFF000000 | ((channels[0].at(v) >> shift & 0xFF) << 16)
                    | ((channels[1].at(v) >> shift & 0xFF) << 8) | (channels[2].at(v) >> shift & 0xFF);
        }
        return table;
    }

    private static Channel channel(DataSet data, int i, boolean signed) throws DicomException {
        List<Double> d = data.reals(Tag.RED_PALETTE_DESCRIPTOR + i);
        if (d.size() < 3) {
            throw new DicomException("its palette is not described", DicomException.NOWHERE);
        }
        int count = d.get(0).intValue() & 0xFFFF;
        count = count == 0 ? MOST_ENTRIES : count;
        int first = signed ? (short) d.get(1).intValue() : d.get(1).intValue() & 0xFFFF;
        int bits = d.get(2).intValue();
        int[] entries = data.element(Tag.RED_PALETTE_DATA + i)
                .filter(e -> e instanceof DataElement.Value v && v.length() > 0)
                .isPresent()
                        ? plain(data.bytes(Tag.RED_PALETTE_DATA + i), count, bits)
                        : segmented(data.bytes(Tag.RED_PALETTE_SEGMENTED + i), count, bits);
        if (entries.length == 0) {
            throw new DicomException("its palette is empty", DicomException.NOWHERE);
        }
        return new Channel(first, entries);
    }

    /** Segments of 8-bit entries are written in bytes, of 16-bit ones in words (C.7.9.2). */
    private static int[] segmented(byte[] bytes, int count, int bits) throws DicomException {
        return SegmentedPalette.expand(bits <= 8 ? octets(bytes, bytes.length) : shorts(bytes), count, bits <= 8);
    }

    private static int[] octets(byte[] bytes, int count) {
        int[] entries = new int[Math.min(count, bytes.length)];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = bytes[i] & 0xFF;
        }
        return entries;
    }

    private static int[] plain(byte[] bytes, int count, int bits) {
        // Two bytes an entry is the rule; one byte an entry is seen with 8-bit palettes.
        if (bits <= 8 && bytes.length < 2 * count) {
            return octets(bytes, count);
        }
        int[] words = shorts(bytes);
        return words.length > count ? Arrays.copyOf(words, count) : words;
    }

    private static int[] shorts(byte[] bytes) {
        ByteBuffer b = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int[] words = new int[bytes.length / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = b.getShort() & 0xFFFF;
        }
        return words;
    }
}
